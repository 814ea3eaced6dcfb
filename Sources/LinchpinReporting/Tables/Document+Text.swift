extension Document {
  private static let width = 96

  /// Plain text within 96 columns where cells allow, no escapes, ending in a newline.
  var text: String {
    var lines: [String] = []
    for block in blocks {
      if !lines.isEmpty { lines.append("") }
      switch block {
      case .heading(let level, let title):
        lines += Self.wrapped(level < 3 ? title.uppercased() : title)
      case .paragraph(let text): lines += Self.wrapped(text)
      case .list(let items):
        for item in items { lines += Self.wrapped(item, first: "- ", rest: "  ") }
      case .facts(let pairs): lines += Self.facts(pairs)
      case .table(let table): lines += Self.lines(of: table)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func facts(_ pairs: [(String, String)]) -> [String] {
    let indent = (pairs.map(\.0.columns).max() ?? 0) + 2
    let rest = String(repeating: " ", count: indent)
    return pairs.flatMap { name, value in
      wrapped(value.isEmpty ? "–" : value, first: name.padded(to: indent, right: false), rest: rest)
    }
  }

  private static func lines(of table: Table) -> [String] {
    let columns = table.columns
    let rows = table.rows.map { row in
      zip(row, columns).map { cell, column in cell.clipped(to: column.limit) }
    }
    let titles = columns.map(\.title)
    let widths = columns.indices.map { index in
      max(titles[index].columns, rows.map { $0[index].columns }.max() ?? 0)
    }
    func line(_ cells: [String]) -> String {
      let padded = cells.indices.map { index in
        cells[index].padded(to: widths[index], right: columns[index].isNumber)
      }
      return trimmed("  " + padded.joined(separator: "  "))
    }
    let rule = "  " + widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    return [line(titles), rule] + rows.map(line)
  }

  private static func trimmed(_ line: String) -> String {
    guard let last = line.lastIndex(where: { $0 != " " }) else { return "" }
    return String(line[...last])
  }

  /// Breaks a paragraph at spaces, but never before a percent sign.
  private static func wrapped(
    _ text: String, first: String = "", rest: String = ""
  ) -> [String] {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in words(text) {
      if !isEmpty, line.columns + 1 + word.columns > width {
        lines.append(trimmed(line))
        line = rest
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [trimmed(line)]
  }

  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    for part in text.split(separator: " ") {
      if part.hasPrefix("%"), let last = words.popLast() {
        words.append(last + " " + part)
      } else {
        words.append(String(part))
      }
    }
    return words
  }
}
