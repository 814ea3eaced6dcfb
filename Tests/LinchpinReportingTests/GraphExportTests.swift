import Foundation
import LinchpinCore
import Testing

@testable import LinchpinReporting

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Exported graphs")
struct GraphExportTests {
  let graph = Sample.graph(Sample.assessment())

  @Test("The chain runs from the organisation down to the legal orders")
  func chain() {
    let edges = Set(
      CSVReader.rows(GraphExport.render(graph, as: .csv)).map {
        "\($0[0]):\($0[1]) \($0[3]):\($0[4])"
      })
    for edge in [
      "organisation:B25 domain:body25.example",
      "domain:body25.example function:receive/body25.example",
      "function:receive/body25.example provider:poldermail",
      "function:receive/body25.example host:in.polder.example",
      "provider:poldermail company:polder-bv", "company:polder-bv company:alpine-ag",
      "company:alpine-ag jurisdiction:CH", "company:polder-bv jurisdiction:NL",
    ] {
      #expect(edges.contains(edge), "\(edge)")
    }
  }

  @Test("One of several name servers is needed, the only mail exchanger is")
  func need() {
    let rows = CSVReader.rows(GraphExport.render(graph, as: .csv))
    func need(_ from: String, _ to: String) -> String? {
      rows.first { $0[1] == from && $0[4] == to }?[6]
    }
    #expect(need("dns/body1.example", "ns1.polder.example") == "any")
    #expect(need("receive/body1.example", "mx1.northmail.example") == "all")
  }

  @Test("JSON has a node for both ends of every edge")
  func json() throws {
    let read = try SchemaReader.object(Data(GraphExport.render(graph, as: .json).utf8))
    let nodes = try #require(read["nodes"] as? [[String: String]])
    let edges = try #require(read["edges"] as? [[String: String]])
    let keys = Set(nodes.compactMap { $0["key"] })
    #expect(keys.count == nodes.count)
    #expect(!edges.isEmpty)
    #expect(edges.allSatisfy { keys.contains($0["from"] ?? "") && keys.contains($0["to"] ?? "") })
  }

  @Test(
    "GraphML and GEXF are XML with both ends of every edge, whatever a name holds",
    arguments: [GraphFormat.graphml, .gexf])
  func xml(format: GraphFormat) throws {
    let reader = EdgeReader()
    let parser = XMLParser(data: Data(GraphExport.render(graph, as: format).utf8))
    parser.delegate = reader
    #expect(parser.parse())
    #expect(!reader.edges.isEmpty)
    for edge in reader.edges { #expect(reader.nodes.isSuperset(of: edge)) }
    #expect(Set(reader.nodes).count == reader.nodes.count)
  }

  @Test("Roles, tiers, sectors and weights stand in both formats")
  func attributes() {
    let ml = GraphExport.render(graph, as: .graphml)
    let gexf = GraphExport.render(graph, as: .gexf)
    #expect(
      ml.contains("<data key=\"edge-role\">mailExchange</data><data key=\"edge-tier\">routing"))
    #expect(gexf.contains("<attvalue for=\"role\" value=\"mailExchange\"/>"))
    #expect(ml.contains("<data key=\"node-kind\">jurisdiction</data>"))
    #expect(ml.contains("attr.name=\"weight\" attr.type=\"double\""))
  }

  @Test("DOT strings end where they should, whatever a name holds")
  func dot() {
    let text = GraphExport.render(graph, as: .dot)
    #expect(text.hasPrefix("digraph linchpin {\n"))
    for line in text.split(separator: "\n") {
      let bare = line.replacing("\\\\", with: "").replacing("\\\"", with: "")
      #expect(bare.count { $0 == "\"" } % 2 == 0)
    }
    #expect(
      text.contains("[label=\"=HYPERLINK(\\\"http://evil.example\\\")\", class=\"organisation\"]"))
  }
}

/// The ids of nodes, and the ends of edges.
private final class EdgeReader: NSObject, XMLParserDelegate {
  var nodes: Set<String> = []
  var edges: [Set<String>] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if name == "node" { nodes.insert(attributes["id"] ?? "") }
    if name == "edge" { edges.append([attributes["source"] ?? "?", attributes["target"] ?? "?"]) }
  }
}
