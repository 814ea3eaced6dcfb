/// Writes a tree of elements as XML: escaped, well-formed, the same bytes each time.
public enum SVGWriter {
  public static func document(_ root: SVGElement) -> String {
    var output = ""
    append(root, depth: 0, to: &output)
    return output + "\n"
  }

  private static func append(_ element: SVGElement, depth: Int, to output: inout String) {
    output += "<\(element.name.rawValue)"
    for attribute in SVGAttribute.allCases {
      guard let value = element.attributes[attribute] else { continue }
      output += " \(attribute.rawValue)=\"\(escaped(value))\""
    }
    if element.text == nil && element.children.isEmpty {
      output += "/>"
      return
    }
    output += ">"
    if let text = element.text { output += escaped(text) }
    // White space inside <text> would print, so only containers are broken over lines.
    let broken = element.name != .text && element.name != .tspan && !element.children.isEmpty
    for child in element.children {
      if broken { output += "\n" + String(repeating: " ", count: min(depth + 1, 8)) }
      append(child, depth: depth + 1, to: &output)
    }
    if broken { output += "\n" + String(repeating: " ", count: min(depth, 8)) }
    output += "</\(element.name.rawValue)>"
  }

  /// Replaces what XML reads as markup and drops the characters XML 1.0 forbids.
  static func escaped(_ text: String) -> String {
    var output = ""
    output.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{7F}"..."\u{9F}",
        "\u{FFFE}", "\u{FFFF}":
        continue
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
