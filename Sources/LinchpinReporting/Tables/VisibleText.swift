import LinchpinCore

extension String {
  /// Hostile text made safe to print: control and direction characters as `\u{…}`.
  ///
  /// Names come from other people's files; a terminal must never obey one.
  var visible: String {
    String(
      String.UnicodeScalarView(
        Finding.quoted(self, limit: .max).unicodeScalars.dropFirst().dropLast()))
  }

  /// At most `limit` columns wide, an ellipsis standing for the rest.
  func clipped(to limit: Int) -> String {
    guard columns > limit else { return self }
    var result = ""
    var width = 0
    for character in self {
      width += character.columns
      if width > limit - 1 { break }
      result.append(character)
    }
    return result + "…"
  }

  /// Columns the text takes in a terminal.
  var columns: Int { reduce(0) { $0 + $1.columns } }

  func padded(to width: Int, right: Bool) -> String {
    let space = String(repeating: " ", count: max(0, width - columns))
    return right ? space + self : self + space
  }
}

extension Character {
  /// Two columns for the wide letters of East Asia and for emoji, else one.
  fileprivate var columns: Int {
    guard let scalar = unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
