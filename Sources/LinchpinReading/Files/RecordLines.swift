import LinchpinCore

/// One line of a file that holds one JSON object a line.
struct RecordLine {
  let bytes: Bytes
  let number: UInt32
  /// How many bytes of the file follow it.
  let readable: Int
}

extension InputText {
  /// Hands over the lines that can be records: blank ones are passed over, endless ones found.
  /// - Parameters:
  ///   - range: where the lines start, which are counted from its first; nil for all.
  /// - Returns: how many lines there are.
  @discardableResult
  func forEachRecordLine(
    in range: Range<Int>? = nil, of place: InputPlace, _ builder: inout SnapshotBuilder,
    _ body: (RecordLine, inout SnapshotBuilder) -> Void
  ) -> Int {
    var count: UInt32 = 0
    var passed = PassedBytes(progress)
    for (line, number, start) in Lines(bytes, in: range ?? 0..<bytes.count) {
      count = number
      passed.add(line.count + 1)
      if line.allSatisfy({ InputText.isSpace($0) }) { continue }
      if line.count > ObservationReader.longestLine {
        builder.find(
          .error, .tooLong, in: place, line: number,
          "a line of \(line.count) bytes; the longest allowed is \(ObservationReader.longestLine)",
          hint: "write one record per line")
        continue
      }
      body(
        RecordLine(bytes: line, number: number, readable: bytes.count - start - line.count),
        &builder)
    }
    return Int(count)
  }

  /// Where the first line starts that starts at a place or behind it.
  func lineStart(from offset: Int) -> Int {
    if offset <= 0 { return 0 }
    if offset >= bytes.count { return bytes.count }
    let rest = Bytes(rebasing: bytes[(offset - 1)...])
    return rest.firstIndex(of: 0x0A).map { offset + $0 } ?? bytes.count
  }
}

extension SnapshotBuilder {
  /// A line that is no JSON: not UTF-8, cut off where the file ends, or malformed.
  mutating func find(
    noJSON error: String, isEncoding: Bool, offset: Int, _ line: RecordLine, in place: InputPlace
  ) {
    if isEncoding {
      find(
        .error, .encoding, in: place, line: line.number, "the line is not UTF-8",
        hint: "see the finding about the whole file; --encoding names what it is written in")
    } else if line.readable == 0, line.bytes.last != UInt8(ascii: "}") {
      find(
        .error, .truncated, in: place, line: line.number, column: line.bytes.count + 1,
        "the file ends in the middle of a record", hint: "fetch or export the file again")
    } else {
      find(
        .error, .syntax, in: place, line: line.number, column: offset + 1,
        "no valid JSON: \(error)", hint: "write one JSON object per line")
    }
  }
}
