internal import Foundation

extension DOTGraph {
  /// Lays this graph out for a figure, which keeps the graph, also if the layout fails.
  func laidOut(
    by engine: GraphvizEngine = .dot, for layouts: inout [String]
  ) throws(DrawingError) -> LaidOutGraph {
    layouts.append(text)
    do { return try laidOut(by: engine) } catch { throw .graphviz(error, dot: text) }
  }

  /// Lays this graph out.
  ///
  /// Errors: as `GraphvizRendering`, and anything Graphviz warned of. Time: see the engine;
  /// `dot` takes a second at several hundred nodes, so aggregate first.
  public func laidOut(by engine: GraphvizEngine = .dot) throws(GraphvizError) -> LaidOutGraph {
    // Parallel edges come back without their key, so each carries its place in line.
    let lined = sortedEdges
    var numbered = self
    numbered.edges = lined.enumerated().map { place, edge in
      var attributes = edge.attributes
      attributes["comment"] = .text(String(place))
      return Edge(from: edge.from, to: edge.to, key: edge.key, attributes: attributes)
    }
    let rendering = try GraphvizRendering(dot: numbered.text, engine: engine, format: .json)
    if !rendering.warnings.isEmpty { throw .reported(rendering.warnings) }

    let answer: GraphvizAnswer
    do {
      answer = try JSONDecoder().decode(GraphvizAnswer.self, from: Data(rendering.text.utf8))
    } catch {
      throw .malformed("\(error)")
    }
    guard let graph = answer.laidOut(names: nodeNames, edges: lined) else {
      throw .malformed(rendering.text)
    }
    return graph
  }
}

/// The part of Graphviz's JSON a layout needs.
private struct GraphvizAnswer: Decodable {
  struct Object: Decodable {
    let name: String
    let pos: String?
    let width: String?
    let height: String?
  }
  struct Edge: Decodable {
    let comment: String?
    let pos: String?
  }
  let bb: String
  let objects: [Object]?
  let edges: [Edge]?

  func laidOut(names: [String: String], edges lined: [DOTGraph.Edge]) -> LaidOutGraph? {
    let box = Self.numbers(bb)
    guard box.count == 4 else { return nil }
    func flipped(_ x: Double, _ y: Double) -> Point { Point(x - box[0], box[3] - y) }

    let byName = Dictionary((objects ?? []).map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    var nodes: [String: LaidOutGraph.Node] = [:]
    for (key, name) in names {
      guard let object = byName[name], let pos = object.pos.map(Self.numbers), pos.count == 2,
        let width = object.width.flatMap(Double.init),
        let height = object.height.flatMap(Double.init)
      else { return nil }
      nodes[key] = LaidOutGraph.Node(
        key: key, centre: flipped(pos[0], pos[1]), width: width * 72, height: height * 72)
    }

    var splines: [Int: [Point]] = [:]
    for edge in edges ?? [] {
      guard let place = edge.comment.flatMap({ Int($0) }), let pos = edge.pos else { return nil }
      splines[place] = Self.spline(pos).map { flipped($0.x, $0.y) }
    }
    let placed = lined.enumerated().map { place, edge in
      LaidOutGraph.Edge(
        from: edge.from, to: edge.to, key: edge.key, spline: splines[place] ?? [])
    }
    return LaidOutGraph(
      width: box[2] - box[0], height: box[3] - box[1], nodes: nodes, edges: placed)
  }

  private static func numbers(_ list: String) -> [Double] {
    list.split(separator: ",").compactMap { Double($0) }
  }

  /// `s,x,y e,x,y x,y x,y …`: the marked points are arrow tips, at the ends of the curve.
  private static func spline(_ list: String) -> [Point] {
    let pieces = list.split(separator: ";").first?.split(separator: " ") ?? []
    return pieces.compactMap { piece in
      let parts = piece.split(separator: ",").compactMap { Double($0) }
      return piece.first?.isLetter == false && parts.count == 2 ? Point(parts[0], parts[1]) : nil
    }
  }
}
