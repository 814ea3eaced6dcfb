import Testing

@testable import LinchpinCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite("Concentration metrics follow their formulas")
struct ConcentrationTests {
  /// The formulas as the model states them, loop by loop.
  private func naive(_ key: String, _ x: [Double]) -> Double? {
    let total = x.reduce(0, +)
    let s = x.map { $0 / total }
    let n = Double(x.count)
    if x.isEmpty { return nil }
    switch key {
    case "hhi": return s.map { (100 * $0) * (100 * $0) }.reduce(0, +)
    case "cr1", "cr3", "cr4":
      let k = Int(String(key.dropFirst(2))) ?? 0
      return s.sorted(by: >).prefix(k).reduce(0, +)
    case "effective": return 1 / s.map { $0 * $0 }.reduce(0, +)
    case "effectiveEntropy": return exp(-s.map { $0 * log($0) }.reduce(0, +))
    case "entropy": return x.count == 1 ? nil : -s.map { $0 * log($0) }.reduce(0, +) / log(n)
    case "gini":
      var sum = 0.0
      for a in x { for b in x { sum += abs(a - b) } }
      return sum / (2 * n * n * (total / n))
    case "centralization":
      return x.map { ($0 / total) * ($0 / total) }.reduce(0, +) - 1 / total
    default:
      Issue.record("no formula for \(key)")
      return nil
    }
  }

  @Test("Every metric agrees with its formula on random sizes", arguments: 0..<200)
  func formulas(_ seed: Int) {
    var random = Random(seed: seed)
    let sizes = (0..<(1 + random.below(12))).map { _ in Double(1 + random.below(400)) / 4 }
    for metric in ConcentrationMetric.all {
      let value = metric.value(Distribution(sizes: sizes))
      switch (value, naive(metric.key, sizes)) {
      case (nil, nil): continue
      case (let value?, let expected?):
        #expect(abs(value - expected) < 1e-9 * max(1, expected), "\(metric.key) of \(sizes)")
      case let (value, expected):
        Issue.record("\(metric.key) of \(sizes): \(value ?? -1), not \(expected ?? -1)")
      }
    }
  }

  @Test("The order of sizes changes no bit")
  func order() {
    var random = Random(seed: 9)
    let sizes = (0..<50).map { _ in Double.random(in: 0.1...9, using: &random) }
    for metric in ConcentrationMetric.all {
      let value = metric.value(Distribution(sizes: sizes))
      let shuffled = metric.value(Distribution(sizes: sizes.shuffled(using: &random)))
      #expect(value == shuffled, "\(metric.key)")
    }
  }

  @Test("Without firms nothing is defined, and a size of nothing is no firm")
  func none() {
    for sizes in [[], [0.0, 0]] {
      let distribution = Distribution(sizes: sizes)
      #expect(distribution.count == 0 && distribution.shares.isEmpty)
      for metric in ConcentrationMetric.all { #expect(metric.value(distribution) == nil) }
    }
  }

  @Test("One firm is a monopoly, whose evenness is undefined")
  func one() {
    let distribution = Distribution(sizes: [20])
    let values = Dictionary(
      uniqueKeysWithValues: ConcentrationMetric.all.map { ($0.key, $0.value(distribution)) })
    #expect(values["hhi"] == 10_000 && values["cr1"] == 1 && values["cr4"] == 1)
    #expect(values["effective"] == 1 && values["effectiveEntropy"] == 1)
    #expect(values["entropy"] == .some(nil))
    #expect(values["gini"] == 0)
    #expect(values["centralization"] == 0.95)
  }

  @Test("When every unit has a firm of its own nothing is centralized")
  func selfHosted() {
    let distribution = Distribution(sizes: Array(repeating: 1, count: 50))
    #expect(abs(ConcentrationMetric.centralization.value(distribution) ?? 1) < 1e-15)
    #expect(abs((ConcentrationMetric.entropy.value(distribution) ?? 0) - 1) < 1e-12)
  }

  @Test("Keys are unique, and every metric has a title and a range")
  func keys() {
    let all = ConcentrationMetric.all
    #expect(Set(all.map(\.key)).count == all.count)
    #expect(all.allSatisfy { !$0.title.isEmpty && !$0.range.isEmpty })
  }

  // MARK: From snapshots

  private func measure(
    _ given: [Given], listed: [(Organisation, [String])] = [],
    _ change: (inout AssessmentOptions) -> Void = { _ in }
  ) -> Assessment {
    var options = AssessmentOptions()
    change(&options)
    return Assessment(Snapshot.stated(given, listed: listed), under: Sample.rules, options: options)
  }

  @Test("A self-hosted organisation is a firm of its own, a bucket never is")
  func firms() throws {
    let assessment = measure([
      Given("a.example", .mx("mail.a.example", asn: 64502)),
      Given("b.example", .mx("mail.b.example", asn: 64502)),
      Given("c.example", .mx("x.mx.bigmail.example")),
      Given("d.example", .mx("x.mx.bigmail.example")),
      Given("e.example", .mx("mail.e.example")), Given("f.example", .failed(.mx)),
      Given("g.example", .nullMX),
    ])
    let found = try #require(
      assessment.concentration.first { $0.role == .mailExchange && $0.level == .company })
    #expect(found.n == 3 && found.known == 4 && found.unknown == 2)
    #expect(found.values["hhi"] == 3_750)
    #expect(found.count == .fractional && found.unit == .organisation)
  }

  @Test("A company nobody knows is no firm at company level, though its brand is one")
  func unknownCompany() throws {
    let assessment = measure([
      Given("a.example", .mx("x.tail.example")), Given("b.example", .mx("x.orphan.example")),
      Given("c.example", .mx("x.mx.bigmail.example")),
    ])
    func find(_ level: GroupLevel) throws -> Concentration {
      try #require(
        assessment.concentration.first { $0.role == .mailExchange && $0.level == level })
    }
    #expect(try find(.provider).n == 3 && find(.provider).unknown == 0)
    #expect(try find(.company).n == 1 && find(.company).unknown == 2)
    #expect(try find(.jurisdiction).known == 1)
  }

  @Test("Insularity counts those served under their own law only, among those whose law is known")
  func insularity() throws {
    func listed(_ id: String, _ country: String) -> (Organisation, [String]) {
      (Organisation(id: id, country: country), ["\(id).example"])
    }
    let assessment = measure(
      [
        Given("a.example", .mx("x.localmail.example")),
        Given("b.example", .mx("x.mx.bigmail.example")),
        Given("c.example", .mx("mail.c.example", asn: 64502)),
        Given("d.example", .mx("x.localmail.example"), .mx("x.mx.bigmail.example")),
        Given("e.example", .mx("x.tail.example")),
        Given("f.example", .mx("x.localmail.example")),
        Given("g.example", .mx("mail.g.example", asn: 64502)),
        Given("h.example", .nullMX),
      ],
      listed: [
        listed("a", "NL"), listed("b", "NL"), listed("c", "NL"), listed("d", "NL"),
        listed("e", "NL"), listed("f", "BE"), listed("g", ""), listed("h", "NL"),
      ])
    let found = try #require(assessment.concentration.first { $0.role == .mailExchange })
    #expect(found.insularity == 2.0 / 5)
    let none = try #require(
      measure([Given("a.example", .mx("x.localmail.example"))]).concentration.first)
    #expect(none.insularity == nil)
  }
}
