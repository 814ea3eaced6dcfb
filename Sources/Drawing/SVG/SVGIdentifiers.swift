/// Hands out ids that start with the figure's prefix, are unique and say what they mark.
public struct SVGIdentifiers: Sendable {
  public let prefix: String
  private var taken: Set<String>

  /// Keeps of the prefix what an XML name may hold, and starts it with a letter.
  public init(prefix: String) {
    let slug = Self.slug(prefix)
    self.prefix = slug.first?.isLetter == true ? slug : slug.isEmpty ? "figure" : "figure-\(slug)"
    taken = [self.prefix]
  }

  /// An id for a key, the same for the same keys asked in the same order.
  public mutating func identifier(_ kind: String, _ key: String = "") -> String {
    let base = [prefix, Self.slug(kind), Self.slug(key)].filter { !$0.isEmpty }
      .joined(separator: "-")
    var candidate = base
    var count = 1
    while !taken.insert(candidate).inserted {
      count += 1
      candidate = "\(base)-\(count)"
    }
    return candidate
  }

  /// At most 32 lower-case letters, digits and single hyphens.
  static func slug(_ key: String) -> String {
    var slug = ""
    for scalar in key.unicodeScalars {
      if slug.utf8.count >= 32 { break }
      switch scalar {
      case "a"..."z", "0"..."9": slug.unicodeScalars.append(scalar)
      case "A"..."Z": slug += String(scalar).lowercased()
      default: if let last = slug.last, last != "-" { slug += "-" }
      }
    }
    while slug.last == "-" { slug.removeLast() }
    return slug
  }
}
