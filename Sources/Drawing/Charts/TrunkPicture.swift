/// A single first box above, and the columns that follow hung on a trunk under it.
///
/// This saves a column where all of them do not fit beside each other.
struct TrunkPicture {
  private static let indent = 28.0
  private static let gap = 22.0

  private let root: LayeredChart.Box
  private let trunks: [LayeredChart.Link]
  private let heading: String
  private let chart: LayeredChart
  private let columns: LayeredColumns

  /// Nothing if several boxes come first, if they lead past the second column, or if the rest
  /// does not fit either; on a telephone a tree always reads better.
  init?(_ whole: LayeredChart, keepsWords: Bool, _ context: DrawingContext) {
    guard context.figureWidth != .narrow, let root = whole.boxes.first else { return nil }
    let rest = whole.boxes.dropFirst()
    guard let second = rest.first, second.column > root.column else { return nil }
    let trunks = whole.links.filter { $0.from == root.key }
    let near = Set(rest.filter { $0.column == second.column }.map(\.key))
    if trunks.isEmpty || trunks.contains(where: { !near.contains($0.to) }) { return nil }

    self.root = root
    self.trunks = trunks
    heading = whole.columns[root.column]
    let count = whole.columns.count
    let boxes = Array(rest)
    guard
      let columns = LayeredColumns(
        boxes, count, width: context.width - Self.indent, keepsWords: keepsWords, context),
      let chart = try? LayeredChart(
        columns: whole.columns, boxes: boxes,
        links: whole.links.filter { $0.from != root.key })
    else { return nil }
    self.columns = columns
    self.chart = chart
  }

  func body(in context: inout DrawingContext) throws(DrawingError) -> ChartBody {
    let top = ColumnHeadings([(heading, 0, context.width)], context: context)
    let width = min(context.width, max(BoxText.naturalWidth(of: root), 200))
    let text = BoxText(root, width: width)
    let below = top.height + text.height + Self.gap
    let (rest, entrances) = try LayeredPicture(chart, columns, &context).drawn(in: &context)

    let start = Point(Self.indent / 2 - 4, top.height + text.height)
    let lowestFirst = trunks.sorted {
      (entrances[$0.to]?.y ?? 0, $0.to) > (entrances[$1.to]?.y ?? 0, $1.to)
    }
    var elements = top.elements
    for link in lowestFirst {
      guard let entrance = entrances[link.to] else { continue }
      let end = Point(entrance.x + Self.indent, entrance.y + below)
      let id = context.identifiers.identifier("link", "\(link.from)>\(link.to)")
      elements.append(LinkMark(link, downFrom: start, to: end).element.with(.id, id))
    }
    elements.append(
      SVGElement.group(text.elements(at: Point(0, top.height), theme: context.theme))
        .with(.id, context.identifiers.identifier("box", root.key)))
    elements.append(.group(rest.elements, at: Point(Self.indent, below)))
    return ChartBody(height: below + rest.height, elements: elements)
  }
}
