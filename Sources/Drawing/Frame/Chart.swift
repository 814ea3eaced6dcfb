/// Something a frame can be put around.
public protocol Chart: Sendable {
  /// Draws for the width in the context, from (0, 0) down.
  func body(in context: inout DrawingContext) throws(DrawingError) -> ChartBody
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
