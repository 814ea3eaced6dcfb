import Graphs
import Testing

@testable import LinchpinCore

@Suite("Remedies shrink what reaches furthest")
struct RemedyTests {
  @Test("Steps add up: each begins where the last one of its chokepoint ended", arguments: 0..<150)
  func chain(_ seed: Int) {
    let sample = FailureCase(seed)
    let ranked = Chokepoint.ranked(sample.graph, kinds: [.provider])
    let found = Remedies.find(sample.graph, kind: .provider, count: 20)
    for steps in [found.together, found.alone] {
      var sizes = Dictionary(
        uniqueKeysWithValues: ranked.map { ("provider:" + $0.id, $0.number) })
      for step in steps {
        #expect(sizes[step.chokepoint] == step.before, "seed \(seed) \(step)\n\(sample.study)")
        #expect(step.freed > 0, "seed \(seed) \(step)\n\(sample.study)")
        sizes[step.chokepoint] = step.after
        #expect(step.largest == sizes.values.max(), "seed \(seed) \(step)\n\(sample.study)")
      }
    }
  }

  @Test(
    "A second provider for one service everywhere frees those who lose nothing else",
    arguments: 0..<150)
  func together(_ seed: Int) {
    let sample = FailureCase(seed)
    let found = Remedies.find(sample.graph, kind: .provider, count: 1)
    guard let step = found.together.first else { return }
    let outcome = sample.oracle.outcome(stopping: [step.chokepoint])
    // Mail and web need the domain's DNS, reading needs identity: with a second one of these a
    // loss of the first is none.
    let left = sample.oracle.units.count { unit in
      outcome.lost(unit.domains).contains { function in
        if step.services.contains(.dns), function == .dns { return false }
        return !step.services.contains(function.service)
          || function == .receive && !step.services.contains(.dns)
          || function == .web && !step.services.contains(.dns)
      }
    }
    // The oracle does not tell by which part a function is lost, so it gives an upper bound.
    #expect(step.after <= max(left, step.before - 1), "seed \(seed) \(step)\n\(sample.study)")
    #expect(step.acting >= step.freed && step.acting <= step.before)
  }

  @Test("A zone that others hang on frees them with its owner")
  func holder() throws {
    let catalogue = Catalogue(
      providers: [
        Sample.provider("big", company: nil, Sample.signature(.nsSuffix, "big.example"))
      ])
    let given = [
      Given("state.example", [.ns("ns.big.example")]),
      Given("town1.example", [.ns("ns.state.example")]),
      Given("town2.example", [.ns("ns.state.example")]),
      Given("lone.example", [.ns("ns.big.example")]),
    ]
    let snapshot = Snapshot.stated(given, listed: [])
    let graph = DependencyGraph(
      Attribution(snapshot, under: Rules(catalogue: catalogue)),
      Population(snapshot, options: AssessmentOptions()), options: .init(includesHosts: true))
    let found = Remedies.find(graph, kind: .provider, count: 3)
    let big = found.alone.filter { $0.chokepoint == "provider:big" }
    #expect(big.map(\.freed) == [3, 1])
    #expect(big.first?.decider == .organisation(id: "state.example", name: "state.example"))
    #expect(found.together.first?.services == [.dns])
    // The towns do not name the provider: their own second server helps them all the same.
    #expect(found.together.first?.acting == 4)
  }

  @Test("Spared nodes stand whatever fails below them", arguments: 0..<300)
  func sparing(_ seed: Int) {
    let sample = FailureCase(seed)
    let failure = sample.graph.failure
    let providers = sample.things(of: .provider).compactMap { sample.node($0) }
    guard let stopped = providers.first, let spared = providers.last, stopped != spared else {
      return
    }
    let without = failure.failed(by: [stopped])
    let with = failure.failed(by: [stopped], sparing: [spared])
    #expect(with.isSubset(of: without), "seed \(seed)")
    #expect(!with.contains(spared), "seed \(seed)")
    #expect(failure.failed(by: [spared], sparing: [spared]).contains(spared))
  }
}

@Suite("The way out of one body")
struct ExitDistanceTests {
  private func exit(_ facts: [Stated], country: String = "NL") throws -> ExitDistance? {
    let catalogue = Catalogue(
      providers: [
        Sample.provider(
          "cloud", company: "us", Sample.signature(.mxSuffix, "cloud.example"),
          Sample.signature(.nsSuffix, "cloud.example")),
        Sample.provider(
          "polder", company: "nl", Sample.signature(.mxSuffix, "polder.example"),
          Sample.signature(.nsSuffix, "polder.example")),
      ],
      companies: [Sample.company("us", "US"), Sample.company("nl", "NL")])
    let snapshot = Snapshot.stated(
      [Given("town.example", facts)],
      listed: [(Organisation(id: "t", country: country), ["town.example"])])
    let graph = DependencyGraph(
      Attribution(snapshot, under: Rules(catalogue: catalogue)),
      Population(snapshot, options: AssessmentOptions()), options: .init(includesHosts: true))
    return ExitDistance.of(
      try #require(snapshot.organisations.find("t")), in: graph, graph.failure.singlePoints(),
      home: "")
  }

  @Test("Every part of mail that a foreign law stops alone is one change")
  func parts() throws {
    let all = try exit([.mx("mx.cloud.example", 10), .ns("ns.cloud.example")])
    #expect(all?.changes.map(\.role) == [.mailExchange, .mailbox, .authoritativeDNS])
    #expect(all?.changes.allSatisfy { $0.jurisdictions == ["US"] } == true)
    let half = try exit([.mx("mx.cloud.example", 10), .ns("ns.polder.example")])
    #expect(half?.least == 2 && half?.most == 2 && half?.isUpperBound == false)
  }

  @Test("A second provider at home makes the part no change")
  func redundant() throws {
    let found = try exit([
      .mx("mx.cloud.example", 10), .mx("mx.polder.example", 20), .ns("ns.polder.example"),
      .ns("ns.cloud.example"),
    ])
    #expect(found?.changes.isEmpty == true && found?.unknown.isEmpty == true)
  }

  @Test("What is not known is counted apart, never as at home")
  func unknown() throws {
    let found = try exit([.mx("mx.cloud.example", 10)])
    #expect(found?.least == 2)
    #expect(found?.unknown.map(\.role) == [.authoritativeDNS])
    #expect(found?.most == 3)
  }

  @Test("Without a country or without mail there is no distance")
  func none() throws {
    #expect(try exit([.mx("mx.cloud.example", 10)], country: "") == nil)
    #expect(try exit([.nullMX, .ns("ns.cloud.example")]) == nil)
  }
}
