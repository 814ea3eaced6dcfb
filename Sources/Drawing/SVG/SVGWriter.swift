/// Writes a tree of elements as XML: escaped, well-formed, the same bytes each time.
public enum SVGWriter {
  public static func document(_ root: SVGElement) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(1 << 16)
    append(root, depth: 0, to: &output)
    output.append(UInt8(ascii: "\n"))
    return String(decoding: output, as: UTF8.self)
  }

  private static func append(_ element: SVGElement, depth: Int, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "<"))
    output += element.name.rawValue.utf8
    for attribute in element.attributes {
      output.append(UInt8(ascii: " "))
      output += attribute.name.name.utf8
      output += "=\"".utf8
      append(escaping: attribute.value, to: &output)
      output.append(UInt8(ascii: "\""))
    }
    if element.text == nil && element.children.isEmpty {
      output += "/>".utf8
      return
    }
    output.append(UInt8(ascii: ">"))
    if let text = element.text { append(escaping: text, to: &output) }
    // White space inside <text> would print, so only containers are broken over lines.
    let broken = element.name != .text && element.name != .tspan && !element.children.isEmpty
    for child in element.children {
      if broken { breakLine(depth + 1, &output) }
      append(child, depth: depth + 1, to: &output)
    }
    if broken { breakLine(depth, &output) }
    output += "</".utf8
    output += element.name.rawValue.utf8
    output.append(UInt8(ascii: ">"))
  }

  private static func breakLine(_ depth: Int, _ output: inout [UInt8]) {
    output.append(UInt8(ascii: "\n"))
    output += repeatElement(UInt8(ascii: " "), count: min(depth, 8))
  }

  /// Replaces what XML reads as markup and drops the characters XML 1.0 forbids.
  private static func append(escaping text: String, to output: inout [UInt8]) {
    if text.utf8.allSatisfy(isPlain) {
      output += text.utf8
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;".utf8
      case "<": output += "&lt;".utf8
      case ">": output += "&gt;".utf8
      case "\"": output += "&quot;".utf8
      case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{7F}"..."\u{9F}",
        "\u{FFFE}", "\u{FFFF}":
        continue
      default: output += String(scalar).utf8
      }
    }
  }

  /// Whether a byte stands for itself whatever is around it.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): false
    default: (0x20...0x7E).contains(byte)
    }
  }
}
