import LinchpinCore

/// Rows of CSV as strings: for lists, whose rows are few and whose words are kept.
struct DelimitedText: Sequence, IteratorProtocol {
  struct Row {
    var fields: [String]
    /// Where the row starts; quoted fields may run over several lines.
    var line: UInt32
    var isUTF8 = true
    /// A quote was opened and never closed: the row is not to be trusted.
    var isUnclosed = false

    var isBlank: Bool { fields.allSatisfy(\.isEmpty) }
  }

  private var rows: DelimitedRows

  init(_ bytes: Bytes) { rows = DelimitedRows(bytes) }

  mutating func next() -> Row? {
    guard let found = rows.next() else { return nil }
    var row = Row(fields: [], line: found.line, isUnclosed: found.isUnclosed)
    row.fields.reserveCapacity(rows.fields.count)
    for field in rows.fields {
      let text = String(validating: field, as: UTF8.self)
      if text == nil { row.isUTF8 = false }
      row.fields.append(text.map { Self.trimmed($0) } ?? "")
    }
    return row
  }

  private static func trimmed(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x80 }) { return text }
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}
