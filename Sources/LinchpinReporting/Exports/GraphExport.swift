public import LinchpinCore

/// The forms a dependency graph can be written in.
public enum GraphFormat: String, CaseIterable, Sendable {
  case dot, json, csv, graphml, gexf
}

/// The dependency graph for other programs: organisations, domains, functions, and what they need.
///
/// Edges run dependent → dependency. A set of which one or all are needed has no name, so it is
/// left out and its members hang on what needs it; `need` says `any` where one of several will do,
/// else `all`.
public enum GraphExport {
  /// The graph in one of the formats, nodes and edges sorted by kind and id.
  /// - Parameter scenario: suppositions in force, which the file then states.
  /// - Complexity: O((nodes + edges) log nodes), times the depth of unnamed sets.
  public static func render(
    _ graph: DependencyGraph, as format: GraphFormat, scenario: [String] = []
  ) -> String {
    switch format {
    case .dot: dot(NamedNetwork(graph), scenario)
    case .json: json(NamedNetwork(graph), scenario).document
    case .csv: csv(NamedNetwork(graph), scenario)
    case .graphml: graphML(AttributedGraph(graph), scenario)
    case .gexf: gexf(AttributedGraph(graph), scenario)
    }
  }

  private static func dot(_ network: NamedNetwork, _ scenario: [String]) -> String {
    var text = "digraph linchpin {\n  rankdir=LR;\n  node [shape=box];\n"
    if !scenario.isEmpty { text += "  label=\(quoted(label(scenario)));\n" }
    for node in network.nodes {
      text += "  \(quoted(node.key)) [label=\(quoted(node.name)), class=\(quoted(node.kind))];\n"
    }
    for edge in network.edges {
      let style = edge.need == "any" ? " [style=dashed]" : ""
      text += "  \(quoted(edge.from)) -> \(quoted(edge.to))\(style);\n"
    }
    return text + "}\n"
  }

  static func label(_ scenario: [String]) -> String {
    "SCENARIO, not the world as it is: " + scenario.joined(separator: "; ")
  }

  /// A DOT string: quotes escaped, and backslashes too, since `\N` and `\l` mean something.
  private static func quoted(_ text: String) -> String {
    let plain = text.visible.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"" + plain + "\""
  }

  private static func json(_ network: NamedNetwork, _ scenario: [String]) -> JSON {
    .object([
      ("schema", .string("linchpin.graph/1")), ("scenario", .strings(scenario)),
      (
        "nodes",
        .array(
          network.nodes.map { node in
            .object([
              ("key", .string(node.key)), ("kind", .string(node.kind)), ("id", .string(node.id)),
              ("name", .string(node.name)),
            ])
          })
      ),
      (
        "edges",
        .array(
          network.edges.map { edge in
            .object([
              ("from", .string(edge.from)), ("to", .string(edge.to)), ("need", .string(edge.need)),
            ])
          })
      ),
    ])
  }

  private static func csv(_ network: NamedNetwork, _ scenario: [String]) -> String {
    let nodes = Dictionary(
      network.nodes.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    var csv = CSV(
      [
        "dependentKind", "dependent", "dependentName", "dependencyKind", "dependency",
        "dependencyName", "need",
      ], scenario: scenario)
    for edge in network.edges {
      guard let from = nodes[edge.from], let to = nodes[edge.to] else { continue }
      csv.append([
        .text(from.kind), .text(from.id), .text(from.name), .text(to.kind), .text(to.id),
        .text(to.name), .text(edge.need),
      ])
    }
    return csv.text
  }
}
