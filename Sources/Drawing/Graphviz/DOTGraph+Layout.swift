extension DOTGraph {
  /// Lays this graph out for a figure, which keeps the graph, also if the layout fails.
  func laidOut(
    by engine: GraphvizEngine = .dot, for layouts: inout [String]
  ) throws(DrawingError) -> LaidOutGraph {
    let writing = DOTWriting(self)
    layouts.append(writing.text)
    do { return try laidOut(writing, by: engine) } catch {
      throw .graphviz(error, dot: writing.text)
    }
  }

  /// Lays this graph out.
  ///
  /// Errors: as `GraphvizLayout`. Time: see the engine; `dot` takes a second at several hundred
  /// nodes, so aggregate first.
  public func laidOut(by engine: GraphvizEngine = .dot) throws(GraphvizError) -> LaidOutGraph {
    try laidOut(DOTWriting(self), by: engine)
  }

  private func laidOut(
    _ writing: DOTWriting, by engine: GraphvizEngine
  ) throws(GraphvizError) -> LaidOutGraph {
    let layout = try GraphvizLayout(
      dot: writing.text, engine: engine, cells: writing.keys.count, curves: writing.edges.count)
    let nodes = zip(writing.keys, layout.cells).map { key, cell in
      (
        key,
        LaidOutGraph.Node(
          key: key, centre: cell.centre, width: cell.width, height: cell.height)
      )
    }
    return LaidOutGraph(
      width: layout.width, height: layout.height,
      nodes: Dictionary(nodes, uniquingKeysWith: { first, _ in first }),
      edges: zip(writing.edges, layout.curves).map { edge, curve in
        LaidOutGraph.Edge(from: edge.from, to: edge.to, key: edge.key, spline: curve)
      })
  }
}
