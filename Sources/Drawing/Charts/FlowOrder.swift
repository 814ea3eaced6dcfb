/// The order of cells in each column: Graphviz's, then bettered by how much crosses how much.
///
/// `dot` counts crossings; a reader sees their area. So neighbours change places as long as the
/// product of the values that cross shrinks.
struct FlowOrder {
  private(set) var columns: [[FlowChart.Cell]]
  /// The place of each cell in its column.
  private(set) var ranks: [String: Int] = [:]

  init(_ chart: FlowChart, centres: [String: Double]) {
    columns = chart.columns.map { column in
      Self.sorted(column.cells, by: centres)
    }
    if agreement(with: chart) < 0 {
      columns = columns.map { cells in
        cells.filter { $0.place == .free }.reversed() + cells.filter { $0.place != .free }
      }
    }
    var places = LinkedPlaces(columns, chart.links)
    places.improve()
    columns = columns.indices.map { column in
      places.orders[column].map { columns[column][$0] }
    }
    for cells in columns {
      for (place, cell) in cells.enumerated() { ranks[cell.key] = place }
    }
  }

  /// Cells that are not free keep their own order; equal heights fall back on the chart's order.
  private static func sorted(
    _ cells: [FlowChart.Cell], by centres: [String: Double]
  ) -> [FlowChart.Cell] {
    let free = cells.filter { $0.place == .free }.enumerated().sorted { one, other in
      let heights = (centres[one.element.key] ?? 0, centres[other.element.key] ?? 0)
      return heights.0 == heights.1 ? one.offset < other.offset : heights.0 < heights.1
    }
    return free.map(\.element) + cells.filter { $0.place != .free }
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
}

/// The cells of all columns by number, where each stands, and what leads from it to where.
private struct LinkedPlaces {
  /// By column, top down: which of the cells it was given stands there.
  private(set) var orders: [[Int]]
  /// By column: how many of its cells may change places, the first ones.
  private let free: [Int]
  /// By column: the number of its first cell.
  private var starts: [Int] = []
  /// By number: the place in its column.
  private var places: [Int] = []
  /// By number, the number at the other end and the value: to the next column, to the one before.
  private var outgoing: [[(far: Int, value: Double)]]
  private var incoming: [[(far: Int, value: Double)]]

  init(_ columns: [[FlowChart.Cell]], _ links: [FlowChart.Link]) {
    orders = columns.map { Array($0.indices) }
    free = columns.map { cells in cells.count { $0.place == .free } }
    var numbers: [String: Int] = [:]
    for cells in columns {
      starts.append(places.count)
      for (place, cell) in cells.enumerated() {
        numbers[cell.key] = places.count
        places.append(place)
      }
    }
    outgoing = Array(repeating: [], count: places.count)
    incoming = outgoing
    for link in links {
      guard let from = numbers[link.from], let to = numbers[link.to] else { continue }
      outgoing[from].append((to, link.value))
      incoming[to].append((from, link.value))
    }
  }

  mutating func improve() {
    for _ in 0..<24 {
      var changed = false
      for column in orders.indices {
        for upper in 0..<max(free[column] - 1, 0) {
          let one = starts[column] + orders[column][upper]
          let other = starts[column] + orders[column][upper + 1]
          if crossing(one, above: other) > crossing(other, above: one) * (1 + 1e-9) {
            orders[column].swapAt(upper, upper + 1)
            places.swapAt(one, other)
            changed = true
          }
        }
      }
      if !changed { break }
    }
  }

  /// The products of the values that cross when one cell stands just above another.
  private func crossing(_ upper: Int, above lower: Int) -> Double {
    var area = 0.0
    for links in [outgoing, incoming] {
      for one in links[upper] {
        for other in links[lower] where places[one.far] > places[other.far] {
          area += one.value * other.value
        }
      }
    }
    return area
  }
}
