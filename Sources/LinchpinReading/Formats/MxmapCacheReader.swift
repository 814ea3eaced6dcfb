import CSimdJSON
import LinchpinCore

/// Reads a cache of DNS answers as mxmap keeps it: `{domain: {mx, spf, …}}`.
///
/// Records stand at their line, or at their ordinal where the whole file is one line.
struct MxmapCacheReader {
  let input: InputText
  let place: InputPlace
  let measuredOn: CalendarDate?

  func read(into builder: inout SnapshotBuilder) {
    guard let parser = ObservationParser() else { return }
    var writer = ObservationWriter(place: place, measuredOn: measuredOn)
    for entry in JSONSplitter(input.bytes) {
      if !entry.isComplete {
        builder.find(
          .error, .truncated, in: place, line: entry.line,
          "the file ends in the middle of \(name(entry))", hint: "fetch the file again")
        continue
      }
      if entry.object.count > ObservationReader.longestLine {
        builder.find(
          .error, .tooLong, in: place, line: entry.line,
          "the entry \(name(entry)) has \(entry.object.count) bytes", hint: "check the file")
        continue
      }
      let readable = input.bytes.count - entry.start - entry.object.count
      let record = parser.parse(entry.object, readable: readable).pointee
      if let error = record.error {
        builder.find(
          .error, record.is_encoding_error != 0 ? .encoding : .syntax, in: place, line: entry.line,
          column: Int(record.error_offset) + 1,
          "the entry \(name(entry)) is no valid JSON: \(String(cString: error))",
          hint: "the column counts from the start of the entry")
      } else {
        writer.write(record, domain: entry.key, line: entry.line, into: &builder)
      }
    }
    writer.finish(&builder)
    builder.findEmpty(place)
  }

  private func name(_ entry: JSONSplitter.Entry) -> String {
    Finding.quoted(String(decoding: entry.key.prefix(80), as: UTF8.self))
  }
}
