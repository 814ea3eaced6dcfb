/// Hands out ids that start with the figure's prefix, are unique and say what they mark.
public struct SVGIdentifiers: Sendable {
  public let prefix: String
  private var taken: Set<String>

  /// Keeps of the prefix what an XML name may hold, and starts it with a letter.
  public init(prefix: String) {
    self.prefix = Self.clean(prefix)
    taken = [self.prefix]
  }

  /// An id for a key, the same for the same keys asked in the same order.
  public mutating func identifier(_ kind: String, _ key: String = "") -> String {
    let base = Self.identifier(prefix: prefix, kind, key)
    var candidate = base
    var count = 1
    while !taken.insert(candidate).inserted {
      count += 1
      candidate = "\(base)-\(count)"
    }
    return candidate
  }

  /// The id the mark of a key has in a figure, so that tables can name marks without drawing them.
  ///
  /// A key that an id cannot hold as it is ends in a hash of it, so that long or foreign keys stay
  /// apart whatever else is drawn.
  public static func identifier(prefix: String, _ kind: String, _ key: String) -> String {
    var parts = [clean(prefix), slug(kind), slug(key)].filter { !$0.isEmpty }
    let isPlain = key.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x2D...0x3A).contains($0) || $0 == UInt8(ascii: ">")
    }
    if !isPlain || key.utf8.count > longest { parts.append(hash(key)) }
    return parts.joined(separator: "-")
  }

  private static let longest = 40

  private static func clean(_ prefix: String) -> String {
    let slug = slug(prefix)
    return slug.first?.isLetter == true ? slug : slug.isEmpty ? "figure" : "figure-\(slug)"
  }

  /// Lower-case letters, digits and single hyphens.
  static func slug(_ key: String) -> String {
    let hyphen = UInt8(ascii: "-")
    var slug: [UInt8] = []
    for byte in key.utf8 {
      if slug.count >= longest { break }
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        slug.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): slug.append(byte | 0x20)
      default: if let last = slug.last, last != hyphen { slug.append(hyphen) }
      }
    }
    while slug.last == hyphen { slug.removeLast() }
    return String(decoding: slug, as: UTF8.self)
  }

  /// FNV-1a, 32 bits.
  private static func hash(_ key: String) -> String {
    let value = key.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    return String(value, radix: 36)
  }
}
