import LinchpinCore

/// What CAA records (RFC 8659) and issuers of certificates say, as tools write them.
enum CertificateRecord {
  enum Permission: Equatable {
    case authority(String)
    /// `;`: no authority may issue.
    case nobody
    /// Where to complain, or a property this program does not know.
    case somethingElse
  }

  /// Of `letsencrypt.org`, `letsencrypt.org; accounturi=…`, or a whole `0 issue "letsencrypt.org"`.
  static func authority(of text: String) -> Permission {
    var value = Substring(text).trimmed
    let words = value.split(separator: " ", maxSplits: 2)
    if words.count == 3, words[0].allSatisfy(\.isNumber) {
      guard ["issue", "issuewild"].contains(words[1].lowercased()) else { return .somethingElse }
      value = words[2].trimmed
    }
    if value.first == "\"", value.last == "\"", value.count > 1 {
      value = value.dropFirst().dropLast().trimmed
    }
    let name = value.prefix { $0 != ";" }.trimmed
    return name.isEmpty ? .nobody : .authority(String(name))
  }

  /// Whether a property of CAA says who may issue.
  static func letsIssue(_ tag: Bytes) -> Bool {
    ["issue", "issuewild"].contains(String(decoding: tag, as: UTF8.self).lowercased())
  }

  /// `Let's Encrypt` of `C=US, O=Let's Encrypt, CN=R11` or `/C=US/O=Let's Encrypt/CN=R11`; a text
  /// without such parts is taken as it is.
  static func organisation(of issuer: String) -> String {
    let separator: Character = issuer.hasPrefix("/") ? "/" : ","
    var parts: [Substring] = []
    for part in issuer.split(separator: separator) {
      // A comma inside a name: what follows has no key of its own.
      if part.contains("=") || parts.isEmpty {
        parts.append(part)
      } else {
        parts[parts.count - 1] += String(separator) + part
      }
    }
    let organisation = parts.lazy.map(\.trimmed).first { $0.lowercased().hasPrefix("o=") }
    guard let organisation else { return String(Substring(issuer).trimmed) }
    return String(organisation.dropFirst(2).trimmed).replacing("\"", with: "")
      .replacing("\\", with: "")
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var rest = drop { $0 == " " || $0 == "\t" }
    while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
    return rest
  }
}
