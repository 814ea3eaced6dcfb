import LinchpinCore

/// What a TXT record says, as tools write it.
enum TextRecord {
  /// The text without the quotes of a master file, its strings joined as RFC 7208, 3.3, has it.
  static func unquoted(_ bytes: Bytes) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.hasPrefix("\"") else { return text }
    var joined = ""
    var isInside = false
    var isEscaped = false
    for character in text {
      if isEscaped {
        joined.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        isInside.toggle()
      } else if isInside {
        joined.append(character)
      }
    }
    return joined
  }

  /// The service that asked for a token, by the token's own name: `google-site-verification=…` is
  /// Google's, `MS=ms…` Microsoft's. The token itself is not looked at and not kept.
  static func service(of text: String) -> String? {
    let name = text.prefix { $0 != "=" && $0 != ":" && $0 != " " }
    if name.endIndex == text.endIndex || name.count > 64 { return nil }
    if name == "MS" { return "microsoft" }
    for ending in ["-site-verification", "-domain-verification"] where name.hasSuffix(ending) {
      let service = name.dropLast(ending.count).lowercased()
      return service.isEmpty ? nil : service
    }
    return nil
  }
}
