import LinchpinCore

/// Rows of CSV (RFC 4180), with the liberties spreadsheets take: semicolons or tabs for commas,
/// any line end, a byte order mark, `sep=` on the first line.
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

  let delimiter: UInt8
  private let bytes: Bytes
  private let newline: UInt8
  private var index = 0
  private var line: UInt32 = 1
  /// Set once a quote ran to the end of the text, so that no second one is searched that far.
  private var quotesAreLiteral = false

  private static let quote = UInt8(ascii: "\"")

  init(_ bytes: Bytes) {
    self.bytes = bytes
    newline = bytes.contains(0x0A) ? 0x0A : 0x0D
    let first = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    if first.count == 5, first.starts(with: Array("sep=".utf8)) {
      delimiter = first[first.startIndex + 4]
      index = bytes.firstIndex(of: newline).map { $0 + 1 } ?? bytes.count
      line = 2
    } else {
      delimiter = Self.delimiter(of: first)
    }
  }

  /// The delimiter that a header uses most, outside quotes.
  private static func delimiter(of header: Slice<Bytes>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in header {
      if byte == quote { isQuoted.toggle() }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
    return candidates.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? candidates[0]
  }

  mutating func next() -> Row? {
    guard index < bytes.count else { return nil }
    let start = index
    var row = Row(fields: [], line: line)
    while true {
      if index < bytes.count, bytes[index] == Self.quote, !quotesAreLiteral {
        guard let field = quoted() else {
          return unclosed(from: start, line: row.line)
        }
        append(field, to: &row)
      } else {
        let end = endOfField()
        append(bytes[index..<end], to: &row)
        index = end
      }
      if index < bytes.count, bytes[index] == delimiter {
        index += 1
        continue
      }
      endLine()
      return row
    }
  }

  /// Reads the row again with its quotes taken as they stand.
  private mutating func unclosed(from start: Int, line: UInt32) -> Row? {
    quotesAreLiteral = true
    index = start
    self.line = line
    var row = next()
    row?.isUnclosed = true
    return row
  }

  private mutating func endLine() {
    guard index < bytes.count else { return }
    if newline == 0x0A, bytes[index] == 0x0D { index += 1 }
    if index < bytes.count { index += 1 }
    line &+= 1
  }

  private func endOfField() -> Int {
    var end = index
    while end < bytes.count, bytes[end] != delimiter, bytes[end] != newline {
      if bytes[end] == 0x0D, end + 1 == bytes.count || bytes[end + 1] == newline { break }
      end += 1
    }
    return end
  }

  /// A quoted field with doubled quotes made single; nil when it never closes.
  private mutating func quoted() -> [UInt8]? {
    var field: [UInt8] = []
    index += 1
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == Self.quote {
        guard index < bytes.count, bytes[index] == Self.quote else {
          // Whatever stands between the closing quote and the delimiter belongs to the field.
          let end = endOfField()
          field.append(contentsOf: bytes[index..<end])
          index = end
          return field
        }
        index += 1
      } else if byte == newline {
        line &+= 1
      }
      field.append(byte)
    }
    return nil
  }

  private func append(_ field: some Collection<UInt8>, to row: inout Row) {
    guard let text = String(validating: field, as: UTF8.self) else {
      row.isUTF8 = false
      row.fields.append("")
      return
    }
    row.fields.append(text.utf8.allSatisfy { $0 > 0x20 } ? text : Self.trimmed(text))
  }

  private static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}
