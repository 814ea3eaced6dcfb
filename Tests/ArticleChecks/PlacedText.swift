import Drawing

/// A line of text and the room it takes by our own measure, wherever its groups are moved to.
public struct PlacedText: Sendable {
  public let text: String
  public let x: ClosedRange<Double>
  public let y: ClosedRange<Double>
  public let size: Double
  public let fill: String
  /// The fill of the last rectangle under its middle.
  public let ground: String

  public func overlaps(_ other: PlacedText) -> Bool {
    x.lowerBound < other.x.upperBound - 0.5 && other.x.lowerBound < x.upperBound - 0.5
      && y.lowerBound < other.y.upperBound - 0.5 && other.y.lowerBound < y.upperBound - 0.5
  }

  /// The contrast of the text with its ground, 1 to 21.
  public var contrast: Double {
    guard let ink = Colour(hex: fill), let ground = Colour(hex: ground) else { return 1 }
    return ink.contrast(with: ground)
  }
}
