import LinchpinCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Rows of CSV (RFC 4180) as slices of the text, with the liberties spreadsheets take: semicolons
/// or tabs for commas, any line end, `sep=` on the first line.
///
/// A field is copied only where its quotes are doubled, so a million rows cost no string.
struct DelimitedRows {
  struct Row {
    /// Where the row starts; quoted fields may run over several lines.
    var line: UInt32
    /// All of it, without its line end.
    var bytes: Bytes
    /// A quote was opened and never closed: the row is not to be trusted.
    var isUnclosed = false
  }

  let delimiter: UInt8
  /// The fields of the last row, valid until the next.
  private(set) var fields: [Bytes] = []
  private let bytes: Bytes
  private let newline: UInt8
  private let copies = FieldCopies()
  private var index = 0
  private var end: Int
  /// The line that the next row starts on.
  private(set) var line: UInt32 = 1
  /// Set once a quote ran to the end of the text, so that no second one is searched that far.
  private var quotesAreLiteral = false

  private static let quote = UInt8(ascii: "\"")

  init(_ bytes: Bytes) {
    self.bytes = bytes
    end = bytes.count
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

  /// Goes on with the rows that start in a range; lines are counted from its first, also where that
  /// is one of the lines above the rows.
  mutating func restrict(to range: Range<Int>) {
    let above = min(index, range.upperBound)
    index = max(index, range.lowerBound)
    end = range.upperBound
    line = 1
    if range.lowerBound < above {
      line += UInt32(bytes[range.lowerBound..<above].count { $0 == newline })
    }
  }

  /// Moves to the next row and reads its ``fields``.
  mutating func next() -> Row? {
    guard index < end else { return nil }
    fields.removeAll(keepingCapacity: true)
    copies.clear()
    let start = index
    let end = find(newline, from: start) ?? bytes.count
    if !quotesAreLiteral, find(Self.quote, from: start, to: end) != nil { return quotedRow() }
    let last = end > start && newline == 0x0A && bytes[end - 1] == 0x0D ? end - 1 : end
    var field = start
    while let mark = find(delimiter, from: field, to: last) {
      fields.append(slice(field, mark))
      field = mark + 1
    }
    fields.append(slice(field, last))
    defer { line &+= 1 }
    index = end + 1
    return Row(line: line, bytes: slice(start, last))
  }

  // MARK: Rows with quotes

  private mutating func quotedRow() -> Row? {
    let (start, first) = (index, line)
    while true {
      if index < bytes.count, bytes[index] == Self.quote {
        guard let field = quoted() else { return unclosed(from: start, line: first) }
        fields.append(field)
      } else {
        let end = endOfField()
        fields.append(slice(index, end))
        index = end
      }
      if index < bytes.count, bytes[index] == delimiter {
        index += 1
        continue
      }
      let row = Row(line: first, bytes: slice(start, index))
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
    if index < bytes.count {
      if newline == 0x0A, bytes[index] == 0x0D { index += 1 }
      index += 1
    }
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
  private mutating func quoted() -> Bytes? {
    var pieces: [Bytes] = []
    var from = index + 1
    while let mark = find(Self.quote, from: from) {
      line &+= UInt32(truncatingIfNeeded: bytes[from..<mark].count { $0 == newline })
      if mark + 1 < bytes.count, bytes[mark + 1] == Self.quote {
        pieces.append(slice(from, mark + 1))
        from = mark + 2
        continue
      }
      pieces.append(slice(from, mark))
      index = mark + 1
      // Whatever stands between the closing quote and the delimiter belongs to the field.
      let end = endOfField()
      if end > index { pieces.append(slice(index, end)) }
      index = end
      return pieces.count == 1 ? pieces[0] : copies.join(pieces)
    }
    return nil
  }

  // MARK: Bytes

  private func slice(_ start: Int, _ end: Int) -> Bytes { Bytes(rebasing: bytes[start..<end]) }

  private func find(_ byte: UInt8, from start: Int, to end: Int? = nil) -> Int? {
    let end = end ?? bytes.count
    guard start < end, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), end - start)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }
}

/// Fields that do not stand in the text as they are, until the next row.
private final class FieldCopies {
  private var buffers: [UnsafeMutableRawBufferPointer] = []

  func join(_ pieces: [Bytes]) -> Bytes {
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: pieces.reduce(0) { $0 + $1.count }, alignment: 1)
    var end = 0
    for piece in pieces {
      UnsafeMutableRawBufferPointer(rebasing: buffer[end...]).copyMemory(from: piece)
      end += piece.count
    }
    buffers.append(buffer)
    return Bytes(buffer)
  }

  func clear() {
    for buffer in buffers { buffer.deallocate() }
    buffers.removeAll(keepingCapacity: true)
  }

  deinit { clear() }
}
