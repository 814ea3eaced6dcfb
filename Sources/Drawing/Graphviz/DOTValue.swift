/// A value of a DOT attribute.
public enum DOTValue: Sendable, Hashable {
  case text(String)
  case number(Double)
  case colour(Colour)
  /// A length, given in points and written in inches.
  case inches(Double)

  /// The value, quoted. Text is cleaned and what Graphviz would interpret is escaped.
  var literal: String {
    switch self {
    case .text(let raw): "\"\(Self.escaped(raw.cleaned))\""
    case .number(let number): "\"\(SVGNumber.text(number))\""
    case .colour(let colour): "\"\(colour.hex)\""
    case .inches(let points): "\"\(Self.inches(points))\""
    }
  }

  /// Graphviz reads `\N` and `\l` as commands and `&…;` as entities, even inside quotes.
  static func escaped(_ text: String) -> String {
    let special: [UInt8] = [UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "&")]
    if !text.utf8.contains(where: special.contains) { return text }
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": output += "\\\\"
      case "\"": output += "\\\""
      case "&": output += "&amp;"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }

  private static func inches(_ points: Double) -> String {
    guard points.isFinite, points.magnitude < 1e9 else { return "0" }
    let units = Int((points / 72 * 10_000).rounded())
    let (whole, part) = Int(units.magnitude).quotientAndRemainder(dividingBy: 10_000)
    return "\(units < 0 ? "-" : "")\(whole).\(String(String(part + 10_000).dropFirst()))"
  }
}
