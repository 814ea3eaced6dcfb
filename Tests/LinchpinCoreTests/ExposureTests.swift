import Testing

@testable import LinchpinCore

@Suite("Disclosure is a union over the holders of data")
struct ExposureTests {
  private func disclosure(_ facts: Stated..., options: AssessmentOptions = everything)
    -> [String: String]
  {
    answers([Given("town.example", facts)], options)
  }

  private static let everything: AssessmentOptions = {
    var options = AssessmentOptions()
    options.tier = .trace
    options.home = "NL"
    return options
  }()

  /// The one organisation's place on the scale, by legal order.
  private func answers(_ given: [Given], _ options: AssessmentOptions) -> [String: String] {
    let listed = [(Organisation(id: "A", country: "NL"), given.map(\.domain))]
    let assessment = Assessment(
      Snapshot.stated(given, listed: listed), under: Sample.rules, options: options)
    var found: [String: String] = [:]
    for exposure in assessment.exposure {
      guard case .disclosure(let answer) = exposure.answer else { continue }
      found[exposure.jurisdiction] =
        answer.all == 1
        ? "all"
        : answer.some == 1
          ? "some" : answer.metadata == 1 ? "metadata" : answer.unknown == 1 ? "unknown" : "none"
    }
    return found
  }

  private let local: [Stated] = [
    .mx("x.localmail.example"), .absent(.spf), .absent(.txt), .ns("x.plaindns.example"),
    .absent(.cname), .a("192.0.2.1", asn: 64502),
  ]

  @Test("All content with one country's holders, and no other legal order over anything")
  func none() {
    #expect(answers([Given("town.example", local)], Self.everything) == ["NL": "all"])
  }

  @Test("A second exchanger under another law makes some, redundancy does not help")
  func some() {
    let found = answers(
      [Given("town.example", local + [.mx("x.mx.bigmail.example")])], Self.everything)
    #expect(found == ["NL": "all", "US": "some"])
  }

  @Test("Every content service with a holder under a law makes all")
  func all() {
    let found = disclosure(
      .mx("x.mx.bigmail.example"), .cname("town.front.example"), .ns("x.plaindns.example"))
    #expect(found == ["NL": "metadata", "US": "all"])
  }

