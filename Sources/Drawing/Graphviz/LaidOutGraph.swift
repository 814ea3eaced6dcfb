/// Where Graphviz put everything; in points, y growing downwards, from the top left.
public struct LaidOutGraph: Sendable, Hashable {
  public struct Node: Sendable, Hashable {
    public let key: String
    public let centre: Point
    public let width: Double
    public let height: Double
  }

  public struct Edge: Sendable, Hashable {
    public let from: String
    public let to: String
    public let key: String
    /// A start and then three points for each cubic piece.
    public let spline: [Point]
  }

  public let width: Double
  public let height: Double
  /// By key.
  public let nodes: [String: Node]
  /// Sorted by ends and key.
  public let edges: [Edge]
}
