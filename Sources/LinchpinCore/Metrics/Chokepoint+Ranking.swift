import Graphs

extension Chokepoint {
  /// Every single point of failure of the given kinds, the widest reach first.
  /// - Complexity: one solution of all single points, then O(units × functions).
  public static func ranked(_ graph: DependencyGraph, kinds: [Node.Kind]) -> [Chokepoint] {
    let points = graph.failure.singlePoints()
    let units = graph.units
    func reach(
      _ units: some Sequence<DependencyGraph.Unit>, _ node: (DependencyGraph.Unit) -> NodeID?
    )
      -> Reach
    {
      points.reach(
        of: units.compactMap { unit in
          node(unit).map { Target($0, weight: Int((unit.member.weight * 1000).rounded())) }
        })
    }
    let whole = reach(units) { $0.whole }
    let direct = directCounts(graph, points)
    let byFunction = Function.allCases.map { function in reach(units) { $0[function] } }
    let bySector = Dictionary(grouping: units) { graph.sector(of: $0) }
      .mapValues { members in reach(members) { $0.whole } }

    return graph.nodes.indices.compactMap { index -> Chokepoint? in
      let node = graph.nodes[index]
      guard let kind = node.kind, kinds.contains(kind), whole.counts[index] > 0 else {
        return nil
      }
      var functions: [Function: Int] = [:]
      for function in Function.allCases {
        let count = byFunction[Int(function.rawValue)].counts[index]
        if count > 0 { functions[function] = count }
      }
      let described = graph.describe(node)
      return Chokepoint(
        kind: kind, id: described.id, name: described.name, company: described.company,
        jurisdictions: described.jurisdictions, direct: direct[index],
        indirect: whole.counts[index] - direct[index],
        weight: Double(whole.weights[index]) / 1000, functions: functions,
        sectors: bySector.mapValues { $0.counts[index] }.filter { $0.value > 0 },
        of: units.count)
    }.sorted {
      ($1.number, $0.kind.rawValue, $0.id) < ($0.number, $1.kind.rawValue, $1.id)
    }
  }

  /// By node: units that lose a service which names the node or something that belongs to it.
  private static func directCounts(_ graph: DependencyGraph, _ points: SinglePoints) -> [Int] {
    var counts = Array(repeating: 0, count: graph.nodes.count)
    var naming = Naming(graph)
    var named: Set<NodeID> = []
    for unit in graph.units {
      named.removeAll(keepingCapacity: true)
      for domain in unit.member.domains {
        for (function, node) in graph.functions(of: domain) {
          for candidate in naming.candidates(of: function, domain)
          where !named.contains(candidate) && points.isPoint(candidate, of: node) {
            named.insert(candidate)
          }
        }
      }
      for node in named { counts[Int(node)] += 1 }
    }
    return counts
  }
}

/// Which nodes a service names: its providers and hosts, and what those belong to.
struct Naming {
  let graph: DependencyGraph
  private var above: [NodeID: [NodeID]] = [:]

  init(_ graph: DependencyGraph) { self.graph = graph }

  mutating func candidates(of function: Function, _ domain: DomainIndex) -> Set<NodeID> {
    var found: Set<NodeID> = []
    let attribution = graph.attribution
    for binding in attribution.bindings(namedBy: function, of: domain)
    where binding.tier <= graph.options.tier {
      guard let provider = binding.provider, let node = graph.number(of: .provider(provider))
      else { continue }
      found.formUnion(owners(of: node))
    }
    let kind: RecordKind? = function == .receive ? .mx : function == .dns ? .ns : nil
    guard let kind else { return found }
    for number in attribution.snapshot.facts(of: domain) {
      let fact = attribution.snapshot.fact(number)
      guard fact.kind == kind, let host = graph.number(of: .host(fact.value)) else { continue }
      found.insert(host)
      for network in graph.networks(of: host) { found.formUnion(owners(of: network)) }
    }
    return found
  }

  /// A node, its company, the owners of that company, and their legal orders.
  private mutating func owners(of node: NodeID) -> [NodeID] {
    if let known = above[node] { return known }
    var found: [NodeID] = [node]
    var index = 0
    while index < found.count {
      for next in graph.graph.dependencies(of: found[index]) where !found.contains(next) {
        switch graph.nodes[Int(next)] {
        case .company, .jurisdiction: found.append(next)
        default: continue
        }
      }
      index += 1
    }
    above[node] = found
    return found
  }
}

extension Role {
  /// Whether losing the function means losing what this role's provider does.
  func isNamed(by function: Function) -> Bool {
    switch function {
    case .receive: self == .mailExchange
    case .read: self == .mailbox
    case .send: self == .outboundSender
    case .dns: self == .authoritativeDNS
    case .web: self == .webEdge || self == .webOrigin
    case .identity: self == .identityTenant
    case .application: self == .application
    }
  }
}

extension Attribution {
  /// The bindings whose providers a function of a domain names.
  func bindings(namedBy function: Function, of domain: DomainIndex) -> [Binding] {
    let roles = Role.allCases.filter { $0.isNamed(by: function) }
    guard let family = roles.first?.family else { return [] }
    return bindings(family, of: domain).filter { roles.contains($0.role) }
  }
}

extension DependencyGraph {
  func sector(of unit: Unit) -> String {
    let table = attribution.snapshot.organisations
    return table.string(table.word(.sector, unit.member.organisation))
  }

  /// The networks any of which a host needs.
  func networks(of host: NodeID) -> [NodeID] {
    var found: [NodeID] = []
    for dependency in graph.dependencies(of: host) {
      if case .network = nodes[Int(dependency)] { found.append(dependency) }
      guard case .requirement = nodes[Int(dependency)] else { continue }
      for next in graph.dependencies(of: dependency) {
        if case .network = nodes[Int(next)] { found.append(next) }
      }
    }
    return found
  }
}
