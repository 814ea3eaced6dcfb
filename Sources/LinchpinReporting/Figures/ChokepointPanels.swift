import Drawing
import LinchpinCore

/// What would hurt most, asked of each sector, region or country apart.
struct ChokepointPanels {
  let panels: [BarPanels.Panel]
  /// The points shown in any panel, each once.
  let shown: [Chokepoint]
  /// Values put together in a last panel.
  let folded: Int

  private static let mostPanels = 6
  private static let mostBars = 5

  /// Adds every bar to the table as it is made.
  init(
    _ points: [Chokepoint], _ assessment: Assessment, by dimension: Dimension,
    _ palette: LawPalette, _ words: FigureWords, detail: Bool, _ table: inout FigureTable
  ) throws(DrawingError) {
    let parts = Population(assessment.snapshot, options: assessment.options).split(by: dimension)
    let sizes = Dictionary(parts.map { ($0.value, $0.part.count) }, uniquingKeysWith: +)
    let fold = ValueFold(sizes, limit: Self.mostPanels - 1, detail: detail)
    folded = fold.folded
    var groups = fold.shown.map { (key: "value:" + $0, label: words.value($0), values: [$0]) }
    if fold.folded > 0 {
      let rest = sizes.keys.filter { !fold.shown.contains($0) }.sorted()
      groups.append((key: "value:(other)", label: words.others(rest.count), values: rest))
    }

    let numbers = NumberFormat(words.language.drawing)
    var panels: [BarPanels.Panel] = []
    var shown: [String: Chokepoint] = [:]
    for group in groups {
      let size = group.values.reduce(0) { $0 + sizes[$1, default: 0] }
      let hit = points.map { point in
        (point: point, number: group.values.reduce(0) { $0 + point.sectors[$1, default: 0] })
      }.filter { $0.number > 0 }.sorted { ($1.number, $0.point.id) < ($0.number, $1.point.id) }
      if hit.isEmpty { continue }
      var rows: [BarChart.Row] = []
      for (point, number) in hit.prefix(Self.mostBars) {
        let key = "\(group.key)/\(point.kind.rawValue):\(point.id)"
        shown[point.kind.rawValue + point.id] = point
        let count = numbers.integer(number)
        let share = Double(number) / Double(size)
        rows.append(
          BarChart.Row(
            key: key, label: point.name, segments: [.init(Double(number))],
            valueText: size < Share.smallestPopulation ? count : words.counted(count, share),
            hue: palette.hue(point.jurisdictions)))
        table.add(
          "panel", id: key, mark: "row", from: group.label, to: point.name,
          number: Double(number), of: size)
      }
      panels.append(
        BarPanels.Panel(
          key: group.key, label: group.label,
          detail: "\(numbers.integer(size)) \(words.units(assessment.options.unit, Double(size)))",
          bars: try BarChart(rows: rows, maximum: Double(size))))
    }
    self.panels = panels
    self.shown = shown.values.sorted { $0.id < $1.id }
  }
}

extension FigureWords {
  private var isDutch: Bool { language == .nl }

  func chokepointPanelsSubtitle(_ dimension: Dimension, _ of: String, _ units: String) -> String {
    let name = self.dimension(dimension).lowercased()
    return isDutch
      ? "Per \(name) de aanbieders waarvan de uitval er de meeste \(units) raakt, \(of) in totaal. "
        + "Een volle balk is de hele groep. Een tweede aanbieder telt als reserve."
      : "By \(name), the providers whose failure hits the most of its \(units), \(of) in all. A full "
        + "bar is the whole group. A second provider counts as a reserve."
  }
}
