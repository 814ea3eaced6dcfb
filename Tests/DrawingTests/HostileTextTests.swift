import ArticleChecks
import Drawing
import Foundation
import Testing

@Suite("Hostile text")
struct HostileTextTests {
  static let labels = [
    "</text><script>alert(1)</script>", "a\u{0}b\u{1}c\u{8}d\u{1F}e\u{7F}f\u{85}g\u{FFFE}h",
    "\u{202E}txt.exe\u{202C} \u{2066}x", "\\N \\G \\l & &amp; &#0; \"quoted\" 'single' <b>",
    "مستشفى المثال 5 بيت חולים", "Z\u{0301}\u{0302}\u{0303}\u{0304}a\u{0335}lgo",
    "病院と大学の例", "]]> <!-- --> <?php ?> <!DOCTYPE x>", "👩‍👩‍👧‍👦 🏥", "", " \n\t ",
    String(repeating: "Zeer lange naam ", count: 20),
    "a" + String(repeating: "\u{0301}", count: 100_000),
    String(repeating: "x", count: 1_000_000), "url(javascript:1)\" onload=\"x",
  ]

  @Test(
    "Charts of hostile labels are well-formed and hold no markup of theirs",
    arguments: FigureWidth.allCases)
  func charts(width: FigureWidth) throws {
    var frame = Examples.barsFrame
    frame.headline = Self.labels.joined(separator: " ").prefix(2000) + ""
    frame.banners = [Self.labels[0], Self.labels[11]]
    frame.legend = Self.labels.map { LegendEntry(.filled(.blue, .hatched), $0) }
    frame.notes = Self.labels.prefix(11).map { ArticleFrame.Note($0, $0) }
    let rows = Self.labels.enumerated().map { index, label in
      BarChart.Row(
        key: label + "\(index)", label: label, detail: label, segments: [.init(Double(index))],
        valueText: label, hue: .green)
    }
    let boxes = Self.labels.enumerated().map { index, label in
      LayeredChart.Box(key: label + "\(index)", column: index % 2, title: label, lines: [label])
    }
    let links = stride(from: 0, to: boxes.count - 1, by: 2).map {
      LayeredChart.Link(from: boxes[$0].key, to: boxes[$0 + 1].key)
    }
    let cells = Self.labels.enumerated().map { index, label in
      FlowChart.Cell(
        key: label + "\(index)", label: label, detail: label, value: 1, hue: .purple)
    }
    let flows = cells.dropFirst().map {
      FlowChart.Link(from: cells[0].key, to: $0.key, value: 1, hue: .grey)
    }
    let charts: [any Chart] = [
      try BarChart(rows: rows),
      try LayeredChart(columns: [Self.labels[0], Self.labels[4]], boxes: boxes, links: links),
      try FlowChart(
        columns: [
          .init(heading: Self.labels[3], cells: [cells[0]]),
          .init(heading: Self.labels[13], cells: Array(cells.dropFirst())),
        ], links: flows),
    ]
    for chart in charts {
      let svg = try frame.svg(chart, width: width)
      let reader = try #require(SVGReader(svg))
      let names = Set(SVGName.allCases.map(\.rawValue))
      #expect(reader.elements.allSatisfy { names.contains($0.name) })
      #expect(!svg.contains("<script") && !svg.contains("<!"))
      #expect(!svg.unicodeScalars.contains { $0.value == 0x202E || $0.value == 0 })
      for (index, text) in reader.texts.enumerated() {
        #expect(text.x.upperBound <= Double(width.rawValue) + 0.01, "\(text.text)")
        for other in reader.texts.dropFirst(index + 1) {
          #expect(!text.overlaps(other), "\(text.text) over \(other.text)")
        }
      }
    }
  }

  @Test("DOT text with hostile keys and labels is read back under the same keys")
  func dot() throws {
    var graph = DOTGraph(name: "</x>\" ]; }")
    let keys =
      Self.labels.dropLast(3).enumerated().map { "\($1)\($0)" } + ["a\\", "a\\\"", "n\u{1}", "n"]
    for key in keys {
      graph.addNode(key, ["label": .text(key), "tooltip": .text(key)])
      graph.addEdge(from: keys[0], to: key, ["label": .text(key)])
    }
    let laidOut = try graph.laidOut()
    #expect(Set(laidOut.nodes.keys) == Set(keys))
    #expect(laidOut.edges.count == keys.count)
  }

  @Test("Marks on letters, invisible and control characters do not pile up")
  func cleaning() {
    #expect(CleanText("  a\u{0}\u{1B}[31m\n b\u{202E}\u{200B} ").string == "a[31m b")
    #expect(
      CleanText("e" + String(repeating: "\u{301}", count: 9)).string.unicodeScalars.count == 3)
    #expect(CleanText(String(repeating: "x", count: 9), limit: 4).string == "xxxx")
    #expect(CleanText("\u{301}\u{E000}\u{FFFF}").string == "")
  }
}
