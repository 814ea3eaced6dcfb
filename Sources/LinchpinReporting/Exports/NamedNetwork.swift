import LinchpinCore

/// A dependency graph with containers in front and unnamed sets folded away, in a fixed order.
struct NamedNetwork {
  struct Node: Hashable {
    /// `KIND:ID`, unique.
    var key: String
    var kind: String
    var id: String
    var name: String

    init(_ kind: String, _ id: String, _ name: String) {
      key = kind + ":" + id
      self.kind = kind
      self.id = id
      self.name = name
    }
  }

  struct Edge: Hashable {
    var from: String
    var to: String
    var need: String
  }

  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []

  init(_ graph: DependencyGraph) {
    var walk = Walk(graph)
    for unit in graph.units { walk.add(unit) }
    walk.addEverythingBelow()
    nodes = walk.nodes.values.sorted { ($0.kind, $0.id) < ($1.kind, $1.id) }
    edges = walk.edges.map { Edge(from: $0.key.from, to: $0.key.to, need: $0.value) }
      .sorted { ($0.from, $0.to) < ($1.from, $1.to) }
  }
}

/// Collects what the units of a graph hang on, named node by named node.
private struct Walk {
  struct Pair: Hashable {
    var from: String
    var to: String
  }

  let graph: DependencyGraph
  var nodes: [String: NamedNetwork.Node] = [:]
  /// A pair joined in both ways is needed outright.
  var edges: [Pair: String] = [:]
  private var pending: [UInt32] = []
  private var seen: Set<UInt32> = []
  private var named: [UInt32: NamedNetwork.Node] = [:]
  private var members: [UInt32: [(node: UInt32, need: String)]] = [:]

  init(_ graph: DependencyGraph) { self.graph = graph }

  mutating func add(_ unit: Population.Member) {
    let snapshot = graph.attribution.snapshot
    let table = snapshot.organisations
    let organisation = table[unit.organisation]
    let owner = insert(NamedNetwork.Node("organisation", organisation.id, organisation.name))
    for domain in unit.domains {
      let name = snapshot.name(of: domain)
      let key = insert(NamedNetwork.Node("domain", name, name))
      connect(owner, key, "all")
      for (function, needs) in graph.functions(of: domain) {
        let service = insert(
          NamedNetwork.Node(
            "function", "\(function.label)/\(name)", "\(function.label) of \(name)"))
        connect(key, service, "all")
        for number in needs { connect(service, to: named(below: number)) }
      }
    }
  }

  mutating func addEverythingBelow() {
    while let number = pending.popLast() {
      let key = insert(node(number))
      for dependency in graph.graph.dependencies(of: number) {
        connect(key, to: named(below: dependency))
      }
    }
  }

  private mutating func connect(_ from: String, to targets: [(node: UInt32, need: String)]) {
    for (number, need) in targets {
      connect(from, insert(node(number)), need)
      if seen.insert(number).inserted { pending.append(number) }
    }
  }

  private mutating func connect(_ from: String, _ to: String, _ need: String) {
    let pair = Pair(from: from, to: to)
    edges[pair] = edges[pair] == "all" ? "all" : need
  }

  private mutating func insert(_ node: NamedNetwork.Node) -> String {
    if nodes[node.key] == nil { nodes[node.key] = node }
    return node.key
  }

  /// The named nodes a node stands for: itself, or the members of an unnamed set.
  private mutating func named(below number: UInt32) -> [(node: UInt32, need: String)] {
    guard graph.nodes[Int(number)] == .requirement else { return [(number, "all")] }
    if let known = members[number] { return known }
    var found: [UInt32: String] = [:]
    var visited: Set<UInt32> = [number]
    var stack: [(node: UInt32, isAny: Bool)] = [(number, false)]
    while let next = stack.popLast() {
      let dependencies = graph.graph.dependencies(of: next.node)
      let isAny =
        next.isAny
        || (graph.graph.requirement(of: next.node) == .any && dependencies.count > 1)
      for dependency in dependencies {
        if graph.nodes[Int(dependency)] == .requirement {
          if visited.insert(dependency).inserted { stack.append((dependency, isAny)) }
        } else if found[dependency] != "all" {
          found[dependency] = isAny ? "any" : "all"
        }
      }
    }
    let result = found.sorted { $0.key < $1.key }.map { (node: $0.key, need: $0.value) }
    members[number] = result
    return result
  }

  private mutating func node(_ number: UInt32) -> NamedNetwork.Node {
    if let known = named[number] { return known }
    let described = graph.describe(graph.nodes[Int(number)])
    let kind: String
    var id = described.id
    switch graph.nodes[Int(number)] {
    case .unknown, .unknownLaw:
      kind = "unknown"
      id = described.name
    case .own: kind = "own"
    case .requirement: kind = "set"
    case .jurisdiction, .company, .provider, .network, .host:
      kind = graph.nodes[Int(number)].kind?.rawValue ?? ""
    }
    let node = NamedNetwork.Node(kind, id, described.name)
    named[number] = node
    return node
  }
}
