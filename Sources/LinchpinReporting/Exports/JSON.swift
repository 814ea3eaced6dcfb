/// A JSON value whose keys keep the order they were written in: same result, same bytes.
enum JSON: Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// Shortest digits that read back as the same number; not finite prints as null.
  case number(Double)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])

  static func optional(_ value: Double?) -> JSON { value.map { .number($0) } ?? .null }
  static func optional(_ value: (some CustomStringConvertible)?) -> JSON {
    value.map { .string($0.description) } ?? .null
  }
  static func strings(_ values: [String]) -> JSON { .array(values.map { .string($0) }) }

  /// The text of a whole document: one line for each key, and for each entry of a list.
  var document: String {
    var text = Text()
    write(to: &text, depth: 0, isOpen: true)
    text.add("\n")
    return String(decoding: text.bytes, as: UTF8.self)
  }

  /// UTF-8 under construction: a document can have a hundred thousand rows.
  private struct Text {
    var bytes: [UInt8] = []

    mutating func add(_ part: String) { bytes.append(contentsOf: part.utf8) }
  }

  /// The two outer levels are broken into lines, so that files can be compared and searched.
  private func write(to text: inout Text, depth: Int, isOpen: Bool) {
    switch self {
    case .null: text.add("null")
    case .bool(let value): text.add(value ? "true" : "false")
    case .integer(let value): text.add(String(value))
    case .number(let value): text.add(Self.digits(value))
    case .string(let value): Self.quote(value, to: &text)
    case .array(let values):
      let isList = isOpen && values.contains { $0.isObject }
      Self.wrap(values, "[", "]", isOpen: isList, depth, to: &text) { value, text in
        value.write(to: &text, depth: depth + 1, isOpen: false)
      }
    case .object(let pairs):
      Self.wrap(pairs, "{", "}", isOpen: isOpen && depth == 0, depth, to: &text) { pair, text in
        Self.quote(pair.0, to: &text)
        text.add(": ")
        pair.1.write(to: &text, depth: depth + 1, isOpen: isOpen && depth == 0)
      }
    }
  }

  private var isObject: Bool {
    if case .object = self { true } else { false }
  }

  private static func wrap<Element>(
    _ elements: [Element], _ opening: String, _ closing: String, isOpen: Bool, _ depth: Int,
    to text: inout Text, write: (Element, inout Text) -> Void
  ) {
    let indent = isOpen ? "\n" + String(repeating: "  ", count: depth) : ""
    text.add(opening)
    for (place, element) in elements.enumerated() {
      if place > 0 { text.add(isOpen ? "," : ", ") }
      if isOpen {
        text.add(indent)
        text.add("  ")
      }
      write(element, &text)
    }
    if !elements.isEmpty { text.add(indent) }
    text.add(closing)
  }

  private static func digits(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    if value == value.rounded(), value.magnitude < 9e15 { return String(Int(value)) }
    return value.description
  }

  /// Escapes what JSON demands, and what a terminal or a script could stumble over.
  private static func quote(_ value: String, to text: inout Text) {
    text.add("\"")
    // Nearly every value is plain ASCII: names of hosts, codes, keys.
    if value.utf8.allSatisfy({ (0x20..<0x7F).contains($0) && $0 != 0x22 && $0 != 0x5C }) {
      text.add(value)
      text.add("\"")
      return
    }
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text.add("\\\"")
      case "\\": text.add("\\\\")
      case "\n": text.add("\\n")
      case "\r": text.add("\\r")
      case "\t": text.add("\\t")
      default:
        if scalar.isSafeToPrint {
          text.add(String(scalar))
        } else {
          for unit in String(scalar).utf16 {
            let digits = String(unit, radix: 16)
            text.add("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
          }
        }
      }
    }
    text.add("\"")
  }
}

extension Unicode.Scalar {
  /// Neither a control character nor one that turns the direction of the text around it.
  var isSafeToPrint: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }
}
