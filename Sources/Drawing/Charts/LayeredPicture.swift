/// Boxes and splines where Graphviz put them, from left to right.
struct LayeredPicture {
  private let chart: LayeredChart
  private let columns: LayeredColumns
  private let texts: [String: BoxText]
  private let layout: LayeredLayout

  init(
    _ chart: LayeredChart, _ columns: LayeredColumns, _ context: inout DrawingContext
  ) throws(DrawingError) {
    self.chart = chart
    self.columns = columns
    let texts = chart.boxes.map { ($0.key, BoxText($0, width: columns.widths[$0.column])) }
    self.texts = Dictionary(texts, uniquingKeysWith: { first, _ in first })
    layout = try LayeredLayout.best(chart, columns, self.texts, &context.layouts)
  }

  func body(in context: inout DrawingContext) -> ChartBody {
    drawn(in: &context).body
  }

  /// The picture, and where the middle of each box's left side is in it.
  func drawn(
    in context: inout DrawingContext
  ) -> (body: ChartBody, entrances: [String: Point]) {
    let lefts = columns.lefts
    let headings = ColumnHeadings(
      chart.columns.indices.filter { columns.widths[$0] > 0 }.map {
        let room = columns.widths[$0] + columns.gap * 0.8
        return (chart.columns[$0], lefts[$0], min(room, columns.extent - lefts[$0]))
      }, context: context)

    let offset = Point(-layout.left, headings.height + 1 - layout.top)
    var marks = links(in: &context)
    var entrances: [String: Point] = [:]
    for box in chart.boxes {
      guard let text = texts[box.key], let centre = layout.centres[box.key] else { continue }
      let origin = Point(centre.x - text.width / 2, centre.y - text.height / 2)
      entrances[box.key] = Point(origin.x + offset.x, centre.y + offset.y)
      marks.append(
        SVGElement.group(text.elements(at: origin, theme: context.theme))
          .with(.id, context.identifiers.identifier("box", box.key)))
    }
    let body = ChartBody(
      height: headings.height + layout.bottom - layout.top + 2,
      elements: headings.elements + [.group(marks, at: offset)])
    return (body, entrances)
  }

  /// One even curve if the link leads to the very next column, where nothing is in its way.
  private func level(_ link: LayeredChart.Link) -> [Point]? {
    guard let from = texts[link.from], let to = texts[link.to],
      let start = layout.centres[link.from], let end = layout.centres[link.to]
    else { return nil }
    let between = columns.widths[(from.box.column + 1)..<to.box.column]
    if between.contains(where: { $0 > 0 }) { return nil }
    let tail = Point(start.x + from.width / 2, start.y)
    let head = Point(end.x - to.width / 2, end.y)
    let bend = (head.x - tail.x) * 0.55
    return [tail, Point(tail.x + bend, tail.y), Point(head.x - bend, head.y), head]
  }

  private func links(in context: inout DrawingContext) -> [SVGElement] {
    var marks: [SVGElement] = []
    for (place, link) in chart.links.enumerated() {
      guard let spline = level(link) ?? layout.splines[place] else { continue }
      let id = context.identifiers.identifier("link", "\(link.from)>\(link.to)")
      marks.append(LinkMark(link, along: spline).element.with(.id, id))
    }
    return marks
  }
}
