extension BarChart {
  /// The least room for names beside their bars; with less they stand above them.
  private static let narrowest = 400.0

  public func body(in context: inout DrawingContext) -> ChartBody {
    let isStacked = context.width < Self.narrowest
    let size = context.type.label
    let values = rows.map {
      TextFitting.truncated($0.valueText, to: context.width * 0.5, size: size, weight: .bold)
    }
    let valueRoom = TextFitting.widest(values, size: size, weight: .bold) + 8
    let labelRoom = isStacked ? context.width : context.width * 0.32
    let labels = rows.map {
      TextBlock(
        $0.label, detail: $0.detail, width: labelRoom, note: $0.note, compact: isStacked,
        context: context)
    }
    let left = isStacked ? 0 : (labels.map(\.width).max() ?? 0) + 16
    let scale = (context.width - left - valueRoom) / maximum
    let thickness = isStacked ? 16.0 : context.figureWidth == .wide ? 22 : 20

    var elements: [SVGElement] = []
    var y = 0.0
    for (row, (label, value)) in zip(rows, zip(labels, values)) {
      let height = isStacked ? label.height + 3 + thickness : max(label.height, thickness)
      let centre = isStacked ? y + height - thickness / 2 : y + height / 2
      var parts = label.elements(
        x: 0, centre: isStacked ? y + label.height / 2 : centre)
      let frame = Rectangle(x: left, y: centre - thickness / 2, width: 0, height: thickness)
      let bars = bars(of: row, from: frame, scale: scale, in: &context)
      parts += bars.elements
      parts.append(
        .text(
          value, at: Point(bars.end + 8, centre + size * 0.35), size: size, weight: .bold,
          colour: context.theme.ink))
      elements.append(
        .group(parts).with(.id, context.identifiers.identifier("row", row.key)))
      y += height + (isStacked ? 13 : 14)
    }
    let height = y - (isStacked ? 13 : 14)
    if !isStacked {
      elements.append(
        .line(
          from: Point(left, -4), to: Point(left, height + 4), stroke: context.theme.faintInk))
    }
    return ChartBody(height: height, elements: elements)
  }

  /// Stretches follow one another; a bar of something is never too thin to see.
  private func bars(
    of row: Row, from frame: Rectangle, scale: Double, in context: inout DrawingContext
  ) -> (elements: [SVGElement], end: Double) {
    var x = frame.x
    var elements: [SVGElement] = []
    for segment in row.segments where segment.value > 0 {
      var piece = frame
      piece.x = x
      piece.width = max(segment.value * scale, 1)
      elements.append(context.mark(piece, segment.hue ?? row.hue, segment.pattern, radius: 0))
      x += piece.width
    }
    return (elements, x)
  }
}
