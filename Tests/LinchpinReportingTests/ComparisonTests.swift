import LinchpinCore
import Testing

@testable import LinchpinReporting

@Suite("Comparisons")
struct ComparisonTests {
  /// One body moves from Northmail to Poldermail, one leaves the list.
  func render(
    _ format: OutputFormat, _ language: Language = .en, table: ComparisonTable = .moves,
    options: AssessmentOptions = Sample.options, scenario: [String] = [], detail: Bool = false,
    bodies: [Sample.Body] = Sample.bodies
  ) -> String {
    var later = bodies
    later[0].mailExchangers = ["in.polder.example"]
    later.removeLast()
    let (before, after) = (Sample.snapshot(bodies), Sample.snapshot(later, measured: "2026-09-01"))
    let terms = ComparisonTerms(
      before, after, under: Rules(catalogue: Sample.catalogue), options: options)
    let (comparison, causes) = Comparison.withCauses(before, after, terms)
    let study = Study(
      comparison.after, Population(comparison.after.snapshot, options: options),
      options: options, scenario: scenario)
    let point = SinglePointChange(
      kind: .provider, id: "poldermail", name: "Poldermail", before: 0, after: 1)
    return ComparisonReport.render(
      comparison, causes, [point], of: study, as: format, table: table,
      ReportContext(version: "1", language: language, showsDetail: detail))
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
    let row = rows.first { $0[0] == "provider" && $0[1] == "mailExchange" }
    #expect(
      row?.prefix(8) == [
        "provider", "mailExchange", "northmail", "Northmail", "poldermail", "Poldermail", "moved",
        "body1.example",
      ])
    #expect(rows.contains { $0[0] == "company" && $0[7] == "body1.example" })
  }

  @Test("Every table of a comparison can be had as CSV", arguments: ComparisonTable.allCases)
  func tables(_ table: ComparisonTable) throws {
    let rows = CSVReader.rows(render(.csv, table: table))
    try #require(rows.count > 1)
    #expect(rows.allSatisfy { $0.count == rows[0].count })
    switch table {
    case .moves: #expect(rows[0].count == 13)
    case .matrix:
      #expect(
        rows.contains {
          $0[0] == "provider" && $0[2] == "mailExchange" && $0[3] == "northmail"
            && $0[5] == "poldermail" && Array($0.suffix(4)) == ["moved", "1", "1", "1"]
        })
    case .totals:
      #expect(
        rows.contains {
          $0.prefix(10) == [
            "share.mailExchange.provider.northmail", "", "organisation", "24", "0", "-1", "0", "0",
            "0", "23",
          ]
        })
    case .units:
      #expect(
        rows.contains([
          "share.mailExchange.provider.poldermail", "", "gained", "records", "organisation", "B1",
        ]))
    case .changes:
      #expect(rows.contains { $0[1] == "body1.example" && $0[2] == "mx" && $0[4] == "records" })
    case .members: #expect(rows.contains(["organisation", "removed", "B40"]))
    case .points:
      #expect(rows.contains(["provider", "poldermail", "Poldermail", "0", "1"]))
    }
  }

  @Test("In a scenario every row of CSV says so")
  func scenarioRows() {
    let rows = CSVReader.rows(render(.csv, scenario: ["takeover, at night", "A owns B"]))
    #expect(rows[0].last == "scenario")
    #expect(rows.dropFirst().allSatisfy { $0.last == "takeover, at night; A owns B" })
    #expect(!render(.csv).contains("scenario"))
  }

  @Test("Moves by sector stand under those of all, and small numbers fold")
  func bySector() {
    var options = Sample.options
    options.by = .sector
    #expect(render(.text, options: options).contains("The same by sector:"))
    #expect(render(.text, options: options).contains("<5"))
    #expect(!render(.text, options: options, detail: true).contains("<5"))
    options.isWeighted = true
    #expect(render(.text, options: options).contains("weight"))
  }

  @Test("Intervals and tests are of samples alone, and of thirty units and more")
  func samples() {
    #expect(!render(.text).contains("McNemar"))
    #expect(!render(.text).contains("95% interval"))
    var options = Sample.options
    options.isSample = true
    let text = render(.text, options: options)
    #expect(text.contains("95% interval") && text.contains("McNemar p = 1.000"))
    let few = Array(Sample.bodies.prefix(15))
    let small = render(.text, options: options, bodies: few)
    #expect(small.contains("1 left"))
    #expect(!small.contains("McNemar") && !small.contains("95% interval"))
    #expect(!render(.csv, table: .totals, bodies: few).contains("ratio."))
    #expect(render(.csv, table: .totals).contains("ratio."))
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
