internal import CGraphvizShim

/// A graph where Graphviz laid it out, its nodes and edges by their numbers.
///
/// Positions are read from the laid-out graph itself, not from a rendering of it.
public struct GraphvizLayout: Sendable, Hashable {
  public struct Cell: Sendable, Hashable {
    public let centre: Point
    public let width: Double
    public let height: Double
  }

  /// In points, y growing downwards, from the top left.
  public let width: Double
  public let height: Double
  /// By the number in `comment`.
  public let cells: [Cell]
  /// A start and then three points for each cubic piece, by the number in `comment`.
  public let curves: [[Point]]

  /// Lays DOT text out; one graph at a time, whatever thread calls.
  ///
  /// - Parameters:
  ///   - cells: how many nodes there are, each with a number from 0 as its `comment`.
  ///   - curves: how many edges there are, likewise.
  ///
  /// Errors: everything Graphviz calls an error or warns of, even where it returned success, and a
  /// node that came back without a place. Time: see the engine.
  public init(
    dot: String, engine: GraphvizEngine = .dot, cells: Int, curves: Int
  ) throws(GraphvizError) {
    if dot.utf8.contains(0) { throw .zeroByte }
    let result = linchpin_graphviz_layout(dot, engine.rawValue, cells, curves)
    defer { linchpin_graphviz_release(result) }
    let said = result.messages.map { String(cString: $0) } ?? ""

    switch result.status {
    case LinchpinGraphvizLaidOut: break
    case LinchpinGraphvizNoContext: throw .noContext
    case LinchpinGraphvizUnreadable: throw .unreadable(said)
    default: throw .layoutFailed(said)
    }
    if !said.isEmpty { throw .reported(said) }
    func flipped(_ point: LinchpinGraphvizPoint) -> Point {
      Point(point.x - result.low.x, result.high.y - point.y)
    }

    let placed = UnsafeBufferPointer(start: result.cells, count: cells)
    if placed.contains(where: { $0.width < 0 }) { throw .incomplete(dot) }
    let points = UnsafeBufferPointer(start: result.points, count: result.point_count)
    width = result.high.x - result.low.x
    height = result.high.y - result.low.y
    self.cells = placed.map {
      Cell(centre: flipped($0.centre), width: $0.width, height: $0.height)
    }
    self.curves = UnsafeBufferPointer(start: result.curves, count: curves).map { curve in
      points[curve.first..<(curve.first + curve.count)].map(flipped)
    }
  }
}
