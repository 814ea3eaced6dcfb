import Testing

@testable import LinchpinCore

@Suite("Trends, movements by level, gates")
struct TrendTests {
  private let names = ["a.example", "b.example", "c.example"]

  private func trend(_ dates: [(String, [Given])]) -> Trend? {
    var builder = TrendBuilder(under: Sample.rules, options: .init())
    for (name, given) in dates { builder.add(.stated(given, on: name), as: name) }
    return builder.finish()
  }

  private func series(_ key: String, _ trend: Trend?) throws -> Trend.Series {
    try #require(trend?.series.first { $0.measure.key == key })
  }

  @Test("A trend needs two dates")
  func single() {
    #expect(trend([]) == nil)
    #expect(trend([("2026-01-01", [Given("a.example")])]) == nil)
  }

  @Test("Values follow the dates; what was not measured is a gap; steps have their causes")
  func values() throws {
    let found = trend([
      ("2026-01-01", names.map { Given($0, .mx("x.localmail.example")) }),
      (
        "2026-02-01",
        [
          Given(names[0], .mx("x.mx.bigmail.example")), Given(names[1], .mx("x.localmail.example")),
          Given(names[2], .failed(.mx)),
        ]
      ),
      ("2026-03-01", names.map { Given($0, .ns("ns1.plaindns.example")) }),
    ])
    let local = try series("share.mailExchange.provider.localmail", found)
    #expect(local.values == [3, 1, nil])
    #expect(local.steps[0][.records] == -1 && local.steps[0][.coverage] == -1)
    #expect(!local.isComparable(step: 0))
    let big = try series("share.mailExchange.provider.bigmail", found)
    #expect(big.values == [0, 1, nil] && big.isComparable(step: 0))
    let dns = try series("share.authoritativeDNS.provider.plaindns", found)
    #expect(dns.values == [nil, nil, 3])
    #expect(found?.moments.map { $0.questions.map(\.question) } == [[.mx], [.mx], [.ns]])
    #expect(found?.moments[1].questions[0].failed == 1)
  }

  @Test("Days are counted as calendars do")
  func days() throws {
    for (text, number) in [
      ("1970-01-01", 0), ("2000-03-01", 11_017), ("1999-12-31", 10_956), ("2026-06", 20_605),
    ] {
      let date = try #require(CalendarDate(text))
      #expect(date.dayNumber == number, "\(text)")
    }
    for day in stride(from: Int64(-40_000), through: 40_000, by: 37) {
      #expect(CalendarDate(unixTime: day * 86_400).dayNumber == Int(day))
    }
  }

