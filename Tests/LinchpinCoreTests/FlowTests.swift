import Testing

@testable import LinchpinCore

@Suite("Flows and redundancy count every unit once")
struct FlowTests {
  @Test("The bands of a flow add up to its units", arguments: 0..<60)
  func bands(_ seed: Int) {
    var random = Random(seed: seed)
    let study = RandomStudy(using: &random)
    var options = AssessmentOptions()
    options.unit = random.pick(Unit.allCases)
    let attribution = Attribution(study.snapshot, under: study.rules)
    let population = Population(attribution.snapshot, options: options)
    for role in [Role.mailExchange, .mailbox, .authoritativeDNS] {
      let flow = Flow.measure(
        attribution, population, role: role, by: .sector, tier: .inferred, asOf: nil)
      let sum = flow.bands.reduce(0) { $0 + $1.size }
      #expect(abs(sum - Double(flow.of)) < 1e-9, "seed \(seed), \(role)\n\(study)")
      #expect(flow.bands.map(\.size) == flow.bands.map(\.size).sorted(by: >))
    }
    let assessment = Assessment(attribution, options: options)
    for found in assessment.redundancy {
      #expect(found.one + found.several + found.unknown + found.absent == found.of)
      #expect(found.share == nil)
    }
  }

  @Test("Suppliers have keys of their own, and laws stand seat first")
  func keys() {
    var catalogue = Sample.catalogue
    catalogue.ownerships = [Sample.owns("big", "local")]
    let snapshot = Snapshot.stated([
      Given("a.example", .mx("x.localmail.example")), Given("b.example", .mx("mail.b.example")),
      Given("c.example", .nullMX), Given("d.example"),
      Given("e.example", .mx("mail.e.example", asn: 64502)),
    ])
    let attribution = Attribution(snapshot, under: Rules(catalogue: catalogue))
    let flow = Flow.measure(
      attribution, Population(snapshot, options: .init()), role: .mailExchange, by: .country,
      tier: .inferred, asOf: nil)
    #expect(
      Set(flow.bands.map { attribution.key(of: $0.supplier) })
        == ["localmail", "unknown", "absent", "not-measured", "own"])
    #expect(flow.bands.contains { $0.laws == ["NL", "US"] })
  }
}
