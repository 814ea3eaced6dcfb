/// The order of cells in each column: Graphviz's, then bettered by how much crosses how much.
///
/// `dot` counts crossings; a reader sees their area. So neighbours change places as long as the
/// product of the values that cross shrinks.
struct FlowOrder {
  private(set) var columns: [[FlowChart.Cell]]
  private let outgoing: [String: [FlowChart.Link]]
  private let incoming: [String: [FlowChart.Link]]
  /// The place of each cell in its column.
  private(set) var ranks: [String: Int] = [:]

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
    for cells in columns {
      for (place, cell) in cells.enumerated() { ranks[cell.key] = place }
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
            (ranks[one], ranks[other]) = (lower, upper)
            changed = true
          }
        }
      }
      if !changed { break }
    }
  }

  /// The products of the values that cross when one cell stands just above another.
  private func crossing(_ upper: String, above lower: String) -> Double {
    var area = 0.0
    for (links, far) in [(outgoing, \FlowChart.Link.to), (incoming, \FlowChart.Link.from)] {
      let below = (links[lower] ?? []).map { (ranks[$0[keyPath: far], default: 0], $0.value) }
      for one in links[upper] ?? [] {
        let place = ranks[one[keyPath: far], default: 0]
        for (other, value) in below where place > other { area += one.value * value }
      }
    }
    return area
  }
}
