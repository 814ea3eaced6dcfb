import Testing

@testable import LinchpinCore

@Suite("Shares are counted three ways, with their bounds")
struct ShareTests {
  private func shares(
    _ given: [Given], listed: [(Organisation, [String])] = [], role: Role = .mailExchange,
    level: GroupLevel = .provider, _ change: (inout AssessmentOptions) -> Void = { _ in }
  ) -> [Share] {
    var options = AssessmentOptions()
    options.levels = [level]
    change(&options)
    let snapshot = Snapshot.stated(given, listed: listed)
    return Assessment(snapshot, under: Sample.rules, options: options).shares
      .filter { $0.role == role }
  }

  private func text(_ shares: [Share]) -> [String] {
    shares.map { "\($0.group) \($0.number)" }
  }

  private let three = [
    Given("a.example", .mx("x.mx.bigmail.example", 10), .mx("x.localmail.example", 20)),
    Given("b.example", .mx("x.mx.bigmail.example", 10)),
    Given("c.example", .mx("x.shield.example", 10)),
  ]

  @Test("Counted any, a unit counts once for each of its providers")
  func anyCount() {
    #expect(text(shares(three)) == ["bigmail 2.0", "localmail 1.0", "shield 1.0"])
    let twice = [
      Given("a.example", .mx("x.mx.bigmail.example")),
      Given("b.example", .mx("y.mx.bigmail.example")),
    ]
    let one = [(Organisation(id: "A"), ["a.example", "b.example"])]
    #expect(text(shares(twice, listed: one)) == ["bigmail 1.0"])
    #expect(text(shares(twice, listed: one) { $0.unit = .domain }) == ["bigmail 2.0"])
  }

  @Test("Counted in fractions, a domain is split over its providers, an organisation over domains")
  func fractions() {
    let given = [
      Given("a.example", .mx("x.mx.bigmail.example"), .mx("x.localmail.example")),
      Given("b.example", .mx("x.mx.bigmail.example")),
      Given("c.example", .mx("mail.c.example")),
      Given("d.example", .nullMX),
      Given("e.example", .ns("x.plaindns.example")),
    ]
    let listed = [
      (Organisation(id: "A"), ["a.example", "b.example", "c.example", "d.example", "e.example"])
    ]
    let found = shares(given, listed: listed) { $0.count = .fractional }
    #expect(text(found) == ["bigmail \(0.5 / 3 + 1.0 / 3)", "localmail \(0.5 / 3)"])
    let domains = shares(given, listed: listed) {
      $0.count = .fractional
      $0.unit = .domain
    }
    #expect(text(domains) == ["bigmail 1.5", "localmail 0.5"])
    #expect(domains.allSatisfy { $0.of == 5 })
  }

