public import Graphs

/// Who is hit first when some things stop, and who only through somebody else's failure.
///
/// Direct, indirect, degraded, unaffected and unknown units add up to all units.
public struct FailureWaves: Sendable, Equatable {
  /// What stops.
  public struct Stopped: Sendable, Equatable {
    public var kind: Node.Kind
    public var id: String
    public var name: String
    public var jurisdictions: [String]
  }

  /// A supplier that stops too, and takes with it units that do not name what stopped.
  public struct Carrier: Sendable, Equatable {
    /// A provider's id; empty where no supplier of the unit's own could be named.
    public var id: String
    public var name: String
    public var jurisdictions: [String]
    /// By value of the dimension: a unit counts for the first of its suppliers, by id.
    public var values: [String: Int]

    public var number: Int { values.values.reduce(0, +) }
  }

  public var stopped: [Stopped]
  public var dimension: Dimension
  /// Units that lose a service which names what stopped, by value.
  public var direct: [String: Int]
  /// The most units first.
  public var carriers: [Carrier]
  /// All units, by value.
  public var values: [String: Int]
  public var degraded: Int
  public var unaffected: Int
  public var unknown: Int
  public var of: Int

  public var directNumber: Int { direct.values.reduce(0, +) }
  public var indirectNumber: Int { carriers.reduce(0) { $0 + $1.number } }
}

extension FailureWaves {
  /// Stops the given nodes and sorts every unit that loses something by how it is hit.
  /// - Complexity: two solutions of the graph, then O(units × functions).
  public static func measure(
    _ graph: DependencyGraph, stopping stopped: [NodeID], services: ServiceSet,
    by dimension: Dimension
  ) -> FailureWaves {
    let failed = graph.failure.failed(by: stopped)
    let possible = graph.failure.failed(by: stopped + Array(graph.unknowns))
    let stops = Set(stopped)
    let functions = Function.allCases.filter { services.contains($0.service) }
    var states = FunctionStates(
      graph, fails: { failed.contains($0) }, mightFail: { possible.contains($0) })
    var naming = Naming(graph)
    let table = graph.attribution.snapshot.organisations
    var waves = FailureWaves(
      stopped: stopped.map { graph.stopped($0) }, dimension: dimension, direct: [:], carriers: [],
      values: [:], degraded: 0, unaffected: 0, unknown: 0, of: graph.units.count)
    var carried: [NodeID?: [String: Int]] = [:]
    for unit in graph.units {
      let value = table.string(table.word(dimension, unit.member.organisation))
      waves.values[value, default: 0] += 1
      switch UnitState(unit.member, &states, functions, services) {
      case .degraded: waves.degraded += 1
      case .unaffected: waves.unaffected += 1
      case .unknown: waves.unknown += 1
      case .lost, .allLost:
        var named: Set<NodeID> = []
        for domain in unit.member.domains {
          for function in functions {
            guard let node = graph.node(of: function, for: domain), failed.contains(node)
            else { continue }
            named.formUnion(naming.candidates(of: function, domain))
          }
        }
        if !stops.isDisjoint(with: named) {
          waves.direct[value, default: 0] += 1
        } else {
          let suppliers = named.filter { failed.contains($0) && graph.isProvider($0) }
          let first = suppliers.min { graph.id(of: $0) < graph.id(of: $1) }
          carried[first, default: [:]][value, default: 0] += 1
        }
      }
    }
    waves.carriers = carried.map { node, values in
      let known = node.map { graph.stopped($0) }
      return Carrier(
        id: known?.id ?? "", name: known?.name ?? "", jurisdictions: known?.jurisdictions ?? [],
        values: values)
    }.sorted { ($1.number, $0.id) < ($0.number, $1.id) }
    return waves
  }
}

extension DependencyGraph {
  fileprivate func isProvider(_ number: NodeID) -> Bool {
    nodes[Int(number)].kind == .provider
  }

  fileprivate func id(of number: NodeID) -> String { describe(nodes[Int(number)]).id }

  fileprivate func stopped(_ number: NodeID) -> FailureWaves.Stopped {
    let node = nodes[Int(number)]
    let described = describe(node)
    return FailureWaves.Stopped(
      kind: node.kind ?? .provider, id: described.id, name: described.name,
      jurisdictions: described.jurisdictions)
  }
}
