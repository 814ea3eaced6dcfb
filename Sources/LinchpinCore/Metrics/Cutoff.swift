import Graphs

extension Exposure.Cutoff {
  /// How many units lose how much when everything under one legal order stops, with unknowns taken
  /// as standing and as failed.
  /// - Complexity: two solutions of the graph for each legal order, then O(domains).
  static func measure(
    _ graph: DependencyGraph, _ populations: [Population], jurisdictions: [String],
    relevant: ServiceSet
  ) -> [[Self]] {
    var states = jurisdictions.map { LawStates(graph, stopping: $0) }
    let kinds = DomainKinds(graph, relevant) { node in
      states.indices.map { states[$0].states.state(of: node) }
    }
    let judged = states.indices.map { law in kinds.judge(law) }
    return populations.map { population in
      var results = jurisdictions.map { _ in Self() }
      population.forEachUnit { unit in
        for law in results.indices {
          results[law].add(UnitState(unit.domains.lazy.map { judged[law][kinds[$0]] }))
        }
      }
      return results
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

/// The states of nodes when everything under one legal order stops.
private struct LawStates {
  var states: FunctionStates

  init(_ graph: DependencyGraph, stopping code: String) {
    // A legal order over nothing in the graph stops nothing that is known.
    let law = graph.number(of: .jurisdiction(code)).map { [$0] } ?? []
    let failed = graph.failure.failed(by: law)
    let possible = graph.failure.failed(by: law + Array(graph.unknowns))
    states = FunctionStates(
      graph, fails: { failed.contains($0) }, mightFail: { possible.contains($0) })
  }
}

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

/// Domains by what becomes of their parts under every legal order: a million of them are of a few
/// hundred kinds.
private struct DomainKinds {
  private let graph: DependencyGraph
  private let functions: [Function]
  private var column: ContiguousArray<UInt32>
  /// By kind: a part's class, or none, and whether every service under study was asked about.
  private var kinds: [SIMD16<UInt32>] = []
  /// By class: the states under each legal order.
  private var classes: [[FunctionState]] = []

  private static let none = UInt32.max

  init(
    _ graph: DependencyGraph, _ relevant: ServiceSet,
    states: (NodeID) -> [FunctionState]
  ) {
    self.graph = graph
    functions = Function.allCases.filter { relevant.contains($0.service) }
    column = []
    var classNumbers: [[FunctionState]: UInt32] = [:]
    var classOf = ContiguousArray(repeating: Self.none, count: graph.nodes.count)
    var kindNumbers: [SIMD16<UInt32>: UInt32] = [:]
    var last = (kind: SIMD16<UInt32>(repeating: 0), number: UInt32.max)
    let supposed = graph.number(of: .supposedMailHost)
    column.reserveCapacity(graph.attribution.snapshot.domainCount)
    for domain in graph.attribution.snapshot.domainIndices {
      let parts = graph.parts(of: domain)
      var kind = SIMD16<UInt32>(repeating: Self.none)
      for place in 0..<8 where parts.nodes[place] != DependencyGraph.noNode {
        let node = Int(parts.nodes[place])
        if classOf[node] == Self.none {
          let found = states(NodeID(node))
          let number = classNumbers[found] ?? UInt32(classes.count)
          if classNumbers.updateValue(number, forKey: found) == nil { classes.append(found) }
          classOf[node] = number
        }
        kind[place] = classOf[node]
      }
      kind[8] = graph.isMeasured(domain, relevant) ? 1 : 0
      kind[9] = supposed != nil && parts[.exchangers] == supposed ? 1 : 0
      if kind != last.kind || last.number == .max {
        let number = kindNumbers[kind] ?? UInt32(kinds.count)
        if kindNumbers.updateValue(number, forKey: kind) == nil { kinds.append(kind) }
        last = (kind, number)
      }
      column.append(last.number)
    }
  }

  subscript(domain: DomainIndex) -> Int { Int(column[domain.index]) }

  /// By kind: the best and worst of its functions under one legal order.
  func judge(_ law: Int) -> [StateRange] {
    kinds.map { kind in
      var range = StateRange()
      for function in functions {
        guard let main = state(kind, function.mainPart, law) else { continue }
        let other = function == .receive && kind[9] == 1 ? nil : function.otherPart
        range.see(max(main, other.flatMap { state(kind, $0, law) } ?? main))
      }
      if kind[8] == 0 { range.see(.unknown) }
      return range
    }
  }

  private func state(
    _ kind: SIMD16<UInt32>, _ part: DomainParts.Part, _ law: Int
  ) -> FunctionState? {
    let number = kind[part.rawValue]
    return number == Self.none ? nil : classes[Int(number)][law]
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
        if let node = states.graph.node(of: function, for: domain) {
          range.see(states.state(of: node))
        }
      }
      if !states.graph.isMeasured(domain, relevant) { range.see(.unknown) }
      ranges.append(range)
    }
    self.init(ranges)
  }
}
