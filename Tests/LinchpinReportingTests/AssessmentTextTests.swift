import LinchpinCore
import Testing

@testable import LinchpinReporting

@Suite("The assessment for people")
struct AssessmentTextTests {
  let context = ReportContext(version: "0.1.0")

  func text(
    _ bodies: [Sample.Body] = Sample.bodies, scenario: [String] = [],
    _ context: ReportContext? = nil, _ format: OutputFormat = .text
  ) -> String {
    AssessmentReport.render(
      Sample.assessment(bodies, scenario: scenario), as: format, context ?? self.context)
  }

  @Test("The head names population, dates, catalogue and inputs")
  func head() {
    let text = text()
    #expect(text.contains("40 organisations, 40 domains measured"))
    #expect(text.contains("Measured         2026-04-28"))
    #expect(text.contains("Ownership as of  2026-04-28"))
    #expect(text.contains("2026.1, sha256 abababababab\n"))
    #expect(text.contains("bodies.csv (csv): 40 records"))
  }

  @Test("The headline gives number, denominator, unit, tier and bounds")
  func headline() {
    let flat = text().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      flat.contains(
        "Mail exchange: 24 of 40 organisations (60.0%) with Northmail Inc. (inferred); at least "
          + "24, at most 30."))
    #expect(
      flat.contains(
        "Mail exchange: 24 of 40 organisations (60.0%) with companies established in, or "
          + "controlled from, the United States (inferred)"))
    #expect(flat.contains("Authoritative DNS: 40 of 40 organisations (100.0%) with Polder B.V."))
  }

  @Test("Below thirty units there are counts and no percentages")
  func smallPopulation() {
    let few = Array(Sample.bodies.prefix(15))
    let text = text(few)
    #expect(text.contains("15 of 15 organisations with Northmail Inc."))
    #expect(!text.contains("%"))
    #expect(self.text().contains("60.0%"))
  }

  @Test("Unknown stands beside none and unaffected in every exposure table")
  func unknown() {
    for format in [OutputFormat.text, .markdown] {
      let lines = text(format: format).split(separator: "\n").map { $0.lowercased() }
      let heads = lines.filter { $0.contains("metadata  ") || $0.contains("| metadata") }
        .filter { !$0.contains("only identity") }
      let cutoffs = lines.filter { $0.contains("unaffected") && $0.contains("all lost") }
      #expect(heads.count >= 2)
      #expect(cutoffs.count >= 2)
      #expect((heads + cutoffs).allSatisfy { $0.contains("unknown") })
    }
  }

  func text(format: OutputFormat) -> String { text(Sample.bodies, nil, format) }
  func text(_ bodies: [Sample.Body], _ context: ReportContext?, _ format: OutputFormat) -> String {
    text(bodies, scenario: [], context, format)
  }

  @Test("The words under a table on law are those of the model, in both languages")
  func lawNotice() {
    func flat(_ language: Language) -> String {
      text(Sample.bodies, ReportContext(version: "1", language: language), .text)
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    #expect(
      flat(.en).contains(
        "Run by a company established in, or controlled from, Switzerland, the Netherlands or the "
          + "United States. Authorities there may be able to demand data it possesses or controls, "
          + "wherever stored. This shows no access and is not legal advice."))
    #expect(
      flat(.nl).contains(
        "Beheerd door een bedrijf dat gevestigd is in, of gecontroleerd wordt vanuit, Zwitserland, "
          + "Nederland of de Verenigde Staten. Autoriteiten daar kunnen mogelijk gegevens opeisen "
          + "waarover het bedrijf beschikt, waar die ook staan. Dit toont geen inzage aan en is "
          + "geen juridisch advies."))
  }

  @Test("The scope of a cut-off is printed")
  func scope() {
    #expect(text().contains("group: companies with their seat there or controlled from there"))
  }

  @Test("A scenario is announced, the world as it is is not")
  func scenario() {
    #expect(
      text(scenario: ["Northmail Inc. owns Polder B.V."]).contains(
        "SCENARIO, not the world as it is: Northmail Inc. owns Polder B.V."))
    #expect(!text().contains("SCENARIO"))
  }

  @Test("Invented input is called invented")
  func fictional() {
    #expect(
      text(Sample.bodies, ReportContext(version: "1", isFictional: true), .text)
        .contains("FICTIONAL DATA"))
  }

  @Test("Sector cells below five are folded unless detail is asked for")
  func folding() {
    let folded = text()
    let detailed = text(
      Sample.bodies, ReportContext(version: "1", showsDetail: true), .text)
    #expect(folded.contains("other (1)"))
    #expect(!folded.contains("  water  "))
    #expect(detailed.contains("  water  "))
    #expect(!detailed.contains("other (1)"))
  }

  @Test("Control characters in names are shown, never sent to the terminal")
  func control() {
    for format in [OutputFormat.text, .markdown] {
      let context = ReportContext(version: "1", top: 50, showsDetail: true)
      let text =
        BindingsReport.render(
          Sample.rows(Sample.assessment()), of: Study(Sample.assessment()), as: format, context)
        + self.text(Sample.bodies, context, format)
      #expect(!text.unicodeScalars.contains { $0.value == 0x1B })
    }
    #expect("Red \u{1B}[31m\u{202E}".visible == "Red \\u{1b}[31m\\u{202e}")
  }

  @Test("Lines stay within 100 columns")
  func width() {
    for language in Language.allCases {
      let text = text(Sample.bodies, ReportContext(version: "1", language: language), .text)
      let long = text.split(separator: "\n").filter { $0.columnsForTests > 100 }
      #expect(long.isEmpty)
    }
  }

  @Test("A long policy is cut in text, and an attributed provider without law is unknown")
  func bindings() {
    let assessment = Sample.assessment()
    var row = Sample.rows(assessment)[0]
    row.evidence = "SPF " + String(repeating: "x", count: 3000)
    row.source = "/data/bodies.csv:7"
    row.jurisdictions = []
    let text = BindingsReport.render([row], of: Study(assessment), as: .text, context)
    let lines = text.split(separator: "\n").map { String($0) }
    #expect(lines.allSatisfy { $0.columns < 180 })
    #expect(lines.contains { $0.contains("  unknown  ") && $0.hasSuffix("… (bodies.csv:7)") })
  }

  @Test("Dutch reports speak Dutch and write numbers the Dutch way")
  func dutch() {
    let text = text(Sample.bodies, ReportContext(version: "1", language: .nl), .text)
    #expect(text.contains("24 van 40"))
    #expect(text.contains("60,0\u{A0}%"))
    #expect(text.contains("DEKKING"))
    #expect(text.contains("onbekend"))
    #expect(!text.contains("organisations"))
  }

  @Test("A Markdown table has as many cells in every row as in its head")
  func markdown() {
    let text = text(Sample.bodies, nil, .markdown)
    var width: Int?
    var rows = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("|") else {
        width = nil
        continue
      }
      let cells = line.replacing("\\|", with: "").count { $0 == "|" }
      #expect(cells == width ?? cells)
      width = cells
      rows += 1
    }
    #expect(rows > 10)
  }
}

extension Substring {
  fileprivate var columnsForTests: Int { String(self).columns }
}
