/// One bar of a whole in its parts, over a chart that says more; every part is named below it.
///
/// A part of nothing is named too where `isAlwaysNamed`: that nothing is unknown is news.
public struct ShareStrip: Chart {
  public struct Part: Sendable, Hashable {
    public var key: String
    public var label: String
    public var valueText: String
    public var value: Double
    public var hue: Hue
    public var pattern: MarkPattern
    public var isAlwaysNamed: Bool
    /// Said of this part by whoever draws the figure.
    public var note = ""

    public init(
      key: String, label: String, valueText: String, value: Double, hue: Hue,
      pattern: MarkPattern = .solid, isAlwaysNamed: Bool = false
    ) {
      self.key = key
      self.label = label
      self.valueText = valueText
      self.value = value
      self.hue = hue
      self.pattern = pattern
      self.isAlwaysNamed = isAlwaysNamed
    }
  }

  public private(set) var parts: [Part]
  public private(set) var below: (any Chart)?

  /// Parts in the order given; their values add up to the whole bar.
  public init(parts: [Part], below: (any Chart)? = nil) throws(DrawingError) {
    for part in parts where !part.value.isFinite || part.value < 0 {
      throw .badValue(key: part.key)
    }
    if parts.reduce(0, { $0 + $1.value }) <= 0 { throw .empty }
    self.parts = parts
    self.below = below
  }

  public func annotated(_ key: String, _ note: String) -> ShareStrip? {
    var copy = self
    if let place = parts.firstIndex(where: { $0.key == key }) {
      copy.parts[place].note = note
      return copy
    }
    guard let chart = below?.annotated(key, note) else { return nil }
    copy.below = chart
    return copy
  }

  public func body(in context: inout DrawingContext) throws(DrawingError) -> ChartBody {
    var elements = bar(in: &context)
    let names = names(from: Self.thickness + 16, in: &context)
    elements += names.elements
    guard let below else { return ChartBody(height: names.bottom, elements: elements) }
    let chart = try below.body(in: &context)
    let top = names.bottom + 26
    elements.append(.group(chart.elements, at: Point(0, top)))
    return ChartBody(height: top + chart.height, elements: elements)
  }

  private static let thickness = 22.0

  /// Parts are separated by the ground; one of something is never too thin to see.
  private func bar(in context: inout DrawingContext) -> [SVGElement] {
    let shown = parts.filter { $0.value > 0 }
    let whole = shown.reduce(0) { $0 + $1.value }
    let least = 3.0
    let gaps = Double(max(shown.count - 1, 0)) * 2
    let thin = shown.filter { $0.value / whole * (context.width - gaps) < least }
    let room = context.width - gaps - Double(thin.count) * least
    let rest = max(whole - thin.reduce(0) { $0 + $1.value }, .leastNormalMagnitude)
    let isThin = Set(thin.map(\.key))
    var x = 0.0
    return shown.map { part in
      let width = isThin.contains(part.key) ? least : part.value / rest * room
      defer { x += width + 2 }
      let frame = Rectangle(x: x, y: 0, width: width, height: Self.thickness)
      return context.mark(frame, part.hue, part.pattern)
        .with(.id, context.identifiers.identifier("part", part.key))
    }
  }

  /// The names of the parts, one after the other like a legend; on a telephone one a line.
  private func names(
    from top: Double, in context: inout DrawingContext
  ) -> (elements: [SVGElement], bottom: Double) {
    var elements: [SVGElement] = []
    var (x, y, height) = (0.0, top, 0.0)
    for part in parts where part.value > 0 || part.isAlwaysNamed {
      let text = TextBlock(
        part.valueText, detail: part.label, width: context.width - 24, note: part.note,
        compact: true, context: context)
      let width = 24 + text.width
      if x > 0, context.figureWidth == .narrow || x + width > context.width {
        x = 0
        y += height + 7
        height = 0
      }
      let swatch = Rectangle(x: x, y: y + (context.type.leading - 14) / 2, width: 14, height: 14)
      elements.append(context.mark(swatch, part.hue, part.pattern))
      elements += text.elements(x: x + 24, centre: y + text.height / 2)
      x += width + 26
      height = max(height, text.height)
    }
    return (elements, y + height)
  }
}

extension DrawingContext {
  /// A filled rectangle in the pattern of its mark; an outline is drawn inside, so that nothing
  /// looks larger than it is.
  mutating func mark(
    _ frame: Rectangle, _ hue: Hue, _ pattern: MarkPattern, radius: Double = 1.5
  ) -> SVGElement {
    if pattern == .solid { return .rectangle(frame, fill: hue.mark, radius: radius) }
    let inner = Rectangle(
      x: frame.x + 0.5, y: frame.y + 0.5, width: max(frame.width - 1, 0.5),
      height: frame.height - 1)
    return .rectangle(inner, fill: hue.mark, radius: radius).with(.fill, fill(hue, pattern))
      .stroked(hue.mark, width: 1)
  }
}
