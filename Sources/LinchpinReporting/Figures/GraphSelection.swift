import LinchpinCore

/// The part of a dependency graph that is drawn: around one node, with kinds brought together,
/// and no more than can be read.
struct GraphSelection {
  struct Vertex {
    var key: String
    var kind: String
    var name: String
    /// How many nodes of the graph it stands for.
    var number = 1
    /// How many sectors stand together in it, where it is a rest of them.
    var sectors = 0
    /// How many vertices hang on it directly.
    var dependents = 0
    /// How much hangs on it in the end, to choose what is shown.
    var weight = 0.0
  }

  struct Edge: Hashable {
    var from: String
    var to: String
    var need: String
    var number: Int
  }

  private(set) var vertices: [Vertex] = []
  private(set) var edges: [Edge] = []
  /// Vertices out of reach of the focus, or beyond the limit.
  private(set) var leftOut = 0
  private(set) var collapsed: [String] = []

  private struct Need {
    var isAll: Bool
    var number: Int
  }

  private var byKey: [String: Vertex] = [:]
  private var outgoing: [String: [String: Need]] = [:]
  private var incoming: [String: Set<String>] = [:]
  private var sectors: [String: String] = [:]

  init(_ network: NamedNetwork, sectorOf: (String) -> String) {
    for node in network.nodes {
      byKey[node.key] = Vertex(key: node.key, kind: node.kind, name: node.name)
      if node.kind == "organisation" { sectors[node.key] = sectorOf(node.id) }
    }
    for edge in network.edges {
      add(edge.from, edge.to, Need(isAll: edge.need == "all", number: 1))
    }
    finish()
  }

  private mutating func add(_ from: String, _ to: String, _ need: Need) {
    if from == to { return }
    var known = outgoing[from, default: [:]][to] ?? Need(isAll: false, number: 0)
    known.number += need.number
    known.isAll = known.isAll || need.isAll
    outgoing[from, default: [:]][to] = known
    incoming[to, default: []].insert(from)
  }

  private mutating func remove(_ key: String) {
    for to in (outgoing[key] ?? [:]).keys { incoming[to]?.remove(key) }
    for from in incoming[key] ?? [] { outgoing[from]?[key] = nil }
    outgoing[key] = nil
    incoming[key] = nil
    byKey[key] = nil
  }

  /// Sorted lists, how many hang on each, and how much in the end.
  private mutating func finish() {
    edges = outgoing.flatMap { from, targets in
      targets.map { to, need in
        Edge(from: from, to: to, need: need.isAll ? "all" : "any", number: need.number)
      }
    }.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    vertices = byKey.values.map { vertex in
      var vertex = vertex
      vertex.dependents = incoming[vertex.key]?.count ?? 0
      return vertex
    }.sorted { $0.key < $1.key }
    weigh()
  }

  /// What hangs on a vertex also hangs, a little less, on what that one needs.
  private mutating func weigh() {
    var weights: [String: Double] = [:]
    for vertex in vertices { weights[vertex.key] = vertex.kind == "sector" ? 1e9 : 0 }
    for edge in edges { weights[edge.to, default: 0] += Double(edge.number) }
    for _ in 0..<6 {
      var next = weights
      for edge in edges where byKey[edge.from]?.kind != "sector" {
        next[edge.to] = max(next[edge.to, default: 0], weights[edge.from, default: 0] * 0.9)
      }
      weights = next
    }
    for place in vertices.indices { vertices[place].weight = weights[vertices[place].key] ?? 0 }
  }

  // MARK: Collapsing

  /// Brings organisations together by sector, or takes a kind out and joins what it joined.
  mutating func collapse(_ kind: String) {
    let members = vertices.filter { $0.kind == kind }
    if members.isEmpty { return }
    collapsed.append(kind)
    for member in members {
      if kind == "organisation" { bringTogether(member.key) } else { bypass(member.key) }
    }
    finish()
  }

