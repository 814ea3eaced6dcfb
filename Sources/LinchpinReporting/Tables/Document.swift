/// A report for people as a list of blocks: written once, printed as text or as Markdown.
struct Document: Sendable {
  enum Block: Sendable {
    /// Level 1 is the report's own title.
    case heading(Int, String)
    case paragraph(String)
    case list([String])
    /// Names and values, one pair a line.
    case facts([(String, String)])
    case table(Table)
  }

  struct Table: Sendable {
    var columns: [Column]
    var rows: [[String]]
  }

  struct Column: Sendable {
    var title: String
    var isNumber: Bool
    /// Longer cells are cut in text, never in Markdown.
    var limit: Int

    static func text(_ title: String, _ limit: Int = 36) -> Column {
      Column(title: title, isNumber: false, limit: limit)
    }

    static func number(_ title: String) -> Column {
      Column(title: title, isNumber: true, limit: 40)
    }
  }

  private(set) var blocks: [Block] = []

  mutating func heading(_ text: String, level: Int = 2) { blocks.append(.heading(level, text)) }

  mutating func paragraph(_ text: String) {
    if !text.isEmpty { blocks.append(.paragraph(text)) }
  }

  mutating func list(_ items: [String]) {
    if !items.isEmpty { blocks.append(.list(items)) }
  }

  mutating func facts(_ pairs: [(String, String)]) { blocks.append(.facts(pairs)) }

  mutating func table(_ columns: [Column], _ rows: [[String]]) {
    if !rows.isEmpty { blocks.append(.table(Table(columns: columns, rows: rows))) }
  }

  mutating func append(_ other: Document) { blocks += other.blocks }

  func render(markdown: Bool) -> String { markdown ? self.markdown : text }
}
