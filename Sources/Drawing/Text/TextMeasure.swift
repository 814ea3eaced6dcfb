/// Measures text without asking a font, so a picture is the same on every machine.
public enum TextMeasure {
  /// The width of a line of text.
  ///
  /// Unit: the unit of `size`. An upper bound for DejaVu Sans, Liberation Sans and Arial.
  /// Complexity: O(scalars).
  public static func width(_ text: String, size: Double, weight: FontWeight = .regular) -> Double {
    var thousandths = 0
    for scalar in text.unicodeScalars { thousandths += advance(scalar, weight) }
    return Double(thousandths) * size / 1000
  }

  /// The advance of one scalar, in thousandths of an em.
  static func advance(_ scalar: Unicode.Scalar, _ weight: FontWeight) -> Int {
    let ranges = GlyphWidthTable.ranges
    // The first range is basic Latin, of which most text is.
    for place in ranges.indices
    where scalar.value >= ranges[place].first && scalar.value <= ranges[place].last {
      let index = Int(scalar.value - ranges[place].first)
      return Int(weight == .bold ? ranges[place].bold[index] : ranges[place].regular[index])
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return defaultAdvance(scalar)
    }
  }

  /// Most scripts stay within an em; pictographs, dashes and ligatures of Arabic do not.
  private static func defaultAdvance(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x1F000...0x1FAFF, 0x2600...0x27BF: 1300
    case 0xFDFA...0xFDFD, 0x12000...0x1254F: 3000
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF: 1000
    case 0xFE30...0xFE6F, 0xFF00...0xFFE6, 0x20000...0x3FFFD: 1000
    default: scalar.value < 0x2000 ? 1000 : 1200
    }
  }
}
