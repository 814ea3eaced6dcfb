/// Lines over time, each named at its end; what was not measured is a gap.
public struct LineChart: Chart {
  /// One line through all moments.
  public struct Line: Sendable, Hashable {
    /// Unique in the chart.
    public var key: String
    public var label: String
    /// Printed behind the label, such as `254 → 257`.
    public var valueText: String
    /// By moment; nil is a gap.
    public var values: [Double?]
    /// By step: whether both ends were measured alike; other steps are dashed.
    public var isComparable: [Bool]
    public var hue: Hue

    public init(
      key: String, label: String, valueText: String, values: [Double?], isComparable: [Bool],
      hue: Hue
    ) {
      self.key = key
      self.label = label
      self.valueText = valueText
      self.values = values
      self.isComparable = isComparable
      self.hue = hue
    }
  }

  /// Where a moment stands on the axis, 0–1, and what is written there.
  public struct Moment: Sendable, Hashable {
    public var place: Double
    public var label: String
    /// Something that happened there, marked by an upright line; empty for nothing.
    public var mark: String

    public init(place: Double, label: String, mark: String = "") {
      self.place = place
      self.label = label
      self.mark = mark
    }
  }

  public struct Tick: Sendable, Hashable {
    public var value: Double
    public var label: String

    public init(value: Double, label: String) {
      self.value = value
      self.label = label
    }
  }

  public private(set) var lines: [Line]
  public let moments: [Moment]
  /// From the lowest up; the first is the bottom of the chart, the last its top.
  public let ticks: [Tick]

  /// Lines that all have a value a moment, over two moments or more.
  public init(lines: [Line], moments: [Moment], ticks: [Tick]) throws(DrawingError) {
    if lines.isEmpty || moments.count < 2 || ticks.count < 2 { throw .empty }
    var seen: Set<String> = []
    for line in lines {
      if !seen.insert(line.key).inserted { throw .duplicateKey(line.key) }
      let isWhole =
        line.values.count == moments.count && line.isComparable.count == moments.count - 1
      if !isWhole || line.values.contains(where: { !($0 ?? 0).isFinite }) {
        throw .badValue(key: line.key)
      }
    }
    self.lines = lines
    self.moments = moments
    self.ticks = ticks
  }

  public func annotated(_ key: String, _ note: String) -> LineChart? {
    guard let place = lines.firstIndex(where: { $0.key == key }) else { return nil }
    var copy = self
    copy.lines[place].valueText += " · " + note
    return copy
  }
}
