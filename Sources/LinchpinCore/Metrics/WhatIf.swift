public import Graphs

/// Who loses what if some things stop together.
public struct WhatIf: Sendable {
  public struct FunctionCounts: Sendable, Equatable {
    public var function: Function
    public var lost = 0
    /// Of those that lose it: units whose service names what stopped; the others lose it only
    /// through something else.
    public var direct = 0
    public var degraded = 0
    public var unaffected = 0
    public var unknown = 0

    public var indirect: Int { lost - direct }
  }

  /// One organisation or domain that loses something.
  public struct Loss: Sendable, Equatable {
    public var id: String
    public var name: String
    public var sector: String
    public var functions: [Function]
    /// By function, the way from the function down to what stopped.
    public var because: [[String]]
  }

  /// What stopped, as `KIND:ID`.
  public var failed: [String]
  public var scope: CutoffScope
  public var mode: FailureMode
  public var unit: Unit
  public var units: [UnitState: Int]
  /// Units by their state, cut by sector.
  public var sectors: [String: [UnitState: Int]]
  public var functions: [FunctionCounts]
  public var lost: [Loss]
  /// The cascade: what stopped, what fell with it, and who lost something when.
  public var waves: [Wave] = []
  public var of: Int
}

extension WhatIf {
  /// Stops the given nodes and reads off what becomes of every unit.
  /// - Complexity: two solutions of the graph, then O(units × functions).
  public static func run(
    _ graph: DependencyGraph, stopping stopped: [NodeID], unit kind: Unit, services: ServiceSet
  ) -> WhatIf {
    let failed = graph.failure.failed(by: stopped)
    let possible = graph.failure.failed(by: stopped + Array(graph.unknowns))
    var states = FunctionStates(
      graph, fails: { failed.contains($0) }, mightFail: { possible.contains($0) })
    var result = WhatIf(
      failed: stopped.map { graph.label(of: $0) },
      scope: graph.options.scope, mode: graph.options.mode, unit: kind, units: [:], sectors: [:],
      functions: Function.allCases.filter { services.contains($0.service) }
        .map { FunctionCounts(function: $0) },
      lost: [], of: graph.units.count)
    let stops = NodeSet(stopped)
    let functions = result.functions.map(\.function)
    var cascade = CascadeCount(graph, stopping: stopped, failed: failed)
    var reasons: [NodeID: [String]] = [:]
    for unit in graph.units {
      let state = UnitState(unit.member, &states, functions, services)
      result.units[state, default: 0] += 1
      result.sectors[graph.sector(of: unit), default: [:]][state, default: 0] += 1
      result.count(unit, graph, &states)
      if let loss = graph.loss(of: unit, failed: failed, stops: stops, services, &reasons) {
        result.lost.append(loss)
        let direct = cascade.add(unit, functions)
        for index in functions.indices where direct.contains(functions[index]) {
          result.functions[index].direct += 1
        }
      }
    }
    result.waves = cascade.finished(functions)
    result.functions.removeAll { $0.lost + $0.degraded + $0.unaffected + $0.unknown == 0 }
    result.lost.sort { $0.id < $1.id }
    return result
  }

  /// A unit's function is as its worst domain's; one never asked about is unknown.
  private mutating func count(
    _ unit: DependencyGraph.Unit, _ graph: DependencyGraph, _ states: inout FunctionStates
  ) {
    for index in functions.indices {
      let function = functions[index].function
      var worst: FunctionState?
      for domain in unit.member.domains {
        var state: FunctionState?
        if let node = graph.node(of: function, for: domain) {
          state = states.state(of: node)
        } else if !graph.isAsked(function, domain) {
          state = .unknown
        }
        if let state { worst = max(worst ?? state, state) }
      }
      switch worst {
      case .lost: functions[index].lost += 1
      case .degraded: functions[index].degraded += 1
      case .unaffected: functions[index].unaffected += 1
      case .unknown: functions[index].unknown += 1
      case nil: if unit.member.domains.isEmpty { functions[index].unknown += 1 }
      }
    }
  }
}

extension DependencyGraph {
  /// Whether a function without a node is known to be absent rather than never asked about.
  func isAsked(_ function: Function, _ domain: DomainIndex) -> Bool {
    switch function {
    case .identity, .application, .send: true
    case .receive, .read, .dns, .web:
      Role.allCases.contains { $0.isNamed(by: function) && hasBinding($0, domain) }
    }
  }

  private func hasBinding(_ role: Role, _ domain: DomainIndex) -> Bool {
    attribution.bindings(role.family, of: domain).contains { $0.role == role }
  }

  func loss(
    of unit: Unit, failed: NodeSet, stops: NodeSet, _ services: ServiceSet,
    _ reasons: inout [NodeID: [String]]
  ) -> WhatIf.Loss? {
    var functions: [Function] = []
    var because: [[String]] = []
    let names = attribution.snapshot
    let domains = unit.member.domains.sorted { names.name(of: $0) < names.name(of: $1) }
    for function in Function.allCases where services.contains(function.service) {
      guard
        let node = domains.lazy.compactMap({ self.node(of: function, for: $0) })
          .first(where: { failed.contains($0) })
      else { continue }
      functions.append(function)
      let reason = reasons[node] ?? reason(of: node, failed: failed, stops: stops)
      reasons[node] = reason
      because.append(reason)
    }
    if functions.isEmpty { return nil }
    let table = attribution.snapshot.organisations
    let organisation = table[unit.member.organisation]
    let isDomain = unit.member.isDomain
    let domain = unit.member.domains.first.map { attribution.snapshot.name(of: $0) } ?? ""
    return WhatIf.Loss(
      id: isDomain ? domain : organisation.id, name: isDomain ? domain : organisation.name,
      sector: organisation.sector, functions: functions, because: because)
  }

  /// The shortest way from a failed node down through failed nodes to what stopped; of several
  /// the first by name, so that node numbers, which follow the input, never show.
  /// - Complexity: O(failed nodes reached).
  public func reason(of node: NodeID, failed: NodeSet, stops: NodeSet) -> [String] {
    var layers = [[node]]
    var seen: Set<NodeID> = [node]
    while let last = layers.last, !last.isEmpty, !last.contains(where: stops.contains) {
      layers.append(
        last.flatMap { graph.dependencies(of: $0) }
          .filter { failed.contains($0) && seen.insert($0).inserted })
    }
    var ways: [NodeID: [String]] = [:]
    for layer in layers.reversed() {
      var above: [NodeID: [String]] = [:]
      for node in layer {
        let below = graph.dependencies(of: node).compactMap { ways[$0] }
          .min { $0.lexicographicallyPrecedes($1) }
        guard let way = stops.contains(node) ? [] : below else { continue }
        let named = nodes[Int(node)]
        if named != .requirement {
          above[node] = [describe(named).name] + way
        } else {
          above[node] = (zoneLabel(of: node).map { [$0] } ?? []) + way
        }
      }
      ways = above
    }
    return ways[node] ?? []
  }
}
