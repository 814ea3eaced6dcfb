/// The order of cells in each column: Graphviz's, then bettered by how much crosses how much.
///
/// `dot` counts crossings; a reader sees their area. So neighbours change places as long as the
/// product of the values that cross shrinks.
struct FlowOrder {
  private(set) var columns: [[FlowChart.Cell]]
  private let outgoing: [String: [FlowChart.Link]]
  private let incoming: [String: [FlowChart.Link]]

  init(_ chart: FlowChart, centres: [String: Double]) {
    outgoing = Dictionary(grouping: chart.links, by: \.from)
    incoming = Dictionary(grouping: chart.links, by: \.to)
    columns = chart.columns.map { column in
      Self.sorted(column.cells, by: centres)
    }
    if agreement(with: chart) < 0 {
      columns = columns.map { cells in
        cells.filter { $0.place == .free }.reversed() + cells.filter { $0.place == .last }
      }
    }
    improve()
  }

  /// Cells that go last keep their own order; equal heights fall back on the chart's order.
  private static func sorted(
    _ cells: [FlowChart.Cell], by centres: [String: Double]
  ) -> [FlowChart.Cell] {
    let free = cells.filter { $0.place == .free }.enumerated().sorted { one, other in
      let heights = (centres[one.element.key] ?? 0, centres[other.element.key] ?? 0)
      return heights.0 == heights.1 ? one.offset < other.offset : heights.0 < heights.1
    }
    return free.map(\.element) + cells.filter { $0.place == .last }
  }

  /// Positive if large cells stand above small ones more often than not: `dot` may mirror.
  private func agreement(with chart: FlowChart) -> Double {
    var agreement = 0.0
    for cells in columns {
      for (index, upper) in cells.enumerated() where upper.place == .free {
        for lower in cells.dropFirst(index + 1) where lower.place == .free {
          agreement += upper.value - lower.value
        }
      }
    }
    return agreement
  }

  private mutating func improve() {
    for _ in 0..<24 {
      var changed = false
      for column in columns.indices {
        for upper in columns[column].indices.dropLast() {
          let lower = upper + 1
          if columns[column][upper].place != columns[column][lower].place { continue }
          if columns[column][upper].place == .last { continue }
          let one = columns[column][upper].key
          let other = columns[column][lower].key
          if crossing(one, above: other) > crossing(other, above: one) * (1 + 1e-9) {
            columns[column].swapAt(upper, lower)
            changed = true
          }
        }
      }
      if !changed { break }
    }
  }

  /// The products of the values that cross when one cell stands just above another.
  private func crossing(_ upper: String, above lower: String) -> Double {
    let ranks = self.ranks
    var area = 0.0
    for (links, far) in [(outgoing, \FlowChart.Link.to), (incoming, \FlowChart.Link.from)] {
      for one in links[upper] ?? [] {
        for other in links[lower] ?? []
        where ranks[one[keyPath: far], default: 0] > ranks[other[keyPath: far], default: 0] {
          area += one.value * other.value
        }
      }
    }
    return area
  }

  /// The place of each cell in its column.
  var ranks: [String: Int] {
    Dictionary(
      columns.flatMap { $0.enumerated().map { ($0.element.key, $0.offset) } },
      uniquingKeysWith: { first, _ in first })
  }
}
