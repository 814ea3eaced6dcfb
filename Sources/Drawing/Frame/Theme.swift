/// The colours of everything that is not data.
public struct Theme: Sendable, Hashable {
  public let ground: Colour
  public let ink: Colour
  /// Subtitles and second lines.
  public let softInk: Colour
  /// Headings of columns and the foot.
  public let faintInk: Colour
  public let rule: Colour

  public init(ground: Colour, ink: Colour, softInk: Colour, faintInk: Colour, rule: Colour) {
    self.ground = ground
    self.ink = ink
    self.softInk = softInk
    self.faintInk = faintInk
    self.rule = rule
  }

  public static let light = Theme(
    ground: Palette.white, ink: Palette.ink, softInk: Colour(0x454545),
    faintInk: Colour(0x595959), rule: Colour(0xD4D4D4))
}
