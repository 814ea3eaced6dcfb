import Testing

@testable import LinchpinCore

@Suite("Ties as ranges, reach and intervals")
struct TieTests {
  private static func assess(
    _ given: [Given], unit: Unit = .organisation, by: Dimension? = nil, sample: Bool = false,
    count: Count? = nil, listed: [(Organisation, [String])] = [], rules: Rules = Sample.rules
  ) -> Assessment {
    var options = AssessmentOptions()
    options.unit = unit
    options.extras = [.ties, .reach]
    options.by = by
    options.isSample = sample
    options.count = count
    return Assessment(Snapshot.stated(given, listed: listed), under: rules, options: options)
  }

  private static let four = [
    Given("a.example", .mx("in.mx.bigmail.example")),
    Given("b.example", .mx("in.localmail.example"), .dkim("x.dkim.bigmail.example")),
    Given("c.example", .mx("in.localmail.example"), .include("spf.bigmail.example")),
    Given("d.example", .mx("in.shield.example")),
  ]

  @Test("Routing is part of inferred and inferred of trace, each with those who flip")
  func nested() throws {
    let assessment = Self.assess(Self.four)
    let mail = try #require(assessment.ties.first { $0.service == .mail })
    let tie = try #require(mail.ties.first { $0.level == .company && $0.group == "big" })
    #expect([tie.routing.number, tie.inferred.number, tie.trace.number] == [1, 2, 3])
    #expect(tie.inferredOnly == ["b.example"])
    #expect(tie.traceOnly == ["c.example"])
    // What is behind the gateway of d is hidden, and nobody asked a, b and d for SPF.
    #expect(mail.unknown == ["a.example", "b.example", "d.example"])
    #expect(tie.least == tie.routing)
    #expect(tie.most.number == 4)
    #expect(mail.share(tie.trace) == nil)
  }

  @Test("Counts in parts have no ties, and nobody who did not ask gets them")
  func onlyWhenOverlapping() {
    #expect(Self.assess(Self.four, count: .fractional).ties.isEmpty)
    #expect(Self.assess(Self.four, count: .primary).reach.isEmpty)
    let plain = Assessment(
      Snapshot.stated(Self.four), under: Sample.rules, options: AssessmentOptions())
    #expect(plain.ties.isEmpty && plain.reach.isEmpty)
  }

  @Test("Ties of the parts add up to those of the whole, whatever the dimension")
  func parts() throws {
    let listed = Self.four.enumerated().map { number, given in
      (
        Organisation(
          id: "o\(number)", name: "O\(number)", sector: number < 2 ? "city" : "water",
          country: "NL", region: "", weight: Double(number + 1)), [given.domain]
      )
    }
    let assessment = Self.assess(Self.four, by: .sector, listed: listed)
    let mail = assessment.ties.filter { $0.service == .mail }
    func count(_ ties: ServiceTies) -> [Int] {
      ties.ties.first { $0.group == "big" && $0.level == .company }
        .map { [$0.routing.number, $0.inferred.number, $0.trace.number, $0.most.number] }
        ?? [0, 0, 0, ties.unknown.count]
    }
    let whole = try #require(mail.first { $0.by == nil })
    let sum = mail.filter { $0.by != nil }.map(count)
      .reduce([0, 0, 0, 0]) { zip($0, $1).map(+) }
    #expect(count(whole) == sum)
  }

