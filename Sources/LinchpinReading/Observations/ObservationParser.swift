import CSimdJSON
import LinchpinCore

/// Parses JSON objects with simdjson, many at a time; owns the parser's memory.
final class ObservationParser {
  private let parser: OpaquePointer
  private var lines: ContiguousArray<observation_line> = []

  init?() {
    guard let parser = observation_parser_create() else { return nil }
    self.parser = parser
  }

  deinit { observation_parser_destroy(parser) }

  /// The records of some lines, in their order; valid until the next call.
  func parse(_ batch: [RecordLine]) -> UnsafeBufferPointer<observation_record> {
    lines.removeAll(keepingCapacity: true)
    for line in batch {
      let text = observation_text(line.bytes)
      lines.append(
        observation_line(data: text.data, length: line.bytes.count, readable: line.readable))
    }
    return lines.withUnsafeBufferPointer {
      UnsafeBufferPointer(
        start: observation_parse(parser, $0.baseAddress, $0.count), count: batch.count)
    }
  }
}

extension Bytes {
  init(_ text: observation_text) {
    self.init(start: text.data, count: Int(text.length))
  }
}
