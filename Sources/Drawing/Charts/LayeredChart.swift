/// Boxes in named columns and links that lead from left to right.
///
/// Where the columns do not fit the width, the same boxes are drawn as an indented tree.
/// Whatever order boxes and links are given in, the picture is the same.
public struct LayeredChart: Chart, Hashable {
  public struct Box: Sendable, Hashable {
    public enum Style: Sendable, Hashable {
      /// On the pale ground of its hue.
      case tinted
      /// White type on the dark shade of its hue.
      case filled
      /// On white in a dashed outline, for what is not (yet) so or not certain.
      case dashed
    }

    /// Unique in the chart.
    public var key: String
    /// The column it stands in, from 0.
    public var column: Int
    public var title: String
    /// Small type under the title.
    public var lines: [String]
    public var hue: Hue
    public var style: Style
    /// Boxes of a column are laid out near this order, then by key; links may change it.
    public var order: Int
    /// Said of this box by whoever draws the figure.
    public var note = ""

    public init(
      key: String, column: Int, title: String, lines: [String] = [], hue: Hue = .neutral,
      style: Style = .tinted, order: Int = 0
    ) {
      self.key = key
      self.column = column
      self.title = title
      self.lines = lines
      self.hue = hue
      self.style = style
      self.order = order
    }
  }

  public struct Link: Sendable, Hashable {
    public var from: String
    public var to: String
    public var hue: Hue
    public var isDashed: Bool
    public var hasArrow: Bool
    /// In CSS pixels, 1 to 14.
    public var width: Double

    public init(
      from: String, to: String, hue: Hue = .neutral, isDashed: Bool = false,
      hasArrow: Bool = true, width: Double = 1.5
    ) {
      self.from = from
      self.to = to
      self.hue = hue
      self.isDashed = isDashed
      self.hasArrow = hasArrow
      self.width = width.isFinite ? min(max(width, 1), 14) : 1
    }
  }

  /// The headings of the columns; empty ones print nothing.
  public let columns: [String]
  public private(set) var boxes: [Box]
  public let links: [Link]

  /// Every box stands in a column, every link leads to a later one; equal links are drawn once.
  public init(columns: [String], boxes: [Box], links: [Link]) throws(DrawingError) {
    if boxes.isEmpty { throw .empty }
    var place: [String: Int] = [:]
    for box in boxes {
      if place.updateValue(box.column, forKey: box.key) != nil { throw .duplicateKey(box.key) }
      if !columns.indices.contains(box.column) { throw .badColumn(key: box.key) }
    }
    for link in links {
      guard let from = place[link.from] else { throw .unknownKey(link.from) }
      guard let to = place[link.to] else { throw .unknownKey(link.to) }
      if to <= from { throw .badLink(from: link.from, to: link.to) }
    }
    self.columns = columns
    self.boxes = boxes.sorted {
      ($0.column, $0.order, $0.key) < ($1.column, $1.order, $1.key)
    }
    self.links = Set(links).sorted {
      ($0.from, $0.to, $0.hue.mark.hex, $0.isDashed ? 1 : 0, $0.width, $0.hasArrow ? 1 : 0)
        < ($1.from, $1.to, $1.hue.mark.hex, $1.isDashed ? 1 : 0, $1.width, $1.hasArrow ? 1 : 0)
    }
  }

  public func body(in context: inout DrawingContext) throws(DrawingError) -> ChartBody {
    for keepsWords in [true, false] {
      if let columns = LayeredColumns(
        boxes, self.columns.count, width: context.width, keepsWords: keepsWords, context)
      {
        return try LayeredPicture(self, columns, &context).body(in: &context)
      }
      if let trunk = TrunkPicture(self, keepsWords: keepsWords, context) {
        return try trunk.body(in: &context)
      }
    }
    return TreePicture(self, context).body(in: &context)
  }

  public func annotated(_ key: String, _ note: String) -> LayeredChart? {
    guard let place = boxes.firstIndex(where: { $0.key == key }) else { return nil }
    var copy = self
    copy.boxes[place].note = note
    return copy
  }
}
