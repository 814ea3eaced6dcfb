/// A graph in the DOT language, and the order its nodes and edges are numbered in.
///
/// Sorted nodes, then ranks, then sorted edges, so that the order a graph was filled in never
/// shows. Every node and edge carries its number as its `comment`, by which it is known again:
/// parallel edges have nothing else to tell them apart.
/// Complexity: O((nodes + edges) log(nodes + edges)).
struct DOTWriting {
  let text: String
  /// The keys of nodes, by number.
  let keys: [String]
  /// By number.
  let edges: [DOTGraph.Edge]

  init(_ graph: DOTGraph) {
    keys = graph.nodes.keys.sorted()
    let names = Self.names(keys)
    let numbers = Dictionary(
      keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let lines = graph.edges.enumerated().map { place, edge in
      Line(
        from: numbers[edge.from] ?? 0, to: numbers[edge.to] ?? 0, key: edge.key,
        pairs: Self.pairs(edge.attributes), place: place)
    }.sorted(by: Line.precedes)
    edges = lines.map { graph.edges[$0.place] }

    var text = "digraph \(DOTValue.text(graph.name.isEmpty ? "graph" : graph.name).literal) {\n"
    for (kind, defaults) in [
      ("graph", graph.attributes), ("node", graph.nodeDefaults), ("edge", graph.edgeDefaults),
    ] where !defaults.isEmpty {
      text += "  \(kind) [\(Self.pairs(defaults))];\n"
    }
    for (number, key) in keys.enumerated() {
      text += "  "
      text += names[key] ?? ""
      Self.close(Self.pairs(graph.nodes[key] ?? [:]), number, to: &text)
    }
    for rank in graph.ranks.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      text += "  { rank=\"same\"; \(rank.compactMap { names[$0] }.joined(separator: "; ")); }\n"
    }
    for (number, line) in lines.enumerated() {
      text += "  "
      text += names[keys[line.from]] ?? ""
      text += " -> "
      text += names[keys[line.to]] ?? ""
      Self.close(line.pairs, number, to: &text)
    }
    self.text = text + "}\n"
  }

  /// An edge as it is written; nodes by their number, which is their order.
  private struct Line {
    let from: Int
    let to: Int
    let key: String
    let pairs: String
    /// In the graph as it was filled.
    let place: Int

    static func precedes(_ one: Line, _ other: Line) -> Bool {
      if one.from != other.from { return one.from < other.from }
      if one.to != other.to { return one.to < other.to }
      return one.key == other.key ? one.pairs < other.pairs : one.key < other.key
    }
  }

  private static func close(_ pairs: String, _ number: Int, to text: inout String) {
    text += " ["
    if !pairs.isEmpty {
      text += pairs
      text += ", "
    }
    text += "comment=\"\(number)\"];\n"
  }

  private static func pairs(_ attributes: DOTGraph.Attributes) -> String {
    var text = ""
    for (name, value) in attributes.sorted(by: { $0.key < $1.key }) {
      if !text.isEmpty { text += ", " }
      text += name
      text += "="
      text += value.literal
    }
    return text
  }

  /// The quoted name of each node: its cleaned key, told apart where cleaning made two equal.
  private static func names(_ keys: [String]) -> [String: String] {
    var names: [String: String] = [:]
    var taken: Set<String> = []
    for key in keys {
      let clean = DOTValue.escaped(key.cleaned)
      var name = clean
      var count = 1
      while !taken.insert(name).inserted {
        count += 1
        name = "\(clean)~\(count)"
      }
      names[key] = "\"\(name)\""
    }
    return names
  }
}

extension DOTGraph {
  /// The graph in the DOT language, the same whatever order it was filled in.
  public var text: String { DOTWriting(self).text }
}
