import Testing

@testable import LinchpinCore

@Suite("Profile by owners of networks")
struct NetworkProfileTests {
  private static func rows(_ given: Given..., hosts: [GivenAddress] = []) -> [String: Int] {
    let snapshot = Snapshot.stated(given, hosts: hosts)
    var options = AssessmentOptions()
    options.unit = .domain
    options.extras = .networkProfile
    let assessment = Assessment(snapshot, under: Sample.rules, options: options)
    return Dictionary(
      uniqueKeysWithValues: (assessment.networkProfile?.rows ?? []).map {
        ("\($0.jurisdiction) \($0.records.rawValue)", $0.number)
      })
  }

  @Test("The network's owner decides, not the host's name")
  func networkDecides() {
    // AS64501 belongs to local (NL), though the exchanger bears bigmail's name (US).
    let rows = Self.rows(Given("a.example", .mx("in.mx.bigmail.example", asn: 64501)))
    #expect(rows["NL mailExchangers"] == 1 && rows["US mailExchangers"] == nil)
  }

  @Test("Types of record are counted apart, and together with and without name servers")
  func together() {
    let rows = Self.rows(
      Given("a.example", .a("192.0.2.1", asn: 64503)),
      Given("b.example", .mx("mail.b.example", asn: 64503)),
      Given("c.example", .ns("ns.c.example", asn: 64503), .a("192.0.2.2", asn: 64501)),
      Given("d.example", .a("192.0.2.3", asn: 64501)))
    #expect(rows["US address"] == 1 && rows["US mailExchangers"] == 1)
    #expect(rows["US nameServers"] == 1)
    #expect(rows["US withoutNameServers"] == 2 && rows["US all"] == 3)
    #expect(rows["NL all"] == 2)
  }

  @Test("Addresses of hosts lead to their networks; a host without any speaks by its name, apart")
  func hosts() throws {
    let snapshot = Snapshot.stated(
      [
        Given("a.example", .mx("mail.elsewhere.example")),
        Given("b.example", .mx("in.mx.bigmail.example")),
        Given("c.example", .mx("mail.nobody.example")),
      ], hosts: [GivenAddress("mail.elsewhere.example", "192.0.2.9", asn: 64501)])
    let attribution = Attribution(snapshot, under: Sample.rules)
    let profile = NetworkProfile(
      attribution, Population(snapshot, options: AssessmentOptions()), asOf: nil)
    func row(_ code: String) throws -> NetworkProfile.Row {
      try #require(profile.rows.first { $0.jurisdiction == code && $0.records == .all })
    }
    let (us, nl) = (try row("US"), try row("NL"))
    #expect(us.number == 1 && us.byName == 1)
    #expect(nl.number == 1 && nl.byName == 0)
    // Of c neither network nor operator's law is known: it is no safe domain for anybody.
    #expect(us.unknown == 1 && nl.unknown == 1 && us.of == 3 && us.share == nil)
  }

  @Test("An assessment has a profile only where one was asked for")
  func onlyWhenAsked() {
    let snapshot = Snapshot.stated([Given("a.example", .a("192.0.2.1", asn: 64503))])
    #expect(
      Assessment(snapshot, under: Sample.rules, options: AssessmentOptions()).networkProfile == nil)
  }
}
