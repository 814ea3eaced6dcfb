/// The best and the worst of a domain's functions.
struct StateRange: Equatable {
  var best = FunctionState.lost
  var worst = FunctionState.unaffected

  mutating func see(_ state: FunctionState) {
    best = min(best, state)
    worst = max(worst, state)
  }

  mutating func see(_ other: StateRange) {
    best = min(best, other.best)
    worst = max(worst, other.worst)
  }
}

/// What becomes of a whole unit.
public enum UnitState: String, CaseIterable, Sendable {
  case allLost, lost, degraded, unaffected, unknown

  /// Judges a unit by the functions of its domains: all lost, some lost, or what is known of the
  /// rest. A unit without any measured domain is unknown.
  init(_ domains: some Sequence<StateRange>) {
    var range = StateRange()
    var isMeasured = false
    for domain in domains {
      range.see(domain)
      isMeasured = true
    }
    if !isMeasured { range.see(.unknown) }
    switch range.worst {
    case .lost: self = range.best == .lost ? .allLost : .lost
    case .unknown: self = .unknown
    case .degraded: self = .degraded
    case .unaffected: self = .unaffected
    }
  }

  /// Judges a unit of a graph that was assembled with its population. A service that was never
  /// asked about leaves the unit unknown.
  /// - Parameter functions: those of the relevant services.
  init(
    _ unit: Population.Member, _ states: inout FunctionStates, _ functions: [Function],
    _ relevant: ServiceSet
  ) {
    var ranges: [StateRange] = []
    for domain in unit.domains {
      var range = StateRange()
      for function in functions {
        if let state = states.state(of: function, for: domain) { range.see(state) }
      }
      if !states.graph.isMeasured(domain, relevant) { range.see(.unknown) }
      ranges.append(range)
    }
    self.init(ranges)
  }
}
