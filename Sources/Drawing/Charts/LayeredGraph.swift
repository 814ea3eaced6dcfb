/// A layered chart as Graphviz is asked to lay it out: cells of fixed size, columns as ranks.
struct LayeredGraph {
  let dot: DOTGraph
  /// By box.
  let names: [String: String]

  private static let gap = 16.0

  init(
    _ chart: LayeredChart, _ columns: LayeredColumns, _ texts: [String: BoxText],
    keepsOrder: Bool
  ) {
    let pairs = chart.boxes.enumerated().map { place, box in
      (box.key, GeneratedName.text(box.column, place))
    }
    let names = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    var dot = DOTGraph(
      name: "layers",
      attributes: [
        "rankdir": .text("LR"), "nodesep": .inches(Self.gap), "ranksep": .inches(columns.gap),
      ],
      edgeDefaults: [
        "arrowhead": .text("none"), "tailport": .text("e"), "headport": .text("w"),
      ])
    if keepsOrder { dot.attributes["ordering"] = .text("out") }
    for box in chart.boxes {
      guard let name = names[box.key], let text = texts[box.key] else { continue }
      dot.addCell(name, width: text.width, height: text.height)
    }

    let members = columns.widths.indices.map { column in
      chart.boxes.filter { $0.column == column }.compactMap { names[$0.key] }
    }.filter { !$0.isEmpty }
    for rank in members { dot.addRank(rank) }
    let linked = Set(chart.links.flatMap { [names[$0.from], names[$0.to]] })
    Self.tie(members, linked, in: &dot)

    for (place, link) in chart.links.enumerated() {
      guard let from = names[link.from], let to = names[link.to] else { continue }
      dot.addEdge(from: from, to: to, key: Self.key(ofLink: place))
    }
    self.dot = dot
    self.names = names
  }

  static func key(ofLink place: Int) -> String { GeneratedName.text(0, place) }

  /// Ties together what no link does, unseen, or Graphviz would place it as it likes.
  private static func tie(
    _ members: [[String]], _ linked: Set<String?>, in dot: inout DOTGraph
  ) {
    let unseen: DOTGraph.Attributes = ["style": .text("invis"), "weight": .number(0)]
    // A point before the first column keeps separate parts in their order.
    if let first = members.first, first.count > 1 {
      dot.addCell("n", width: 1, height: 1)
      for name in first { dot.addEdge(from: "n", to: name, key: "order", unseen) }
    }
    for (left, right) in zip(members, members.dropFirst()) {
      for (place, to) in right.enumerated() where place == 0 || !linked.contains(to) {
        let across = place * (left.count - 1) / max(right.count - 1, 1)
        dot.addEdge(from: left[across], to: to, key: "order", unseen)
      }
    }
  }
}
