import Graphs

extension WhatIf {
  /// Who loses something by a service that names what stopped, and who only through a supplier that
  /// stops with it, told apart by an attribute of the bodies.
  ///
  /// Units hit directly and through others add up to those that lose something.
  public struct Hits: Sendable, Equatable {
    public var dimension: Dimension
    /// Units that lose a service which names what stopped, by value.
    public var direct: [String: Int] = [:]
    /// The most units first.
    public var carriers: [Carrier] = []
    /// All units, by value.
    public var values: [String: Int] { states.mapValues { $0.values.reduce(0, +) } }
    /// All units by value and by what becomes of them.
    public var states: [String: [UnitState: Int]] = [:]

    public var directNumber: Int { direct.values.reduce(0, +) }
    public var indirectNumber: Int { carriers.reduce(0) { $0 + $1.number } }
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
}

/// Sorts units that lose something by how they are hit.
struct HitCount {
  private let graph: DependencyGraph
  private var hits: WhatIf.Hits
  private var carried: [NodeID?: [String: Int]] = [:]

  init(_ graph: DependencyGraph, _ dimension: Dimension) {
    self.graph = graph
    hits = WhatIf.Hits(dimension: dimension)
  }

  private func value(of unit: Population.Member) -> String {
    let table = graph.attribution.snapshot.organisations
    return table.string(table.word(hits.dimension, unit.organisation))
  }

  /// Counts a unit among all of its value.
  mutating func count(_ unit: Population.Member, _ state: UnitState) {
    hits.states[value(of: unit), default: [:]][state, default: 0] += 1
  }

  /// Counts a unit that loses something.
  mutating func add(_ unit: Population.Member, _ fall: CascadeCount.Fall) {
    let value = value(of: unit)
    if !fall.direct.isEmpty {
      hits.direct[value, default: 0] += 1
      return
    }
    let suppliers = fall.named.filter { graph.nodes[Int($0)].kind == .provider }
    let first = suppliers.map { (id: graph.describe(graph.nodes[Int($0)]).id, node: $0) }
      .min { $0.id < $1.id }
    carried[first?.node, default: [:]][value, default: 0] += 1
  }

  consuming func finished() -> WhatIf.Hits {
    hits.carriers = carried.map { node, values in
      let known = node.map { graph.stopped($0) }
      return WhatIf.Carrier(
        id: known?.id ?? "", name: known?.name ?? "", jurisdictions: known?.jurisdictions ?? [],
        values: values)
    }.sorted { ($1.number, $0.id) < ($0.number, $1.id) }
    return hits
  }
}

extension DependencyGraph {
  func stopped(_ number: NodeID) -> WhatIf.Stopped {
    let node = nodes[Int(number)]
    let described = describe(node)
    return WhatIf.Stopped(
      kind: node.kind ?? .provider, id: described.id, name: described.name,
      jurisdictions: described.jurisdictions)
  }
}
