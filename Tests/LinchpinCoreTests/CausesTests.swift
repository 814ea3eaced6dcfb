import Testing

@testable import LinchpinCore

@Suite("Every change of a total has its causes, and they add up")
struct CausesTests {
  private func causes(
    _ before: Snapshot, _ after: Snapshot, rules: Rules = Sample.rules, before old: Rules? = nil,
    options: AssessmentOptions = .init(), successions: Successions = .init()
  ) -> Causes {
    Causes(
      before, after,
      ComparisonTerms(
        before, after, under: rules, before: old, options: options, successions: successions))
  }

  private func total(_ key: String, _ causes: Causes, by: String? = nil) throws -> TotalChange {
    try #require(causes.totals.first { $0.measure.key == key && $0.measure.by?.value == by })
  }

  /// The causes that did something, as `records +1`.
  private func parts(_ total: TotalChange) -> [String] {
    Comparison.Cause.allCases.compactMap { cause in
      let value = total.parts[cause] ?? 0
      return value == 0 ? nil : "\(cause) \(value > 0 ? "+" : "")\(Int(value))"
    }
  }

  private let names = ["a.example", "b.example", "c.example"]

  @Test("A snapshot differs from itself by no cause", arguments: 0..<20)
  func itself(_ seed: Int) {
    var random = Random(seed: seed)
    var study = RandomStudy(using: &random)
    let before = study.snapshot
    study.domains.shuffle(using: &random)
    let found = causes(before, study.snapshot, rules: study.rules)
    #expect(found.totals.allSatisfy { !$0.hasChanged }, "seed \(seed)")
  }

  @Test("Put together from patterns or from records, states say the same", arguments: 0..<60)
  func roads(_ seed: Int) throws {
    var random = Random(seed: seed)
    var first = RandomStudy(using: &random)
    // Addresses of hosts and zones inside zones need the records.
    first.addresses = []
    first.domains.removeAll { $0.name.hasPrefix("sub.") || $0.organisation.isEmpty }
    for index in first.domains.indices { first.domains[index].loseDeepNames() }
    var second = first
    for index in second.domains.indices where random.chance(70) {
      second.refill(index, &random)
      second.domains[index].loseDeepNames()
    }
    if random.chance(40), second.domains.count > 1 { second.domains.removeLast() }
    second.domains.shuffle(using: &random)
    let (before, after) = (first.snapshot, second.snapshot)
    var options = AssessmentOptions()
    options.unit = random.pick(Unit.allCases)
    options.by = random.pick([nil, .sector])
    options.count = random.pick([nil, .fractional, .primary])
    let terms = ComparisonTerms(before, after, under: second.rules, options: options)
    var ours = StateChain(before, after, terms)
    var theirs = StateChain(before, after, terms, joinsPatterns: false)
    try #require(ours.isOfPatterns, "seed \(seed)\n\(first)\n\(second)")
    #expect(!theirs.isOfPatterns)
    #expect(Causes(&ours).totals == Causes(&theirs).totals, "seed \(seed)\n\(first)\n\(second)")
    #expect(Movement.all(&ours).found == Movement.all(&theirs).found, "seed \(seed)")
  }

  @Test("A mail setting that the website explains at one date alone is told from records")
  func doubtfulSettings() {
    let target = "autodiscover.bigmail.example"
    let mail: [Stated] = [.mx("in.shield.example"), .autodiscover(target)]
    let before = Snapshot.stated([Given("town.example", mail + [.absent(.cname)])])
    let after = Snapshot.stated([Given("town.example", mail + [.cname(target)])])
    let terms = ComparisonTerms(before, after, under: Sample.rules, options: AssessmentOptions())
    var ours = StateChain(before, after, terms)
    var theirs = StateChain(before, after, terms, joinsPatterns: false)
    #expect(Causes(&ours).totals == Causes(&theirs).totals)
    #expect(Movement.all(&ours).found == Movement.all(&theirs).found)
    #expect(Movement.all(&ours).found.map(\.role) == [.mailbox])
  }

  private typealias Movement = Comparison.Movement

