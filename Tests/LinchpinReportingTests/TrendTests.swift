import ArticleChecks
import Foundation
import LinchpinCore
import Testing

@testable import LinchpinReporting

@Suite("Trends")
struct TrendTests {
  private func trend() throws -> (trend: Trend, last: Assessment) {
    let rules = Rules(catalogue: Sample.catalogue)
    var builder = TrendBuilder(under: rules, options: Sample.options)
    var bodies = Sample.bodies
    var last = Sample.snapshot()
    for (number, day) in ["2026-01-01", "2026-02-01", "2026-06-01"].enumerated() {
      for place in 0..<(2 * number) { bodies[place].mailExchangers = ["in.polder.example"] }
      if number == 2 { bodies[39] = Sample.bodies[0].renamed("B40", bodies[39].domain) }
      last = Sample.snapshot(bodies, measured: day)
      builder.add(last, as: day)
    }
    return (
      try #require(builder.finish()), Assessment(last, under: rules, options: Sample.options)
    )
  }

  private func render(_ format: OutputFormat, _ language: Language = .en) throws -> String {
    TrendReport.render(
      try trend().trend, as: format, ReportContext(version: "1", language: language))
  }

  @Test("A table has a row a date, with what was no change in the world in brackets")
  func table() throws {
    let lines = try render(.text).split(separator: "\n").map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    #expect(lines.contains { $0.hasPrefix("2026-01-01 24 10") })
    #expect(lines.contains { $0.hasPrefix("2026-02-01 22 12") })
    #expect(lines.contains { $0.contains("coverage)") })
  }

  @Test("CSV has a line a measure and date, JSON the same series")
  func machines() throws {
    let rows = CSVReader.rows(try render(.csv))
    let found = rows.filter {
      $0[1] == "share.mailExchange.provider.northmail" && $0[2].isEmpty
    }
    #expect(found.map { $0[0] } == ["2026-01-01", "2026-02-01", "2026-06-01"])
    #expect(found.map { $0[5] }.prefix(2) == ["24", "22"])
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(render(.json).utf8)) as? [String: Any])
    #expect(try SchemaReader("trend").problems(render(.json)) == [])
    #expect((root["dates"] as? [Any])?.count == 3)
    #expect(((root["series"] as? [Any])?.count ?? 0) > 10)
  }

  @Test(
    "The figure can be printed at every width, in both languages", arguments: [Language.en, .nl])
  func figure(_ language: Language) throws {
    let (trend, last) = try trend()
    var options = FigureOptions()
    options.language = language
    options.home = "NL"
    options.source = "invented"
    let figure = try Figure.trend(trend, last, role: .mailExchange, level: nil, options)
    let files = try figure.files()
    for file in files where file.name.hasSuffix(".svg") {
      let reader = try #require(SVGReader(file.contents))
      for (index, text) in reader.texts.enumerated() {
        #expect(text.size >= 12, "\(text.text)")
        for other in reader.texts.dropFirst(index + 1) {
          #expect(!text.overlaps(other), "\(file.name): \(text.text) over \(other.text)")
        }
      }
      #expect(file.contents.contains("stroke-dasharray"), "a step of coverage is dashed")
    }
    let table = try #require(files.first { $0.name == "trend.csv" }).contents
    #expect(table.contains("coverage") && table.contains("Northmail"))
    #expect(throws: FigureError.self) {
      try Figure.trend(trend, last, role: .application, level: nil, options)
    }
  }
}

extension Sample.Body {
  /// The same records for another body: one that had failed answers now.
  fileprivate func renamed(_ id: String, _ domain: String) -> Sample.Body {
    var copy = self
    copy.id = id
    copy.name = id
    copy.domain = domain
    copy.hasFailed = false
    return copy
  }
}