  @Test("Fractions sum up to company, and split over the legal orders of one company")
  func fractionsAbove() {
    let given = [
      Given("a.example", .ns("x.fastdns-1.example"), .ns("x.plaindns.example")),
      Given("b.example", .ns("x.fastdns-1.example")),
    ]
    #expect(
      text(shares(given, role: .authoritativeDNS, level: .company) { $0.count = .fractional })
        == ["big 1.5", "local 0.5"])
    #expect(
      text(shares(given, role: .authoritativeDNS, level: .jurisdiction) { $0.count = .fractional })
        == ["US 1.5", "NL 0.5"])
  }

  @Test("Counted primary, the most preferred exchanger counts, the first listed on ties")
  func primary() {
    let given = [
      Given("a.example", .mx("x.localmail.example", 20), .mx("x.mx.bigmail.example", 10)),
      Given("b.example", .mx("x.localmail.example", 10), .mx("x.mx.bigmail.example", 10)),
      Given("c.example", .mx("x.shield.example"), .mx("x.mx.bigmail.example")),
    ]
    #expect(
      text(shares(given) { $0.count = .primary })
        == ["bigmail 1.0", "localmail 1.0", "shield 1.0"])
    let listed = [(Organisation(id: "A"), ["a.example", "b.example"])]
    #expect(
      text(shares(Array(given.prefix(2)), listed: listed) { $0.count = .primary })
        == ["bigmail 0.5", "localmail 0.5"])
  }

  @Test("The parts of all counted units add up to the units, known and unknown")
  func partsAddUp() {
    for seed in 0..<60 {
      var random = Random(seed: seed)
      let study = RandomStudy(using: &random)
      var options = AssessmentOptions()
      options.count = random.pick([.fractional, .primary])
      options.unit = random.pick(Unit.allCases)
      let assessment = Assessment(study.snapshot, under: study.rules, options: options)
      for found in assessment.concentration {
        let attribution = assessment.attribution
        let population = Population(study.snapshot, options: options)
        var units = 0.0
        population.forEachUnit { unit in
          if unit.domains.contains(where: { attribution.hasService(found.role, $0, .inferred) }) {
            units += 1
          }
        }
        #expect(abs(found.known + found.unknown - units) < 1e-9, "seed \(seed) \(found)")
      }
    }
  }

  @Test("The bounds go from the strongest tier to everything not known")
  func bounds() {
    let given = [
      Given("a.example", .mx("x.mx.bigmail.example")),
      Given("b.example", .mx("x.shield.example"), .dkim("x.dkim.bigmail.example")),
      Given("c.example", .mx("x.shield.example")),
      Given("d.example", .mx("mail.d.example")),
      Given("e.example", .failed(.mx)),
      Given("f.example", .nullMX),
      Given("g.example", .mx("x.localmail.example")),
      Given("h.example", .mx("x.tail.example")),
    ]
    let found = shares(given, role: .mailbox)[0]
    #expect(found.group == "bigmail" && found.number == 2 && found.least == 2)
    #expect(found.most == 2 + 3 && found.of == 8 && found.tier == .inferred)
    // By company the operator named after its domain is unknown too.
    let company = shares(given, role: .mailbox, level: .company)[0]
    #expect(company.group == "big" && company.most == 2 + 4)
  }

  @Test("A unit that has the group and something unknown beside it is not counted twice")
  func boundsOverlap() {
    let found = shares([Given("a.example", .mx("x.mx.bigmail.example"), .mx("mail.a.example"))])
    #expect(found[0].number == 1 && found[0].most == 1)
  }

  @Test("An organisation without a measured domain may have anything")
  func unmeasured() {
    let listed = [(Organisation(id: "A"), ["a.example"]), (Organisation(id: "B"), ["b.example"])]
    let found = shares([Given("a.example", .mx("x.mx.bigmail.example"))], listed: listed)
    #expect(found[0].number == 1 && found[0].most == 2 && found[0].of == 2)
  }

  @Test("Below thirty units there is no percentage")
  func smallPopulation() {
    func many(_ count: Int) -> [Share] {
      shares((0..<count).map { Given("d\($0).example", .mx("x.mx.bigmail.example")) })
    }
    #expect(many(29)[0].share == nil && many(30)[0].share == 1)
    #expect(Share.smallestPopulation == 30)
  }

  @Test("Roles known only by traces are counted at that tier")
  func traces() {
    let found = shares([Given("a.example", .include("spf.bigmail.example"))], role: .outboundSender)
    #expect(found[0].tier == .trace && found[0].number == 1 && found[0].least == 1)
  }

  @Test("Weights are counted beside the units when asked for")
  func weights() {
    let listed = [
      (Organisation(id: "A", weight: 2.5), ["a.example"]),
      (Organisation(id: "B", weight: 4), ["b.example"]),
    ]
    let given = [
      Given("a.example", .mx("x.mx.bigmail.example")),
      Given("b.example", .mx("x.mx.bigmail.example")),
    ]
    #expect(shares(given, listed: listed)[0].weight == 2)
    let weighted = shares(given, listed: listed) { $0.isWeighted = true }
    #expect(weighted[0].weight == 6.5 && weighted[0].number == 2)
    var options = AssessmentOptions()
    options.isWeighted = true
    #expect(Population(Snapshot.stated(given, listed: listed), options: options).weight == 6.5)
  }

  @Test("Filters choose the population, whatever the case of letters")
  func filters() {
    let listed = [
      (Organisation(id: "A", sector: "Health", country: "NL", region: "North"), ["a.example"]),
      (Organisation(id: "B", sector: "health", country: "BE", region: "South"), ["b.example"]),
      (Organisation(id: "C", sector: "Water", country: "NL", region: "South"), ["c.example"]),
    ]
    let given = ["a", "b", "c"].map { Given("\($0).example", .mx("x.mx.bigmail.example")) }
    func count(_ change: (inout Selection) -> Void) -> [Int] {
      shares(given, listed: listed) { change(&$0.selection) }.map(\.of)
    }
    #expect(count { _ in } == [3])
    #expect(count { $0.sectors = ["HEALTH"] } == [2])
    #expect(count { $0.countries = ["nl"] } == [2])
    #expect(
      count {
        $0.regions = ["south"]; $0.countries = ["NL"]
      } == [1])
    #expect(count { $0.sectors = ["none"] } == [])
    #expect(count { $0.services = [.dns] } == [])
    #expect(count { $0.roles = [.mailExchange] } == [3])
  }

  @Test("A table is cut by an attribute into parts that have their own denominators")
  func cuts() {
    let listed = [
      (Organisation(id: "A", sector: "health"), ["a.example"]),
      (Organisation(id: "B", sector: "water"), ["b.example"]),
      (Organisation(id: "C", sector: "water"), ["c.example"]),
    ]
    let given = ["a", "b", "c"].map { Given("\($0).example", .mx("x.mx.bigmail.example")) }
    let found = shares(given, listed: listed) { $0.by = .sector }
    #expect(found.map { $0.by?.value } == [nil, "health", "water"])
    #expect(found.map(\.number) == [3, 1, 2] && found.map(\.of) == [3, 1, 2])
  }
}
