import CSimdJSON
import LinchpinCore

/// Parses the JSON of measurement tools, one object after the other; owns the parser's memory.
final class AnswerParser {
  private let parser: OpaquePointer
  private let format: answer_format
  /// For objects too near the end of their buffer to be read in place.
  private var padded: [UInt8] = []
  private let padding = observation_padding()

  init?(_ format: answer_format) {
    guard let parser = answer_parser_create() else { return nil }
    self.parser = parser
    self.format = format
  }

  deinit { answer_parser_destroy(parser) }

  /// The record of one object; valid until the next call.
  /// - Parameter readable: how many bytes of the same buffer follow the object.
  func parse(_ json: Bytes, readable: Int) -> UnsafePointer<answer_record> {
    if readable >= padding, let start = json.baseAddress {
      return answer_parse(parser, format, start.assumingMemoryBound(to: CChar.self), json.count)
    }
    padded.removeAll(keepingCapacity: true)
    padded.append(contentsOf: json)
    padded.append(contentsOf: repeatElement(0, count: padding))
    return padded.withUnsafeBytes {
      answer_parse(
        parser, format, $0.assumingMemoryBound(to: CChar.self).baseAddress, json.count)
    }
  }
}
