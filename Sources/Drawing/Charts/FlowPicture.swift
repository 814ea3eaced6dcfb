/// The measured geometry of a flow: where columns, cells and the ends of bands are.
struct FlowPicture {
  struct Slot {
    let cell: FlowChart.Cell
    let column: Int
    let bar: Double
    let text: TextBlock
    var height: Double { max(bar, text.height) }
  }

  let chart: FlowChart
  let sides: [FlowColumn]
  let scale: Double
  let slots: [String: Slot]
  let centres: [String: Double]
  let ranks: [String: Int]
  let height: Double
  /// What Graphviz was asked.
  private(set) var layouts: [String] = []

  private static let gap = 12.0
  private static let fewest = 70.0

  init(_ chart: FlowChart, _ context: DrawingContext) throws(DrawingError) {
    self.chart = chart
    let values = Self.values(chart)
    let sums = chart.columns.map { $0.cells.reduce(0) { $0 + (values[$1.key] ?? 0) } }
    guard let largest = sums.max(), largest > 0 else { throw .empty }
    let tallest = context.figureWidth == .medium ? 380.0 : 400
    // A handful of cells would else be walls of colour.
    let most = chart.columns.map(\.cells.count).max() ?? 1
    scale = min(tallest, Self.fewest * Double(most)) / largest
    sides = try FlowColumn.columns(of: chart, context)

    var slots: [String: Slot] = [:]
    for (index, column) in chart.columns.enumerated() {
      for cell in column.cells {
        let bar = max((values[cell.key] ?? 0) * scale, 1.5)
        let text = TextBlock(
          cell.label, detail: cell.detail, width: sides[index].labelWidth,
          note: cell.note, compact: bar < context.type.leading * 2, context: context)
        slots[cell.key] = Slot(cell: cell, column: index, bar: bar, text: text)
      }
    }
    self.slots = slots

    let heights = chart.columns.map { column in
      column.cells.reduce(-Self.gap) { $0 + (slots[$1.key]?.height ?? 0) + Self.gap }
    }
    height = (heights.max() ?? 0).rounded(.up)

    let wishes = try Self.wishes(chart, slots, &layouts)
    let order = FlowOrder(chart, centres: wishes)
    ranks = order.ranks
    var centres: [String: Double] = [:]
    for cells in order.columns {
      let blocks = cells.map { slots[$0.key]?.height ?? 0 }
      let tops = Stacking.tops(
        wishes: zip(cells, blocks).map { (wishes[$0.key] ?? 0) - $1 / 2 },
        heights: blocks, gap: Self.gap, extent: height)
      for (cell, (top, block)) in zip(cells, zip(tops, blocks)) {
        centres[cell.key] = top + block / 2
      }
    }
    self.centres = centres
  }

  /// A bar is as high as what it stands for, or as what arrives or leaves if that is more.
  private static func values(_ chart: FlowChart) -> [String: Double] {
    var arriving: [String: Double] = [:]
    var leaving: [String: Double] = [:]
    for link in chart.links {
      arriving[link.to, default: 0] += link.value
      leaving[link.from, default: 0] += link.value
    }
    let pairs = chart.columns.flatMap(\.cells).map {
      ($0.key, max($0.value, arriving[$0.key] ?? 0, leaving[$0.key] ?? 0))
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// Where Graphviz would centre each cell, had all the size of their slots.
  private static func wishes(
    _ chart: FlowChart, _ slots: [String: Slot], _ layouts: inout [String]
  ) throws(DrawingError) -> [String: Double] {
    var graph = DOTGraph(
      name: "flow",
      attributes: [
        "rankdir": .text("LR"), "nodesep": .inches(gap), "ranksep": .inches(160),
      ])
    var names: [String: String] = [:]
    for (index, column) in chart.columns.enumerated() {
      for (place, cell) in column.cells.enumerated() {
        let name = GeneratedName.text(index, place)
        names[cell.key] = name
        graph.addCell(name, width: 10, height: slots[cell.key]?.height ?? 1)
      }
      graph.addRank(column.cells.compactMap { names[$0.key] })
    }
    let largest = chart.links.map(\.value).max() ?? 1
    for (place, link) in chart.links.enumerated() {
      guard let from = names[link.from], let to = names[link.to] else { continue }
      graph.addEdge(
        from: from, to: to, key: GeneratedName.text(0, place),
        ["weight": .number((link.value / largest * 100).rounded(.up))])
    }
    let layout = try graph.laidOut(for: &layouts)
    return names.compactMapValues { layout.nodes[$0]?.centre.y }
  }
}

/// Names for Graphviz that sort as the marks they stand for.
enum GeneratedName {
  static func text(_ group: Int, _ place: Int) -> String {
    "n\(String(String(group + 1000).dropFirst()))x\(String(String(place + 1_000_000).dropFirst()))"
  }
}