  @Test("Identity and DNS alone are metadata")
  func metadata() {
    let dns = local.filter { if case .ns = $0 { false } else { true } }
    #expect(
      answers([Given("town.example", dns + [.ns("x.fastdns-1.example")])], Self.everything)["US"]
        == "metadata")
    #expect(
      answers([Given("town.example", local + [.token("bigmail")])], Self.everything)["US"]
        == "metadata")
  }

  @Test("A known hit beats unknown, unknown beats none")
  func precedence() {
    let hidden = local.filter { if case .mx = $0 { false } else { true } }
    let gateway = answers(
      [Given("town.example", hidden + [.mx("x.shield.example")])], Self.everything)
    #expect(gateway == ["GB": "some", "NL": "some"])
    let unknown = answers(
      [
        Given("town.example", hidden + [.mx("x.tail.example"), .token("bigmail")]),
        Given("second.example", local),
      ], Self.everything)
    #expect(unknown == ["NL": "some", "US": "metadata"])
  }

  @Test("What was never asked about is unknown, and SPF or DKIM alone ask nothing about mail")
  func notMeasured() {
    let withoutMail = local.filter { if case .mx = $0 { false } else { true } }
    for extra in [[], [Stated.include("spf.bigmail.example")], [.dkim("x.dkim.localmail.example")]]
    {
      var options = Self.everything
      options.home = "GB"
      options.tier = .inferred
      #expect(answers([Given("town.example", withoutMail + extra)], options)["GB"] == "unknown")
    }
  }

  @Test("The tier in force decides whether a trace counts")
  func tiers() {
    var options = Self.everything
    let facts = local + [.include("spf.bigmail.example")]
    #expect(answers([Given("town.example", facts)], options)["US"] == "some")
    options.tier = .inferred
    #expect(answers([Given("town.example", facts)], options)["US"] == "none")
  }

  @Test("An organisation without a measured domain is unknown to every legal order")
  func empty() {
    var options = AssessmentOptions()
    options.home = "NL"
    let snapshot = Snapshot.stated(
      [Given("a.example", .mx("x.localmail.example"))],
      listed: [(Organisation(id: "A"), ["a.example"]), (Organisation(id: "B"), ["b.example"])])
    options.selection.roles = [.mailExchange]
    let assessment = Assessment(snapshot, under: Sample.rules, options: options)
    #expect(
      assessment.exposure.map(\.answer) == [
        .disclosure(.init(all: 1, unknown: 1)),
        .cutoff(.init(allLost: 1, unknown: 1), scope: .group),
      ])
    #expect(assessment.asOf == CalendarDate("2026-04-28"))
  }

  // MARK: By class of data

  /// For one legal order: `held`, `none` or `unknown` by class of data.
  private func classes(
    _ law: String, _ facts: [Stated], _ rules: Rules = Sample.rules, tier: Tier = .trace
  ) -> [DataClass: String] {
    var options = Self.everything
    options.tier = tier
    options.extras = .dataClasses
    options.home = law
    let snapshot = Snapshot.stated(
      [Given("town.example", facts)],
      listed: [(Organisation(id: "A", country: "NL"), ["town.example"])])
    let assessment = Assessment(snapshot, under: rules, options: options)
    var found: [DataClass: String] = [:]
    for exposure in assessment.exposure where exposure.jurisdiction == law {
      guard case .disclosure(let answer) = exposure.answer else { continue }
      for holding in answer.holdings {
        #expect(holding.held + holding.none + holding.unknown == 1)
        found[holding.dataClass] =
          holding.held == 1 ? "held" : holding.unknown == 1 ? "unknown" : "none"
      }
    }
    return found
  }

  @Test("A gateway holds mail on its way, and what is stored behind it is not known")
  func gatewayClasses() {
    let facts: [Stated] = [
      .mx("x.shield.example"), .ns("x.plaindns.example"), .absent(.cname),
      .a("192.0.2.1", asn: 64502), .absent(.spf), .absent(.txt),
    ]
    #expect(
      classes("GB", facts) == [
        .contentInTransit: "held", .contentAtRest: "unknown", .identity: "none",
        .metadata: "none",
      ])
    #expect(
      classes("US", facts) == [
        .contentInTransit: "none", .contentAtRest: "unknown", .identity: "none",
        .metadata: "none",
      ])
  }

  @Test("An edge holds the web on its way, and name servers hold metadata alone")
  func edgeClasses() {
    let facts: [Stated] = [
      .mx("x.localmail.example"), .ns("x.fastdns-1.example"), .cname("town.front.example"),
      .absent(.spf), .token("bigmail"),
    ]
    let us = classes("US", facts)
    #expect(us[.contentInTransit] == "held" && us[.metadata] == "held" && us[.identity] == "held")
    #expect(us[.contentAtRest] == "unknown")
    #expect(classes("US", facts, tier: .inferred)[.identity] == "none")
    #expect(classes("NL", facts)[.contentAtRest] == "held")
  }

  @Test("A class of which nothing was asked is unknown, not none")
  func classesNotAsked() {
    let found = classes("US", [.mx("x.localmail.example")])
    #expect(found[.metadata] == "unknown")
    #expect(found[.contentAtRest] == "unknown" && found[.contentInTransit] == "unknown")
  }

  @Test("Where one controller's seat is not known, no other law can be called none")
  func halfKnownLaw() {
    var catalogue = Sample.catalogue
    catalogue.companies.append(Sample.company("fund", ""))
    catalogue.ownerships.append(Sample.owns("fund", "local"))
    let rules = Rules(catalogue: catalogue)
    let facts: [Stated] = local
    #expect(classes("GB", facts)[.metadata] == "none")
    #expect(classes("GB", facts, rules)[.metadata] == "unknown")
    #expect(classes("NL", facts, rules)[.metadata] == "held")
    var options = Self.everything
    options.home = "GB"
    let assessment = Assessment(
      Snapshot.stated(
        [Given("town.example", facts)],
        listed: [(Organisation(id: "A", country: "NL"), ["town.example"])]),
      under: rules, options: options)
    let answers = assessment.exposure.filter { $0.jurisdiction == "GB" }.map(\.answer)
    #expect(answers.contains(.disclosure(.init(unknown: 1))))
  }
}
