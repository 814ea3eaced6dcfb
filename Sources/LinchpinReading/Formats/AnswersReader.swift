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
    input.forEachRecordLine(of: place, &builder) { line, builder in
      let record = parser.parse(line.bytes, readable: line.readable).pointee
      if let error = record.error {
        builder.find(
          noJSON: String(cString: error), isEncoding: record.is_encoding_error != 0,
          offset: Int(record.error_offset), line, in: place)
      } else if record.name.length == 0 {
        builder.find(
          .error, .syntax, in: place, line: line.number, column: 1,
          "a record without the name it is about",
          hint: "every record needs \"\(tool.key)\": \"example.org\"")
      } else {
        writer.write(record, line: line.number, into: &builder)
      }
    }
    writer.finish(&builder)
  }
}
