/// The text of a box, wrapped into a width, and the box around it.
struct BoxText {
  static let padding = 11.0
  private static let inset = 8.0
  private static let titleSize = 13.0
  private static let lineSize = 12.5
  private static let leading = 17.0
  static let firstBaseline = inset + leading / 2 + titleSize * 0.35

  let box: LayeredChart.Box
  let width: Double
  let height: Double
  private let titles: [String]
  private let lines: [String]

  /// `reserved` keeps room free at the right of the first title line.
  init(
    _ box: LayeredChart.Box, width: Double, reserved: Double = 0,
    titleOnly: Bool = false
  ) {
    self.box = box
    self.width = width
    let inner = width - 2 * Self.padding
    titles = TextFitting.wrapped(
      box.title, to: inner - reserved, size: Self.titleSize, weight: .bold,
      maxLines: titleOnly ? 1 : 6)
    lines =
      titleOnly
      ? []
      : Self.lines(of: box).flatMap {
        TextFitting.wrapped($0, to: inner, size: Self.lineSize, maxLines: 4)
      }
    height = Double(max(titles.count + lines.count, 1)) * Self.leading + 2 * Self.inset
  }

  private static func lines(of box: LayeredChart.Box) -> [String] {
    box.note.isEmpty ? box.lines : box.lines + [TextBlock.marked(box.note)]
  }

  /// The width at which nothing would wrap.
  static func naturalWidth(of box: LayeredChart.Box) -> Double {
    let title = TextMeasure.width(box.title.cleaned, size: Self.titleSize, weight: .bold)
    let lines = TextFitting.widest(box.lines.map(\.cleaned), size: Self.lineSize)
    return (max(title, lines) + 2 * padding).rounded(.up)
  }

  /// The width at which no word would be broken but at a joint such as `.` or `-`.
  static func leastWidth(of box: LayeredChart.Box) -> Double {
    func widest(_ text: String, _ size: Double, _ weight: FontWeight) -> Double {
      TextFitting.widest(WordBreak.pieces(of: text.cleaned), size: size, weight: weight)
    }
    let lines = box.lines.map { widest($0, lineSize, .regular) }.max() ?? 0
    return (max(widest(box.title, titleSize, .bold), lines) + 2 * padding).rounded(.up)
  }

  func elements(at origin: Point, theme: Theme) -> [SVGElement] {
    let isFilled = box.style == .filled
    let ground = isFilled ? box.hue.ink : box.style == .dashed ? theme.ground : box.hue.ground
    let edge = isFilled ? box.hue.ink : box.hue.mark
    let frame = Rectangle(x: origin.x, y: origin.y, width: width, height: height)
    var elements = [
      SVGElement.rectangle(frame, fill: ground, radius: 6)
        .stroked(edge, width: 1.2, dashed: box.style == .dashed)
    ]
    var baseline = origin.y + Self.firstBaseline
    for line in titles {
      elements.append(
        .text(
          line, at: Point(origin.x + Self.padding, baseline), size: Self.titleSize, weight: .bold,
          colour: isFilled ? theme.ground : theme.ink))
      baseline += Self.leading
    }
    for line in lines {
      elements.append(
        .text(
          line, at: Point(origin.x + Self.padding, baseline), size: Self.lineSize,
          colour: isFilled ? theme.ground : theme.softInk))
      baseline += Self.leading
    }
    return elements
  }
}
