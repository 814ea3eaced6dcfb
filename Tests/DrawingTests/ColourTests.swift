import Drawing
import Testing

@Suite("Colours")
struct ColourTests {
  static let hues: [Hue] = [.vermilion, .blue, .green, .purple, .umber, .orchid, .grey]

  @Test("Marks stand out from white, type on white and on its own ground", arguments: hues)
  func contrast(hue: Hue) {
    #expect(hue.mark.contrast(with: Palette.white) >= 3)
    #expect(hue.ink.contrast(with: Palette.white) >= 4.5)
    #expect(hue.ink.contrast(with: hue.ground) >= 4.5)
    #expect(Theme.light.softInk.contrast(with: hue.ground) >= 4.5)
  }

  @Test("The palette has the published values")
  func values() {
    #expect(Palette.vermilion.hex == "#D55E00" && Palette.vermilionInk.hex == "#8F3F00")
    #expect(Palette.green.hex == "#009E73" && Palette.greenInk.hex == "#00664A")
    #expect(Palette.blue.hex == "#0072B2" && Palette.purple.hex == "#6A3D7C")
    #expect(Palette.grey.hex == "#5C5C5C")
    #expect(abs(Palette.ink.contrast(with: Palette.white) - 17.4) < 0.1)
  }

  @Test(
    "Marks differ by ΔE 15 or more in every type of colour blindness", arguments: Sight.allCases)
  func blindness(sight: Sight) {
    for (index, one) in Self.hues.enumerated() {
      for other in Self.hues.dropFirst(index + 1) {
        #expect(
          sight.difference(one.mark, other.mark) >= 15, "\(one.mark.hex) \(other.mark.hex)")
      }
    }
  }
}
