/// The parts of a figure, set one under the other.
struct PageColumn {
  var context: DrawingContext
  private(set) var elements: [SVGElement] = []
  private(set) var y: Double

  private var left: Double { context.figureWidth.margin }

  init(context: DrawingContext, top: Double) {
    self.context = context
    y = top
  }

  mutating func add(banners: [String]) {
    let size = 12.0
    let height = 22.0
    var x = left
    for banner in banners where !banner.cleaned.isEmpty {
      let text = TextFitting.truncated(
        banner, to: context.width - 20, size: size, weight: .bold)
      let width = TextMeasure.width(text, size: size, weight: .bold) + 20
      if x > left, x + width > left + context.width {
        x = left
        y += height + 6
      }
      let frame = Rectangle(x: x, y: y, width: width, height: height)
      elements.append(.rectangle(frame, fill: context.theme.ink, radius: 3))
      elements.append(
        .text(
          text, at: Point(x + width / 2, y + 15.2), size: size, weight: .bold,
          colour: context.theme.ground, anchor: .middle))
      x += width + 8
    }
    if x > left { y += height + 14 }
  }

  mutating func add(headline: String) {
    let size = context.type.headline
    add(
      lines: TextFitting.balanced(headline, to: context.width, size: size, weight: .bold),
      size: size, leading: size * 1.24, weight: .bold, colour: context.theme.ink)
    y += 6
  }

  mutating func add(subtitle: String) {
    let size = context.type.subtitle
    add(
      lines: TextFitting.balanced(subtitle, to: min(context.width, 800), size: size),
      size: size, leading: size * 1.45, weight: .regular, colour: context.theme.softInk)
    y += 18
  }

  mutating func add(legend: [LegendEntry]) {
    let size = context.type.detail
    let height = 24.0
    var x = left
    for entry in legend {
      let room = context.width - entry.swatchWidth - 8
      let lines = TextFitting.wrapped(entry.label, to: room, size: size)
      let width = entry.swatchWidth + 8 + TextFitting.widest(lines, size: size)
      if x > left, x + width > left + context.width {
        x = left
        y += height
      }
      elements += context.swatch(entry, at: Point(x, y + height / 2))
      for (place, line) in lines.enumerated() {
        if place > 0 { y += size * 1.35 }
        elements.append(
          .text(
            line, at: Point(x + entry.swatchWidth + 8, y + height / 2 + size * 0.35), size: size,
            colour: context.theme.ink))
      }
      x += width + 22
    }
    if !legend.isEmpty { y += height + 14 }
  }

  mutating func add(_ chart: ChartBody) {
    elements.append(.group(chart.elements, at: Point(left, y.rounded())))
    y = y.rounded() + chart.height + 22
  }

  mutating func add(notes: [ArticleFrame.Note]) {
    let end = Point(left + context.width, y)
    elements.append(.line(from: Point(left, y), to: end, stroke: context.theme.rule))
    y += 12
    let size = context.type.foot
    for note in notes where !note.text.cleaned.isEmpty {
      let label = note.label.cleaned.isEmpty ? "" : note.label.cleaned + ":"
      let extra =
        TextMeasure.width(label, size: size, weight: .bold)
        - TextMeasure.width(label, size: size)
      let lines = TextFitting.wrapped(
        label + " " + note.text, to: min(context.width, 860) - extra, size: size)
      for (index, line) in lines.enumerated() {
        let baseline = Point(left, y + 12.5)
        let hasLabel = index == 0 && !label.isEmpty && line.hasPrefix(label)
        let rest = hasLabel ? line.dropFirst(label.count + 1) : line[...]
        let runs =
          (hasLabel ? [TextRun(label, weight: .bold, colour: context.theme.softInk)] : [])
          + (rest.isEmpty ? [] : [TextRun(String(rest), colour: context.theme.faintInk)])
        elements.append(.text(runs, at: baseline, size: size))
        y += 17
      }
      y += 2
    }
  }

  mutating func finish(bottom: Double) {
    y = (y + bottom).rounded(.up)
  }

  private mutating func add(
    lines: [String], size: Double, leading: Double, weight: FontWeight, colour: Colour
  ) {
    for line in lines {
      elements.append(
        .text(
          line, at: Point(left, y + leading / 2 + size * 0.36), size: size, weight: weight,
          colour: colour))
      y += leading
    }
  }
}

extension DrawingContext {
  /// The sign of a legend entry, centred on a height.
  fileprivate mutating func swatch(_ entry: LegendEntry, at point: Point) -> [SVGElement] {
    switch entry.swatch {
    case .filled(let hue, let pattern):
      let frame = Rectangle(
        x: point.x, y: point.y - 7, width: entry.swatchWidth, height: 14)
      return [mark(frame, hue, pattern)]
    case .dot(let look, let hue):
      let centre = Point(point.x + 7, point.y)
      return dot(look, hue, at: centre, radius: 6)
    case .line(let hue, let dashed):
      let end = Point(point.x + entry.swatchWidth, point.y)
      return [
        .line(from: point, to: end, stroke: hue.mark)
          .stroked(hue.mark, width: 3, dashed: dashed)
      ]
    }
  }
}
