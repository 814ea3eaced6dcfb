/// The same question asked of several groups: small panels of bars, drawn alike so that they can be
/// compared.
///
/// Panels stand in the order given. A bar fills its panel where it is the whole group.
public struct BarPanels: Chart, Hashable {
  public struct Panel: Sendable, Hashable {
    /// Unique in the chart, as are the keys of all bars.
    public var key: String
    public var label: String
    /// Printed beside the label.
    public var detail: String
    public var bars: BarChart
    /// Said of this panel by whoever draws the figure.
    public var note = ""

    public init(key: String, label: String, detail: String, bars: BarChart) {
      self.key = key
      self.label = label
      self.detail = detail
      self.bars = bars
    }
  }

  public private(set) var panels: [Panel]

  public init(panels: [Panel]) throws(DrawingError) {
    if panels.isEmpty { throw .empty }
    var seen: Set<String> = []
    for key in panels.flatMap({ [$0.key] + $0.bars.rows.map(\.key) })
    where !seen.insert(key).inserted { throw .duplicateKey(key) }
    self.panels = panels
  }

  public func annotated(_ key: String, _ note: String) -> BarPanels? {
    var copy = self
    for place in panels.indices {
      if panels[place].key == key {
        copy.panels[place].note = note
        return copy
      }
      if let bars = panels[place].bars.annotated(key, note) {
        copy.panels[place].bars = bars
        return copy
      }
    }
    return nil
  }

  public func body(in context: inout DrawingContext) -> ChartBody {
    let most = context.figureWidth == .narrow ? 1 : context.figureWidth == .medium ? 2 : 3
    let columns = min(most, panels.count)
    let gap = context.figureWidth == .wide ? 40.0 : 32
    let whole = context.width
    let width = (whole - Double(columns - 1) * gap) / Double(columns)
    var elements: [SVGElement] = []
    var y = 0.0
    for start in stride(from: 0, to: panels.count, by: columns) {
      var height = 0.0
      for (place, panel) in panels[start..<min(start + columns, panels.count)].enumerated() {
        let origin = Point(Double(place) * (width + gap), y)
        context.room = width
        let drawn = Self.body(of: panel, in: &context)
        context.room = nil
        elements.append(
          SVGElement.group(drawn.elements, at: origin)
            .with(.id, context.identifiers.identifier("panel", panel.key)))
        height = max(height, drawn.height)
      }
      y += height + 30
    }
    return ChartBody(height: y - 30, elements: elements)
  }

  private static func body(of panel: Panel, in context: inout DrawingContext) -> ChartBody {
    let name = TextBlock(
      panel.label, detail: panel.detail, width: context.width, note: panel.note, compact: true,
      context: context)
    let top = name.height + 8
    let line = SVGElement.line(
      from: Point(0, top), to: Point(context.width, top), stroke: context.theme.rule)
    let bars = panel.bars.body(in: &context)
    return ChartBody(
      height: top + 12 + bars.height,
      elements: name.elements(x: 0, centre: name.height / 2)
        + [line, .group(bars.elements, at: Point(0, top + 12))])
  }
}