  @Test("Movements within one company or under one law are none at that level")
  func levels() {
    var catalogue = Sample.catalogue
    catalogue.providers.append(
      Sample.provider(
        "twin", company: "big", Sample.signature(.mxSuffix, "mx.twin.example")))
    let (before, after) = (
      Snapshot.stated([
        Given(names[0], .mx("x.mx.bigmail.example")), Given(names[1], .mx("x.localmail.example")),
        Given(names[2], .mx("x.orphan.example")),
      ]),
      Snapshot.stated([
        Given(names[0], .mx("x.mx.twin.example")), Given(names[1], .mx("x.mx.twin.example")),
        Given(names[2], .mx("x.localmail.example")),
      ])
    )
    let found = Comparison(
      before, after, under: Rules(catalogue: catalogue), options: .init())
    func moves(_ level: GroupLevel) -> [String] {
      found.moves(at: level, asOf: nil).filter { $0.role == .mailExchange }
        .map { "\($0.from) \($0.to) \($0.domains.joined())" }.sorted()
    }
    #expect(
      moves(.provider) == [
        "bigmail twin a.example", "localmail twin b.example", "orphan localmail c.example",
      ])
    #expect(moves(.company) == ["(unknown) local c.example", "local big b.example"])
    #expect(moves(.jurisdiction) == ["(unknown) NL c.example", "NL US b.example"])
  }

  @Test("Added, dropped, new and gone are told at each level by what that level sees")
  func kindsByLevel() {
    var catalogue = Sample.catalogue
    catalogue.providers.append(
      Sample.provider(
        "twin", company: "big", Sample.signature(.mxSuffix, "mx.twin.example")))
    func moves(_ was: [Stated], _ now: [Stated], _ level: GroupLevel) -> [String] {
      Comparison(
        .stated([Given(names[0], was)]), .stated([Given(names[0], now)]),
        under: Rules(catalogue: catalogue), options: .init()
      ).moves(at: level, asOf: nil).filter { $0.role == .mailExchange }
        .map { "\($0.kind) \($0.from) \($0.to)" }
    }
    let (big, twin, local) = (
      Stated.mx("x.mx.bigmail.example"), Stated.mx("x.mx.twin.example"),
      Stated.mx("x.localmail.example")
    )
    // A second name of one owner is no second company.
    #expect(moves([big], [big, twin], .provider) == ["addedSecond bigmail twin"])
    #expect(moves([big], [big, twin], .company) == [])
    // Two moves between providers are one addition between companies.
    #expect(
      moves([big], [twin, local], .provider).sorted()
        == ["moved bigmail localmail", "moved bigmail twin"])
    #expect(moves([big], [twin, local], .company) == ["addedSecond big local"])
    #expect(moves([big], [twin, local], .jurisdiction) == ["addedSecond US NL"])
    #expect(moves([twin, local], [big], .company) == ["droppedSecond local big"])
    #expect(moves([.nullMX], [local], .jurisdiction) == ["new  NL"])
    #expect(moves([local], [.nullMX], .company) == ["gone local "])
  }

  @Test("A body that begins to serve itself goes to its own country's law")
  func selfHosted() {
    let listed = [(Organisation(id: "o", country: "NL"), [names[0]])]
    func crossings(_ host: String) -> [String] {
      Comparison(
        .stated([Given(names[0], .mx(host))], listed: listed),
        .stated([Given(names[0], .mx("mail.a.example", asn: 64502))], listed: listed),
        under: Sample.rules, options: .init()
      ).moves(at: .jurisdiction, asOf: nil).filter { $0.role == .mailExchange }
        .map { "\($0.from) \($0.to)" }
    }
    #expect(crossings("x.mx.bigmail.example") == ["US NL"])
    #expect(crossings("x.localmail.example") == [])
  }

  @Test("Moves by sector add up to those of all, and carry the weight of who moved")
  func bySector() throws {
    let listed = [
      (Organisation(id: "t", sector: "town", weight: 100), [names[0], names[1]]),
      (Organisation(id: "h", sector: "hospital", weight: 7), [names[2]]),
    ]
    let (before, after) = (
      Snapshot.stated(names.map { Given($0, .mx("x.localmail.example")) }, listed: listed),
      Snapshot.stated(names.map { Given($0, .mx("x.mx.bigmail.example")) }, listed: listed)
    )
    var options = AssessmentOptions()
    options.selection.roles = [.mailExchange]
    func moves() -> [String] {
      Comparison(before, after, under: Sample.rules, options: options)
        .moves(at: .company, asOf: nil, by: .sector).map {
          "\($0.by?.value ?? "all") \($0.from) \($0.to) \($0.number) "
            + "\($0.organisations.count) \(Int($0.weight))"
        }
    }
    #expect(
      moves() == ["all local big 3 2 107", "hospital local big 1 1 7", "town local big 2 1 100"])
    options.unit = .domain
    #expect(moves()[0] == "all local big 3 2 207")
    options.selection.sectors = ["hospital"]
    let found = Comparison(before, after, under: Sample.rules, options: options)
    #expect(found.moves.flatMap(\.domains) == [names[2]])
    #expect(found.changes.map(\.domain) == [names[2]])
    #expect(found.organisations.kept == 1 && found.domains.kept == 1 && found.haveCommon)
  }

  @Test("Each step of a trend says what a comparison of its two dates says", arguments: 0..<20)
  func steps(_ seed: Int) throws {
    var random = Random(seed: seed)
    var study = RandomStudy(using: &random)
    var dates = [study.snapshot]
    for _ in 0..<3 {
      for index in study.domains.indices where random.chance(40) { study.refill(index, &random) }
      dates.append(study.snapshot)
    }
    var builder = TrendBuilder(under: study.rules, options: .init())
    for (place, date) in dates.enumerated() { builder.add(date, as: "2026-0\(place + 1)-01") }
    let found = try #require(builder.finish())
    for step in 0..<3 {
      let causes = Causes(
        dates[step], dates[step + 1],
        ComparisonTerms(dates[step], dates[step + 1], under: study.rules, options: .init()))
      for total in causes.totals {
        let series = try #require(found.series.first { $0.measure == total.measure })
        #expect(series.steps[step] == total.parts, "seed \(seed) \(total.measure.key)")
      }
    }
  }

  @Test("Single points that appear and vanish are told apart")
  func singlePoints() throws {
    func graph(_ given: [Given]) -> DependencyGraph {
      let snapshot = Snapshot.stated(given)
      let attribution = Attribution(snapshot, under: Sample.rules)
      return DependencyGraph(
        attribution, Population(snapshot, options: .init()), options: .init(asOf: nil))
    }
    let one = graph([Given(names[0], .mx("x.localmail.example"))])
    let two = graph([Given(names[0], .mx("x.mx.bigmail.example"))])
    let found = SinglePointChange.between(one, two, kinds: [.provider])
    #expect(found.contains { $0.id == "bigmail" && $0.hasAppeared && $0.after == 1 })
    #expect(found.contains { $0.id == "localmail" && !$0.hasAppeared && $0.before == 1 })
    #expect(SinglePointChange.between(one, one, kinds: [.provider]).isEmpty)
    let ranked = Chokepoint.ranked(two, kinds: [.provider])
    #expect(ranked.map(\.id).contains("bigmail"))
    #expect(
      found.first { $0.id == "bigmail" }?.after == ranked.first { $0.id == "bigmail" }?.number)
    #expect(found.first { $0.id == "bigmail" }?.name == "BIGMAIL")
  }

  @Test("A gate is met by bindings to which all of it applies")
  func gates() throws {
    let listed = [
      (Organisation(id: "h", sector: "Hospital"), [names[0]]),
      (Organisation(id: "t", sector: "town"), [names[1]]),
    ]
    func rows(_ hosts: [String]) -> [BindingRow] {
      let snapshot = Snapshot.stated(
        zip(names, hosts).map { Given($0, .mx($1)) }, listed: listed)
      return BindingRow.rows(
        Attribution(snapshot, under: Sample.rules), Population(snapshot, options: .init()),
        roles: Role.allCases, asOf: nil)
    }
    let before = rows(["x.localmail.example", "x.mx.bigmail.example"])
    let after = rows(["x.mx.bigmail.example", "x.mx.bigmail.example"])
    let gate = try Gate("sector=hospital role=mailbox jurisdiction=US")
    #expect(gate.cases(before) == [])
    #expect(gate.cases(after) == ["h a.example mailbox bigmail"])
    let new = try Gate("new role=mailExchange jurisdiction=us")
    #expect(new.cases(after, before: before) == ["h a.example mailExchange bigmail"])
    #expect(new.cases(after, before: after) == [])
    #expect(try Gate("role=mailExchange company=BIG").cases(after).count == 2)
    #expect(try Gate("new single point").isAboutSinglePoints)
  }

  @Test(
    "A gate that says nothing sensible is refused",
    arguments: ["", "new", "sector", "sectr=hospital", "single point"])
  func badGates(_ text: String) {
    #expect(throws: Gate.Problem.self) { try Gate(text) }
  }

  @Test("Intervals and tests of samples have their textbook values")
  func statistics() throws {
    let interval = try #require(WilsonInterval(8, of: 10))
    #expect(abs(interval.low - 0.4902) < 0.0001)
    #expect(abs(interval.high - 0.9433) < 0.0001)
    #expect(WilsonInterval(0, of: 5)?.low == 0)
    #expect(WilsonInterval(1, of: 0) == nil)
    #expect(abs(SampleStatistics.mcNemar(left: 1, came: 8) - 20.0 / 512) < 1e-9)
    #expect(SampleStatistics.mcNemar(left: 0, came: 0) == 1)
    #expect(SampleStatistics.mcNemar(left: 4, came: 4) == 1)
  }
}
