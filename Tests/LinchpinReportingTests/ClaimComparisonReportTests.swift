import Testing

@testable import LinchpinCore
@testable import LinchpinReporting

@Suite("Claims report")
struct ClaimComparisonReportTests {
  let context = ReportContext(version: "0.1.0")

  private var study: Study { Study(Sample.assessment()) }

  private var comparison: ClaimComparison {
    let claims = Sample.bodies.prefix(34).enumerated().map { number, body in
      Claim(
        domain: body.domain, organisation: body.id, role: .mailbox,
        provider: number < 20 ? "northmail-inc" : "independent", reason: "=published",
        source: Provenance(file: 0, line: UInt32(number + 2)))
    }
    let study = study
    return ClaimComparison(
      Claims(files: [SourceFile(path: "published.json", format: "test")], claims: claims),
      with: study.attribution,
      Population(study.snapshot, options: study.options))
  }

  @Test("The result has exactly the keys of its schema")
  func schema() throws {
    let text = ClaimComparisonReport.render(comparison, of: study, as: .json, context)
    #expect(try SchemaReader("claims").problems(text) == [])
  }

  @Test("Every number of the headline stands in the text, with the classes and their domains")
  func text() {
    let text = ClaimComparisonReport.render(comparison, of: study, as: .text, context)
    #expect(text.contains("30 of 34 domains agree"))
    #expect(text.contains("4 elsewhere"))
    #expect(text.contains("88.2%"))
    #expect(text.contains("4 × northmail-inc, mailbox, only ours: an exchanger bears its name"))
    #expect(text.contains("body21.example, body22.example, body23.example, body24.example"))
  }

  @Test("CSV has one row for each difference, with both sources, and no formula")
  func csv() {
    let lines = ClaimComparisonReport.render(comparison, of: study, as: .csv, context)
      .split(separator: "\r\n", omittingEmptySubsequences: true)
      .flatMap { $0.split(separator: "\n") }
    #expect(lines.count == 5)
    #expect(lines[1].hasPrefix("body21.example,B21,mailbox,northmail-inc,ours,exchangerName,false"))
    #expect(lines[1].contains("published.json:22"))
    #expect(!lines[1].contains(",=published"))
  }

  @Test("Dutch has its own words")
  func dutch() {
    let text = ClaimComparisonReport.render(
      comparison, of: study, as: .markdown, ReportContext(version: "0.1.0", language: .nl))
    #expect(text.contains("30 van 34 domeinen stemmen overeen"))
    #expect(text.contains("alleen wij"))
  }
}
