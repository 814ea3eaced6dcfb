import Graphs

extension Exposure.Cutoff {
  /// How many units lose how much when everything under one legal order stops.
  ///
  /// Solved for all legal orders at once from the single points of failure, with unknowns taken
  /// as standing and as failed.
  static func measure(
    _ graph: DependencyGraph, jurisdictions: [String], relevant: ServiceSet
  ) -> [Self] {
    let standing = graph.failure.singlePoints()
    let failing = graph.failure.singlePoints(alsoFailed: graph.unknowns)
    let unsure = graph.failure.failed(by: graph.unknowns)
    return jurisdictions.map { code in
      // A legal order over nothing in the graph stops nothing that is known.
      let law = graph.number(of: .jurisdiction(code))
      var states = FunctionStates(
        graph, fails: { node in law.map { standing.isPoint($0, of: node) } ?? false },
        mightFail: { node in
          law.map { failing.isPoint($0, of: node) } ?? unsure.contains(node)
        })
      var result = Self()
      for unit in graph.units { result.add(unit, graph, &states, relevant) }
      return result
    }
  }

  private mutating func add(
    _ unit: DependencyGraph.Unit, _ graph: DependencyGraph, _ states: inout FunctionStates,
    _ relevant: ServiceSet
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
    _ relevant: ServiceSet
  ) {
    var best = FunctionState.lost
    var worst = FunctionState.unaffected
    func see(_ state: FunctionState) {
      best = min(best, state)
      worst = max(worst, state)
    }
    for domain in unit.member.domains {
      for function in Function.allCases where relevant.contains(function.service) {
        if let node = graph.node(of: function, for: domain) { see(states.state(of: node)) }
      }
      if !graph.isMeasured(domain, relevant) { see(.unknown) }
    }
    if unit.member.domains.isEmpty { see(.unknown) }
    switch worst {
    case .lost: self = best == .lost ? .allLost : .lost
    case .unknown: self = .unknown
    case .degraded: self = .degraded
    case .unaffected: self = .unaffected
    }
  }
}

extension DependencyGraph {
  /// Whether every service under study was asked about: applications and identity only count
  /// where there are any.
  func isMeasured(_ domain: DomainIndex, _ relevant: ServiceSet) -> Bool {
    var seen: ServiceSet = [.application, .identity]
    for binding in attribution.bindings(of: domain) where binding.status != .notMeasured {
      // Traces and targets say nothing about who receives the mail.
      if binding.role.service == .mail, binding.role != .mailExchange { continue }
      seen.insert(binding.role.service)
    }
    return relevant.isSubset(of: seen)
  }
}
