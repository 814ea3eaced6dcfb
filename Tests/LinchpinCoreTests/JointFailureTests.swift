import Graphs
import Testing

@testable import LinchpinCore

@Suite("Joint failures are what stopping things together shows")
struct JointFailureTests {
  private static let services = ServiceSet([.mail, .dns, .web])

  @Test(
    "The order of every unit is the size of the smallest set that takes the function",
    arguments: 0..<150)
  func orders(_ seed: Int) {
    let sample = FailureCase(seed)
    let found = JointFailures.measure(sample.graph, services: Self.services)
    for row in found.rows {
      let things = sample.things(of: row.kind)
      var expected: [FailureOrder: Int] = [:]
      for unit in sample.oracle.units {
        guard let order = order(of: unit.domains, row.function, things, sample) else { continue }
        expected[order, default: 0] += 1
      }
      #expect(
        row.orders == expected, "seed \(seed), \(row.function) \(row.kind)\n\(sample.study)")
      #expect(row.of == expected.values.reduce(0, +))
    }
  }

  /// By trying every set of up to three things, with unknowns standing and failed.
  private func order(
    of domains: [RandomStudy.Domain], _ function: Function, _ things: [String],
    _ sample: FailureCase
  ) -> FailureOrder? {
    var found: Set<FailureOrder> = domains.isEmpty ? [.unknown] : []
    for domain in domains {
      guard let need = sample.oracle.functions[domain.name]?[function] else {
        if !sample.oracle.isAsked(function, domain) { found.insert(.unknown) }
        continue
      }
      func smallest(_ extra: [String]) -> Int {
        func isLost(_ stopped: [String]) -> Bool {
          sample.oracle.outcome(stopping: Set(stopped + extra)).state(need) == .lost
        }
        if isLost([]) { return 0 }
        for size in 1...3 where subsets(of: things, size).contains(where: isLost) { return size }
        return isLost(things) ? 4 : 5
      }
      let standing = smallest([])
      let failed = max(1, smallest([Oracle.unknown]))
      let names: [FailureOrder] = [.one, .two, .three, .more, .none]
      found.insert(standing == 1 || standing == failed ? names[standing - 1] : .unknown)
    }
    return [.one, .unknown, .two, .three, .more, .none].first(where: found.contains)
  }

  private func subsets(of things: [String], _ size: Int) -> [[String]] {
    if size == 0 { return [[]] }
    return things.indices.flatMap { index in
      subsets(of: Array(things[(index + 1)...]), size - 1).map { [things[index]] + $0 }
    }
  }

  @Test(
    "What is called shared stops the function alone, and no provider of it does",
    arguments: 0..<400)
  func shared(_ seed: Int) {
    let sample = FailureCase(seed)
    let names = Dictionary(
      sample.graph.attribution.providers.map { ($0.name, "provider:" + $0.id) },
      uniquingKeysWith: { first, _ in first })
    for item in JointFailures.measure(sample.graph, services: Self.services).shared {
      #expect(item.providers.count > 1)
      #expect(item.units == item.ids.count && item.weight == Double(item.units))
      for id in item.ids {
        let unit = sample.oracle.units.first { $0.id == id }
        let outcome = sample.oracle.outcome(stopping: [item.shared])
        let hit = (unit?.domains ?? []).filter { domain in
          sample.oracle.functions[domain.name]?[item.function].map { outcome.state($0) == .lost }
            ?? false
        }
        #expect(!hit.isEmpty, "seed \(seed) \(item)\n\(sample.study)")
        if item.kind == .platform { continue }
        // One of the domains has all these providers, and loses nothing with any one of them.
        #expect(
          hit.contains { domain in
            item.providers.compactMap { names[$0] }.allSatisfy { provider in
              sample.oracle.names(provider, item.function, domain)
            }
          }, "seed \(seed) \(item)\n\(sample.study)")
      }
    }
  }

  @Test("All five kinds of redundancy that is not occur among the random studies")
  func kinds() {
    var found: Set<SharedDependency.Kind> = []
    for seed in 0..<400 {
      found.formUnion(
        JointFailures.measure(FailureCase(seed).graph, services: Self.services).shared
          .map(\.kind))
    }
    #expect(found == Set(SharedDependency.Kind.allCases))
  }

  @Test("Cut sets take the function away, and no part of them does", arguments: 0..<100)
  func cuts(_ seed: Int) {
    let sample = FailureCase(seed)
    let found = JointFailures.measure(
      sample.graph, services: Self.services, includesCuts: true)
    for cut in found.cuts {
      guard let unit = sample.oracle.units.first(where: { $0.id == cut.id }) else {
        Issue.record("seed \(seed): no unit \(cut.id)")
        continue
      }
      func isLost(_ stopped: [String]) -> Bool {
        sample.oracle.outcome(stopping: Set(stopped)).lost(unit.domains).contains(cut.function)
      }
      for set in cut.sets {
        #expect(isLost(set), "seed \(seed) \(cut)\n\(sample.study)")
        for left in set {
          #expect(!isLost(set.filter { $0 != left }), "seed \(seed) \(cut)\n\(sample.study)")
        }
        #expect(set.allSatisfy { $0.hasPrefix(cut.kind.rawValue + ":") })
      }
    }
  }

  @Test("The worst set of two is the worst of all pairs", arguments: 0..<100)
  func sets(_ seed: Int) {
    let sample = FailureCase(seed)
    for kind in [Node.Kind.provider, .company] {
      let things = sample.things(of: kind)
      func number(_ stopped: [String]) -> Int {
        let outcome = sample.oracle.outcome(stopping: Set(stopped))
        return sample.oracle.units.count { !outcome.lost($0.domains).isEmpty }
      }
      let most = (subsets(of: things, 2) + subsets(of: things, 1)).map(number).max() ?? 0
      let found = ChokepointSet.worst(sample.graph, of: 2, kind: kind)
      #expect(found?.number ?? 0 == most, "seed \(seed)\n\(sample.study)")
      if let found {
        #expect(found.isExact && found.weight == Double(most))
        #expect(number(found.members) == most, "seed \(seed) \(found)\n\(sample.study)")
      }
    }
  }
}
