import Graphs

/// Redundancy that is not: a function with two providers or more of which none alone stops it, and
/// one thing behind them that does.
public struct SharedDependency: Sendable, Equatable {
  public enum Kind: String, CaseIterable, Sendable {
    /// All its providers belong to one company.
    case owner
    /// All its hosts lie in one network.
    case network
    /// All hang on the name servers of one operator, the domain's own included.
    case dnsOperator
    /// All run on one other provider.
    case platform
    /// All its providers stand under one legal order, though no company owns them all.
    case law
  }

  public var function: Function
  public var kind: Kind
  /// `KIND:ID` of what is shared.
  public var shared: String
  public var name: String
  /// The names of the providers that seem to stand in for each other, sorted.
  public var providers: [String]
  public var units: Int
  public var weight: Double
  /// The ids of these units.
  public var ids: [String]
}

extension SharedDependency {
  /// Every such case among the units of a graph, unknowns taken as standing: what is not known is
  /// never said to be shared.
  /// - Complexity: O(bindings), and the single points of functions with several providers.
  static func find(
    in graph: DependencyGraph, _ points: SinglePoints, _ functions: [Function]
  ) -> [SharedDependency] {
    var search = Search(graph, points)
    for unit in graph.units {
      var found: Set<Case> = []
      for domain in unit.domains {
        for function in functions { found.formUnion(search.cases(of: function, domain)) }
      }
      let id = graph.names(of: unit).id
      for item in found { search.counted[item, default: []].append((id, unit.thousandths)) }
    }
    return search.counted.map { item, units in
      SharedDependency(
        function: item.function, kind: item.kind, shared: graph.label(of: item.shared),
        name: graph.describe(graph.nodes[Int(item.shared)]).name,
        providers: item.providers.map { graph.describe(graph.nodes[Int($0)]).name }.sorted(),
        units: units.count, weight: Double(units.reduce(0) { $0 + $1.1 }) / 1000,
        ids: units.map(\.0).sorted())
    }.sorted {
      ($1.units, $0.function.rawValue, $0.kind.rawValue, $0.shared, $0.providers.joined())
        < ($0.units, $1.function.rawValue, $1.kind.rawValue, $1.shared, $1.providers.joined())
    }
  }

  private struct Case: Hashable {
    var function: Function
    var kind: Kind
    var shared: NodeID
    var providers: [NodeID]
  }

  private struct Search {
    let graph: DependencyGraph
    let points: SinglePoints
    var counted: [Case: [(String, Int)]] = [:]
    private var belongingsOf: [NodeID: NodeSet] = [:]
    private var platformsOf: [NodeID: NodeSet] = [:]
    /// By needs and providers: networks aside, the same cases.
    private var known: [Key: [Case]] = [:]

    private struct Key: Hashable {
      var function: Function
      var needs: [NodeID]
      var providers: [NodeID]
    }

    init(_ graph: DependencyGraph, _ points: SinglePoints) {
      self.graph = graph
      self.points = points
    }

    mutating func cases(of function: Function, _ domain: DomainIndex) -> [Case] {
      let needs = graph.needs(of: function, for: domain)
      if needs.isEmpty { return [] }
      let providers = graph.alternatives(of: function, domain)
      guard providers.count > 1 else { return [] }
      let key = Key(function: function, needs: needs, providers: providers)
      let shared = known[key] ?? self.shared(key)
      known[key] = shared
      return shared + networks(key, domain)
    }

