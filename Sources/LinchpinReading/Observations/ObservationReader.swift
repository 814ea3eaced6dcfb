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
    guard let parser = ObservationParser() else { return }
    var writer = ObservationWriter(place: place, measuredOn: measuredOn)
    builder.expect(domains: input.bytes.count / Self.usualLine)
    for (line, number, start) in Lines(input.bytes) {
      if line.allSatisfy({ InputText.isSpace($0) }) { continue }
      if line.count > Self.longestLine {
        builder.find(
          .error, .tooLong, in: place, line: number,
          "a line of \(line.count) bytes; the longest allowed is \(Self.longestLine)",
          hint: "write one record per line")
        continue
      }
      let readable = input.bytes.count - start - line.count
      let record = parser.parse(line, readable: readable).pointee
      if let error = record.error {
        report(record, String(cString: error), line: line, number, isLast: readable == 0, &builder)
      } else if record.domain.data == nil || record.domain.length == 0 {
        builder.find(
          .error, .syntax, in: place, line: number, column: 1, "a record without a domain",
          hint: "every record needs \"domain\": \"example.org\"")
      } else {
        writer.write(record, domain: Bytes(record.domain), line: number, into: &builder)
      }
    }
    writer.finish(&builder)
  }

  /// A record that is no JSON: cut off where the file ends, else malformed.
  private func report(
    _ record: observation_record, _ error: String, line: Bytes, _ number: UInt32, isLast: Bool,
    _ builder: inout SnapshotBuilder
  ) {
    let column = Int(record.error_offset) + 1
    if record.is_encoding_error != 0 {
      builder.find(
        .error, .encoding, in: place, line: number, "the line is not UTF-8",
        hint: "see the finding about the whole file; --encoding names what it is written in")
    } else if isLast, line.last != UInt8(ascii: "}") {
      builder.find(
        .error, .truncated, in: place, line: number, column: line.count + 1,
        "the file ends in the middle of a record", hint: "fetch or export the file again")
    } else {
      builder.find(
        .error, .syntax, in: place, line: number, column: column, "no valid JSON: \(error)",
        hint: "write one JSON object per line")
    }
  }
}
