import Foundation
import LinchpinCore
import LinchpinReading
import Testing

@Suite("Claims of others")
struct ClaimsTests {
  private func read(_ text: String) throws -> Claims {
    let sample = try Sample()
    return try ClaimsReader.read(try sample.file("claims", text))
  }

  @Test(
    "An mxmap classification is read as an object and as a list alike",
    arguments: ["mxmap-data-2026-09.json", "mxmap-summary-2026-09.json"])
  func objectAndList(name: String) throws {
    let claims = try ClaimsReader.read(Sample.shipped(name))
    #expect(claims.domains.count == 6)
    #expect(claims.all.count == 9)
    let cederdam = claims.claims(of: "cederdam.example")
    #expect(cederdam.map(\.role) == [.mailExchange, .mailbox])
    #expect(cederdam.map(\.provider) == ["shieldgate", "cumulus"])
    #expect(cederdam.map(\.organisation) == ["XL-m03", "XL-m03"])
    #expect(cederdam.first?.reason == "MX is shieldgate gateway; DKIM points to Cumulus")
    // Nergenshuizen has no domain: nothing is claimed of it, and that is said.
    #expect(claims.findings.kept.map(\.code) == [.ignoredValue])
    #expect(claims.files.map(\.records) == [6])
  }

  @Test("Every claim leads back to the line on which it stands")
  func lines() throws {
    let path = Sample.shipped("mxmap-data-2026-09.json")
    let text = try String(contentsOfFile: path, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    let claims = try ClaimsReader.read(path)
    for claim in claims.all {
      #expect(text[Int(claim.source.line) - 1].contains("\"\(claim.organisation)\": {"))
      #expect(claims.describe(claim) == "\(path):\(claim.source.line)")
    }
  }

  @Test("On one long line an entry's ordinal is its place")
  func oneLine() throws {
    let claims = try read(
      #"{"generated":"x","counts":{"a":2},"municipalities":{"#
        + #""1":{"bfs":"1","domain":"a.example","provider":"x","dkim":{"s":"t"}},"#
        + #""2":{"bfs":"2","domain":"b.example","provider":"y"}}}"#)
    #expect(claims.all.map(\.source.line) == [1, 2])
    #expect(claims.all.map(\.provider) == ["x", "y"])
  }

  @Test("A list under the key municipalities is read as well")
  func listInObject() throws {
    let claims = try read(
      #"{"municipalities":[{"bfs":"1","domain":"A.example.","provider":"x"},"#
        + #"{"bfs":"2","domain":"b.example","provider":"y"}]}"#)
    #expect(claims.all.map(\.domain) == ["a.example", "b.example"])
  }

  @Test("An entry that cannot be used costs no other, and a file cut off says so")
  func badEntries() throws {
    let claims = try read(
      """
      [{"bfs":"1","domain":"a.example","provider":"x"},
      {"bfs":2,"domain":"b.example","provider":"x"},
      {"bfs":"3","domain":"not a domain","provider":"x"},
      {"bfs":"4","domain":"d.example","provider":"x"},
      {"bfs":"5","domain":"e.exa
      """)
    #expect(claims.domains == ["a.example", "d.example"])
    #expect(claims.findings.kept.map(\.line).sorted() == [2, 3, 5])
    #expect(claims.findings.count(.truncated) == 1)
    #expect(claims.findings.count(.badDomain) == 1)
  }

  @Test("The Italian list claims by body, so one domain may have several claims")
  func italian() throws {
    let claims = try ClaimsReader.read(Sample.shipped("italian-public-bodies.csv"))
    #expect(
      claims.claims(of: "cederdam.example", .mailbox).map(\.organisation) == [
        "xl_003", "xl_004",
      ])
    #expect(
      claims.claims(of: "cederdam.example", .mailExchange).map(\.provider) == [
        "shieldgate", "shieldgate",
      ])
    #expect(claims.claims(of: "ordine-zonder.example").map(\.provider) == ["regional-public"])
    #expect(claims.findings.count == 0)
  }

  @Test("Bindings claim the role they name, or the one their service is known by")
  func bindings() throws {
    let claims = try ClaimsReader.read(Sample.shipped("bindings.csv"))
    #expect(
      claims.claims(of: "aldermeer.example").map { "\($0.role.label) \($0.provider)" }
        == ["mailbox cumulus-mail", "authoritativeDNS dnsfabriek"])
    #expect(claims.claims(of: "dorpermond.example").map(\.provider) == ["Onbekende Post"])
    #expect(claims.claims(of: "cederdam.example").map(\.source.line) == [6, 7])
  }

  @Test("A role nobody knows is a finding that names the nearest one")
  func unknownRole() throws {
    let claims = try read(
      "organisation,domain,service,role,provider\n1,a.example,mail,mailbx,x\n2,b.example,mail,,y\n")
    #expect(claims.domains == ["b.example"])
    let finding = try #require(claims.findings.kept.first)
    #expect(finding.line == 2)
    #expect(finding.hint.contains("mailbox"))
  }

  @Test("A file without claims is refused with what to give instead")
  func noClaims() throws {
    let error = #expect(throws: ReadingError.self) {
      try read("{\"domain\":\"a.example\",\"mx\":[]}\n")
    }
    #expect(error?.message.contains("JSON Lines of observations") == true)
    #expect(error?.hint.contains("data.json") == true)
  }

  @Test("As an input a classification lists municipalities, and its verdicts are left out")
  func asInput() throws {
    let cache = #"{"cederdam.example":{"mx":["cederdam.in.shieldgate.example"]}}"#
    let summary = try String(
      contentsOfFile: Sample.shipped("mxmap-summary-2026-09.json"), encoding: .utf8)
    let snapshot = try Sample.read(cache, summary)
    #expect(snapshot.owner(of: "cederdam.example") == "XL-m03")
    #expect(snapshot.organisation("XL-m03")?.region == "North")
    #expect(snapshot.organisations.count == 7)
    #expect(snapshot.finding(.claimsLeftOut)?.severity == .note)
    #expect(snapshot.values(.mx, of: "aldermeer.example").isEmpty)
  }
}
