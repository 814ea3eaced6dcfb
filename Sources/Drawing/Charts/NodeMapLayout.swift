/// Where the boxes of a map stand.
struct NodeMapLayout {
  private(set) var texts: [String: BoxText] = [:]
  private(set) var frames: [String: Rectangle] = [:]
  private(set) var height = 0.0
  let isVertical: Bool

  private static let gap = 12.0

  init(_ map: NodeMap, in context: inout DrawingContext) throws(DrawingError) {
    let isNarrow = context.figureWidth == .narrow
    isVertical = map.engine == .dot && isNarrow
    let widest = isNarrow ? 122.0 : context.figureWidth == .medium ? 132 : 150
    for node in map.nodes {
      var box = LayeredChart.Box(
        key: node.key, column: 0, title: node.title, lines: node.lines, hue: node.hue,
        style: node.style)
      box.note = node.note
      let width = min(widest, max(BoxText.naturalWidth(of: box), 40))
      texts[node.key] = BoxText(box, width: width)
    }
    let names = Dictionary(
      map.nodes.enumerated().map { ($1.key, GeneratedName.text(0, $0)) },
      uniquingKeysWith: { first, _ in first })
    let laidOut = try dot(map, names).laidOut(by: map.engine, for: &context.layouts)
    place(map, names, laidOut, width: context.width)
    pushApart(map)
  }

  private func dot(_ map: NodeMap, _ names: [String: String]) -> DOTGraph {
    var dot = DOTGraph(
      name: "map",
      attributes: [
        "rankdir": .text(isVertical ? "TB" : "LR"), "nodesep": .inches(Self.gap),
        "ranksep": .inches(map.engine == .dot ? 40 : 110), "start": .number(7),
        "overlap": .text(map.engine == .dot ? "true" : "false"),
      ], edgeDefaults: ["arrowhead": .text("none")])
    if map.engine == .twopi, let centre = map.centre, let name = names[centre] {
      dot.attributes["root"] = .text(name)
    }
    for node in map.nodes {
      guard let name = names[node.key], let text = texts[node.key] else { continue }
      dot.addCell(name, width: text.width + Self.gap, height: text.height + Self.gap)
    }
    for (place, link) in map.links.enumerated() {
      guard let from = names[link.from], let to = names[link.to] else { continue }
      dot.addEdge(from: from, to: to, key: GeneratedName.text(1, place))
    }
    return dot
  }

  /// Graphviz's places, drawn together or apart sideways until they are as wide as the page.
  private mutating func place(
    _ map: NodeMap, _ names: [String: String], _ laidOut: LaidOutGraph, width: Double
  ) {
    let centres = names.compactMapValues { laidOut.nodes[$0]?.centre }
    let lefts = centres.map { $1.x - (texts[$0]?.width ?? 0) / 2 }
    let rights = centres.map { $1.x + (texts[$0]?.width ?? 0) / 2 }
    let left = lefts.min() ?? 0
    let extent = max((rights.max() ?? 0) - left, 1)
    let squeeze = min(1, width / extent)
    // Ranks may stand further apart than Graphviz put them; a star keeps its shape.
    let span = min(width, map.engine == .dot ? extent * 2 : extent)
    for (key, text) in texts {
      guard let centre = centres[key] else { continue }
      // A box keeps its size, so what is left of the page beside it is what is shared out.
      let share = (centre.x - left - text.width / 2) / max(extent - text.width, 1)
      let x = (width - span) / 2 + share * (span - text.width)
      frames[key] = Rectangle(
        x: min(max(x, 0), width - text.width), y: centre.y * max(squeeze, 0.6) - text.height / 2,
        width: text.width, height: text.height)
    }
  }

  /// From the top down every box moves below those it would meet.
  private mutating func pushApart(_ map: NodeMap) {
    let order = map.nodes.map(\.key).sorted { one, other in
      let heights = [frames[one]?.y ?? 0, frames[other]?.y ?? 0]
      return heights[0] == heights[1] ? one < other : heights[0] < heights[1]
    }
    var settled: [Rectangle] = []
    let top = frames.values.map(\.y).min() ?? 0
    for key in order {
      guard var frame = frames[key] else { continue }
      frame.y -= top - 1
      while let other = settled.first(where: { Self.meet(frame, $0) }) {
        frame.y = other.maxY + Self.gap
      }
      settled.append(frame)
      frames[key] = frame
    }
    height = (settled.map(\.maxY).max() ?? 0) + 1
  }

  private static func meet(_ one: Rectangle, _ other: Rectangle) -> Bool {
    one.x < other.maxX + gap && other.x < one.maxX + gap && one.y < other.maxY + gap - 0.01
      && other.y < one.maxY + gap - 0.01
  }

  /// A link from edge to edge, its head at the dependency.
  static func line(
    _ from: Rectangle, _ to: Rectangle, _ link: NodeMap.Link, isVertical: Bool
  ) -> SVGElement {
    let start = Point(from.x + from.width / 2, from.midY)
    let end = Point(to.x + to.width / 2, to.midY)
    let tail = edge(of: from, towards: end)
    let tip = edge(of: to, towards: start)
    let mark = LayeredChart.Link(
      from: link.from, to: link.to, hue: link.hue, isDashed: link.isDashed, width: link.width)
    let bend = isVertical ? Point(0, (tip.y - tail.y) * 0.3) : Point((tip.x - tail.x) * 0.3, 0)
    return LinkMark(
      mark,
      along: [
        tail, Point(tail.x + bend.x, tail.y + bend.y), Point(tip.x - bend.x, tip.y - bend.y), tip,
      ]
    ).element
  }

  /// Where the line from a box's centre to a point leaves the box.
  private static func edge(of frame: Rectangle, towards point: Point) -> Point {
    let centre = Point(frame.x + frame.width / 2, frame.midY)
    let run = Point(point.x - centre.x, point.y - centre.y)
    if run == .zero { return centre }
    let across = run.x == 0 ? .infinity : frame.width / 2 / abs(run.x)
    let down = run.y == 0 ? .infinity : frame.height / 2 / abs(run.y)
    let share = min(across, down, 1)
    return Point(centre.x + run.x * share, centre.y + run.y * share)
  }
}
