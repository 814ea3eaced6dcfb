import Foundation

extension Colour {
  /// How far apart two colours are in lightness.
  ///
  /// Range: 1 to 21. Formula: (L₁ + 0.05) / (L₂ + 0.05), WCAG 2.2, "contrast ratio".
  public func contrast(with other: Colour) -> Double {
    let lightest = max(luminance, other.luminance)
    let darkest = min(luminance, other.luminance)
    return (lightest + 0.05) / (darkest + 0.05)
  }

  /// Relative luminance, 0 to 1 (WCAG 2.2).
  var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  static func linear(_ channel: UInt8) -> Double {
    let value = Double(channel) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }
}
