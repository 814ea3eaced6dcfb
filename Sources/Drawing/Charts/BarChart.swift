/// Ranked horizontal bars of one or more stretches.
public struct BarChart: Chart, Hashable {
  public struct Segment: Sendable, Hashable {
    public var value: Double
    public var pattern: MarkPattern
    /// Its row's where nil.
    public var hue: Hue?

    public init(_ value: Double, _ pattern: MarkPattern = .solid, hue: Hue? = nil) {
      self.value = value
      self.pattern = pattern
      self.hue = hue
    }
  }

  public struct Row: Sendable, Hashable {
    /// Unique in the chart.
    public var key: String
    public var label: String
    public var detail: String
    public var segments: [Segment]
    /// Printed behind the bar.
    public var valueText: String
    public var hue: Hue
    /// Under all others, as a rest should be.
    public var isLast: Bool
    /// Said of this row by whoever draws the figure.
    public var note = ""

    public init(
      key: String, label: String, detail: String = "", segments: [Segment], valueText: String,
      hue: Hue, isLast: Bool = false
    ) {
      self.key = key
      self.label = label
      self.detail = detail
      self.segments = segments
      self.valueText = valueText
      self.hue = hue
      self.isLast = isLast
    }

    var total: Double { segments.reduce(0) { $0 + $1.value } }
  }

  /// Longest first.
  public private(set) var rows: [Row]
  /// The value at which a bar fills its room.
  public let maximum: Double

  /// Without a `maximum` the longest bar fills the room.
  public init(rows: [Row], maximum: Double? = nil) throws(DrawingError) {
    if rows.isEmpty { throw .empty }
    var seen: Set<String> = []
    for row in rows {
      if !seen.insert(row.key).inserted { throw .duplicateKey(row.key) }
      if row.segments.contains(where: { !$0.value.isFinite || $0.value < 0 }) {
        throw .badValue(key: row.key)
      }
    }
    self.rows = rows.sorted { one, other in
      if one.isLast != other.isLast { return other.isLast }
      return one.total == other.total ? one.key < other.key : one.total > other.total
    }
    let longest = rows.map(\.total).max() ?? 0
    self.maximum = max(maximum ?? longest, longest, .leastNormalMagnitude)
  }

  public func annotated(_ key: String, _ note: String) -> BarChart? {
    guard let place = rows.firstIndex(where: { $0.key == key }) else { return nil }
    var copy = self
    copy.rows[place].note = note
    return copy
  }
}
