extension FlowPicture {
  func body(in context: inout DrawingContext) -> ChartBody {
    let headings = ColumnHeadings(
      zip(chart.columns, sides).map { ($0.heading, $1.headingX, $1.headingWidth) },
      context: context)
    var marks = bands(in: &context)
    for column in chart.columns {
      for cell in column.cells.sorted(by: { (ranks[$0.key] ?? 0) < (ranks[$1.key] ?? 0) }) {
        marks += elements(of: cell.key, in: &context)
      }
    }
    let shifted = SVGElement.group(marks, at: Point(0, headings.height))
    return ChartBody(height: headings.height + height, elements: headings.elements + [shifted])
  }

  /// Bands lie from end to end without gaps; wide ones are drawn first so thin ones stay in sight.
  private func bands(in context: inout DrawingContext) -> [SVGElement] {
    let starts = ends(by: \.from, across: \.to)
    let stops = ends(by: \.to, across: \.from)
    let largestFirst = chart.links.indices.sorted { one, other in
      let (first, second) = (chart.links[one], chart.links[other])
      if first.isStrong != second.isStrong { return second.isStrong }
      return first.value == second.value ? one < other : first.value > second.value
    }
    return largestFirst.compactMap { index in
      let link = chart.links[index]
      guard let from = slots[link.from], let to = slots[link.to] else { return nil }
      let width = link.value * scale
      let left = sides[from.column].departureX + FlowColumn.bar
      let right = sides[to.column].arrivalX
      var path = SVGPath()
      path.move(to: Point(left, starts[index]))
      path.level(from: Point(left, starts[index]), to: Point(right, stops[index]))
      path.line(to: Point(right, stops[index] + width))
      path.level(
        from: Point(right, stops[index] + width), to: Point(left, starts[index] + width))
      path.close()
      return .path(path).with(.fill, link.hue.mark).with(.fillOpacity, link.isStrong ? 0.8 : 0.4)
        .with(.id, context.identifiers.identifier("link", "\(link.from)>\(link.to)"))
    }
  }

  /// The upper edge of each link at one of its ends, stacked in the order of the other ends.
  private func ends(
    by near: KeyPath<FlowChart.Link, String>, across far: KeyPath<FlowChart.Link, String>
  ) -> [Double] {
    var tops = [Double](repeating: 0, count: chart.links.count)
    let groups = Dictionary(grouping: chart.links.indices) { chart.links[$0][keyPath: near] }
    let places = chart.links.map { ranks[$0[keyPath: far]] ?? 0 }
    for (key, members) in groups {
      guard let slot = slots[key], let centre = centres[key] else { continue }
      var y = centre - slot.bar / 2
      let stacked = members.sorted {
        places[$0] == places[$1] ? $0 < $1 : places[$0] < places[$1]
      }
      for index in stacked {
        tops[index] = y
        y += chart.links[index].value * scale
      }
    }
    return tops
  }

  private func elements(of key: String, in context: inout DrawingContext) -> [SVGElement] {
    guard let slot = slots[key], let centre = centres[key] else { return [] }
    let side = sides[slot.column]
    let top = centre - slot.bar / 2
    func bar(_ x: Double) -> SVGElement {
      SVGElement.rectangle(
        Rectangle(x: x, y: top, width: FlowColumn.bar, height: slot.bar),
        fill: slot.cell.hue.mark
      ).with(
        .fill,
        // Stripes cannot be seen on a sliver.
        slot.bar < 7 ? slot.cell.hue.mark.hex : context.fill(slot.cell.hue, slot.cell.pattern))
    }
    var parts: [SVGElement] = []
    if side.departureX > side.arrivalX {
      // Only a cell that holds its whole label gets a ground; no edge ever cuts through type.
      if slot.bar >= slot.text.height + 4 {
        let frame = Rectangle(
          x: side.arrivalX, y: top, width: side.departureX - side.arrivalX, height: slot.bar)
        parts.append(.rectangle(frame, fill: slot.cell.hue.ground))
      }
      parts.append(bar(side.departureX))
    }
    parts.append(bar(side.arrivalX))
    parts += slot.text.elements(x: side.labelX, centre: centre)
    return [
      SVGElement.group(parts).with(.id, context.identifiers.identifier("cell", key))
    ]
  }
}
