/// One sign and what it stands for.
public struct LegendEntry: Sendable, Hashable {
  public enum Swatch: Sendable, Hashable {
    case filled(Hue, MarkPattern)
    case line(Hue, dashed: Bool)
    case dot(DotLook, Hue)
  }

  public var swatch: Swatch
  public var label: String

  public init(_ swatch: Swatch, _ label: String) {
    self.swatch = swatch
    self.label = label
  }

  var swatchWidth: Double {
    switch swatch {
    case .filled, .dot: 14
    case .line: 24
    }
  }
}
