import Drawing

/// A line of text and the room it takes by our own measure, wherever its groups are moved to.
struct PlacedText {
  let text: String
  let x: ClosedRange<Double>
  let y: ClosedRange<Double>
  let size: Double

  func overlaps(_ other: PlacedText) -> Bool {
    x.lowerBound < other.x.upperBound - 0.5 && other.x.lowerBound < x.upperBound - 0.5
      && y.lowerBound < other.y.upperBound - 0.5 && other.y.lowerBound < y.upperBound - 0.5
  }
}
