import LinchpinCore
import Testing

@testable import LinchpinReporting

@Suite("Failures for people")
struct FailureTextTests {
  func whatIf(
    _ format: OutputFormat, stopping kind: Node.Kind = .company, _ id: String = "polder-bv",
    detail: Bool = false, language: Language = .en
  ) throws -> String {
    let assessment = Sample.assessment()
    let graph = Sample.graph(assessment)
    let node = try #require(graph.find(kind, id))
    let result = WhatIf.run(
      graph, stopping: [node], unit: .organisation, services: [.mail, .dns])
    return WhatIfReport.render(
      result, on: graph, of: Study(assessment), as: format,
      ReportContext(version: "1", language: language, top: 50, showsDetail: detail))
  }

  func chokepoints(_ format: OutputFormat, detail: Bool = false, top: Int = 10) -> String {
    let assessment = Sample.assessment()
    return ChokepointsReport.render(
      Sample.findings(Sample.graph(assessment)), of: Study(assessment), as: format,
      ReportContext(version: "1", top: top, showsDetail: detail))
  }

  @Test("A what-if prints scope, mode, what stopped, and unknown beside unaffected")
  func whatIfText() throws {
    let text = try whatIf(.text)
    #expect(text.contains("company:polder-bv"))
    #expect(text.contains("group: companies with their seat there"))
    #expect(text.contains("outage (any mail exchanger stands in)"))
    let heads = text.split(separator: "\n").filter { $0.contains("  unaffected  ") }
    #expect(heads.count >= 2)
    #expect(heads.allSatisfy { $0.contains("unknown") })
    #expect(text.contains("40 of 40 organisations (100.0%) lose at least one function"))
  }

  @Test("The way to a loss names hosts only where detail was asked for")
  func hosts() throws {
    for format in OutputFormat.allCases {
      func losses(detail: Bool) throws -> [Substring] {
        try whatIf(format, stopping: .host, "in.polder.example", detail: detail)
          .split(separator: "\n").filter { $0.contains("Body 25") || $0.contains("B25") }
      }
      let (plain, detailed) = (try losses(detail: false), try losses(detail: true))
      #expect(!plain.isEmpty)
      #expect(!plain.contains { $0.contains("in.polder.example") })
      #expect(detailed.contains { $0.contains("in.polder.example") })
    }
  }

  @Test("A ranking stops at provider level unless detail was asked for")
  func providerLevel() {
    let text = chokepoints(.text, top: 100)
    #expect(!text.contains("mx1.northmail.example"))
    #expect(text.contains("hosts and networks are left out"))
    #expect(chokepoints(.text, detail: true, top: 100).contains("mx1.northmail.example"))
  }

  @Test(
    "What is left out of a ranking is not said to be nothing, nor to reach less than what is shown")
  func leftOut() throws {
    let assessment = Sample.assessment()
    let all = Sample.findings(Sample.graph(assessment))
    func text(_ points: [Chokepoint]) -> String {
      var findings = all
      findings.points = points
      return ChokepointsReport.render(
        findings, of: Study(assessment), as: .text, ReportContext(version: "1"))
    }
    let host = try #require(all.points.first { $0.kind == .host })
    var smaller = try #require(all.points.first { $0.kind == .provider })
    (smaller.direct, smaller.indirect) = (host.number - 1, 0)
    #expect(text([]).contains("Nothing observed takes"))
    #expect(!text([host]).contains("Nothing observed takes"))
    #expect(text([host]).contains("1 hosts and networks are left out"))
    #expect(text([host, smaller]).contains("Of all that is shown, the widest reach has"))
    #expect(text([smaller]).contains("The widest reach has"))
  }

  @Test("Every row of a ranking gives direct, indirect and their sum")
  func ranking() {
    let rows = CSVReader.rows(chokepoints(.csv))
    let head = rows[0]
    #expect(rows.count > 8)
    for row in rows.dropFirst() {
      let values = Dictionary(uniqueKeysWithValues: zip(head, row))
      let numbers = ["direct", "indirect", "number"].compactMap { values[$0].flatMap { Int($0) } }
      #expect(numbers.count == 3 && numbers[0] + numbers[1] == numbers[2])
    }
  }

  @Test("Dutch what-ifs speak Dutch")
  func dutch() throws {
    let text = try whatIf(.text, language: .nl)
    #expect(text.contains("40 van 40 organisaties (100,0\u{A0}%) verliezen ten minste één functie"))
    #expect(text.contains("onbekend"))
  }
}
