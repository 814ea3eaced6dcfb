extension LineChart {
  public func body(in context: inout DrawingContext) -> ChartBody {
    let plot = Plot(self, context)
    var elements = axes(plot, context)
    elements += moments(plot, context)
    for line in lines { elements.append(drawn(line, plot, &context)) }
    elements += labels(plot, &context)
    return ChartBody(height: plot.bottom + 30, elements: elements)
  }

  /// Where things stand for one width.
  private struct Plot {
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    let labelRoom: Double
    private let range: ClosedRange<Double>

    init(_ chart: LineChart, _ context: DrawingContext) {
      let size = context.type.foot
      left = TextFitting.widest(chart.ticks.map(\.label), size: size) + 10
      labelRoom =
        context.figureWidth == .narrow ? context.width * 0.4 : min(context.width * 0.3, 220)
      right = context.width - labelRoom - 20
      let marked = chart.moments.contains { !$0.mark.isEmpty }
      top = marked ? 24 : 8
      let blocks = Double(chart.lines.count) * context.type.leading * 3.2
      let height = max(context.figureWidth == .narrow ? 230.0 : 290.0, blocks)
      bottom = top + height
      range = (chart.ticks.first?.value ?? 0)...(chart.ticks.last?.value ?? 1)
    }

    func x(_ moment: Moment) -> Double { left + 6 + moment.place * (right - left - 6) }

    func y(_ value: Double) -> Double {
      bottom - (value - range.lowerBound) / (range.upperBound - range.lowerBound) * (bottom - top)
    }
  }

  private func axes(_ plot: Plot, _ context: DrawingContext) -> [SVGElement] {
    let size = context.type.foot
    return ticks.enumerated().flatMap { place, tick -> [SVGElement] in
      let y = plot.y(tick.value)
      return [
        .line(
          from: Point(plot.left, y), to: Point(plot.right, y),
          stroke: place == 0 ? context.theme.faintInk : context.theme.rule),
        .text(
          tick.label, at: Point(plot.left - 6, y + size * 0.35), size: size,
          colour: context.theme.faintInk, anchor: .end),
      ]
    }
  }

  /// Dates under the axis, as many as have room, and what happened at them.
  private func moments(_ plot: Plot, _ context: DrawingContext) -> [SVGElement] {
    let size = context.type.foot
    var elements: [SVGElement] = []
    var taken: [ClosedRange<Double>] = []
    // First and last are always said.
    let order = [0, moments.count - 1] + Array(1..<max(1, moments.count - 1))
    for place in order {
      let moment = moments[place]
      let x = plot.x(moment)
      elements.append(
        .line(
          from: Point(x, plot.bottom), to: Point(x, plot.bottom + 5),
          stroke: context.theme.faintInk))
      let width = TextMeasure.width(moment.label, size: size)
      let start = min(max(x - width / 2, 0), max(plot.right - width + 10, 0))
      let room = start - 8...start + width + 8
      if taken.contains(where: { $0.overlaps(room) }) { continue }
      taken.append(room)
      elements.append(
        .text(
          moment.label, at: Point(start, plot.bottom + 20), size: size,
          colour: context.theme.faintInk))
    }
    var end = -Double.infinity
    for moment in moments where !moment.mark.isEmpty {
      let x = plot.x(moment)
      elements.append(
        .line(
          from: Point(x, plot.top - 6), to: Point(x, plot.bottom), stroke: context.theme.softInk
        )
        .stroked(context.theme.softInk, width: 1, dashed: true))
      let text = TextFitting.truncated(moment.mark, to: plot.right - plot.left, size: size)
      let width = TextMeasure.width(text, size: size)
      let start = min(x, plot.right - width)
      if start < end { continue }
      end = start + width + 12
      elements.append(
        .text(text, at: Point(start, plot.top - 10), size: size, colour: context.theme.softInk))
    }
    return elements
  }

  /// Stretches between measured neighbours; a value without any stands as a point.
  private func drawn(
    _ line: Line, _ plot: Plot, _ context: inout DrawingContext
  ) -> SVGElement {
    var parts: [SVGElement] = []
    for step in line.isComparable.indices {
      guard let from = line.values[step], let to = line.values[step + 1] else { continue }
      let start = Point(plot.x(moments[step]), plot.y(from))
      let end = Point(plot.x(moments[step + 1]), plot.y(to))
      let isComparable = line.isComparable[step]
      parts.append(
        .line(from: start, to: end, stroke: line.hue.mark)
          .stroked(line.hue.mark, width: isComparable ? 2.5 : 1.5, dashed: !isComparable))
    }
    for (place, value) in line.values.enumerated() {
      guard let value else { continue }
      let frame = Rectangle(
        x: plot.x(moments[place]) - 3, y: plot.y(value) - 3, width: 6, height: 6)
      parts.append(.rectangle(frame, fill: line.hue.mark, radius: 3))
    }
    return .group(parts).with(.id, context.identifiers.identifier("line", line.key))
  }

  /// Names at the ends of lines, pushed apart where ends are close.
  private func labels(_ plot: Plot, _ context: inout DrawingContext) -> [SVGElement] {
    struct Placed {
      var block: TextBlock
      var end: Point
      var hue: Hue
      var top: Double
    }
    let x = plot.right + 20
    var placed: [Placed] = lines.compactMap { line in
      guard let place = line.values.lastIndex(where: { $0 != nil }),
        let value = line.values[place]
      else { return nil }
      let block = TextBlock(
        line.label, detail: line.valueText, width: plot.labelRoom, compact: false, maxLines: 2,
        context: context, ink: context.theme.ink)
      let end = Point(plot.x(moments[place]), plot.y(value))
      return Placed(block: block, end: end, hue: line.hue, top: end.y - block.height / 2)
    }
    placed.sort { ($0.end.y, $0.top) < ($1.end.y, $1.top) }
    let gap = 5.0
    for place in placed.indices.dropFirst() {
      placed[place].top = max(
        placed[place].top, placed[place - 1].top + placed[place - 1].block.height + gap)
    }
    var limit = plot.bottom + 26
    for place in placed.indices.reversed() {
      placed[place].top = min(placed[place].top, limit - placed[place].block.height)
      limit = placed[place].top - gap
    }
    return placed.flatMap { label -> [SVGElement] in
      let centre = label.top + label.block.height / 2
      let leader = SVGElement.line(
        from: Point(label.end.x + 5, label.end.y), to: Point(x - 4, centre),
        stroke: label.hue.mark)
      return [leader] + label.block.elements(x: x, centre: centre)
    }
  }
}
