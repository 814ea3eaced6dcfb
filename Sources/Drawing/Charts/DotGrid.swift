/// Dots that stand for units, in panels and in groups that look alike.
///
/// Panels and groups stand in the order given; so do the dots of a group.
public struct DotGrid: Chart, Hashable {
  public struct Group: Sendable, Hashable {
    public var key: String
    /// Printed above the dots, if the panel prints the names of its groups.
    public var label: String
    public var valueText: String
    public var look: DotLook
    public var hue: Hue
    /// One for each dot.
    public var dots: [String]
    /// Said of this group by whoever draws the figure.
    public var note = ""

    public init(
      key: String, label: String, valueText: String, look: DotLook, hue: Hue, dots: [String]
    ) {
      self.key = key
      self.label = label
      self.valueText = valueText
      self.look = look
      self.hue = hue
      self.dots = dots
    }
  }

  public struct Panel: Sendable, Hashable {
    public var key: String
    public var label: String
    public var valueText: String
    public var groups: [Group]
    /// Whether every group starts a line of its own under its name.
    public var namesGroups: Bool
    /// Said of this panel by whoever draws the figure.
    public var note = ""

    public init(
      key: String, label: String, valueText: String, groups: [Group], namesGroups: Bool = false
    ) {
      self.key = key
      self.label = label
      self.valueText = valueText
      self.groups = groups
      self.namesGroups = namesGroups
    }
  }

  public private(set) var panels: [Panel]

  /// Keys of panels, and of all groups and dots that have one, are unique.
  public init(panels: [Panel]) throws(DrawingError) {
    if panels.allSatisfy({ $0.groups.allSatisfy(\.dots.isEmpty) }) { throw .empty }
    var seen: Set<String> = []
    for panel in panels {
      for key in [panel.key] + panel.groups.map(\.key) + panel.groups.flatMap(\.dots) {
        if !seen.insert(key).inserted { throw .duplicateKey(key) }
      }
    }
    self.panels = panels
  }

  public func annotated(_ key: String, _ note: String) -> DotGrid? {
    var copy = self
    for place in panels.indices {
      if panels[place].key == key {
        copy.panels[place].note = note
        return copy
      }
      if panels[place].namesGroups,
        let group = panels[place].groups.firstIndex(where: { $0.key == key })
      {
        copy.panels[place].groups[group].note = note
        return copy
      }
    }
    return nil
  }

  public func body(in context: inout DrawingContext) -> ChartBody {
    let columns = columns(context)
    let gap = context.figureWidth == .wide ? 36.0 : 28
    let width = (context.width - Double(columns - 1) * gap) / Double(columns)
    var elements: [SVGElement] = []
    var y = 0.0
    for start in stride(from: 0, to: panels.count, by: columns) {
      let row = panels[start..<min(start + columns, panels.count)]
      var height = 0.0
      for (place, panel) in row.enumerated() {
        let drawn = PanelPicture(panel, width: width, pitch: pitch(context)).body(in: &context)
        let id = context.identifiers.identifier("panel", panel.key)
        elements.append(
          SVGElement.group(drawn.elements, at: Point(Double(place) * (width + gap), y))
            .with(.id, id))
        height = max(height, drawn.height)
      }
      y += height + 26
    }
    return ChartBody(height: y - 26, elements: elements)
  }

  /// Few panels share the width; many take as many columns as can be read.
  private func columns(_ context: DrawingContext) -> Int {
    let most =
      context.figureWidth == .narrow ? 1 : context.figureWidth == .medium ? 2 : 3
    return min(most, panels.count)
  }

  /// From dot to dot: large where there are few.
  private func pitch(_ context: DrawingContext) -> Double {
    let most = panels.map { $0.groups.reduce(0) { $0 + $1.dots.count } }.max() ?? 0
    let isNarrow = context.figureWidth == .narrow
    return most <= 20 ? (isNarrow ? 25 : 27) : most <= 80 ? 22 : isNarrow ? 17 : 20
  }
}

/// One panel: its name, its groups, its dots.
private struct PanelPicture {
  let panel: DotGrid.Panel
  let width: Double
  let pitch: Double

  init(_ panel: DotGrid.Panel, width: Double, pitch: Double) {
    self.panel = panel
    self.width = width
    self.pitch = pitch
  }

  private var perLine: Int { max(Int((width / pitch).rounded(.down)), 1) }

  func body(in context: inout DrawingContext) -> ChartBody {
    var elements: [SVGElement] = []
    var y = 0.0
    func name(_ label: String, _ value: String, _ note: String, compact: Bool) {
      let text = TextBlock(
        label, detail: value, width: width, note: note, compact: compact, context: context)
      elements += text.elements(x: 0, centre: y + text.height / 2)
      y += text.height + 8
    }
    if !panel.label.isEmpty { name(panel.label, panel.valueText, panel.note, compact: true) }
    if panel.namesGroups {
      for group in panel.groups where !group.dots.isEmpty {
        name(group.label, group.valueText, group.note, compact: true)
        y = draw([group], from: y, into: &elements, in: &context) + 18
      }
      y -= 18
    } else {
      y = draw(panel.groups, from: y, into: &elements, in: &context)
    }
    return ChartBody(height: y, elements: elements)
  }

  /// Draws dots line by line; the next group goes on where the last one ended.
  private func draw(
    _ groups: [DotGrid.Group], from top: Double, into elements: inout [SVGElement],
    in context: inout DrawingContext
  ) -> Double {
    var place = 0
    for group in groups {
      var marks: [SVGElement] = []
      for dot in group.dots {
        let (line, column) = place.quotientAndRemainder(dividingBy: perLine)
        let centre = Point(
          (Double(column) + 0.5) * pitch - pitch * 0.09, top + (Double(line) + 0.5) * pitch)
        let shapes = context.dot(group.look, group.hue, at: centre, radius: pitch * 0.41)
        let id = context.identifiers.identifier("dot", dot)
        marks.append(
          (shapes.count == 1 ? shapes[0] : .group(shapes)).with(.id, id))
        place += 1
      }
      elements.append(
        SVGElement.group(marks).with(.id, context.identifiers.identifier("group", group.key)))
    }
    let lines = (place + perLine - 1) / perLine
    return top + Double(lines) * pitch
  }
}
