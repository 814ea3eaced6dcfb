/// An IPv4 or IPv6 address as one 128-bit number; IPv4 in its mapped form (RFC 4291, 2.5.5.2).
public struct AddressKey: Sendable, Hashable, Comparable {
  public let rawValue: UInt128

  public init(rawValue: UInt128) { self.rawValue = rawValue }

  /// Reads dotted or colon text (RFC 4291, 2.2); nil for anything else, zone ids included.
  public init?(_ text: String) {
    var text = text
    guard let key = text.withUTF8({ AddressKey(Bytes($0)) }) else { return nil }
    self = key
  }

  public init?(_ text: Bytes) {
    if text.contains(UInt8(ascii: ":")) {
      guard let value = Self.sixteenBytes(text) else { return nil }
      rawValue = value
    } else {
      guard let value = Self.fourBytes(text) else { return nil }
      rawValue = Self.mapped | UInt128(value)
    }
  }

  public var isIPv4: Bool { rawValue >> 32 == Self.mapped >> 32 }

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  private static let mapped: UInt128 = 0xFFFF_0000_0000

  private static func fourBytes(_ text: some Sequence<UInt8>) -> UInt32? {
    var value: UInt32 = 0
    var part: UInt32 = 0
    var digits = 0
    var parts = 1
    for byte in text {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        // A leading zero means octal to some readers and decimal to others.
        if digits > 0, part == 0 { return nil }
        part = part * 10 + UInt32(byte - UInt8(ascii: "0"))
        digits += 1
        if part > 255 { return nil }
      case UInt8(ascii: "."):
        if digits == 0 || parts == 4 { return nil }
        value = value << 8 | part
        part = 0
        digits = 0
        parts += 1
      default: return nil
      }
    }
    return parts == 4 && digits > 0 ? value << 8 | part : nil
  }

  private static func sixteenBytes(_ text: Bytes) -> UInt128? {
    var value: UInt128 = 0
    var groups = 0
    /// Groups before `::`.
    var gap: Int?
    var index = 0
    if text.count >= 2, text[0] == UInt8(ascii: ":"), text[1] == UInt8(ascii: ":") {
      gap = 0
      index = 2
    }
    while index < text.count {
      var end = index
      while end < text.count, text[end] != UInt8(ascii: ":") { end += 1 }
      let group = Bytes(rebasing: text[index..<end])
      if end == text.count, group.contains(UInt8(ascii: ".")) {
        guard groups <= 6, let tail = fourBytes(group) else { return nil }
        value = value << 32 | UInt128(tail)
        groups += 2
      } else {
        guard groups < 8, let number = hexadecimal(group) else { return nil }
        value = value << 16 | UInt128(number)
        groups += 1
      }
      if end == text.count { break }
      index = end + 1
      if index == text.count { return nil }
      if text[index] == UInt8(ascii: ":") {
        if gap != nil { return nil }
        gap = groups
        index += 1
      }
    }
    guard let gap else { return groups == 8 ? value : nil }
    if groups > 7 { return nil }
    let tailBits = UInt128(16 * (groups - gap))
    let tail = value & ((1 << tailBits) - 1)
    return gap == 0 ? tail : (value >> tailBits) << UInt128(16 * (8 - gap)) | tail
  }

  private static func hexadecimal(_ group: Bytes) -> UInt16? {
    guard (1...4).contains(group.count) else { return nil }
    var value: UInt16 = 0
    for byte in group {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt16(byte - 48)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt16(byte - 87)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt16(byte - 55)
      default: return nil
      }
    }
    return value
  }
}
