/// A directed graph for Graphviz, written the same way whatever order it was filled in.
///
/// It always has a name, because Graphviz prints addresses for graphs without one.
public struct DOTGraph: Sendable {
  public typealias Attributes = [String: DOTValue]

  struct Edge: Sendable, Hashable {
    let from: String
    let to: String
    let key: String
    let attributes: Attributes
  }

  public let name: String
  public var attributes: Attributes
  public var nodeDefaults: Attributes
  public var edgeDefaults: Attributes
  private(set) var nodes: [String: Attributes] = [:]
  var edges: [Edge] = []
  private(set) var ranks: [[String]] = []

  public init(
    name: String, attributes: Attributes = [:], nodeDefaults: Attributes = [:],
    edgeDefaults: Attributes = [:]
  ) {
    self.name = name
    self.attributes = attributes
    self.nodeDefaults = nodeDefaults
    self.edgeDefaults = edgeDefaults
  }

  /// Adds a node, or replaces the attributes of the node with this key.
  public mutating func addNode(_ key: String, _ attributes: Attributes = [:]) {
    nodes[key] = attributes
  }

  /// Adds a node that Graphviz will not resize, its size in points.
  public mutating func addCell(
    _ key: String, width: Double, height: Double, _ attributes: Attributes = [:]
  ) {
    var cell = attributes
    cell["shape"] = .text("box")
    cell["fixedsize"] = .text("true")
    cell["label"] = .text("")
    cell["width"] = .inches(width)
    cell["height"] = .inches(height)
    nodes[key] = cell
  }

  /// Adds an edge; an end that is no node yet becomes one. `key` tells parallel edges apart.
  public mutating func addEdge(
    from: String, to: String, key: String = "", _ attributes: Attributes = [:]
  ) {
    for end in [from, to] where nodes[end] == nil { nodes[end] = [:] }
    edges.append(Edge(from: from, to: to, key: key, attributes: attributes))
  }

  /// Asks for these nodes side by side.
  public mutating func addRank(_ keys: [String]) {
    ranks.append(keys.sorted())
  }
}
