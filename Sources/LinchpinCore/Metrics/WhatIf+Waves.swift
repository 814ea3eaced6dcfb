import Graphs

extension WhatIf {
  /// One step of the cascade: what falls at the same time, and who loses something by it.
  public struct Wave: Sendable, Equatable {
    /// 0 holds what was stopped.
    public var number: Int
    /// Things of the study that fall now, by kind and id.
    public var fallen: [Fallen]
    /// Units that lose their first function now; over all waves, the units that lose any.
    public var units: Int
    /// By function: units that lose it now; over all waves, its `lost`.
    public var functions: [Function: Int]
  }

  /// A named thing that falls.
  public struct Fallen: Sendable, Equatable {
    public var kind: Node.Kind
    public var id: String
    public var name: String
    public var company: String
    public var jurisdictions: [String]
    /// `KIND:ID` of the things it fell with: those it needs that fell before it, or, in a
    /// circle, together with it.
    public var through: [String]
    /// Units that lose a function by a service that names it, or something that belongs to it.
    public var units: Int
  }
}

/// Follows a cascade wave by wave, and tells losses that name what stopped from those that do not.
struct CascadeCount {
  private let graph: DependencyGraph
  private let stops: NodeSet
  private let failed: NodeSet
  private let cascade: Cascade
  private var waves: [WhatIf.Wave]
  /// By node: units that lose a function whose service names it.
  private var namedBy: [NodeID: Int] = [:]

  /// How one unit is hit.
  struct Fall {
    /// Functions it loses by a service that names what stopped.
    var direct: Set<Function> = []
    /// What falls and is named by a service that it loses.
    var named: Set<NodeID> = []
  }

  init(_ graph: DependencyGraph, stopping stopped: [NodeID], failed: NodeSet) {
    self.graph = graph
    self.failed = failed
    stops = NodeSet(stopped)
    cascade = graph.failure.cascade(from: stopped) { graph.nodes[Int($0)] != .requirement }
    // A service falls one wave after what it needs.
    waves = (0...cascade.count).map {
      WhatIf.Wave(number: $0, fallen: [], units: 0, functions: [:])
    }
  }

  /// Counts what a unit loses, and tells how it is hit.
  mutating func add(_ unit: Population.Member, _ functions: [Function]) -> Fall {
    var first: Int?
    var fall = Fall()
    for function in functions {
      var earliest: Int?
      for domain in unit.domains {
        guard
          let wave = graph.needs(of: function, for: domain).compactMap(cascade.wave).min()
        else { continue }
        earliest = min(earliest ?? .max, wave + 1)
        for node in graph.named(by: function, domain) where failed.contains(node) {
          fall.named.insert(node)
          if stops.contains(node) { fall.direct.insert(function) }
        }
      }
      guard let earliest else { continue }
      waves[earliest].functions[function, default: 0] += 1
      first = min(first ?? .max, earliest)
    }
    if let first { waves[first].units += 1 }
    for node in fall.named { namedBy[node, default: 0] += 1 }
    return fall
  }

  /// The waves, up to the last in which anything happens.
  func finished(_ functions: [Function]) -> [WhatIf.Wave] {
    var waves = waves
    for node in inUse(functions) {
      guard let wave = cascade.wave(of: node), let kind = graph.nodes[Int(node)].kind else {
        continue
      }
      let described = graph.describe(graph.nodes[Int(node)])
      waves[wave].fallen.append(
        WhatIf.Fallen(
          kind: kind, id: described.id, name: described.name, company: described.company,
          jurisdictions: described.jurisdictions, through: causes(of: node, in: wave),
          units: namedBy[node, default: 0]))
    }
    for index in waves.indices {
      waves[index].fallen.sort { ($0.kind.rawValue, $0.id) < ($1.kind.rawValue, $1.id) }
    }
    while let last = waves.last, last.number > 0, last.fallen.isEmpty, last.units == 0,
      last.functions.isEmpty
    {
      waves.removeLast()
    }
    return waves
  }

  /// What stopped, and everything that a function of the study hangs on.
  private func inUse(_ functions: [Function]) -> NodeSet {
    var found = stops
    var open = Array(stops)
    for unit in graph.units {
      for domain in unit.domains {
        let parts = graph.parts(of: domain)
        for function in functions {
          for node in graph.needs(of: function, parts) where found.insert(node) {
            open.append(node)
          }
        }
      }
    }
    while let node = open.popLast() {
      for next in graph.graph.dependencies(of: node) where found.insert(next) { open.append(next) }
    }
    return found
  }

  /// The named things right below a fallen one that had fallen before it, as `KIND:ID`; where there
  /// are none, those it fell together with, since they held only each other up.
  private func causes(of node: NodeID, in wave: Int) -> [String] {
    if wave == 0 { return [] }
    var found: Set<String> = []
    var together: Set<String> = []
    var seen: Set<NodeID> = [node]
    var open = [node]
    while let next = open.popLast() {
      for below in graph.graph.dependencies(of: next) {
        guard let earlier = cascade.wave(of: below), earlier <= wave, seen.insert(below).inserted
        else { continue }
        if graph.nodes[Int(below)] == .requirement {
          open.append(below)
        } else if earlier < wave {
          found.insert(graph.label(of: below))
        } else {
          together.insert(graph.label(of: below))
        }
      }
    }
    return (found.isEmpty ? together : found).sorted()
  }
}

extension DependencyGraph {
  /// `KIND:ID`, as on the command line.
  func label(of number: NodeID) -> String {
    let node = nodes[Int(number)]
    return "\(node.kind?.rawValue ?? ""):\(describe(node).id)"
  }
}
