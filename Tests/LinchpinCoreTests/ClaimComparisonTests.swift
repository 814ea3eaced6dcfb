import Testing

@testable import LinchpinCore

@Suite("Claims compared with our attribution")
struct ClaimComparisonTests {
  private static let catalogue: Catalogue = {
    var catalogue = Sample.catalogue
    if let place = catalogue.providers.firstIndex(where: { $0.id == "shield" }) {
      catalogue.providers[place].alsoCalled = ["big-shield"]
    }
    return catalogue
  }()

  private static func claim(_ domain: String, _ word: String, _ role: Role = .mailbox) -> Claim {
    Claim(
      domain: domain, organisation: "Town", role: role, provider: word, reason: "they say so",
      source: Provenance(file: 0, line: 7))
  }

  private static func compare(_ claims: [Claim], _ given: Given...) -> ClaimComparison {
    let snapshot = Snapshot.stated(given)
    let attribution = Attribution(snapshot, under: Rules(catalogue: catalogue))
    let file = SourceFile(path: "claims.json", format: "test")
    return ClaimComparison(
      Claims(files: [file], claims: claims), with: attribution,
      Population(snapshot, options: AssessmentOptions()))
  }

  @Test("A company's id names every provider of that company")
  func companyWord() {
    let found = Self.compare(
      [Self.claim("a.example", "big")], Given("a.example", .mx("in.mx.bigmail.example")))
    #expect(found.agreeing == 1)
    #expect(found.agreements.map(\.both) == [1])
    #expect(
      found.matrix == [.init(role: .mailbox, claimed: "big", ours: "big", number: 1)])
  }

  @Test("A word is matched whole: a name that only contains it names nobody")
  func wholeWords() {
    let found = Self.compare(
      [Self.claim("a.example", "bigger"), Self.claim("a.example", "ig")],
      Given("a.example", .mx("in.mx.bigmail.example")))
    #expect(found.agreements.isEmpty)
    #expect(found.agreeing == 1)
  }

  @Test("Autodiscover alone is ours on purpose and set apart; a DKIM target is not")
  func autodiscoverAlone() {
    let claims = ["a.example", "b.example", "c.example"].map { Self.claim($0, "independent") }
    let found = Self.compare(
      claims + [Self.claim("c.example", "big")],
      Given("a.example", .mx("mail.a.example"), .autodiscover("autodiscover.bigmail.example")),
      Given("b.example", .mx("mail.b.example"), .dkim("x.dkim.bigmail.example")),
      Given("c.example", .mx("in.mx.bigmail.example")))
    #expect(found.differences.map(\.reason) == [.autodiscoverAlone, .dkimTarget])
    #expect(found.differences.map(\.side) == [.ours, .ours])
    #expect(found.differences[0].evidence == ["autodiscover autodiscover.bigmail.example"])
    #expect(found.setApart == 1)
    #expect(found.disagreeing == 1)
    #expect(found.agreeing == 1)
  }

  @Test("A token, a tenant or SPF alone is theirs and set apart, with every trace named")
  func traceAlone() {
    let found = Self.compare(
      [Self.claim("a.example", "big")],
      Given(
        "a.example", .mx("in.shield.example"), .token("bigmail"), .tenant("yes"),
        .include("spf.bigmail.example")))
    #expect(found.differences.map(\.reason) == [.traceAlone])
    #expect(
      Set(found.differences[0].evidence) == [
        "SPF spf.bigmail.example", "TXT bigmail", "tenant yes",
      ])
    #expect(found.differences[0].ours == "hidden")
    #expect(found.differences[0].claimSource == "claims.json:7")
    #expect(found.setApart == 1)
  }

  @Test("Without any trace, a gateway, a failed answer and a plain difference are told apart")
  func otherReasons() {
    let names = ["a.example", "b.example", "c.example", "d.example"]
    let found = Self.compare(
      names.map { Self.claim($0, "big") },
      Given("a.example", .mx("in.shield.example")),
      Given("b.example", .failed(.mx)),
      Given("c.example", .mx("in.localmail.example")),
      Given(
        "d.example", .mx("in.mx.bigmail.example"), .dkim("x.dkim.localmail.example")))
    #expect(
      found.differences.map(\.reason)
        == [.hiddenByGateway, .notAnswered, .noRecord, .exchangerOnly])
    #expect(found.disagreeing == 4)
  }

  @Test("A gateway is found by the word published lists use; one they do not list is not denied")
  func gateways() {
    let found = Self.compare(
      [
        Self.claim("a.example", "big-shield", .mailExchange),
        Self.claim("b.example", "big-shield", .mailExchange),
        Self.claim("c.example", "shieldco"),
      ],
      Given("a.example", .mx("in.shield.example")),
      Given("b.example", .mx("in.localmail.example")),
      Given("c.example", .mx("in.shield.example")))
    let gateways = found.agreements.filter { $0.role == .mailExchange }
    #expect(gateways.map(\.both) == [1])
    #expect(gateways.map(\.onlyTheirs) == [1])
    #expect(gateways.map(\.onlyOurs) == [0])
  }

  @Test("Domains that only one side knows are listed, not compared")
  func reach() {
    let found = Self.compare(
      [Self.claim("gone.example", "big"), Self.claim("a.example", "big")],
      Given("a.example", .mx("in.mx.bigmail.example")), Given("b.example", .mx("x.b.example")))
    #expect(found.compared == 1)
    #expect(found.unmeasured == ["gone.example"])
    #expect(found.unclaimed == 1)
    #expect(found.share == nil)
  }

  @Test("Claims in any order give the same comparison")
  func order() {
    let claims = ["a.example", "b.example"].flatMap { domain in
      ["big", "local", "independent"].map { Self.claim(domain, $0) }
    }
    let given = [
      Given("a.example", .mx("in.mx.bigmail.example")), Given("b.example", .mx("m.b.example")),
    ]
    let one = Self.compare(claims, given[0], given[1])
    let other = Self.compare(claims.reversed(), given[1], given[0])
    #expect(one.matrix == other.matrix)
    #expect(one.agreements == other.agreements)
    #expect(one.differences.map(\.domain) == other.differences.map(\.domain))
    #expect(one.differences.map(\.word) == other.differences.map(\.word))
  }
}
