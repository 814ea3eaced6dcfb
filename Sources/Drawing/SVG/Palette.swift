/// The named colours; the marks are told apart in every type of colour blindness (ΔE ≥ 15).
public enum Palette {
  public static let vermilion = Colour(0xD55E00)
  public static let vermilionInk = Colour(0x8F3F00)
  public static let blue = Colour(0x0072B2)
  public static let blueInk = Colour(0x00517F)
  public static let green = Colour(0x009E73)
  public static let greenInk = Colour(0x00664A)
  public static let purple = Colour(0x6A3D7C)
  public static let purpleInk = Colour(0x5A3269)
  public static let umber = Colour(0x783C18)
  public static let umberInk = Colour(0x5E2E11)
  public static let orchid = Colour(0xC078A8)
  public static let orchidInk = Colour(0x7E3F69)
  public static let grey = Colour(0x5C5C5C)
  public static let greyInk = Colour(0x4A4A4A)
  public static let ink = Colour(0x1A1A1A)
  public static let white = Colour(0xFFFFFF)
}

/// One colour in its three uses: as a mark, as type, and as the ground of a box.
public struct Hue: Sendable, Hashable {
  public let mark: Colour
  public let ink: Colour
  public let ground: Colour

  public init(mark: Colour, ink: Colour, ground: Colour? = nil) {
    self.mark = mark
    self.ink = ink
    self.ground = ground ?? mark.tint(0.13)
  }

  public static let vermilion = Hue(mark: Palette.vermilion, ink: Palette.vermilionInk)
  public static let blue = Hue(mark: Palette.blue, ink: Palette.blueInk)
  public static let green = Hue(mark: Palette.green, ink: Palette.greenInk)
  public static let purple = Hue(mark: Palette.purple, ink: Palette.purpleInk)
  public static let umber = Hue(mark: Palette.umber, ink: Palette.umberInk)
  public static let orchid = Hue(mark: Palette.orchid, ink: Palette.orchidInk)
  public static let grey = Hue(mark: Palette.grey, ink: Palette.greyInk)
  public static let ink = Hue(mark: Palette.ink, ink: Palette.ink)
  /// For what no colour stands for.
  public static let neutral = Hue(
    mark: Colour(0x767676), ink: Palette.ink, ground: Colour(0xF4F4F4))
}
