import Graphs

extension Exposure.Cutoff {
  /// How many units lose how much when everything under one legal order stops, with unknowns taken
  /// as standing and as failed.
  /// - Parameter population: nil takes the units that the graph was assembled with.
  /// - Complexity: two solutions of the graph for each legal order, then O(domains).
  static func measure(
    _ graph: DependencyGraph, _ population: Population? = nil, jurisdictions: [String],
    relevant: ServiceSet
  ) -> [Self] {
    jurisdictions.map { code in
      // A legal order over nothing in the graph stops nothing that is known.
      let law = graph.number(of: .jurisdiction(code)).map { [$0] } ?? []
      let failed = graph.failure.failed(by: law)
      let possible = graph.failure.failed(by: law + Array(graph.unknowns))
      var states = FunctionStates(
        graph, fails: { failed.contains($0) }, mightFail: { possible.contains($0) })
      let functions = Function.allCases.filter { relevant.contains($0.service) }
      var result = Self()
      func add(_ member: Population.Member) {
        result.add(UnitState(member, &states, functions, relevant))
      }
      if let population {
        population.forEachUnit(add)
      } else {
        for unit in graph.units { add(unit.member) }
      }
      return result
    }
  }

  private mutating func add(_ state: UnitState) {
    switch state {
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
  /// - Parameter functions: those of the relevant services.
  init(
    _ unit: Population.Member, _ states: inout FunctionStates, _ functions: [Function],
    _ relevant: ServiceSet
  ) {
    var best = FunctionState.lost
    var worst = FunctionState.unaffected
    func see(_ state: FunctionState) {
      best = min(best, state)
      worst = max(worst, state)
    }
    for domain in unit.domains {
      for function in functions {
        if let node = states.graph.node(of: function, for: domain) {
          see(states.state(of: node))
        }
      }
      if !states.graph.isMeasured(domain, relevant) { see(.unknown) }
    }
    if unit.domains.isEmpty { see(.unknown) }
    switch worst {
    case .lost: self = best == .lost ? .allLost : .lost
    case .unknown: self = .unknown
    case .degraded: self = .degraded
    case .unaffected: self = .unaffected
    }
  }
}