  @Test("Random studies: tiers nest, most is at least trace, and order never shows")
  func nesting() throws {
    var random = Random(seed: 41)
    for _ in 0..<60 {
      let given = (0..<random.below(12) + 1).map { number -> Given in
        var facts: [Stated] = []
        if random.chance(80) {
          facts.append(
            .mx(random.pick(["x.mx.bigmail.example", "x.localmail.example", "x.shield.example"])))
        }
        if random.chance(30) { facts.append(.dkim("x.dkim.bigmail.example")) }
        if random.chance(30) { facts.append(.include("spf.bigmail.example")) }
        if random.chance(10) { facts.append(.failed(.spf)) }
        return Given("d\(number).example", facts)
      }
      let one = Self.assess(given)
      for service in one.ties {
        for tie in service.ties {
          #expect(tie.routing.number <= tie.inferred.number)
          #expect(tie.inferred.number <= tie.trace.number)
          #expect(tie.trace.number <= tie.most.number && tie.most.number <= service.of)
          #expect(tie.inferredOnly.count == tie.inferred.number - tie.routing.number)
          #expect(tie.traceOnly.count == tie.trace.number - tie.inferred.number)
        }
      }
      #expect(one.ties == Self.assess(given.reversed()).ties)
    }
  }

  // MARK: Reach

  @Test("C counts by union whoever comes through others; I wants nothing beside it")
  func reach() throws {
    var catalogue = Sample.catalogue
    let local = try #require(catalogue.providers.firstIndex { $0.id == "localmail" })
    catalogue.providers[local].dependsOn = ["rack"]
    let assessment = Self.assess(
      [
        Given("a.example", .mx("in.localmail.example")),
        Given("b.example", .mx("in.localmail.example"), .mx("in.mx.bigmail.example")),
        Given("c.example", .mx("in.mx.bigmail.example")),
      ], rules: Rules(catalogue: catalogue))
    func row(_ group: String) throws -> ProviderReach {
      try #require(
        assessment.reach.first {
          $0.role == .mailExchange && $0.level == .provider && $0.group == group
        })
    }
    let rack = try row("rack")
    #expect([rack.direct, rack.concentration, rack.impact] == [0, 2, 1])
    #expect(rack.blast == 1)
    let localmail = try row("localmail")
    #expect([localmail.direct, localmail.concentration, localmail.impact] == [2, 2, 1])
    // One company stands behind both: its law reaches each of them once.
    let law = try #require(
      assessment.reach.first {
        $0.role == .mailExchange && $0.level == .jurisdiction && $0.group == "NL"
      })
    #expect([law.direct, law.concentration, law.impact] == [2, 2, 1])
  }

  @Test("Two operators on one third: impact misses it, the blast radius does not")
  func hiddenDependency() throws {
    var catalogue = Sample.catalogue
    for id in ["localmail", "bigmail"] {
      let place = try #require(catalogue.providers.firstIndex { $0.id == id })
      catalogue.providers[place].dependsOn = ["rack"]
    }
    let assessment = Self.assess(
      [Given("a.example", .mx("in.localmail.example"), .mx("in.mx.bigmail.example"))],
      rules: Rules(catalogue: catalogue))
    let rack = try #require(
      assessment.reach.first { $0.role == .mailExchange && $0.group == "rack" })
    #expect(rack.concentration == 1 && rack.impact == 0 && rack.blast == 1)
  }

  // MARK: Intervals

  @Test(
    "Wilson's interval has the published values",
    arguments: [
      // Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3.
      (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611),
      (1, 29, 0.0061, 0.1718),
    ])
  func wilson(_ number: Int, _ of: Int, _ low: Double, _ high: Double) throws {
    let interval = try #require(WilsonInterval(number, of: of))
    #expect(abs(interval.low - low) < 0.00005, "\(interval)")
    #expect(abs(interval.high - high) < 0.00005, "\(interval)")
  }

  @Test("No interval below thirty units, for parts, or for nothing")
  func noInterval() throws {
    #expect(WilsonInterval(0, of: 0) == nil && WilsonInterval(3, of: 2) == nil)
    let many = (0..<40).map { Given("d\($0).example", .mx("in.mx.bigmail.example")) }
    let share = try #require(Self.assess(many, sample: true).shares.first)
    #expect(share.interval?.high == 1)
    #expect(Self.assess(Array(many.prefix(29)), sample: true).shares.first?.interval == nil)
    #expect(Self.assess(many, count: .fractional).shares.first?.interval == nil)
  }
}