  private mutating func bringTogether(_ member: String) {
    let sector = sectors[member, default: ""]
    let key = "sector:" + sector
    let needs = outgoing[member] ?? [:]
    let users = (incoming[member] ?? []).map { ($0, outgoing[$0]?[member]) }
    remove(member)
    byKey[key, default: Vertex(key: key, kind: "sector", name: sector, number: 0)].number += 1
    for (to, need) in needs { add(key, to, need) }
    for (from, need) in users { if let need { add(from, key, need) } }
  }

  private mutating func bypass(_ member: String) {
    let needs = outgoing[member] ?? [:]
    let users = (incoming[member] ?? []).compactMap { from in
      outgoing[from]?[member].map { (from, $0) }
    }
    remove(member)
    for (from, use) in users {
      for (to, need) in needs {
        add(from, to, Need(isAll: use.isAll && need.isAll, number: use.number))
      }
    }
  }

  /// Keeps the sectors with the most bodies and brings the others together, so that what they hang
  /// on is left room.
  mutating func foldSectors(most: Int) {
    let sectors = vertices.filter { $0.kind == "sector" }
      .sorted { ($1.number, $0.key) < ($0.number, $1.key) }
    // A rest of one would hide a name for nothing.
    if sectors.count <= most + 1 { return }
    let rest = sectors.dropFirst(most)
    let key = "sector:(other)"
    var together = Vertex(
      key: key, kind: "sector", name: "", number: 0, sectors: rest.count)
    for sector in rest {
      together.number += sector.number
      let needs = outgoing[sector.key] ?? [:]
      remove(sector.key)
      for (to, need) in needs { add(key, to, need) }
    }
    byKey[key] = together
    finish()
  }

  // MARK: Choosing

  /// Keeps what is within a number of steps of a vertex: what it needs, and what needs it.
  mutating func keep(around key: String, depth: Int) {
    var kept: Set<String> = [key]
    for isDown in [true, false] {
      var layer: Set<String> = [key]
      for _ in 0..<depth {
        var next: Set<String> = []
        for edge in edges {
          let (near, far) = isDown ? (edge.from, edge.to) : (edge.to, edge.from)
          if layer.contains(near), !kept.contains(far) { next.insert(far) }
        }
        kept.formUnion(next)
        layer = next
      }
    }
    restrict(to: kept)
  }

  /// Keeps the focus, then what most hangs on, until as many are left; 0 keeps everything.
  mutating func keepLargest(_ limit: Int, around focus: String?) {
    if limit == 0 || vertices.count <= limit { return }
    let steps = focus.map { distances(from: $0) } ?? [:]
    let ranked = vertices.sorted { one, other in
      let near = [one, other].map { focus == nil ? 0 : min(steps[$0.key] ?? 99, 99) }
      return (near[0], other.weight, one.key) < (near[1], one.weight, other.key)
    }
    restrict(to: Set(ranked.prefix(limit).map(\.key)))
  }

  private func distances(from key: String) -> [String: Int] {
    var neighbours: [String: [String]] = [:]
    for edge in edges {
      neighbours[edge.from, default: []].append(edge.to)
      neighbours[edge.to, default: []].append(edge.from)
    }
    var found = [key: 0]
    var queue = [key]
    var next = 0
    while next < queue.count {
      let vertex = queue[next]
      next += 1
      for other in neighbours[vertex] ?? [] where found[other] == nil {
        found[other] = found[vertex, default: 0] + 1
        queue.append(other)
      }
    }
    return found
  }

  /// What is left without any link says nothing, so it goes too, unless all is.
  private mutating func restrict(to kept: Set<String>) {
    let before = vertices.count
    for vertex in vertices where !kept.contains(vertex.key) { remove(vertex.key) }
    let linked = byKey.keys.filter { key in
      !(outgoing[key] ?? [:]).isEmpty || !(incoming[key] ?? []).isEmpty
    }
    if !linked.isEmpty {
      for key in Set(byKey.keys).subtracting(linked) { remove(key) }
    }
    finish()
    leftOut += before - vertices.count
  }
}
