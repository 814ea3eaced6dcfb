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
    "#"
      + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      .uppercased()
  }

  /// This colour laid over white with the given opacity, 0 to 1.
  public func tint(_ opacity: Double) -> Colour {
    func mixed(_ channel: UInt8) -> UInt32 {
      UInt32((255 - (255 - Double(channel)) * min(max(opacity, 0), 1)).rounded())
    }
    return Colour(mixed(red) << 16 | mixed(green) << 8 | mixed(blue))
  }
}
