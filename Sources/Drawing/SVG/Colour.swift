/// An opaque colour in sRGB.
public struct Colour: Sendable, Hashable {
  public let red: UInt8
  public let green: UInt8
  public let blue: UInt8

  /// The colour `0xRRGGBB`; higher bits are ignored.
  public init(_ rgb: UInt32) {
    red = UInt8(truncatingIfNeeded: rgb >> 16)
    green = UInt8(truncatingIfNeeded: rgb >> 8)
    blue = UInt8(truncatingIfNeeded: rgb)
  }

  /// Reads `#RRGGBB`; nothing for anything else, such as a pattern.
  public init?(hex: String) {
    guard hex.utf8.count == 7, hex.utf8.first == UInt8(ascii: "#"),
      let value = UInt32(hex.dropFirst(), radix: 16)
    else { return nil }
    self.init(value)
  }

  /// `#RRGGBB`.
  public var hex: String {
    let rgb = Int(red) << 16 | Int(green) << 8 | Int(blue)
    return String(unsafeUninitializedCapacity: 7) { text in
      text[0] = UInt8(ascii: "#")
      for place in 1...6 {
        let digit = UInt8(rgb >> (24 - 4 * place) & 15)
        text[place] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") - 10 + digit
      }
      return 7
    }
  }

  /// This colour laid over white with the given opacity, 0 to 1.
  public func tint(_ opacity: Double) -> Colour {
    func mixed(_ channel: UInt8) -> UInt32 {
      UInt32((255 - (255 - Double(channel)) * min(max(opacity, 0), 1)).rounded())
    }
    return Colour(mixed(red) << 16 | mixed(green) << 8 | mixed(blue))
  }
}
