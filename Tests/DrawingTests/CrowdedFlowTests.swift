import ArticleChecks
import Drawing
import Testing

/// The largest flow there is: skewed values, hair-thin bands, long names.
struct CrowdedFlowTests {
  static let names = [
    "Gemeenschappelijke regelingen en samenwerkingsverbanden", "Zorg", "Waterschappen",
    "Hoger beroepsonderwijs", "Rechtspraak", "Veiligheidsregio’s", "Overige (23)",
    "Niet gevonden",
  ]
  static let hues: [Hue] = [
    .vermilion, .blue, .green, .purple, .umber, .orchid, .grey, .neutral,
  ]

  static func chart(_ sizes: [Int]) throws -> FlowChart {
    var links: [FlowChart.Link] = []
    var totals: [String: Double] = [:]
    func add(_ from: String, _ to: String, _ value: Double, _ hue: Hue) {
      links.append(.init(from: from, to: to, value: value, hue: hue))
      totals[from, default: 0] += value
      totals[to + "<", default: 0] += value
    }
    for left in 0..<sizes[0] {
      for right in 0..<sizes[1] where (left * 7 + right * 3) % 4 != 0 || left == right {
        let share = right == 0 ? 12 : right > 5 ? 0.02 : 1.0
        let value = Double((left * 37 + right * 91) % 100) * share + 0.3
        add("0-\(left)", "1-\(right)", value, hues[right])
      }
    }
    for middle in 0..<sizes[1] where sizes.count > 2 {
      let value = totals["1-\(middle)<"] ?? 0
      add("1-\(middle)", "2-\(middle % sizes[2])", value, hues[middle])
    }
    let columns = sizes.enumerated().map { column, size in
      FlowChart.Column(
        heading: "Kolom \(column)",
        cells: (0..<size).map { place in
          let key = "\(column)-\(place)"
          let value = totals[key] ?? totals[key + "<"] ?? 0
          return FlowChart.Cell(
            key: key, label: names[(place + column * 3) % 8],
            detail: NumberFormat(.dutch).decimal(value), value: value, hue: hues[place],
            place: place == size - 1 ? .last : .free)
        })
    }
    return try FlowChart(columns: columns, links: links)
  }

  @Test("In a crowded flow no labels touch", arguments: FigureWidth.allCases)
  func labels(width: FigureWidth) throws {
    let chart = try Self.chart(width == .narrow ? [6, 8] : [6, 8, 4])
    let svg = try Examples.flowFrame.svg(chart, width: width)
    let reader = try #require(SVGReader(svg))
    #expect(reader.texts.count > 40)
    for (index, text) in reader.texts.enumerated() {
      #expect(text.x.upperBound <= Double(width.rawValue), "\(text.text)")
      for other in reader.texts.dropFirst(index + 1) {
        #expect(!text.overlaps(other), "\(text.text) over \(other.text)")
      }
    }
  }

  @Test("What must go last does", arguments: FigureWidth.allCases)
  func last(width: FigureWidth) throws {
    let reader = try #require(
      SVGReader(Examples.flowFrame.svg(Self.chart([6, 8]), width: width)))
    let bars = reader.elements.filter { $0.name == "rect" && $0.attributes["width"] == "9" }
    let columns = Dictionary(grouping: bars) { $0.attributes["x"] ?? "" }
    #expect(columns.count == 2)
    let cells = reader.elements.compactMap { $0.attributes["id"] }.filter {
      $0.hasPrefix("flow-cell-")
    }
    #expect(cells.count == 14 && cells[5] == "flow-cell-0-5" && cells[13] == "flow-cell-1-7")
  }
}
