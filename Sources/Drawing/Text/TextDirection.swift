/// The stretches of a line in the order they are seen, for text drawn as outlines.
///
/// The Unicode Bidirectional Algorithm (UAX #9) on a line that runs from left to right and, being
/// cleaned, holds no overrides: so only its rules for letters, numbers and what stands between.
enum TextDirection {
  struct Stretch: Sendable, Hashable {
    let text: String
    let isRightToLeft: Bool
  }

  /// Complexity: O(scalars).
  static func stretches(of text: String) -> [Stretch] {
    let scalars = Array(text.unicodeScalars)
    if !scalars.contains(where: { kind($0) == .right }) {
      return [Stretch(text: text, isRightToLeft: false)]
    }
    var levels: [(level: Int, text: String.UnicodeScalarView)] = []
    for (scalar, level) in zip(scalars, self.levels(scalars)) {
      if levels.last?.level == level {
        levels[levels.count - 1].text.append(scalar)
      } else {
        levels.append((level, String.UnicodeScalarView([scalar])))
      }
    }
    // Rule L2: a row of stretches that are not left to right is seen from its end.
    var seen: [Stretch] = []
    var turned: [Stretch] = []
    for (level, text) in levels {
      if level == 0 {
        seen += turned.reversed()
        turned = []
        seen.append(Stretch(text: String(text), isRightToLeft: false))
      } else {
        turned.append(Stretch(text: String(text), isRightToLeft: level == 1))
      }
    }
    return seen + turned.reversed()
  }

  private enum Kind { case left, right, number, separator, mark, neutral }

  /// 0 for what runs with the line, 1 against it, 2 for numbers inside what runs against it.
  private static func levels(_ scalars: [Unicode.Scalar]) -> [Int] {
    var kinds = scalars.map(kind)
    for place in kinds.indices where kinds[place] == .mark {
      kinds[place] = place > 0 ? kinds[place - 1] : .neutral
    }
    // Rule W4: a single separator between two numbers is part of them; else it is neutral.
    for place in kinds.indices where kinds[place] == .separator {
      let isInside =
        place > 0 && place + 1 < kinds.count && kinds[place - 1] == .number
        && kinds[place + 1] == .number
      kinds[place] = isInside ? .number : .neutral
    }
    // Rule W7: a number after letters that run with the line runs with it.
    var strong = Kind.left
    for place in kinds.indices {
      if kinds[place] == .left || kinds[place] == .right { strong = kinds[place] }
      if kinds[place] == .number, strong == .left { kinds[place] = .left }
    }
    // Rules N1 and N2: what stands between two of a kind is of that kind, else of the line's.
    var levels = kinds.map { $0 == .left || $0 == .neutral ? 0 : $0 == .right ? 1 : 2 }
    var place = 0
    while place < kinds.count {
      var end = place
      while end < kinds.count, kinds[end] == .neutral { end += 1 }
      if end > place, place > 0, end < kinds.count, levels[place - 1] > 0, levels[end] > 0 {
        for neutral in place..<end { levels[neutral] = 1 }
      }
      place = max(end, place + 1)
    }
    return levels
  }

  private static func kind(_ scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x30...0x39, 0x6F0...0x6F9, 0x660...0x669: return .number
    case 0x2B...0x2F, 0x3A, 0xA0: return .separator
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return .mark
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .letterNumber, .spacingMark, .decimalNumber:
      return isRightToLeft(scalar) ? .right : .left
    default: return isRightToLeft(scalar) ? .right : .neutral
    }
  }

  /// The blocks of scripts that run from right to left.
  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      true
    default: false
    }
  }
}
