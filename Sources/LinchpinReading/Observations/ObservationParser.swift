import CSimdJSON
import LinchpinCore

/// Parses one JSON object after the other with simdjson; owns the parser's memory.
final class ObservationParser {
  private let parser: OpaquePointer
  /// For objects too near the end of their buffer to be read in place.
  private var padded: [UInt8] = []
  private let padding = observation_padding()

  init?() {
    guard let parser = observation_parser_create() else { return nil }
    self.parser = parser
  }

  deinit { observation_parser_destroy(parser) }

  /// The record of one object; valid until the next call.
  /// - Parameter readable: how many bytes of the same buffer follow the object.
  func parse(_ json: Bytes, readable: Int) -> UnsafePointer<observation_record> {
    if readable >= padding, let start = json.baseAddress {
      return observation_parse(parser, start.assumingMemoryBound(to: CChar.self), json.count)
    }
    padded.removeAll(keepingCapacity: true)
    padded.append(contentsOf: json)
    padded.append(contentsOf: repeatElement(0, count: padding))
    return padded.withUnsafeBytes {
      observation_parse(parser, $0.assumingMemoryBound(to: CChar.self).baseAddress, json.count)
    }
  }
}

extension Bytes {
  init(_ text: observation_text) {
    self.init(start: text.data, count: Int(text.length))
  }
}
