import ArticleChecks
import Drawing
import Testing

@Suite("Charts")
struct ChartTests {
  func cell(_ key: String, _ value: Double) -> FlowChart.Cell {
    FlowChart.Cell(key: key, label: key, value: value, hue: .blue)
  }

  @Test("A flow refuses doubled keys, loose ends, leaps and values that are none")
  func flowErrors() {
    let columns = [
      FlowChart.Column(cells: [cell("a", 1)]), FlowChart.Column(cells: [cell("b", 1)]),
      FlowChart.Column(cells: [cell("c", 1)]),
    ]
    func make(_ from: String, _ to: String, _ value: Double = 1) throws {
      _ = try FlowChart(
        columns: columns, links: [.init(from: from, to: to, value: value, hue: .blue)])
    }
    #expect(throws: DrawingError.badLink(from: "a", to: "c")) { try make("a", "c") }
    #expect(throws: DrawingError.unknownKey("x")) { try make("a", "x") }
    #expect(throws: DrawingError.badValue(key: "a")) { try make("a", "b", .nan) }
    #expect(throws: DrawingError.badValue(key: "a")) { try make("a", "b", -1) }
    #expect(throws: DrawingError.duplicateKey("a")) {
      _ = try FlowChart(columns: [columns[0], columns[0]], links: [])
    }
    #expect(throws: DrawingError.empty) { _ = try FlowChart(columns: [columns[0]], links: []) }
  }

  @Test("Bands fill their bars from edge to edge, as wide as their values")
  func bandsStack() throws {
    let chart = try FlowChart(
      columns: [
        .init(cells: [cell("a", 30), cell("b", 10)]), .init(cells: [cell("c", 25), cell("d", 15)]),
      ],
      links: [
        .init(from: "a", to: "c", value: 20, hue: .blue),
        .init(from: "a", to: "d", value: 10, hue: .blue),
        .init(from: "b", to: "c", value: 5, hue: .blue),
        .init(from: "b", to: "d", value: 5, hue: .blue),
      ])
    let svg = try Examples.flowFrame.svg(chart, width: .wide)
    let reader = try #require(SVGReader(svg))
    let bands = reader.elements.filter { $0.attributes["fill-opacity"] != nil }
    var starts: [(Double, Double)] = []
    for band in bands {
      let numbers = try #require(band.attributes["d"]).split { " MCLZ".contains($0) }
        .compactMap { Double($0) }
      starts.append((numbers[1], try #require(numbers.last)))
    }
    let widths = starts.map { $0.1 - $0.0 }.sorted()
    // Two cells share 140 px, and 40 units.
    for (width, value) in zip(widths, [5.0, 5, 10, 20]) {
      #expect(abs(width - value * 3.5) < 0.03)
    }
    let fromA = starts.sorted { $0.0 < $1.0 }
    #expect(abs(fromA[0].1 - fromA[1].0) < 0.03)
    #expect(abs(fromA[2].1 - fromA[3].0) < 0.03)
  }

  @Test("A rest stands under those with a name, and what is not known under all, however large")
  func places() throws {
    func cell(_ key: String, _ value: Double, _ place: FlowChart.Cell.Place) -> FlowChart.Cell {
      .init(key: key, label: key, value: value, hue: .blue, place: place)
    }
    let chart = try FlowChart(
      columns: [
        .init(cells: [cell("all", 10, .free)]),
        .init(cells: [
          cell("Unknown", 5, .last), cell("Other", 4, .rest), cell("Small", 1, .free),
        ]),
      ],
      links: [
        .init(from: "all", to: "Unknown", value: 5, hue: .blue),
        .init(from: "all", to: "Other", value: 4, hue: .blue),
        .init(from: "all", to: "Small", value: 1, hue: .blue),
      ])
    let reader = try #require(SVGReader(Examples.flowFrame.svg(chart, width: .wide)))
    let heights = try ["Small", "Other", "Unknown"].map { label in
      try #require(reader.texts.first { $0.text == label }).y.lowerBound
    }
    #expect(heights == heights.sorted())
  }

  @Test("No band enters the room of a label", arguments: FigureWidth.allCases)
  func bandsAvoidLabels(width: FigureWidth) throws {
    let reader = try #require(SVGReader(Examples.svg("flow", width)))
    let bands = reader.elements.filter { $0.attributes["fill-opacity"] != nil }
    #expect(bands.count > 10)
    let margin = width == .narrow ? 16.0 : 28
    for band in bands {
      let numbers = try #require(band.attributes["d"]).split { " MCLZ".contains($0) }
        .compactMap { Double($0) }
      let left = numbers[0] + margin
      let right = numbers[6] + margin
      let top = try #require(reader.texts.first { $0.text == "Recht" }).y.upperBound
      for text in reader.texts where text.y.lowerBound > top && text.size > 12 {
        #expect(text.x.upperBound <= left || text.x.lowerBound >= right, "\(text.text)")
      }
    }
  }

  @Test("A flow of three columns with long names does not fit a telephone, and says so")
  func tooNarrow() throws {
    let long = "Een naam van enige lengte"
    let cells = ["a", "b", "c"].map {
      FlowChart.Column(cells: [.init(key: $0, label: long, value: 1, hue: .blue)])
    }
    let chart = try FlowChart(
      columns: cells, links: [.init(from: "a", to: "b", value: 1, hue: .blue)])
    let error = #expect(throws: DrawingError.self) {
      try Examples.flowFrame.svg(chart, width: .narrow)
    }
    guard case .tooNarrow(let needed, let available) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(needed > available && available == 328)
  }

  @Test("Bars are ranked, the rest stands last, and lengths follow values")
  func bars() throws {
    let row = { (key: String, value: Double, isLast: Bool) in
      BarChart.Row(
        key: key, label: key, segments: [.init(value)], valueText: key, hue: .blue, isLast: isLast)
    }
    let chart = try BarChart(rows: [
      row("rest", 90, true), row("small", 10, false), row("big", 50, false),
    ])
    #expect(chart.rows.map(\.key) == ["big", "small", "rest"])
    let reader = try #require(SVGReader(Examples.barsFrame.svg(chart, width: .wide)))
    let lengths = reader.elements.filter { $0.name == "rect" && $0.attributes["height"] == "22" }
      .compactMap { $0.attributes["width"].flatMap(Double.init) }.suffix(3)
    let ratios = lengths.map { $0 / (lengths.last ?? 1) * 90 }
    #expect(zip(ratios, [50.0, 10, 90]).allSatisfy { abs($0 - $1) < 0.1 })
    #expect(throws: DrawingError.empty) { try BarChart(rows: []) }
    #expect(throws: DrawingError.badValue(key: "x")) {
      try BarChart(rows: [row("x", .infinity, false)])
    }
  }

  @Test("Boxes refuse links that do not lead to a later column")
  func layeredErrors() {
    let boxes = [
      LayeredChart.Box(key: "a", column: 0, title: "a"),
      LayeredChart.Box(key: "b", column: 1, title: "b"),
    ]
    #expect(throws: DrawingError.badLink(from: "b", to: "a")) {
      try LayeredChart(columns: ["1", "2"], boxes: boxes, links: [.init(from: "b", to: "a")])
    }
    #expect(throws: DrawingError.badColumn(key: "b")) {
      try LayeredChart(columns: ["1"], boxes: boxes, links: [])
    }
  }

  @Test("Boxes of one column stand in one line and do not touch", arguments: ["layers", "waves"])
  func columnsAlign(name: String) throws {
    let reader = try #require(SVGReader(Examples.svg(name, .wide)))
    let boxes = reader.elements.filter { $0.name == "rect" && $0.attributes["rx"] == "6" }
      .map { box in ["x", "y", "width", "height"].map { Double(box.attributes[$0] ?? "") ?? 0 } }
    let columns = Dictionary(grouping: boxes) { ($0[0] + 0.5).rounded() }
    #expect(columns.count == (name == "layers" ? 5 : 3))
    for column in columns.values {
      let sorted = column.sorted { $0[1] < $1[1] }
      for (upper, lower) in zip(sorted, sorted.dropFirst()) {
        #expect(upper[1] + upper[3] + 8 < lower[1])
      }
    }
  }

  @Test(
    "A link that skips a column, and a box without links, are drawn",
    arguments: FigureWidth.allCases)
  func skipping(width: FigureWidth) throws {
    let boxes = ["a", "b", "c", "d"].enumerated().map { index, key in
      LayeredChart.Box(key: key, column: min(index, 2), title: key)
    }
    let chart = try LayeredChart(
      columns: ["A", "B", "C"], boxes: boxes,
      links: [.init(from: "a", to: "c"), .init(from: "a", to: "b")])
    let reader = try #require(SVGReader(Examples.wavesFrame.svg(chart, width: width)))
    let ids = Set(reader.elements.compactMap { $0.attributes["id"] })
    #expect(ids.isSuperset(of: ["whatif-box-d", "whatif-link-a-c", "whatif-link-a-b"]))
  }
}
