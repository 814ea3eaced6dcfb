import Graphs

extension Exposure.Cutoff {
  /// How many units lose how much when everything under one legal order stops.
  ///
  /// Solved for all legal orders at once from the single points of failure, with unknowns taken
  /// as standing and as failed.
  static func measure(
    _ graph: DependencyGraph, jurisdictions: [String], relevant: Set<Service>
  ) -> [Self] {
    let standing = graph.failure.singlePoints()
    let failing = graph.failure.singlePoints(alsoFailed: graph.unknowns)
    return jurisdictions.map { code in
      guard let law = graph.number(of: .jurisdiction(code)) else {
        return Self(unaffected: 0, unknown: graph.units.count)
      }
      var states = FunctionStates(
        graph, fails: { standing.isPoint(law, of: $0) },
        mightFail: { failing.isPoint(law, of: $0) })
      var result = Self()
      for unit in graph.units { result.add(unit, graph, &states, relevant) }
      return result
    }
  }

  private mutating func add(
    _ unit: DependencyGraph.Unit, _ graph: DependencyGraph, _ states: inout FunctionStates,
    _ relevant: Set<Service>
  ) {
    switch UnitState(unit, graph, &states, relevant) {
    case .allLost: allLost += 1
    case .lost: lost += 1
    case .unknown: unknown += 1
    case .degraded: degraded += 1
    case .unaffected: unaffected += 1
    }
  }
}

/// What becomes of a whole unit.
public enum UnitState: String, CaseIterable, Sendable {
  case allLost, lost, degraded, unaffected, unknown

  /// Judges a unit by the functions of its domains: all lost, some lost, or what is known of the
  /// rest. A service that was never asked about leaves the unit unknown.
  init(
    _ unit: DependencyGraph.Unit, _ graph: DependencyGraph, _ states: inout FunctionStates,
    _ relevant: Set<Service>
  ) {
    var seen: Set<FunctionState> = []
    for domain in unit.member.domains {
      for (function, node) in graph.functions(of: domain) where relevant.contains(function.service)
      {
        seen.insert(states.state(of: node))
      }
      if !graph.isMeasured(domain, relevant) { seen.insert(.unknown) }
    }
    if unit.member.domains.isEmpty { seen.insert(.unknown) }
    let losses = seen.contains(.lost)
    self =
      losses && seen.isSubset(of: [.lost]) ? .allLost
      : losses ? .lost
      : seen.contains(.unknown) ? .unknown : seen.contains(.degraded) ? .degraded : .unaffected
  }
}

extension DependencyGraph {
  /// Whether every service under study was asked about: applications and identity only count
  /// where there are any.
  func isMeasured(_ domain: DomainIndex, _ relevant: Set<Service>) -> Bool {
    var missing = relevant.subtracting([.application, .identity])
    for binding in attribution.bindings(of: domain) where binding.status != .notMeasured {
      missing.remove(binding.role.service)
    }
    return missing.isEmpty
  }
}
