import Testing

@testable import LinchpinCore

@Suite("Names are explained, from records to law")
struct ExplanationTests {
  private let assessment: Assessment = {
    var catalogue = Sample.catalogue
    catalogue.ownerships = [
      Sample.owns("big", "local", share: 60, from: "2020-01-01", to: "2030-01-01")
    ]
    catalogue.jurisdictions[0].instruments = [
      Instrument(
        id: "act", name: "The Act", reference: "1 Code 2", kind: .disclosure, binds: "everybody",
        reaches: "everything", validFrom: CalendarDate("2018"), validTo: CalendarDate("2030"),
        isUncertain: true, citation: Sample.citation)
    ]
    let snapshot = Snapshot.stated(
      [
        Given(
          "town.example", .mx("x.localmail.example"), .mx("x.tail.example"), .mx("mail.c.example")),
        Given("c.example", .mx("mail.c.example")), Given("g.example", .mx("x.shield.example")),
      ],
      listed: [
        (Organisation(id: "T", name: "Town", sector: "towns", country: "NL"), ["town.example"]),
        (Organisation(id: "C", name: "City", country: "BE"), ["c.example"]),
        (Organisation(id: "E", name: "Empty"), ["e.example"]),
      ])
    return Assessment(snapshot, under: Rules(catalogue: catalogue), options: .init())
  }()

  private func text(_ name: String) -> [String] {
    (Explanation.of(name, in: assessment)?.sections ?? []).flatMap { section in
      section.steps.map { "\(section.heading) | \($0.label) | \($0.value) | \($0.source)" }
    }
  }

  @Test("A domain is explained by its roles, with record, signature, owner and law")
  func domain() {
    let found = text("Town.example")
    #expect(Explanation.of("Town.example", in: assessment)?.subject == .domain)
    for line in [
      "Domain | organisation | Town | ",
      "town.example: mailExchange | provider | LOCALMAIL, routing | one.jsonl:1",
      "town.example: mailExchange | record | MX x.localmail.example | ",
      "town.example: mailExchange | matched | mxSuffix localmail.example, source checked on 2026-04-01 | https://source.example/",
      "town.example: mailExchange | ownership | BIG owns LOCAL (60 %), completed, from 2020-01-01"
        + " until 2030-01-01 | https://source.example/",
      "town.example: mailExchange | law | seat in NL; controlled from US | ",
      "town.example: mailExchange | company | unknown: no company is known for it, so no law "
        + "either | ",
    ] {
      #expect(found.contains(line), "\(line)\nnot in\n\(found.joined(separator: "\n"))")
    }
  }

  @Test("Organisations, providers, companies and countries are explained by id or name")
  func others() {
    #expect(text("T").first == "Organisation | sector | towns | ")
    #expect(text("empty").last == "No domain of it was measured | status | notMeasured | ")
    #expect(text("shield").contains("Provider | gateway | filters mail in front of a mailbox | "))
    #expect(
      text("LOCALMAIL").contains(
        "Who uses it | mailExchange | 1 of 4 organisations at tier inferred | "))
    #expect(text("cable").contains("Who uses it | none | nobody in this input | "))
    #expect(text("tail.example")[0].contains("no company, law unknown"))
    #expect(text("organisation:C")[0] == "Provider | listed organisation | City, law of BE | ")
    #expect(text("local").contains { $0.hasPrefix("Ownership, whatever its status | ownership") })
    #expect(text("big").contains { $0.hasPrefix("Brands | bigmail") })
    #expect(
      text("us")[0] == "Instruments | disclosure | The Act (1 Code 2): binds everybody; reaches "
        + "everything; from 2018 until 2030; uncertain whether in force | https://source.example/")
    #expect(text("the netherlands").contains { $0.contains("local | LOCAL") })
    #expect(Explanation.of("nobody", in: assessment) == nil)
  }

  @Test("A status without provider gives its reason")
  func status() {
    #expect(
      text("g.example").contains(
        "g.example: mailbox | status | hidden (behindGateway) | one.jsonl:3"))
  }

  @Test(
    "A claim that differs is explained with both reasons and the record; one that agrees says so")
  func claims() throws {
    func claim(_ word: String, _ line: UInt32) -> Claim {
      Claim(
        domain: "town.example", organisation: "Town", role: .mailbox, provider: word,
        reason: "tokens", source: Provenance(file: 0, line: line))
    }
    func lines(_ claims: Claim..., of name: String) throws -> [String] {
      let comparison = ClaimComparison(
        Claims(files: [SourceFile(path: "claims.json", format: "test")], claims: claims),
        with: assessment.attribution,
        Population(assessment.snapshot, options: AssessmentOptions()))
      let explanation = try #require(Explanation.of(name, in: assessment))
      return explanation.comparing(comparison, in: assessment).sections
        .filter { $0.heading.hasSuffix("what others claim") }
        .flatMap { section in
          section.steps.map { "\($0.label) | \($0.value) | \($0.source)" }
        }
    }
    #expect(
      try lines(claim("big", 4), of: "T") == [
        "they say | mailbox: big | claims.json:4", "their reason | tokens | ",
        "we differ | only theirs names big: noRecord | one.jsonl:1",
      ])
    #expect(
      try lines(claim("local", 4), of: "town.example") == [
        "they say | mailbox: local | claims.json:4", "their reason | tokens | ",
        "we say | nothing that differs | ",
      ])
    #expect(try lines(of: "C") == ["none | nobody claims anything of it | "])
    #expect(try lines(claim("local", 4), of: "big").isEmpty)
  }

  @Test("What can be explained can be offered")
  func candidates() {
    let offered = Explanation.candidates(in: assessment)
    for name in offered { #expect(Explanation.of(name, in: assessment) != nil, "\(name)") }
    #expect(offered.contains("town.example") && offered.contains("City") && offered.contains("big"))
  }

  @Test("Rows have one line per binding, in a fixed order, with evidence and law")
  func rows() {
    let population = Population(assessment.snapshot, options: .init())
    let rows = BindingRow.rows(
      assessment.attribution, population, roles: [.mailExchange, .authoritativeDNS],
      asOf: assessment.asOf)
    #expect(
      rows.map {
        "\($0.domain) \($0.role.label) \($0.status.label) \($0.provider) \($0.jurisdictions)"
      }
        == [
          "c.example mailExchange unattributed  []", "c.example authoritativeDNS notMeasured  []",
          "town.example mailExchange attributed localmail [\"NL\", \"US\"]",
          "town.example mailExchange attributed tail.example []",
          "town.example mailExchange attributed organisation:C [\"BE\"]",
          "town.example authoritativeDNS notMeasured  []",
          "g.example mailExchange attributed shield [\"GB\"]",
          "g.example authoritativeDNS notMeasured  []",
        ])
    #expect(rows[2].evidence == "MX x.localmail.example" && rows[2].source == "one.jsonl:1")
    #expect(rows[1].tier == nil && rows[2].company == "LOCAL")
  }
}
