import LinchpinCore

extension GraphExport {
  /// GraphML (graphml.graphdrawing.org), as networkx, igraph, yEd and Gephi read it.
  static func graphML(_ graph: AttributedGraph, _ scenario: [String]) -> String {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">

      """
    func declare(_ names: [String], _ place: String) {
      for name in names {
        let type = AttributedGraph.numeric.contains(name) ? "double" : "string"
        text +=
          "  <key id=\"\(place)-\(name)\" for=\"\(place)\" attr.name=\"\(name)\" "
          + "attr.type=\"\(type)\"/>\n"
      }
    }
    if !scenario.isEmpty {
      text += "  <desc>Scenario: \(scenario.joined(separator: "; ").xml)</desc>\n"
    }
    declare(AttributedGraph.nodeAttributes, "node")
    declare(AttributedGraph.edgeAttributes, "edge")
    func data(_ names: [String], _ values: [String], _ place: String) -> String {
      zip(names, values).filter { !$0.1.isEmpty }
        .map { "<data key=\"\(place)-\($0.0)\">\($0.1.xml)</data>" }.joined()
    }
    text += "  <graph id=\"linchpin\" edgedefault=\"directed\">\n"
    if !scenario.isEmpty { text += "    <desc>\(label(scenario).xml)</desc>\n" }
    for node in graph.nodes {
      text +=
        "    <node id=\"\(node.key.xml)\">"
        + data(AttributedGraph.nodeAttributes, node.values, "node") + "</node>\n"
    }
    for (place, edge) in graph.edges.enumerated() {
      text +=
        "    <edge id=\"e\(place)\" source=\"\(edge.from.xml)\" target=\"\(edge.to.xml)\">"
        + data(AttributedGraph.edgeAttributes, edge.values, "edge") + "</edge>\n"
    }
    return text + "  </graph>\n</graphml>\n"
  }

  /// GEXF 1.2 (gexf.net), as Gephi and networkx read it.
  static func gexf(_ graph: AttributedGraph, _ scenario: [String]) -> String {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">

      """
    if !scenario.isEmpty {
      text += "  <meta><description>\(label(scenario).xml)</description></meta>\n"
    }
    text += "  <graph mode=\"static\" defaultedgetype=\"directed\">\n"
    // An edge's weight is an attribute of the format itself.
    let edgeNames = AttributedGraph.edgeAttributes.dropLast()
    for (place, names) in [
      ("node", AttributedGraph.nodeAttributes), ("edge", Array(edgeNames)),
    ] {
      text += "    <attributes class=\"\(place)\">\n"
      for name in names {
        let type = AttributedGraph.numeric.contains(name) ? "double" : "string"
        text += "      <attribute id=\"\(name)\" title=\"\(name)\" type=\"\(type)\"/>\n"
      }
      text += "    </attributes>\n"
    }
    func values(_ names: some Sequence<String>, _ values: [String]) -> String {
      "<attvalues>"
        + zip(names, values).filter { !$0.1.isEmpty }
        .map { "<attvalue for=\"\($0.0)\" value=\"\($0.1.xml)\"/>" }.joined() + "</attvalues>"
    }
    text += "    <nodes>\n"
    for node in graph.nodes {
      text +=
        "      <node id=\"\(node.key.xml)\" label=\"\(node.name.xml)\">"
        + values(AttributedGraph.nodeAttributes, node.values) + "</node>\n"
    }
    text += "    </nodes>\n    <edges>\n"
    for (place, edge) in graph.edges.enumerated() {
      text +=
        "      <edge id=\"\(place)\" source=\"\(edge.from.xml)\" target=\"\(edge.to.xml)\" "
        + "weight=\"\((edge.values.last ?? "1").xml)\">"
        + values(edgeNames, edge.values) + "</edge>\n"
    }
    return text + "    </edges>\n  </graph>\n</gexf>\n"
  }
}
