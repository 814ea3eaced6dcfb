/// A graph to explore: boxes where Graphviz put them, moved apart until none meets another.
///
/// It keeps the width of the page and grows in height. Whatever order nodes and links are given
/// in, the picture is the same.
public struct NodeMap: Chart, Hashable {
  public struct Node: Sendable, Hashable {
    /// Unique in the chart.
    public var key: String
    public var title: String
    public var lines: [String]
    public var hue: Hue
    public var style: LayeredChart.Box.Style
    /// Said of this node by whoever draws the figure.
    public var note = ""

    public init(
      key: String, title: String, lines: [String] = [], hue: Hue = .neutral,
      style: LayeredChart.Box.Style = .tinted
    ) {
      self.key = key
      self.title = title
      self.lines = lines
      self.hue = hue
      self.style = style
    }
  }

  public struct Link: Sendable, Hashable {
    public var from: String
    public var to: String
    public var hue: Hue
    public var isDashed: Bool
    /// In CSS pixels, 1 to 6.
    public var width: Double

    public init(
      from: String, to: String, hue: Hue = .neutral, isDashed: Bool = false, width: Double = 1.2
    ) {
      self.from = from
      self.to = to
      self.hue = hue
      self.isDashed = isDashed
      self.width = width.isFinite ? min(max(width, 1), 6) : 1
    }
  }

  public private(set) var nodes: [Node]
  public let links: [Link]
  public let engine: GraphvizEngine
  /// The node a star is drawn around; any where nil.
  public let centre: String?

  public init(
    nodes: [Node], links: [Link], engine: GraphvizEngine, centre: String? = nil
  ) throws(DrawingError) {
    if nodes.isEmpty { throw .empty }
    var keys: Set<String> = []
    for node in nodes where !keys.insert(node.key).inserted { throw .duplicateKey(node.key) }
    for link in links {
      for end in [link.from, link.to] where !keys.contains(end) { throw .unknownKey(end) }
    }
    self.nodes = nodes.sorted { $0.key < $1.key }
    self.links = Set(links).sorted {
      ($0.from, $0.to, $0.isDashed ? 1 : 0, $0.width)
        < ($1.from, $1.to, $1.isDashed ? 1 : 0, $1.width)
    }
    self.engine = engine
    self.centre = centre
  }

  public func annotated(_ key: String, _ note: String) -> NodeMap? {
    guard let place = nodes.firstIndex(where: { $0.key == key }) else { return nil }
    var copy = self
    copy.nodes[place].note = note
    return copy
  }

  public func body(in context: inout DrawingContext) throws(DrawingError) -> ChartBody {
    let placed = try NodeMapLayout(self, in: &context)
    var elements: [SVGElement] = []
    for link in links {
      guard let from = placed.frames[link.from], let to = placed.frames[link.to] else { continue }
      let id = context.identifiers.identifier("link", "\(link.from)>\(link.to)")
      elements.append(
        NodeMapLayout.line(from, to, link, isVertical: placed.isVertical).with(.id, id))
    }
    for node in nodes {
      guard let frame = placed.frames[node.key], let text = placed.texts[node.key] else { continue }
      let origin = Point(frame.x, frame.y)
      elements.append(
        SVGElement.group(text.elements(at: origin, theme: context.theme))
          .with(.id, context.identifiers.identifier("box", node.key)))
    }
    return ChartBody(height: placed.height, elements: elements)
  }
}
