/// The colours of everything that is not data, and what becomes of the palette on another ground.
///
/// Charts always speak in the palette of the light theme; another theme is a table from each of
/// its colours to one of its own, applied when the figure is finished.
public struct Theme: Sendable, Hashable {
  public let ground = Palette.white
  public let ink = Palette.ink
  /// Subtitles and second lines.
  public let softInk = Colour(0x454545)
  /// Headings of columns and the foot.
  public let faintInk = Colour(0x595959)
  public let rule = Colour(0xD4D4D4)

  private let recolouring: [Colour: Colour]

  private init(_ recolouring: [Colour: Colour] = [:]) { self.recolouring = recolouring }

  /// What a colour of the light theme is in this one.
  public func shown(_ colour: Colour) -> Colour { recolouring[colour] ?? colour }

  public static let light = Theme()

  /// For pages with a dark ground.
  public static let dark = Theme(
    table(
      ground: 0x15171A, ink: 0xF2F2F2, soft: 0xCBCED3, faint: 0xABB0B7, rule: 0x3C4148,
      hues: [
        .vermilion: (0xF5894A, 0xFFB68C, 0x3B2517), .blue: (0x3E9BDC, 0x9CD2F5, 0x142E40),
        .green: (0x35C9A0, 0x93E3CB, 0x12342A), .purple: (0xA872C4, 0xDDBFEA, 0x33223D),
        .umber: (0xA9714B, 0xE3BFA6, 0x33241A), .orchid: (0xE3A6CF, 0xF0C8E2, 0x3A2433),
        .grey: (0x9AA0A8, 0xC6CAD0, 0x2A2E33), .neutral: (0x868C94, 0xF2F2F2, 0x24282D),
      ]))

  /// Greys that stay apart on newsprint; what a colour said, its lightness and the label say.
  public static let print = Theme(
    table(
      ground: 0xFFFFFF, ink: 0x000000, soft: 0x262626, faint: 0x404040, rule: 0xBFBFBF,
      hues: [
        .vermilion: (0x333333, 0x1F1F1F, 0xEDEDED), .blue: (0x939393, 0x333333, 0xF7F7F7),
        .green: (0x717171, 0x2B2B2B, 0xF4F4F4), .purple: (0x525252, 0x262626, 0xF1F1F1),
        .umber: (0x1C1C1C, 0x141414, 0xEAEAEA), .orchid: (0x616161, 0x292929, 0xF2F2F2),
        .grey: (0x5E5E5E, 0x333333, 0xFAFAFA), .neutral: (0x767676, 0x000000, 0xF6F6F6),
      ]))

  private static func table(
    ground: UInt32, ink: UInt32, soft: UInt32, faint: UInt32, rule: UInt32,
    hues: [Hue: (mark: UInt32, ink: UInt32, ground: UInt32)]
  ) -> [Colour: Colour] {
    var table = [
      light.ground: Colour(ground), light.softInk: Colour(soft), light.faintInk: Colour(faint),
      light.rule: Colour(rule),
    ]
    for (hue, shown) in hues {
      table[hue.mark] = Colour(shown.mark)
      table[hue.ink] = Colour(shown.ink)
      table[hue.ground] = Colour(shown.ground)
    }
    table[Hue.ink.ground] = Colour(hues[.neutral]?.ground ?? ground)
    table[light.ink] = Colour(ink)
    return table
  }
}

extension SVGElement {
  /// This element and all in it, in the colours of a theme.
  func recoloured(_ theme: Theme) -> SVGElement {
    if theme == .light { return self }
    var copy = self
    for attribute in [SVGAttribute.fill, .stroke] {
      guard let value = self[attribute], let colour = Colour(hex: value) else { continue }
      copy = copy.with(attribute, theme.shown(colour))
    }
    copy.children = copy.children.map { $0.recoloured(theme) }
    return copy
  }
}
