/// A label of a mark: a bold name and a plain second part, set under or behind it.
struct TextBlock {
  let lines: [[TextRun]]
  let width: Double
  let size: Double
  let leading: Double

  var height: Double { Double(lines.count) * leading }

  /// Puts both parts on one line if they fit and `compact` asks for it.
  init(
    _ label: String, detail: String, width: Double, note: String = "", compact: Bool,
    maxLines: Int = 4, context: DrawingContext, ink: Colour? = nil
  ) {
    size = context.type.label
    leading = context.type.leading
    let colour = ink ?? context.theme.ink
    let names = TextFitting.wrapped(
      label, to: width, size: size, weight: .bold, maxLines: maxLines)
    let details = TextFitting.wrapped(detail, to: width, size: size, maxLines: 2)
    let notes = TextFitting.wrapped(Self.marked(note), to: width, size: size, maxLines: 4)
    let remarks = notes.map { [TextRun($0, colour: context.theme.ink)] }
    let joined =
      TextFitting.widest(names, size: size, weight: .bold)
      + TextMeasure.width(" ", size: size) + TextFitting.widest(details, size: size)
    if compact, names.count == 1, details.count == 1, joined <= width {
      lines =
        [
          [
            TextRun(names[0], weight: .bold, colour: colour),
            TextRun(details[0], colour: context.theme.softInk),
          ]
        ] + remarks
      self.width = max(joined, TextFitting.widest(notes, size: size))
    } else {
      lines =
        names.map { [TextRun($0, weight: .bold, colour: colour)] }
        + details.map { [TextRun($0, colour: context.theme.softInk)] } + remarks
      self.width = max(
        TextFitting.widest(names, size: size, weight: .bold),
        TextFitting.widest(details + notes, size: size))
    }
  }

  /// A note of whoever draws the figure, told apart from what the figure itself says.
  static func marked(_ note: String) -> String { note.isEmpty ? "" : "› " + note }

  /// The lines, left-aligned at x and centred on a height.
  func elements(x: Double, centre: Double) -> [SVGElement] {
    lines.enumerated().map { index, runs in
      let middle = centre - height / 2 + (Double(index) + 0.5) * leading
      return .text(runs, at: Point(x, middle + size * 0.35), size: size)
    }
  }
}
