/// Columns of cells with bands between them, as wide as their values.
///
/// Whatever order cells and links are given in, the picture is the same.
public struct FlowChart: Chart, Hashable {
  public struct Cell: Sendable, Hashable {
    public enum Place: Int, Sendable, Hashable {
      case free
      /// Under those with a name of their own.
      case rest
      /// Under all others, as what is not known should be.
      case last
    }

    /// Unique in the chart.
    public var key: String
    public var label: String
    public var detail: String
    /// In any unit, the same for the chart.
    public var value: Double
    public var hue: Hue
    public var pattern: MarkPattern
    public var place: Place
    /// Said of this cell by whoever draws the figure.
    public var note = ""

    public init(
      key: String, label: String, detail: String = "", value: Double, hue: Hue,
      pattern: MarkPattern = .solid, place: Place = .free
    ) {
      self.key = key
      self.label = label
      self.detail = detail
      self.value = value
      self.hue = hue
      self.pattern = pattern
      self.place = place
    }
  }

  public struct Column: Sendable, Hashable {
    public var heading: String
    public var cells: [Cell]

    public init(heading: String = "", cells: [Cell]) {
      self.heading = heading
      self.cells = cells
    }
  }

  public struct Link: Sendable, Hashable {
    public var from: String
    public var to: String
    public var value: Double
    public var hue: Hue
    /// Whether it stands out among many that are there to be seen past.
    public var isStrong: Bool

    public init(from: String, to: String, value: Double, hue: Hue, isStrong: Bool = false) {
      self.from = from
      self.to = to
      self.value = value
      self.hue = hue
      self.isStrong = isStrong
    }
  }

  public private(set) var columns: [Column]
  public let links: [Link]

  /// Two or more columns, and links that lead from each to the next; links of zero are left out.
  public init(columns: [Column], links: [Link]) throws(DrawingError) {
    var place: [String: Int] = [:]
    for (index, column) in columns.enumerated() {
      for cell in column.cells {
        if place.updateValue(index, forKey: cell.key) != nil { throw .duplicateKey(cell.key) }
        if !cell.value.isFinite || cell.value < 0 { throw .badValue(key: cell.key) }
      }
    }
    if columns.count < 2 || columns.contains(where: \.cells.isEmpty) { throw .empty }
    for link in links {
      guard let from = place[link.from] else { throw .unknownKey(link.from) }
      guard let to = place[link.to] else { throw .unknownKey(link.to) }
      if to != from + 1 { throw .badLink(from: link.from, to: link.to) }
      if !link.value.isFinite || link.value < 0 { throw .badValue(key: link.from) }
    }
    self.columns = columns.map { column in
      Column(heading: column.heading, cells: column.cells.sorted(by: Self.precedes))
    }
    self.links = links.filter { $0.value > 0 }.sorted {
      ($0.from, $0.to, $0.value, $0.hue.mark.hex) < ($1.from, $1.to, $1.value, $1.hue.mark.hex)
    }
  }

  private static func precedes(_ one: Cell, _ other: Cell) -> Bool {
    if one.place != other.place { return one.place.rawValue < other.place.rawValue }
    return one.value == other.value ? one.key < other.key : one.value > other.value
  }

  public func body(in context: inout DrawingContext) throws(DrawingError) -> ChartBody {
    let picture = try FlowPicture(self, context)
    context.layouts += picture.layouts
    return picture.body(in: &context)
  }

  public func annotated(_ key: String, _ note: String) -> FlowChart? {
    var copy = self
    for column in columns.indices {
      if let cell = columns[column].cells.firstIndex(where: { $0.key == key }) {
        copy.columns[column].cells[cell].note = note
        return copy
      }
    }
    return nil
  }
}
