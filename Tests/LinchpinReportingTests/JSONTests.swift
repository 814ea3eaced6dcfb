import Foundation
import Testing

@testable import LinchpinCore
@testable import LinchpinReporting

@Suite("JSON")
struct JSONTests {
  let context = ReportContext(version: "0.1.0")

  @Test("A number is its shortest digits, and what is not finite is null")
  func numbers() {
    #expect(JSON.number(0.1).document == "0.1\n")
    #expect(JSON.number(24).document == "24\n")
    #expect(JSON.number(1.0 / 3).document == "0.3333333333333333\n")
    #expect(JSON.number(.nan).document == "null\n")
    #expect(JSON.optional(Double?.none).document == "null\n")
  }

  @Test("Hostile text reads back as it was, and is sent without control characters")
  func text() throws {
    let hostile = "Red \u{1B}[31m \"q\" \\ \n \u{202E} \u{E0001} é"
    let document = JSON.array([.string(hostile)]).document
    #expect(!document.dropLast().unicodeScalars.contains { !$0.isSafeToPrint })
    let read = try JSONSerialization.jsonObject(with: Data(document.utf8))
    #expect(read as? [String] == [hostile])
  }

  @Test("An assessment has exactly the keys of its schema, in the documented order")
  func assessment() throws {
    let text = AssessmentReport.render(Sample.assessment(), as: .json, context)
    #expect(try SchemaReader("assess").problems(text) == [])
    let keys = [
      "schema", "tool", "options", "catalogue", "measured", "asOf", "scenario", "inputs",
      "organisations", "domains", "unit", "coverage", "shares", "ranges", "concentration",
      "redundancy", "reach", "exposure",
    ]
    #expect(topLevelKeys(text) == keys)
  }

  @Test("A schema notices a missing and an unknown key")
  func schema() throws {
    let text = AssessmentReport.render(Sample.assessment(), as: .json, context)
    let changed = text.replacing("\"unknown\"", with: "\"unknwon\"")
    let problems = try SchemaReader("assess").problems(changed)
    #expect(problems.contains { $0.hasSuffix("no unknown") })
    #expect(problems.contains { $0.hasSuffix("unknown key unknwon") })
    #expect(problems.contains { $0.contains("fits 0 of 2 forms") })
  }

  @Test("The share of a small population is null")
  func smallPopulation() throws {
    let few = Sample.assessment(Array(Sample.bodies.prefix(15)))
    let text = AssessmentReport.render(few, as: .json, context)
    #expect(text.contains("\"share\": null"))
    #expect(!text.contains("\"share\": 1"))
    #expect(try SchemaReader("assess").problems(text) == [])
  }

  @Test("Bindings have exactly the keys of their schema")
  func bindings() throws {
    let assessment = Sample.assessment()
    let text = BindingsReport.render(
      Sample.rows(assessment), of: Study(assessment), as: .json, context)
    #expect(try SchemaReader("bindings").problems(text) == [])
  }

  @Test("Chokepoints have exactly the keys of their schema, sets and support too")
  func chokepoints() throws {
    let assessment = Sample.assessment()
    var findings = Sample.findings(Sample.graph(assessment))
    findings.support = [
      UnobservedSupport(
        members: ["a.example", "b.example"],
        records: [
          .init(from: "a.example", to: "b.example", record: "NS ns.b.example", source: "x:1")
        ])
    ]
    let text = ChokepointsReport.render(
      findings, of: Study(assessment), as: .json,
      ReportContext(version: "1", showsDetail: true))
    #expect(try SchemaReader("chokepoints").problems(text) == [])
    #expect(text.contains("\"id\": \"northmail\""))
  }

  @Test("A what-if has exactly the keys of its schema")
  func whatIf() throws {
    let text = try FailureTextTests().whatIf(.json)
    #expect(try SchemaReader("whatif").problems(text) == [])
  }

  @Test("A comparison has exactly the keys of its schema")
  func comparison() throws {
    let text = ComparisonTests().render(.json)
    #expect(try SchemaReader("compare").problems(text) == [])
    #expect(
      text.contains(
        "\"kind\": \"moved\", \"role\": \"mailExchange\", \"from\": \"northmail\", \"to\": \"poldermail\", \"number\": 1, \"organisations\": 1, \"weight\": 1"
      ))
  }

  @Test("A comparison by sector in a scenario has exactly the keys of its schema")
  func comparisonBySector() throws {
    var options = Sample.options
    options.by = .sector
    options.stopped = [.init(.provider, "northmail")]
    let text = ComparisonTests().render(.json, options: options)
    #expect(try SchemaReader("compare").problems(text) == [])
    #expect(text.contains("\"measure\": \"failure.allLost\""))
    #expect(text.contains("\"dimension\": \"sector\""))
  }

  @Test("An assessment in which something stops has exactly the keys of its schema")
  func failure() throws {
    var options = Sample.options
    options.stopped = [.init(.provider, "northmail")]
    let assessment = Assessment(
      Sample.snapshot(), under: Rules(catalogue: Sample.catalogue), options: options,
      scenario: ["provider:northmail stops"])
    let text = AssessmentReport.render(assessment, as: .json, context)
    #expect(try SchemaReader("assess").problems(text) == [])
    #expect(topLevelKeys(text).last == "failure")
    let people = AssessmentReport.render(assessment, as: .text, context)
    #expect(people.contains("IF THESE STOP: PROVIDER:NORTHMAIL"))
    #expect(people.contains("provider:northmail stops"))
  }

  @Test("An archive and a snapshot have exactly the keys of their schemas")
  func archives() throws {
    let entry = ArchivedSnapshot(
      name: "2026-04-28", measuredFrom: "2026-04-28", measuredTo: "2026-04-28", domains: 40,
      organisations: 40, hash: "ab", files: Sample.snapshot().files)
    let list = ArchiveReport.list([entry], as: .json, context)
    #expect(try SchemaReader("archive").problems(list) == [])
    let show = ArchiveReport.show(entry, Sample.snapshot(), as: .json, context)
    #expect(try SchemaReader("snapshot").problems(show) == [])
    #expect(try !SchemaReader("snapshot").problems(list).isEmpty)
  }

  private func topLevelKeys(_ text: String) -> [String] {
    text.split(separator: "\n").filter { $0.hasPrefix("  \"") }.compactMap {
      $0.split(separator: "\"").dropFirst().first.map(String.init)
    }
  }
}
