import CSimdJSON
import LinchpinCore

/// Reads JSON Lines of measurement tools: zdns, dnsx and OpenINTEL's columns as JSON.
struct AnswersReader {
  let input: InputText
  let place: InputPlace
  let measuredOn: CalendarDate?
  let tool: Tool

  enum Tool {
    case zdns, dnsx, openintel

    fileprivate var format: answer_format {
      switch self {
      case .zdns: answer_format_zdns
      case .dnsx: answer_format_dnsx
      case .openintel: answer_format_openintel
      }
    }

    fileprivate var naming: AnswerWriter.Naming {
      switch self {
      case .zdns: .byFile
      case .dnsx: .byRun
      case .openintel: .always
      }
    }

    /// The key of the name asked about.
    fileprivate var key: String {
      switch self {
      case .zdns: "name"
      case .dnsx: "host"
      case .openintel: "query_name"
      }
    }
  }

  func read(into builder: inout SnapshotBuilder) {
    guard let parser = AnswerParser(tool.format) else { return }
    var writer = AnswerWriter(place: place, measuredOn: measuredOn, naming: tool.naming)
    for (line, number, start) in Lines(input.bytes) {
      if line.allSatisfy({ InputText.isSpace($0) }) { continue }
      if line.count > ObservationReader.longestLine {
        builder.find(
          .error, .tooLong, in: place, line: number,
          "a line of \(line.count) bytes; the longest allowed is \(ObservationReader.longestLine)",
          hint: "write one record per line")
        continue
      }
      let readable = input.bytes.count - start - line.count
      let record = parser.parse(line, readable: readable).pointee
      if let error = record.error {
        report(record, String(cString: error), line: line, number, isLast: readable == 0, &builder)
      } else if record.name.length == 0 {
        builder.find(
          .error, .syntax, in: place, line: number, column: 1,
          "a record without the name it is about",
          hint: "every record needs \"\(tool.key)\": \"example.org\"")
      } else {
        writer.write(record, line: number, into: &builder)
      }
    }
    writer.finish(&builder)
  }

  /// A record that is no JSON: cut off where the file ends, else malformed.
  private func report(
    _ record: answer_record, _ error: String, line: Bytes, _ number: UInt32, isLast: Bool,
    _ builder: inout SnapshotBuilder
  ) {
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
        .error, .syntax, in: place, line: number, column: Int(record.error_offset) + 1,
        "no valid JSON: \(error)", hint: "write one JSON object per line")
    }
  }
}
