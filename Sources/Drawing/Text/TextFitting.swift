/// Fits text into a width: cut with an ellipsis, or wrapped over lines.
public enum TextFitting {
  static let ellipsis = "…"

  /// The text, cut at a character with an ellipsis if it is wider than `width`.
  ///
  /// The result is never wider than `width`, except that an ellipsis alone may be.
  /// Complexity: O(characters that fit).
  public static func truncated(
    _ raw: String, to width: Double, size: Double, weight: FontWeight = .regular
  ) -> String {
    let text = raw.cleaned
    if TextMeasure.width(text, size: size, weight: weight) <= width { return text }
    let room = width - TextMeasure.width(ellipsis, size: size, weight: weight)
    return String(prefix(of: text[...], within: room, size, weight)).trimmedEnd + ellipsis
  }

  /// The text broken into lines no wider than `width`, at spaces, else inside long words.
  ///
  /// A word too long for a line is broken at a joint such as `.` or `-`, else with a hyphen.
  /// With `maxLines` the last line ends in an ellipsis if text is left over.
  /// Empty text gives no lines. Complexity: O(characters).
  public static func wrapped(
    _ raw: String, to width: Double, size: Double, weight: FontWeight = .regular,
    maxLines: Int = .max
  ) -> [String] {
    var lines: [String] = []
    var rest = raw.cleaned[...]
    while !rest.isEmpty {
      let fitting = prefix(of: rest, within: width, size, weight)
      if fitting.endIndex == rest.endIndex {
        lines.append(String(rest).trimmedEnd)
        break
      }
      if lines.count == maxLines - 1 {
        lines.append(truncated(String(rest), to: width, size: size, weight: weight))
        break
      }
      let (line, end) = firstLine(of: rest, fitting, within: width, size, weight)
      lines.append(line.trimmedEnd)
      rest = rest[end...].drop { $0 == " " }
    }
    return lines
  }

  /// The text wrapped into as few lines as fit, made as equally long as they can be.
  public static func balanced(
    _ raw: String, to width: Double, size: Double, weight: FontWeight = .regular
  ) -> [String] {
    var lines = wrapped(raw, to: width, size: size, weight: weight)
    let count = lines.count
    if count < 2 { return lines }
    for share in stride(from: 0.96, to: 0.5, by: -0.04) {
      let narrower = wrapped(raw, to: width * share, size: size, weight: weight)
      if narrower.count > count { break }
      lines = narrower
    }
    return lines
  }

  /// The widest line when wrapped text is set at `width`.
  static func widest(_ lines: [String], size: Double, weight: FontWeight = .regular) -> Double {
    lines.map { TextMeasure.width($0, size: size, weight: weight) }.max() ?? 0
  }

  private static func prefix(
    of text: Substring, within width: Double, _ size: Double, _ weight: FontWeight
  ) -> Substring {
    var thousandths = 0
    var isFull = false
    // Most text is ASCII, where a byte is a character as long as no mark follows it.
    let plain =
      text.utf8.withContiguousStorageIfAvailable { bytes in
        var place = 0
        while place < bytes.count, bytes[place] < 0x80 {
          if place + 1 < bytes.count, bytes[place + 1] >= 0x80 { break }
          thousandths += TextMeasure.advance(Unicode.Scalar(bytes[place]), weight)
          isFull = Double(thousandths) * size / 1000 > width
          if isFull { break }
          place += 1
        }
        return place
      } ?? 0
    var end = text.utf8.index(text.startIndex, offsetBy: plain)
    while !isFull, end < text.endIndex {
      let next = text.index(after: end)
      for scalar in text.unicodeScalars[end..<next] {
        thousandths += TextMeasure.advance(scalar, weight)
      }
      if Double(thousandths) * size / 1000 > width { break }
      end = next
    }
    return text[..<end]
  }

  /// The first line of text that does not fit on one, and where the next begins.
  private static func firstLine(
    of text: Substring, _ fitting: Substring, within width: Double, _ size: Double,
    _ weight: FontWeight
  ) -> (line: String, end: String.Index) {
    if fitting.endIndex < text.endIndex, text[fitting.endIndex] == " " {
      return (String(fitting), fitting.endIndex)
    }
    if let space = fitting.lastIndex(of: " "), space > text.startIndex {
      return (String(text[..<space]), space)
    }
    let hyphen = TextMeasure.width("-", size: size, weight: weight)
    let word = Array(text.prefix { $0 != " " })
    let place = WordBreak.place(
      in: word, fitting: fitting.count,
      hyphened: prefix(of: text, within: width - hyphen, size, weight).count)
    let end = text.index(text.startIndex, offsetBy: place.kept)
    return (String(text[..<end]) + (place.hasHyphen ? "-" : ""), end)
  }
}

extension String {
  var trimmedEnd: String {
    guard let last = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[...last])
  }
}
