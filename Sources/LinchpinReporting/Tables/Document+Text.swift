extension Document {
  /// Columns of a paragraph, and of a table.
  private static let width = 96
  private static let maximum = 100
  /// A last column may run on; its rule does not.
  private static let longestRule = 40

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
    let titles = columns.map(\.title)
    let natural = columns.indices.map { index in
      max(titles[index].columns, table.rows.map { $0[index].columns }.max() ?? 0)
    }
    let widths = fitted(natural, columns)
    let rows = table.rows.map { row in
      zip(row, widths).map { cell, width in cell.clipped(to: width) }
    }
    func line(_ cells: [String]) -> String {
      let padded = cells.indices.map { index in
        cells[index].padded(to: widths[index], right: columns[index].isNumber)
      }
      return trimmed("  " + padded.joined(separator: "  "))
    }
    let rules = widths.map { String(repeating: "─", count: min($0, longestRule)) }
    let rule = "  " + rules.joined(separator: "  ")
    return [line(titles), rule] + rows.map(line)
  }

  /// Widths that fit a terminal: every column within its limit, then the widest columns of text
  /// narrowed. Numbers are never cut, nor is the last column, which disturbs no other.
  private static func fitted(_ natural: [Int], _ columns: [Column]) -> [Int] {
    var widths = zip(natural, columns).map { min($0, $1.limit) }
    let last = columns.last?.isNumber == false ? min(widths.last ?? 0, 24) : widths.last ?? 0
    func total() -> Int { widths.dropLast().reduce(last + 2) { $0 + $1 + 2 } }
    while total() > maximum {
      let wide = columns.indices.dropLast().filter { !columns[$0].isNumber && widths[$0] > 12 }
      guard let widest = wide.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
    }
    return widths
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
