extension Document {
  /// CommonMark with pipe tables; everything that came from data is escaped.
  var markdown: String {
    blocks.map { block in
      switch block {
      case .heading(let level, let title):
        String(repeating: "#", count: level) + " " + Self.escaped(title)
      case .paragraph(let text): Self.escaped(text)
      case .list(let items): items.map { "- " + Self.escaped($0) }.joined(separator: "\n")
      case .facts(let pairs):
        pairs.map { "- **\(Self.escaped($0)):** \(Self.escaped($1.isEmpty ? "–" : $1))" }
          .joined(separator: "\n")
      case .table(let table): Self.lines(of: table).joined(separator: "\n")
      }
    }.joined(separator: "\n\n") + "\n"
  }

  private static func lines(of table: Table) -> [String] {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let rules = table.columns.map { $0.isNumber ? "---:" : "---" }
    return [line(table.columns.map { escaped($0.title) }), line(rules)]
      + table.rows.map { line($0.map(escaped)) }
  }

  /// A backslash before every character that could begin markup.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_[]<>|#~&".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
