/// Where Graphviz put the boxes of a layered chart, and its curves for their links.
struct LayeredLayout {
  /// By box.
  private(set) var centres: [String: Point] = [:]
  /// By the place of the link in the chart.
  private(set) var splines: [Int: [Point]] = [:]
  private(set) var left = 0.0
  private(set) var top = 0.0
  private(set) var bottom = 0.0

  /// The layout with the fewest crossings, and of those the one nearest to the order asked for.
  ///
  /// Which of several equal orders `dot` finds is chance, so some of its answers and their mirror
  /// images are compared. Large charts get one answer, as each takes time.
  static func best(
    _ chart: LayeredChart, _ columns: LayeredColumns, _ texts: [String: BoxText],
    _ layouts: inout [String]
  ) throws(DrawingError) -> LayeredLayout {
    var best: (layout: LayeredLayout, faults: [Int])?
    for isOrdered in chart.boxes.count <= 60 ? [false, true] : [false] {
      let graph = LayeredGraph(chart, columns, texts, keepsOrder: isOrdered)
      let laidOut = try graph.dot.laidOut(for: &layouts)
      let found = LayeredLayout(chart, texts, graph, laidOut)
      for layout in [found, found.mirrored] {
        let faults = layout.faults(chart)
        if best.map({ faults.lexicographicallyPrecedes($0.faults) }) ?? true {
          best = (layout, faults)
        }
      }
    }
    guard let best else { throw .empty }
    return best.layout
  }

  private init(
    _ chart: LayeredChart, _ texts: [String: BoxText], _ graph: LayeredGraph,
    _ laidOut: LaidOutGraph
  ) {
    centres = graph.names.compactMapValues { laidOut.nodes[$0]?.centre }
    let curves = Dictionary(
      laidOut.edges.map { ($0.key, $0.spline) }, uniquingKeysWith: { first, _ in first })
    for place in chart.links.indices { splines[place] = curves[LayeredGraph.key(ofLink: place)] }

    let ends = splines.values.flatMap { $0.map(\.y) }
    let sides = chart.boxes.compactMap { box -> (Double, Double, Double)? in
      guard let centre = centres[box.key], let text = texts[box.key] else { return nil }
      return (
        centre.x - text.width / 2, centre.y - text.height / 2, centre.y + text.height / 2
      )
    }
    left = sides.map(\.0).min() ?? 0
    top = (sides.map(\.1) + ends).min() ?? 0
    bottom = (sides.map(\.2) + ends).max() ?? 0
  }

  private var mirrored: LayeredLayout {
    var copy = self
    let sum = top + bottom
    copy.centres = centres.mapValues { Point($0.x, sum - $0.y) }
    copy.splines = splines.mapValues { $0.map { Point($0.x, sum - $0.y) } }
    return copy
  }

  /// Pairs of links that cross, then pairs of boxes that stand against the order asked for.
  private func faults(_ chart: LayeredChart) -> [Int] {
    func height(_ key: String) -> Double { centres[key]?.y ?? 0 }
    let column = Dictionary(
      chart.boxes.map { ($0.key, $0.column) }, uniquingKeysWith: { first, _ in first })

    var crossings = 0
    for (place, one) in chart.links.enumerated() {
      for other in chart.links.dropFirst(place + 1)
      where column[one.from] == column[other.from] && column[one.to] == column[other.to] {
        let starts = height(one.from) - height(other.from)
        let ends = height(one.to) - height(other.to)
        if starts * ends < 0 { crossings += 1 }
      }
    }
    var inversions = 0
    for (place, upper) in chart.boxes.enumerated() {
      for lower in chart.boxes.dropFirst(place + 1)
      where upper.column == lower.column && height(upper.key) > height(lower.key) {
        inversions += 1
      }
    }
    return [crossings, inversions]
  }
}
