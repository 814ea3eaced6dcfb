/// Rows of RFC 4180 CSV with a header, one newline at the end of each.
///
/// Names come from other people's files and may be opened in a spreadsheet: a text cell that begins
/// with `=`, `+`, `-`, `@`, a tab or a carriage return gets an apostrophe in front, so that it is
/// not taken for a formula. Control characters other than line breaks and tabs are written as
/// `\u{…}`. Numbers are never touched; JSON carries every name as it is.
///
/// Under a supposition every row says which one in a last column, `scenario`: rows travel without
/// their file.
struct CSV {
  enum Cell {
    case text(String)
    case integer(Int)
    /// Shortest digits that read back as the same number.
    case number(Double)
    /// Undefined, which is not zero.
    case empty

    static func optional(_ value: Double?) -> Cell { value.map { .number($0) } ?? .empty }
  }

  private(set) var text: String

  private let scenario: String

  init(_ columns: [String], scenario: [String] = []) {
    self.scenario = scenario.joined(separator: "; ")
    text = (columns + (scenario.isEmpty ? [] : ["scenario"])).joined(separator: ",") + "\n"
  }

  mutating func append(_ cells: [Cell]) {
    for (place, cell) in cells.enumerated() {
      if place > 0 { text += "," }
      switch cell {
      case .text(let value): text += Self.quoted(value)
      case .integer(let value): text += String(value)
      case .number(let value):
        let isWhole = value == value.rounded() && value.magnitude < 9e15
        text += isWhole ? String(Int(value)) : value.isFinite ? value.description : ""
      case .empty: break
      }
    }
    if !scenario.isEmpty { text += "," + Self.quoted(scenario) }
    text += "\n"
  }

  fileprivate static func quoted(_ value: String) -> String {
    if value.utf8.allSatisfy({ isPlain($0) }), value.utf8.first != UInt8(ascii: "-") {
      return value
    }
    var cell = ""
    if let first = value.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) {
      cell = "'"
    }
    var needsQuotes = false
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"":
        cell += "\"\""
        needsQuotes = true
      case ",", "\n", "\r", "\t":
        cell.unicodeScalars.append(scalar)
        needsQuotes = true
      default:
        if scalar.isSafeToPrint {
          cell.unicodeScalars.append(scalar)
        } else {
          cell += "\\u{" + String(scalar.value, radix: 16) + "}"
        }
      }
    }
    return needsQuotes ? "\"" + cell + "\"" : cell
  }

  /// Most cells are names and hosts, which need no second look.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: "."),
      UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: ":"):
      true
    default: false
    }
  }
}
