extension DOTGraph {
  /// The graph in the DOT language: sorted nodes, then ranks, then sorted edges.
  ///
  /// Complexity: O((nodes + edges) log(nodes + edges)).
  public var text: String {
    let names = nodeNames
    func quoted(_ key: String) -> String {
      "\"\((names[key] ?? "").replacing("\"", with: "\\\""))\""
    }

    var lines = ["digraph \(DOTValue.text(name.isEmpty ? "graph" : name).literal) {"]
    for (kind, defaults) in [
      ("graph", attributes), ("node", nodeDefaults), ("edge", edgeDefaults),
    ] where !defaults.isEmpty {
      lines.append("  \(kind)\(Self.list(defaults));")
    }
    for key in nodes.keys.sorted() {
      lines.append("  \(quoted(key))\(Self.list(nodes[key] ?? [:]));")
    }
    for rank in ranks.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let members = rank.map { quoted($0) }.joined(separator: "; ")
      lines.append("  { rank=\"same\"; \(members); }")
    }
    for edge in sortedEdges {
      lines.append("  \(quoted(edge.from)) -> \(quoted(edge.to))\(Self.list(edge.attributes));")
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  var sortedEdges: [Edge] {
    func order(_ edge: Edge) -> [String] {
      [edge.from, edge.to, edge.key, Self.list(edge.attributes)]
    }
    return edges.map { ($0, order($0)) }
      .sorted { $0.1.lexicographicallyPrecedes($1.1) }
      .map(\.0)
  }

  /// What Graphviz will call each node: its cleaned key, told apart where cleaning made two equal.
  ///
  /// Graphviz keeps both characters of an escaped backslash, so the name has both as well. It
  /// writes what looks like an entity as it is, even one that XML forbids, so no `&` stays bare.
  var nodeNames: [String: String] {
    var names: [String: String] = [:]
    var taken: Set<String> = []
    for key in nodes.keys.sorted() {
      let clean = key.cleaned.replacing("\\", with: "\\\\").replacing("&", with: "&amp;")
      var name = clean
      var count = 1
      while !taken.insert(name).inserted {
        count += 1
        name = "\(clean)~\(count)"
      }
      names[key] = name
    }
    return names
  }

  private static func list(_ attributes: Attributes) -> String {
    if attributes.isEmpty { return "" }
    let pairs = attributes.keys.sorted().compactMap { key in
      attributes[key].map { "\(key)=\($0.literal)" }
    }
    return " [" + pairs.joined(separator: ", ") + "]"
  }
}
