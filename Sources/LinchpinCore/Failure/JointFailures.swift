import Graphs

/// How much redundancy there is behind each function, and how much of it is left when providers
/// are brought together under their owners and legal orders.
public struct JointFailures: Sendable, Equatable {
  /// Units by the order of one function at one level.
  public struct Row: Sendable, Equatable {
    public var function: Function
    public var kind: Node.Kind
    /// A unit counts by the least order among its domains.
    public var orders: [FailureOrder: Int]
    /// Units that have the function, or of which it is not known.
    public var of: Int
  }

  /// The minimal cut sets of one function of one unit, of things of one kind.
  public struct Cuts: Sendable, Equatable {
    public var id: String
    public var name: String
    public var function: Function
    public var kind: Node.Kind
    /// `KIND:ID` of what must stop together; complete up to order three, unknowns standing.
    public var sets: [[String]]
  }

  public var rows: [Row]
  /// Redundancy that is not, the commonest first.
  public var shared: [SharedDependency]
  /// By unit, function and kind.
  public var cuts: [Cuts]
}

extension JointFailures {
  /// The levels of bringing together, in order.
  public static let levels: [Node.Kind] = [.provider, .company, .jurisdiction]

  /// Measures the units of a graph.
  /// - Parameter services: those under study.
  /// - Parameter includesCuts: whether every unit's cut sets are listed as well.
  /// - Complexity: the minimal cut sets up to order three of every distinct function and level.
  public static func measure(
    _ graph: DependencyGraph, services: ServiceSet, includesCuts: Bool = false
  ) -> JointFailures {
    let points = graph.failure.singlePoints()
    let functions = Function.allCases.filter { services.contains($0.service) }
    var rows: [Row] = []
    for kind in levels {
      var orders = FailureOrders(graph, points, kind: kind)
      for function in functions {
        let row = Row(graph, function, kind, &orders)
        if row.of > 0 { rows.append(row) }
      }
    }
    rows.sort { ($0.function.rawValue, $0.level) < ($1.function.rawValue, $1.level) }
    return JointFailures(
      rows: rows, shared: SharedDependency.find(in: graph, points, functions),
      cuts: includesCuts ? cuts(graph, functions) : [])
  }

  private static func cuts(_ graph: DependencyGraph, _ functions: [Function]) -> [Cuts] {
    var cuts: [Cuts] = []
    for kind in levels {
      var known: [[NodeID]: [[String]]] = [:]
      let level = NodeSet(graph.numbers(of: kind))
      for unit in graph.units {
        let (id, name) = graph.names(of: unit)
        for function in functions {
          let needs = Set(
            unit.domains.flatMap { graph.needs(of: function, for: $0) }
          ).sorted()
          if needs.isEmpty { continue }
          let sets = known[needs] ?? graph.cutSets(ofNeeding: needs, among: level)
          known[needs] = sets
          cuts.append(Cuts(id: id, name: name, function: function, kind: kind, sets: sets))
        }
      }
    }
    return cuts.sorted {
      ($0.id, $0.function.rawValue, $0.level) < ($1.id, $1.function.rawValue, $1.level)
    }
  }
}

extension JointFailures.Row {
  fileprivate init(
    _ graph: DependencyGraph, _ function: Function, _ kind: Node.Kind,
    _ orders: inout FailureOrders
  ) {
    self.init(function: function, kind: kind, orders: [:], of: 0)
    for unit in graph.units {
      var found: Set<FailureOrder> = []
      for domain in unit.domains {
        let needs = graph.needs(of: function, for: domain)
        if !needs.isEmpty {
          found.insert(orders.order(of: needs))
        } else if !graph.isAsked(function, domain) {
          found.insert(.unknown)
        }
      }
      if unit.domains.isEmpty { found.insert(.unknown) }
      // One alone is known to be enough, whatever is unknown of the other domains.
      let scale: [FailureOrder] = [.one, .unknown, .two, .three, .more, .none]
      guard let least = scale.first(where: found.contains) else { continue }
      self.orders[least, default: 0] += 1
      of += 1
    }
  }

  fileprivate var level: Int { JointFailures.levels.firstIndex(of: kind) ?? 0 }
}

extension JointFailures.Cuts {
  fileprivate var level: Int { JointFailures.levels.firstIndex(of: kind) ?? 0 }
}

extension DependencyGraph {
  /// The minimal cut sets up to order three of what needs all of some nodes, as `KIND:ID`, small
  /// ones first.
  func cutSets(ofNeeding nodes: [NodeID], among level: NodeSet) -> [[String]] {
    failure.minimalCutSets(ofNeeding: nodes, upTo: 3, among: level)
      .map { $0.map(label).sorted() }
      .sorted { $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1) }
  }

  /// The id and name by which outputs speak of a unit.
  func names(of unit: Population.Member) -> (id: String, name: String) {
    if unit.isDomain, let domain = unit.domains.first {
      let name = attribution.snapshot.name(of: domain)
      return (name, name)
    }
    let organisation = attribution.snapshot.organisations[unit.organisation]
    return (organisation.id, organisation.name)
  }
}
