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
    /// How many vertices hang on it directly.
    var dependents = 0
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

  private var byKey: [String: Vertex] = [:]
  private var links: [String: Edge] = [:]

  init(_ network: NamedNetwork, sectorOf: (String) -> String) {
    for node in network.nodes {
      byKey[node.key] = Vertex(key: node.key, kind: node.kind, name: node.name)
      if node.kind == "organisation" { sectors[node.key] = sectorOf(node.id) }
    }
    for edge in network.edges { add(edge.from, edge.to, edge.need, 1) }
    finish()
  }

  private var sectors: [String: String] = [:]

  private mutating func add(_ from: String, _ to: String, _ need: String, _ number: Int) {
    if from == to { return }
    let key = from + "\n" + to
    if var known = links[key] {
      known.number += number
      if need == "all" { known.need = "all" }
      links[key] = known
    } else {
      links[key] = Edge(from: from, to: to, need: need, number: number)
    }
  }

  /// Sorted lists, and how many hang on each.
  private mutating func finish() {
    edges = links.values.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    var dependents: [String: Int] = [:]
    for edge in edges { dependents[edge.to, default: 0] += 1 }
    vertices = byKey.values.map { vertex in
      var vertex = vertex
      vertex.dependents = dependents[vertex.key, default: 0]
      return vertex
    }.sorted { $0.key < $1.key }
  }

  // MARK: Collapsing

  /// Brings organisations together by sector, or takes a kind out and joins what it joined.
  mutating func collapse(_ kind: String) {
    let members = vertices.filter { $0.kind == kind }
    if members.isEmpty { return }
    collapsed.append(kind)
    if kind == "organisation" {
      bringTogether(members)
    } else {
      for member in members { bypass(member.key) }
    }
    finish()
  }

  private mutating func bringTogether(_ members: [Vertex]) {
    var target: [String: String] = [:]
    for member in members {
      let sector = sectors[member.key, default: ""]
      let key = "sector:" + sector
      target[member.key] = key
      byKey[member.key] = nil
      byKey[key, default: Vertex(key: key, kind: "sector", name: sector, number: 0)].number += 1
    }
    let old = links.values.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    links = [:]
    for edge in old {
      add(target[edge.from] ?? edge.from, target[edge.to] ?? edge.to, edge.need, edge.number)
    }
  }

  private mutating func bypass(_ key: String) {
    let into = links.values.filter { $0.to == key }
    let out = links.values.filter { $0.from == key }
    for edge in into + out { links[edge.from + "\n" + edge.to] = nil }
    byKey[key] = nil
    for first in into.sorted(by: { $0.from < $1.from }) {
      for second in out.sorted(by: { $0.to < $1.to }) {
        let need = first.need == "all" && second.need == "all" ? "all" : "any"
        add(first.from, second.to, need, first.number)
      }
    }
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
      let sizes = [one, other].map { max($0.dependents, $0.number) }
      return (near[0], sizes[1], one.key) < (near[1], sizes[0], other.key)
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

  private mutating func restrict(to kept: Set<String>) {
    leftOut += vertices.count { !kept.contains($0.key) }
    byKey = byKey.filter { kept.contains($0.key) }
    links = links.filter { kept.contains($0.value.from) && kept.contains($0.value.to) }
    finish()
  }
}