    private mutating func shared(_ key: Key) -> [Case] {
      var found: [Case] = []
      func add(_ kind: Kind, _ node: NodeID) {
        found.append(
          Case(function: key.function, kind: kind, shared: node, providers: key.providers))
      }
      let firms = key.providers.map { belongings(of: $0) }
      let bases = key.providers.map { platforms(of: $0) }
      let points = Set(key.needs.flatMap { self.points.points(of: $0) }).sorted()
      for point in points {
        let isOfAll = firms.allSatisfy { $0.contains(point) }
        switch graph.nodes[Int(point)] {
        case .company where isOfAll: add(.owner, point)
        case .provider where bases.allSatisfy({ $0.contains(point) }):
          add(.platform, point)
        case .provider where !key.providers.contains(point): add(.dnsOperator, point)
        default: continue
        }
      }
      // Under one owner the law is shared as well, which says nothing more.
      if found.contains(where: { $0.kind == .owner }) { return found }
      for point in points where firms.allSatisfy({ $0.contains(point) }) {
        if case .jurisdiction = graph.nodes[Int(point)] { add(.law, point) }
      }
      return found
    }

    /// Networks that alone stop a function whose every host lies in them.
    private func networks(_ key: Key, _ domain: DomainIndex) -> [Case] {
      let hosts = graph.hosts(of: key.function, domain)
      guard hosts.count > 1, let first = hosts.first else { return [] }
      return graph.networks(of: first).filter { network in
        key.needs.contains { points.isPoint(network, of: $0) }
          && hosts.allSatisfy { graph.networks(of: $0).contains(network) }
      }.map {
        Case(function: key.function, kind: .network, shared: $0, providers: key.providers)
      }
    }

    /// A provider's company, its owners and their legal orders.
    private mutating func belongings(of provider: NodeID) -> NodeSet {
      if let known = belongingsOf[provider] { return known }
      let found = graph.closure(of: provider) { node in
        switch node {
        case .company, .jurisdiction: true
        default: false
        }
      }
      belongingsOf[provider] = found
      return found
    }

    /// The provider and what the catalogue says it runs on.
    private mutating func platforms(of provider: NodeID) -> NodeSet {
      if let known = platformsOf[provider] { return known }
      let found = graph.closure(of: provider) { node in
        if case .provider = node { true } else { false }
      }
      platformsOf[provider] = found
      return found
    }
  }
}

extension DependencyGraph {
  /// A node and what it needs outright, as far as `includes` goes.
  func closure(of node: NodeID, includes: (Node) -> Bool) -> NodeSet {
    var found: NodeSet = [node]
    var open = [node]
    while let next = open.popLast() {
      for below in graph.dependencies(of: next)
      where includes(nodes[Int(below)]) && found.insert(below) {
        open.append(below)
      }
    }
    return found
  }

  /// The providers that stand in for each other in a function, ascending; own machines count as
  /// one. Something unknown among them is not in the list.
  func alternatives(of function: Function, _ domain: DomainIndex) -> [NodeID] {
    let bindings = attribution.bindings(of: domain).filter {
      $0.role.isNamed(by: function) && $0.tier <= options.tier
        && ($0.status == .attributed || $0.status == .selfHosted)
    }
    // An origin stands behind its edge, not beside it.
    let hasEdge = bindings.contains { $0.role == .webEdge }
    // When the account is closed, only the most preferred exchangers and their mailboxes count.
    let isRanked = options.mode == .termination && (function == .receive || function == .read)
    let best = isRanked ? bindings.map(\.rank).min() : nil
    let found = bindings.filter { binding in
      (!hasEdge || binding.role == .webEdge) && (best == nil || binding.rank == best)
    }.compactMap { binding -> NodeID? in
      binding.provider.map { number(of: .provider($0)) } ?? number(of: .own)
    }
    return Set(found).sorted()
  }

  /// The hosts that a function's records name and that are nodes of the graph, ascending.
  func hosts(of function: Function, _ domain: DomainIndex) -> [NodeID] {
    let kind: RecordKind? = function == .receive ? .mx : function == .dns ? .ns : nil
    guard let kind else { return [] }
    let snapshot = attribution.snapshot
    let found = snapshot.facts(of: domain).filter { snapshot.kind(ofFact: $0) == kind }
      .compactMap { number(of: .host(snapshot.fact($0).value)) }
    return Set(found).sorted()
  }
}
