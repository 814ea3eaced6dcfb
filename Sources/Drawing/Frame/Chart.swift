/// Something a frame can be put around.
public protocol Chart: Sendable {
  /// Draws for the width in the context, from (0, 0) down.
  func body(in context: inout DrawingContext) throws(DrawingError) -> ChartBody

  /// The chart with a note at the mark of a key, set as part of its label so that it meets no
  /// other text; nothing if no mark has the key.
  func annotated(_ key: String, _ note: String) -> Self?
}

/// A drawn chart: its elements and the height they take.
public struct ChartBody: Sendable, Hashable {
  public let height: Double
  public let elements: [SVGElement]

  public init(height: Double, elements: [SVGElement]) {
    self.height = height
    self.elements = elements
  }
}
