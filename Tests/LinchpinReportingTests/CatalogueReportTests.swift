import LinchpinCore
import Testing

@testable import LinchpinReporting

@Suite("The catalogue and findings for people")
struct CatalogueReportTests {
  let context = ReportContext(version: "1")

  func show(_ id: String, asOf: String = "2026-01-01", _ format: OutputFormat = .text) -> String? {
    CatalogueReport.show(
      id, in: Sample.catalogue, asOf: CalendarDate(asOf), as: format, context)
  }

  @Test("A provider is shown with its company, the chain above it, dates and sources")
  func provider() throws {
    let text = try #require(show("poldermail"))
    let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(flat.contains("Alpine AG owns (60.0%) Polder B.V.: completed, 2020-01-01 – …."))
    #expect(flat.contains("Northmail Inc. owns Polder B.V.: prohibited, 2025-11-01"))
    #expect(flat.contains("controlled from Switzerland"))
    #expect(flat.contains("https://alpine.example (checked on 2026-01-02)"))
  }

  @Test("Ownership counts from its date on")
  func dates() throws {
    let before = try #require(show("polder-bv", asOf: "2019-12-31", .json))
    let after = try #require(show("polder-bv", asOf: "2020-01-01", .json))
    #expect(before.contains("\"controlledFrom\": []"))
    #expect(after.contains("\"controlledFrom\": [\"CH\"]"))
  }

  @Test("A lapsed law is called lapsed, and a law not recorded is not called absent")
  func instruments() throws {
    #expect(try #require(show("us")).contains("(lapsed)"))
    #expect(try !#require(show("US", asOf: "2005-01-01")).contains("lapsed"))
    #expect(try #require(show("CH")).contains("does not mean that none exists"))
  }

  @Test("An unknown id gives nothing")
  func unknown() {
    #expect(show("nobody") == nil)
  }

  @Test("The list has a line for each provider")
  func list() {
    let rows = CSVReader.rows(
      CatalogueReport.list(Sample.catalogue, asOf: nil, as: .csv, context))
    #expect(rows.map { $0[0] } == ["id", "northmail", "poldermail"])
    #expect(rows[2][4] == "NL CH")
  }

  @Test("Problems are listed with their place and a fix")
  func problems() {
    var broken = Sample.catalogue
    broken.providers[0].company = "nobody"
    let text = CatalogueReport.check(broken.problems(), of: broken, as: .text, context)
    #expect(text.contains("sample.yaml:1: there is no company nobody → define it"))
  }

  @Test("A finding is printed as file:line:column, what was found and what to do")
  func findings() {
    var log = FindingLog()
    log.append(
      Finding(
        .error, .badDomain, file: "b.csv", line: 3, column: 5, "bad \u{1B}[0m name",
        hint: "write it anew"))
    log.append(Finding(.note, .emptyFile, file: "a.csv", "nothing in it"))
    let text = FindingsReport.render(log, files: [], as: .text, context)
    #expect(
      text.hasPrefix(
        "a.csv: note [emptyFile]: nothing in it\n"
          + "b.csv:3:5: error [badDomain]: bad \\u{1b}[0m name\n    → write it anew\n"))
    let rows = CSVReader.rows(FindingsReport.render(log, files: [], as: .csv, context))
    #expect(rows[2][0...4] == ["error", "badDomain", "b.csv", "3", "5"])
    #expect(
      FindingsReport.render(log, files: [], as: .json, context)
        .contains("\"counts\": {\"emptyFile\": 1, \"badDomain\": 1}"))
  }

  @Test("No findings are said to be none")
  func noFindings() {
    #expect(
      FindingsReport.render(FindingLog(), files: [], as: .text, context).contains("No findings."))
  }
}
