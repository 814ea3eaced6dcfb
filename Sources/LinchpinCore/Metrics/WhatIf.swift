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
    /// Whether mail no longer comes in because a gateway stops, while no mailbox of its is known to.
    public var isOnlyGateway = false
  }

  /// What stops.
  public struct Stopped: Sendable, Equatable {
    public var kind: Node.Kind
    public var id: String
    public var name: String
    public var jurisdictions: [String]

    /// `KIND:ID`, as on the command line.
    public var label: String { "\(kind.rawValue):\(id)" }
  }

  public var stopped: [Stopped]
  public var scope: CutoffScope
  public var mode: FailureMode
  public var unit: Unit
  public var units: [UnitState: Int]
  /// Units by their state, cut by sector.
  public var sectors: [String: [UnitState: Int]]
  public var functions: [FunctionCounts]
  public var lost: [Loss]
  /// Of those that lose receiving: units of which only a gateway stops. Reading stands there, or it
  /// is not known.
  public var onlyGateway = 0
  /// The cascade: what stopped, what fell with it, and who lost something when.
  public var waves: [Wave] = []
  /// Who is hit by what stopped itself, and who through whom, by an attribute of the bodies.
  public var hits: Hits
  public var of: Int

  /// What stopped, as `KIND:ID`.
  public var failed: [String] { stopped.map(\.label) }

  /// Units that lose some function.
  public var losing: Int { units[.lost, default: 0] + units[.allLost, default: 0] }
}

extension WhatIf {
  /// Stops the given nodes and reads off what becomes of every unit.
  /// - Parameter dimension: by what those hit are told apart.
  /// - Complexity: two solutions of the graph, then O(units × functions).
  public static func run(
    _ graph: DependencyGraph, stopping stopped: [NodeID], unit kind: Unit, services: ServiceSet,
    by dimension: Dimension = .sector
  ) -> WhatIf {
    let stops = NodeSet(stopped)
    var states = FunctionStates(graph, stopping: stops)
    let failed = states.failed
    var result = WhatIf(
      stopped: stopped.map { graph.stopped($0) },
      scope: graph.options.scope, mode: graph.options.mode, unit: kind, units: [:], sectors: [:],
      functions: Function.allCases.filter { services.contains($0.service) }
        .map { FunctionCounts(function: $0) },
      lost: [], hits: Hits(dimension: dimension), of: graph.unitCount)
    let functions = result.functions.map(\.function)
    var cascade = CascadeCount(graph, stopping: Array(stops), failed: failed)
    var hits = HitCount(graph, dimension)
    var losses = Losses(graph, failed: failed, stops: stops, services)
    for unit in graph.units {
      let state = UnitState(unit, &states, functions, services)
      result.units[state, default: 0] += 1
      result.sectors[graph.sector(of: unit), default: [:]][state, default: 0] += 1
      result.count(unit, graph, &states)
      hits.count(unit, state)
      guard let loss = losses.loss(of: unit) else { continue }
      result.lost.append(loss)
      if loss.isOnlyGateway { result.onlyGateway += 1 }
      let fall = cascade.add(unit, functions)
      hits.add(unit, fall)
      for index in functions.indices where fall.direct.contains(functions[index]) {
        result.functions[index].direct += 1
      }
    }
    result.waves = cascade.finished(functions)
    result.hits = hits.finished()
    result.functions.removeAll { $0.lost + $0.degraded + $0.unaffected + $0.unknown == 0 }
    result.lost.sort { $0.id < $1.id }
    return result
  }

  /// A unit's function is as its worst domain's; one never asked about is unknown.
  private mutating func count(
    _ unit: Population.Member, _ graph: DependencyGraph, _ states: inout FunctionStates
  ) {
    for index in functions.indices {
      let function = functions[index].function
      var worst: FunctionState?
      for domain in unit.domains {
        var state = states.state(of: function, for: domain)
        if state == nil, !graph.isAsked(function, domain) { state = .unknown }
        if let state { worst = max(worst ?? state, state) }
      }
      switch worst {
      case .lost: functions[index].lost += 1
      case .degraded: functions[index].degraded += 1
      case .unaffected: functions[index].unaffected += 1
      case .unknown: functions[index].unknown += 1
      case nil: if unit.domains.isEmpty { functions[index].unknown += 1 }
      }
    }
  }
}
