/// The boxes as an indented tree, for widths at which columns do not fit.
///
/// A box several links lead to is drawn whole once and by its title after that.
struct TreePicture {
  private struct Row {
    let text: BoxText
    let heading: String
    let depth: Int
    let parent: Int?
    let link: LayeredChart.Link?
  }

  private static let indent = 20.0
  private static let gap = 9.0

  private var rows: [Row] = []

  init(_ chart: LayeredChart, _ context: DrawingContext) {
    let boxes = Dictionary(
      chart.boxes.enumerated().map { ($0.element.key, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let following = Dictionary(grouping: chart.links, by: \.from).mapValues { links in
      links.sorted { (boxes[$0.to] ?? 0) < (boxes[$1.to] ?? 0) }
    }
    let reached = Set(chart.links.map(\.to))
    var drawn: Set<String> = []

    var waiting: [(key: String, depth: Int, parent: Int?, link: LayeredChart.Link?)] =
      chart.boxes.filter { !reached.contains($0.key) }.reversed()
      .map { ($0.key, 0, nil, nil) }
    while let next = waiting.popLast() {
      guard let place = boxes[next.key] else { continue }
      let isFirst = drawn.insert(next.key).inserted
      let row = Self.row(chart, chart.boxes[place], next.depth, isFirst, context)
      rows.append(
        Row(
          text: row.text, heading: row.heading, depth: next.depth, parent: next.parent,
          link: next.link))
      if !isFirst { continue }
      let parent = rows.count - 1
      for link in (following[next.key] ?? []).reversed() {
        waiting.append((link.to, next.depth + 1, parent, link))
      }
    }
  }

  private static func row(
    _ chart: LayeredChart, _ box: LayeredChart.Box, _ depth: Int, _ isFirst: Bool,
    _ context: DrawingContext
  ) -> (text: BoxText, heading: String) {
    // Deep trees stop indenting before the text has no room left.
    let width = context.width - min(Double(depth) * indent, context.width * 0.4)
    let heading = isFirst ? chart.columns[box.column].cleaned : ""
    let room = TextMeasure.width(heading, size: 12) + 12
    let fits = !heading.isEmpty && room < width * 0.45
    let text = BoxText(
      box, width: width, reserved: fits ? room : 0, titleOnly: !isFirst)
    return (text, fits ? heading : "")
  }

  func body(in context: inout DrawingContext) -> ChartBody {
    var tops: [Double] = []
    var y = 1.0
    for row in rows {
      tops.append(y)
      y += row.text.height + Self.gap
    }
    var elements: [SVGElement] = []
    for (index, row) in rows.enumerated().reversed() {
      guard let parent = row.parent, let link = row.link else { continue }
      let start = Point(left(of: rows[parent]) + 9, tops[parent] + rows[parent].text.height)
      let end = Point(left(of: row), tops[index] + 18)
      let id = context.identifiers.identifier("link", "\(link.from)>\(link.to)")
      elements.append(LinkMark(link, downFrom: start, to: end).element.with(.id, id))
    }
    for (index, row) in rows.enumerated() {
      let origin = Point(left(of: row), tops[index])
      var parts = row.text.elements(at: origin, theme: context.theme)
      if !row.heading.isEmpty {
        let isFilled = row.text.box.style == .filled
        parts.append(
          .text(
            row.heading,
            at: Point(
              origin.x + row.text.width - BoxText.padding, origin.y + BoxText.firstBaseline),
            size: 12,
            colour: isFilled ? context.theme.ground : context.theme.faintInk, anchor: .end))
      }
      elements.append(
        SVGElement.group(parts)
          .with(.id, context.identifiers.identifier("box", row.text.box.key)))
    }
    return ChartBody(height: y - Self.gap + 1, elements: elements)
  }

  private func left(of row: Row) -> Double {
    (rows.map(\.text.width).max() ?? 0) - row.text.width
  }
}
