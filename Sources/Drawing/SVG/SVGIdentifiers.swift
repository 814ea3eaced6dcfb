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
    let base = Self.joined(prefix, kind, key)
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
    joined(clean(prefix), kind, key)
  }

  private static let longest = 40

  private static func joined(_ prefix: String, _ kind: String, _ key: String) -> String {
    var id = Array(prefix.utf8)
    id.reserveCapacity(96)
    appendSlug(kind, to: &id)
    appendSlug(key, to: &id)
    let isPlain = key.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x2D...0x3A).contains($0) || $0 == UInt8(ascii: ">")
    }
    if !isPlain || key.utf8.count > longest {
      id.append(UInt8(ascii: "-"))
      id += hash(key).utf8
    }
    return String(decoding: id, as: UTF8.self)
  }

  private static func clean(_ prefix: String) -> String {
    var slug: [UInt8] = []
    appendSlug(prefix, to: &slug)
    let text = String(decoding: slug.dropFirst(), as: UTF8.self)
    return text.first?.isLetter == true ? text : text.isEmpty ? "figure" : "figure-\(text)"
  }

  /// Adds a hyphen and what is left of a text in lower-case letters, digits and single hyphens;
  /// nothing if nothing is left.
  private static func appendSlug(_ text: String, to id: inout [UInt8]) {
    let hyphen = UInt8(ascii: "-")
    let start = id.count
    id.append(hyphen)
    for byte in text.utf8 {
      if id.count > start + longest { break }
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        id.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): id.append(byte | 0x20)
      default: if id.last != hyphen { id.append(hyphen) }
      }
    }
    while id.count > start, id.last == hyphen { id.removeLast() }
  }

  /// FNV-1a, 32 bits.
  private static func hash(_ key: String) -> String {
    let value = key.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    return String(value, radix: 36)
  }
}
