import LinchpinCore
import Testing

@testable import LinchpinReporting

@Suite("Same input in any order, same bytes")
struct StabilityTests {
  let orders: [[Sample.Body]] = [
    Sample.bodies.reversed(),
    Sample.bodies.filter { $0.id.count == 2 }
      + Sample.bodies.filter { $0.id.count == 3 }.reversed(),
    Sample.bodies.enumerated().sorted { ($0.offset * 7) % 40 < ($1.offset * 7) % 40 }.map(
      \.element),
  ]
  let context = ReportContext(version: "1", top: 100, isVerbose: true, showsDetail: true)

  @Test("An assessment is the same in every format", arguments: OutputFormat.allCases)
  func assessment(_ format: OutputFormat) {
    let expected = AssessmentReport.render(Sample.assessment(), as: format, context)
    for order in orders {
      #expect(AssessmentReport.render(Sample.assessment(order), as: format, context) == expected)
    }
  }

  @Test("Bindings are the same in every format", arguments: OutputFormat.allCases)
  func bindings(_ format: OutputFormat) {
    func render(_ assessment: Assessment) -> String {
      BindingsReport.render(Sample.rows(assessment), of: Study(assessment), as: format, context)
    }
    let expected = render(Sample.assessment())
    for order in orders { #expect(render(Sample.assessment(order)) == expected) }
  }

  @Test("Chokepoints are the same in every format", arguments: OutputFormat.allCases)
  func chokepoints(_ format: OutputFormat) {
    func render(_ assessment: Assessment) -> String {
      let graph = Sample.graph(assessment)
      return ChokepointsReport.render(
        Sample.findings(graph), of: Study(assessment), as: format, context)
    }
    let expected = render(Sample.assessment())
    for order in orders { #expect(render(Sample.assessment(order)) == expected) }
  }

  @Test("An exported graph is the same in every format", arguments: GraphFormat.allCases)
  func graph(_ format: GraphFormat) {
    let expected = GraphExport.render(Sample.graph(Sample.assessment()), as: format)
    for order in orders {
      #expect(GraphExport.render(Sample.graph(Sample.assessment(order)), as: format) == expected)
    }
  }
}
