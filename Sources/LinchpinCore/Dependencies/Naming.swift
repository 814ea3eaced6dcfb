import Graphs

/// Which nodes a function's records name: providers and hosts, and what those belong to.
///
/// Lists that are alike are kept once, so that naming costs what there are distinct ones.
struct Naming: Sendable {
  private let attribution: Attribution
  private let tier: Tier
  private let graph: Graph
  private let nodes: [Node]
  private let numbers: [Node: NodeID]
  private var above: [NodeID: [NodeID]] = [:]
  private var known: [[NodeID]: UInt32] = [[]: 0]
  /// By list: what is named, ascending; the first names nothing.
  private(set) var lists: [[NodeID]] = [[]]

  init(
    _ attribution: Attribution, tier: Tier, _ graph: Graph, _ nodes: [Node],
    _ numbers: [Node: NodeID]
  ) {
    self.attribution = attribution
    self.tier = tier
    self.graph = graph
    self.nodes = nodes
    self.numbers = numbers
  }

  /// The list of what a function's bindings name, and the hosts among its records.
  /// - Parameter bindings: of the function's family.
  /// - Parameter domain: whose hosts count, where hosts are nodes.
  mutating func list(
    of function: Function, _ bindings: some Sequence<Binding>, domain: DomainIndex? = nil
  ) -> UInt32 {
    var named: [NodeID] = []
    for binding in bindings where binding.role.isNamed(by: function) && binding.tier <= tier {
      guard let provider = binding.provider, let node = numbers[.provider(provider)],
        !named.contains(node)
      else { continue }
      named.append(node)
    }
    if let domain { named += hosts(of: function, domain) }
    if named.isEmpty { return 0 }
    // What is named itself tells the list: the rest follows from it.
    named.sort()
    if let list = known[named] { return list }
    let number = UInt32(lists.count)
    known[named] = number
    lists.append(Set(named.flatMap { owners(of: $0) }).sorted())
    return number
  }

  /// The hosts that a function's records name, and the networks these lie in.
  private func hosts(of function: Function, _ domain: DomainIndex) -> [NodeID] {
    guard let kind = function.hostRecord else { return [] }
    let snapshot = attribution.snapshot
    var found: Set<NodeID> = []
    for number in snapshot.facts(of: domain) where snapshot.kind(ofFact: number) == kind {
      guard let host = numbers[.host(snapshot.fact(number).value)] else { continue }
      found.insert(host)
      found.formUnion(nodes.networks(of: host, in: graph))
    }
    return Array(found)
  }

  /// A node, its company, the owners of that company, and their legal orders.
  private mutating func owners(of node: NodeID) -> [NodeID] {
    if let known = above[node] { return known }
    var found: [NodeID] = [node]
    var index = 0
    while index < found.count {
      for next in graph.dependencies(of: found[index]) where !found.contains(next) {
        switch nodes[Int(next)] {
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

extension Function {
  /// The records whose hosts the function names; nil where it names providers alone.
  var hostRecord: RecordKind? {
    switch self {
    case .receive: .mx
    case .dns: .ns
    case .read, .send, .web, .identity, .application: nil
    }
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

extension [Node] {
  /// The networks any of which a host needs.
  func networks(of host: NodeID, in graph: Graph) -> [NodeID] {
    var found: [NodeID] = []
    for dependency in graph.dependencies(of: host) {
      if case .network = self[Int(dependency)] { found.append(dependency) }
      guard case .requirement = self[Int(dependency)] else { continue }
      for next in graph.dependencies(of: dependency) {
        if case .network = self[Int(next)] { found.append(next) }
      }
    }
    return found
  }
}
