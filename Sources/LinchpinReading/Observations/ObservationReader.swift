import CSimdJSON
import LinchpinCore

/// Reads JSON Lines of observations, one object per domain.
///
/// A key that is missing was not measured; an empty list, an empty text or null is an answer: none.
struct ObservationReader {
  let input: InputText
  let place: InputPlace
  /// Stands for every record's own date when given.
  let measuredOn: CalendarDate?

  /// A record of a public body is a few hundred bytes; more than this is no record.
  static let longestLine = 16 << 20

  /// About how many bytes a record takes.
  private static let usualLine = 512

  func read(into builder: inout SnapshotBuilder) {
    read(0..<input.bytes.count, into: &builder)
    builder.findEmpty(place)
  }

  /// Reads the lines that start in a range, which starts with one.
  /// - Returns: how many lines there are.
  @discardableResult
  func read(_ range: Range<Int>, into builder: inout SnapshotBuilder) -> Int {
    guard let parser = ObservationParser() else { return 0 }
    var writer = ObservationWriter(place: place, measuredOn: measuredOn)
    builder.expect(domains: range.count / Self.usualLine)
    let count = input.forEachRecordLine(in: range, of: place, &builder) { line, builder in
      let record = parser.parse(line.bytes, readable: line.readable).pointee
      if let error = record.error {
        builder.find(
          noJSON: String(cString: error), isEncoding: record.is_encoding_error != 0,
          offset: Int(record.error_offset), line, in: place)
      } else if record.domain.data == nil || record.domain.length == 0 {
        builder.find(
          .error, .syntax, in: place, line: line.number, column: 1, "a record without a domain",
          hint: "every record needs \"domain\": \"example.org\"")
      } else {
        writer.write(record, domain: Bytes(record.domain), line: line.number, into: &builder)
      }
    }
    writer.finish(&builder)
    return count
  }
}
