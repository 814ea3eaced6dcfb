import Testing

@testable import LinchpinCore

@Suite("SPF policies are followed through the policies they include")
struct SenderPolicyTests {
  /// The senders of `town.example`, whose policy is given with those of other names.
  private func senders(
    _ policy: String, _ named: [(String, String)]
  ) -> (found: [String], findings: [Finding]) {
    var builder = SnapshotBuilder.withFiles()
    let delegates = (SPFPolicy(policy)?.delegates ?? []).map { Stated.include($0) }
    builder.add(Given("town.example", [.policy(policy)] + delegates), line: 1)
    for (number, (name, text)) in named.enumerated() {
      var (name, text) = (name, text)
      name.withUTF8 { name in
        text.withUTF8 { text in
          builder.policy(
            of: Bytes(name), text: Bytes(text),
            at: Provenance(file: 0, line: UInt32(number + 2)))
        }
      }
    }
    let snapshot = builder.freeze()
    let bindings = Sample.bindings(of: "town.example", snapshot)
    return (
      bindings.filter { $0.hasPrefix("outboundSender") }.map {
        $0.split(separator: " ").dropFirst().joined(separator: " ")
      }, snapshot.findings.kept
    )
  }

  @Test("A sender three policies deep is a sender, and its record is the policy that names it")
  func deep() throws {
    let (found, findings) = senders(
      "v=spf1 include:_spf.first.test -all",
      [
        ("_spf.first.test", "v=spf1 include:_spf.second.test -all"),
        ("_SPF.second.test.", "v=spf1 ip4:192.0.2.1 include:spf.bigmail.example ~all"),
      ])
    #expect(
      found == [
        "attributed first.test trace", "attributed second.test trace", "attributed bigmail trace",
      ])
    #expect(findings.isEmpty)
  }

  @Test("A policy whose answer is not in the input is followed no further")
  func unanswered() {
    let (found, findings) = senders(
      "v=spf1 include:_spf.first.test include:_spf.unasked.test -all",
      [("_spf.first.test", "v=spf1 a mx -all")])
    #expect(found == ["attributed first.test trace", "attributed unasked.test trace"])
    #expect(findings.isEmpty)
  }

  @Test("A circle is followed once and said")
  func loop() {
    let (found, findings) = senders(
      "v=spf1 include:_spf.first.test -all",
      [
        ("_spf.first.test", "v=spf1 include:_spf.second.test -all"),
        ("_spf.second.test", "v=spf1 include:_spf.first.test include:spf.bigmail.example -all"),
      ])
    #expect(
      found == [
        "attributed first.test trace", "attributed second.test trace", "attributed bigmail trace",
      ])
    #expect(findings.map(\.code) == [.policyLoop])
    #expect(findings.first?.message.contains("leads back to _spf.first.test") == true)
  }

  @Test("A policy that includes itself is a circle too")
  func selfLoop() {
    let (found, findings) = senders(
      "v=spf1 include:town.example include:spf.bigmail.example -all",
      [("town.example", "v=spf1 include:town.example -all")])
    #expect(found.contains("attributed bigmail trace"))
    #expect(findings.map(\.code) == [.policyLoop])
  }

  @Test("The eleventh look-up is made by nobody: names behind it are no senders, with a finding")
  func limit() {
    let names = (1...9).map { "include:s\($0).first.test" }.joined(separator: " ")
    let ten = senders(
      "v=spf1 include:_spf.first.test -all", [("_spf.first.test", "v=spf1 \(names)")])
    #expect(ten.findings.isEmpty)
    let (found, findings) = senders(
      "v=spf1 include:_spf.first.test include:spf.bigmail.example -all",
      [("_spf.first.test", "v=spf1 a mx ptr exists:x.test \(names) include:late.test -all")])
    #expect(findings.map(\.code) == [.policyLookUps])
    #expect(!found.contains("attributed late.test trace"))
    #expect(found.contains("attributed bigmail trace"), "what its own record names, it authorises")
  }

  @Test("Addresses need no look-up, and a redirect beside all is never followed")
  func free() {
    let addresses = (1...30).map { "ip4:192.0.2.\($0)" }.joined(separator: " ")
    let (found, findings) = senders(
      "v=spf1 \(addresses) redirect=_spf.first.test -all",
      [("_spf.first.test", "v=spf1 include:spf.bigmail.example -all")])
    #expect(found == ["attributed first.test trace"])
    #expect(findings.isEmpty)
    #expect(
      senders(
        "v=spf1 redirect=_spf.first.test",
        [
          ("_spf.first.test", "v=spf1 include:spf.bigmail.example -all")
        ]
      ).found == ["attributed first.test trace", "attributed bigmail trace"])
  }

  @Test("Policies one after the other in one text are told apart")
  func severalInOne() {
    let policies = SPFPolicy.each(
      in: "v=spf1 include:a.test -all v=spf1 ip4:192.0.2.1 ~all V=SPF1 a:b.test mx")
    #expect(policies.map(\.lookUps) == [1, 0, 2])
    #expect(policies.map(\.delegates) == [["a.test"], [], []])
    #expect(SPFPolicy.each(in: "") == [])
    #expect(SPFPolicy("v=spf1 -all")?.authorisesNobody == true)
    #expect(SPFPolicy("v=spf1 ip4:192.0.2.1 -all")?.authorisesNobody == false)
    #expect(SPFPolicy("v=spf1")?.authorisesNobody == false)
  }
}