  @Test("Spliced states end where the dates are", arguments: 0..<40)
  func ends(_ seed: Int) {
    var random = Random(seed: seed)
    let study = RandomStudy(using: &random)
    var later = study
    for index in later.domains.indices { later.refill(index, &random) }
    let (before, after) = (study.snapshot, later.snapshot)
    let splice = Splice(before, after)
    var options = AssessmentOptions()
    options.asOf = CalendarDate("2026-04-28")
    func numbers(_ snapshot: Snapshot) -> [String: Int] {
      Dictionary(
        uniqueKeysWithValues: MeasureValues(
          Assessment(snapshot, under: study.rules, options: options)
        ).millionths.map { ($0.key.key, $0.value) })
    }
    #expect(numbers(splice.snapshot([])) == numbers(before), "seed \(seed)\n\(study)")
    #expect(numbers(splice.snapshot(.all)) == numbers(after), "seed \(seed)\n\(later)")
  }

  @Test("Parts add up to the total for every measure, to the last digit", arguments: 0..<60)
  func additive(_ seed: Int) {
    var random = Random(seed: seed)
    let first = RandomStudy(using: &random)
    var second = first
    for index in second.domains.indices where random.chance(50) { second.refill(index, &random) }
    if random.chance(50) { second.domains.removeLast() }
    if random.chance(50) { second.organisations.removeLast() }
    let other = RandomStudy(using: &random)
    var options = AssessmentOptions()
    options.unit = random.pick(Unit.allCases)
    options.by = random.pick([nil, .sector])
    options.count = random.pick([nil, .fractional, .primary])
    let (before, after) = (first.snapshot, second.snapshot)
    var terms = ComparisonTerms(
      before, after, under: second.rules,
      before: random.chance(50) ? other.rules : nil, asOfBefore: CalendarDate("2023"),
      options: options)
    terms.asOfAfter = CalendarDate("2026-06-01")
    let found = Causes(before, after, terms)
    #expect(!found.totals.isEmpty)
    for total in found.totals {
      guard let start = total.before, let end = total.after, total.parts.count == 5 else {
        continue
      }
      let sum = Comparison.Cause.allCases.reduce(0) {
        $0 + Int(((total.parts[$1] ?? 0) * 1_000_000).rounded())
      }
      #expect(
        Int((start * 1_000_000).rounded()) + sum == Int((end * 1_000_000).rounded()),
        "seed \(seed): \(total.measure.key)")
      for (cause, value) in total.parts {
        guard let least = total.least[cause], let most = total.most[cause] else { continue }
        #expect(least <= value && value <= most, "seed \(seed): \(total.measure.key) \(cause)")
      }
      if case .share = total.measure.kind, options.shareCount == .any, !options.isWeighted {
        for cause in Comparison.Cause.allCases {
          let net = (total.gained[cause]?.count ?? 0) - (total.lost[cause]?.count ?? 0)
          #expect(
            Double(net) == total.parts[cause], "seed \(seed): \(total.measure.key) \(cause)")
        }
      }
    }
  }

  @Test("A change of records is called so, with who left and who came")
  func recordsOnly() throws {
    let found = causes(
      .stated(names.map { Given($0, .mx("x.localmail.example")) }),
      .stated([
        Given(names[0], .mx("x.mx.bigmail.example")), Given(names[1], .mx("x.localmail.example")),
        Given(names[2], .mx("x.localmail.example")),
      ]))
    let big = try total("share.mailExchange.provider.bigmail", found)
    let local = try total("share.mailExchange.provider.localmail", found)
    #expect(parts(big) == ["records +1"] && big.gained == [.records: ["a.example"]])
    #expect(parts(local) == ["records -1"] && local.lost == [.records: ["a.example"]])
  }

  @Test("A change of method alone is one of rules")
  func methodOnly() throws {
    var corrected = Sample.catalogue
    corrected.providers.removeAll { $0.id == "bigmail" }
    let snapshot = Snapshot.stated(names.map { Given($0, .mx("x.mx.bigmail.example")) })
    let found = causes(snapshot, snapshot, before: Rules(catalogue: corrected))
    let big = try total("share.mailExchange.provider.bigmail", found)
    #expect(parts(big) == ["rules +3"] && big.gained == [.rules: names])
    #expect(
      found.totals.allSatisfy { total in
        total.parts.allSatisfy { $0.key == .rules || $0.value == 0 }
      })
    #expect(
      try parts(total("share.mailExchange.jurisdiction.US", found)) == ["rules +3"])
    let comparison = Comparison(
      snapshot, snapshot,
      ComparisonTerms(
        snapshot, snapshot, under: Sample.rules, before: Rules(catalogue: corrected),
        options: .init()))
    #expect(comparison.moves.isEmpty, "a correction moves nobody")
  }

  @Test("A change of owner alone is one of ownership")
  func ownershipOnly() throws {
    var catalogue = Sample.catalogue
    catalogue.ownerships = [Sample.owns("big", "local", from: "2026-03-01")]
    let given = names.map { Given($0, .mx("x.localmail.example")) }
    let found = causes(
      .stated(given, on: "2026-01-01"), .stated(given, on: "2026-04-01"),
      rules: Rules(catalogue: catalogue))
    let american = try total("share.mailExchange.jurisdiction.US", found)
    #expect(parts(american) == ["ownership +3"] && american.gained == [.ownership: names])
    #expect(
      found.totals.allSatisfy { total in
        total.parts.allSatisfy { $0.key == .ownership || $0.value == 0 }
      })
    // The same edge, learnt of later: a corrected past is a change of rules.
    catalogue.ownerships = [Sample.owns("big", "local", from: "2020")]
    let corrected = causes(
      .stated(given, on: "2026-01-01"), .stated(given, on: "2026-04-01"),
      rules: Rules(catalogue: catalogue), before: Sample.rules)
    #expect(
      try parts(total("share.mailExchange.jurisdiction.US", corrected)) == ["rules +3"])
  }

  @Test("Asking more is a change of coverage, and nobody moved")
  func coverageOnly() throws {
    let before = Snapshot.stated([
      Given(names[0], .mx("x.shield.example")), Given(names[1], .failed(.mx)),
    ])
    let after = Snapshot.stated([
      Given(names[0], .mx("x.shield.example"), .dkim("k.dkim.bigmail.example")),
      Given(names[1], .mx("x.mx.bigmail.example")),
    ])
    let found = causes(before, after)
    let big = try total("share.mailbox.provider.bigmail", found)
    #expect(parts(big) == ["coverage +2"])
    #expect(big.gained == [.coverage: [names[0], names[1]]])
    let comparison = Comparison(before, after, under: Sample.rules, options: .init())
    #expect(comparison.moves.isEmpty)
  }

  @Test("Entrants and leavers are population; so is a domain that changes hands")
  func population() throws {
    let found = causes(
      .stated([Given(names[0], .mx("x.localmail.example")), Given(names[1])]),
      .stated([Given(names[1]), Given(names[2], .mx("x.localmail.example"))]))
    let local = try total("share.mailExchange.provider.localmail", found)
    #expect(local.before == 1 && local.after == 1 && parts(local) == [])
    #expect(local.gained == [.population: [names[2]]])
    #expect(local.lost == [.population: [names[0]]])
    #expect(local.hasChanged)
    let served = [Given(names[0], .mx("x.localmail.example"))]
    let sector = causes(
      .stated(served, listed: [(Organisation(id: "o", sector: "town"), [names[0]])]),
      .stated(served, listed: [(Organisation(id: "o", sector: "city"), [names[0]])]),
      options: {
        var options = AssessmentOptions()
        options.by = .sector
        return options
      }())
    let key = "share.mailExchange.provider.localmail"
    #expect(try parts(total(key, sector, by: "city")) == ["population +1"])
    #expect(try parts(total(key, sector, by: "town")) == ["population -1"])
  }

  @Test("A part has its bounds over all orders; where they differ in sign it is inseparable")
  func inseparable() throws {
    // The new MX alone hides the mailbox; the newly asked DKIM alone changes nothing.
    let before = Snapshot.stated([Given(names[0], .mx("x.mx.bigmail.example"))])
    let after = Snapshot.stated([
      Given(names[0], .mx("x.shield.example"), .dkim("k.dkim.bigmail.example"))
    ])
    let big = try total("share.mailbox.provider.bigmail", causes(before, after))
    #expect(big.before == 1 && big.after == 1)
    #expect(parts(big) == ["records -1", "coverage +1"])
    #expect(big.least == [.records: -1, .coverage: 0, .rules: 0, .ownership: 0])
    #expect(big.most == [.records: 0, .coverage: 1, .rules: 0, .ownership: 0])
    #expect(!big.isInseparable(.records))
    var mixed = big
    mixed.most[.records] = 1
    #expect(mixed.isInseparable(.records) && !mixed.isInseparable(.coverage))
  }

  @Test("What a scenario lets stop is a total with causes like any other")
  func failure() throws {
    var options = AssessmentOptions()
    options.stopped = [.init(.provider, "bigmail")]
    let found = causes(
      .stated([
        Given(names[0], .mx("x.mx.bigmail.example")), Given(names[1], .mx("x.localmail.example")),
      ]),
      .stated([
        Given(names[0], .mx("x.mx.bigmail.example")), Given(names[1], .mx("x.mx.bigmail.example")),
      ]), options: options)
    let lost = try total("failure.lost", found)
    #expect(lost.before == 1 && lost.after == 2 && parts(lost) == ["records +1"])
    #expect(found.stopped == ["provider:bigmail"])
    options.stopped = [.init(.provider, "nobody")]
    let nothing = causes(
      .stated([Given(names[0], .mx("x.mx.bigmail.example"))]),
      .stated([Given(names[0], .mx("x.mx.bigmail.example"))]), options: options)
    #expect(nothing.stopped.isEmpty)
    #expect(try total("failure.lost", nothing).after == 0)
  }

  @Test("A merger is not a disappearance")
  func successions() throws {
    let day = try #require(CalendarDate("2026-02-01"))
    let (first, last) = (CalendarDate("2026-01-01"), CalendarDate("2026-04-01"))
    let merger = Successions(
      [
        .init(from: "old1", to: "new", date: day), .init(from: "old2", to: "new", date: day),
        .init(from: "later", to: "other", date: try #require(CalendarDate("2027"))),
      ], after: first, upTo: last)
    #expect(merger.successor(of: "old1") == "new" && merger.successor(of: "later") == "later")
    #expect(merger.merged == ["new": ["old1", "old2"]])
    let given = names.map { Given($0, .mx("x.localmail.example")) }
    let before = Snapshot.stated(
      given,
      listed: [
        (Organisation(id: "old1"), [names[0]]), (Organisation(id: "old2"), [names[1]]),
        (Organisation(id: "kept"), [names[2]]),
      ])
    let after = Snapshot.stated(
      given,
      listed: [
        (Organisation(id: "new"), [names[0], names[1]]), (Organisation(id: "kept"), [names[2]]),
      ])
    let terms = ComparisonTerms(
      before, after, under: Sample.rules, options: .init(), successions: merger)
    let organisations = Comparison(before, after, terms).organisations
    #expect(organisations.removed == [] && organisations.added == [])
    #expect(organisations.succeeded == ["old1", "old2"] && organisations.kept == 2)
    let local = try total(
      "share.mailExchange.provider.localmail", Causes(before, after, terms))
    #expect(local.before == 3 && local.after == 2 && parts(local) == ["population -1"])
    #expect(local.lost.isEmpty && local.gained.isEmpty)
  }
}

extension RandomStudy.Domain {
  /// Keeps hosts from lying below or above other measured names.
  fileprivate mutating func loseDeepNames() {
    let own = name
    func isPlain(_ host: String) -> Bool {
      host == own || host.hasSuffix("." + own) || host.hasSuffix("a.example")
        || host.hasSuffix("b.example") || host.contains(".p") || host.contains(".t")
    }
    exchangers = exchangers?.filter { isPlain($0.host) }
    servers = servers?.filter(isPlain)
  }
}
