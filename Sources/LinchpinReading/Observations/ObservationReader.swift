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

  /// Lines parsed at a time: enough for the memory behind their names to be fetched together.
  private static let batch = 64

  func read(into builder: inout SnapshotBuilder) {
    guard let parser = ObservationParser() else { return }
    var writer = ObservationWriter(place: place, measuredOn: measuredOn)
    builder.expect(domains: input.bytes.count / Self.usualLine)
    var lines: [RecordLine] = []
    input.forEachRecordLine(in: place, &builder) { line, builder in
      lines.append(line)
      if lines.count == Self.batch {
        write(lines, parser.parse(lines), &writer, into: &builder)
        lines.removeAll(keepingCapacity: true)
      }
    }
    write(lines, parser.parse(lines), &writer, into: &builder)
    writer.finish(&builder)
  }

  private func write(
    _ lines: [RecordLine], _ records: UnsafeBufferPointer<observation_record>,
    _ writer: inout ObservationWriter, into builder: inout SnapshotBuilder
  ) {
    for record in records {
      builder.prepare(
        domain: Bytes(record.domain), organisation: Bytes(record.organisation))
    }
    for (line, record) in zip(lines, records) {
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
  }
}
