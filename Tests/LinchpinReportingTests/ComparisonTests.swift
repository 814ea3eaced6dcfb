import LinchpinCore
import Testing

@testable import LinchpinReporting

@Suite("Comparisons")
struct ComparisonTests {
  /// One body moves from Northmail to Poldermail, one leaves the list.
  func render(_ format: OutputFormat, _ language: Language = .en) -> String {
    var later = Sample.bodies
    later[0].mailExchangers = ["in.polder.example"]
    later.removeLast()
    let (before, after) = (Sample.snapshot(), Sample.snapshot(later, measured: "2026-09-01"))
    let terms = ComparisonTerms(
      before, after, under: Rules(catalogue: Sample.catalogue), options: Sample.options)
    let comparison = Comparison(before, after, terms)
    let study = Study(
      comparison.after, Population(comparison.after.snapshot, options: Sample.options),
      options: Sample.options)
    return ComparisonReport.render(
      comparison, Causes(before, after, terms), of: study, as: format,
      ReportContext(version: "1", language: language))
  }

  @Test("Both dates, leavers and movers are named")
  func text() {
    let lines = render(.text).split(separator: "\n").map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    #expect(lines.contains("Before 2026-04-28"))
    #expect(lines.contains("After 2026-09-01"))
    #expect(lines.contains("organisations 1 39 0"))
    #expect(lines.contains("mail exchange Northmail Poldermail 1 moved"))
    #expect(lines.contains("mail exchange Northmail 24 0 −1 0 23"))
    #expect(lines.contains("mail exchange Poldermail 10 0 +1 0 11"))
    #expect(
      lines.contains {
        $0.hasSuffix("mail exchange, Northmail: 24 before, 23 after; 1 left (records), 0 came")
      })
  }

  @Test("CSV names every domain that moved")
  func csv() {
    let rows = CSVReader.rows(render(.csv))
    #expect(
      rows.contains([
        "mailExchange", "northmail", "Northmail", "poldermail", "Poldermail", "moved",
        "body1.example",
      ]))
  }

  @Test("A side without a provider is told in words, not in labels")
  func parties() {
    #expect(Words(.en).party("(selfHosted)", "(selfHosted)") == "(self-hosted)")
    #expect(Words(.nl).party("(failed)", "(failed)") == "(mislukt)")
    #expect(Words(.en).party("", "") == "–")
    #expect(Words(.en).party("northmail", "North\u{7}mail") == "North\\u{7}mail")
  }

  @Test("Dutch comparisons speak Dutch")
  func dutch() {
    #expect(render(.text, .nl).contains("WIE ER VERHUISDE"))
    #expect(!render(.text, .nl).contains("moved"))
  }
}
