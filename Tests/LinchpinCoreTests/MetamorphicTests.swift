import Graphs
import Testing

@testable import LinchpinCore

@Suite("Failure changes with the input as it must")
struct MetamorphicTests {
  private static let services = ServiceSet([.mail, .dns, .web])

  /// A study's graph, and what stops each function of each domain alone.
  private struct Reading {
    let graph: DependencyGraph
    /// By `domain function`.
    private(set) var points: [String: Set<String>] = [:]

    init(_ study: RandomStudy, _ options: DependencyGraph.Options) {
      let attribution = Attribution(study.snapshot, under: study.rules)
      graph = DependencyGraph(
        attribution, Population(attribution.snapshot, options: AssessmentOptions()),
        options: options)
      let solved = graph.failure.singlePoints()
      for domain in attribution.snapshot.domainIndices {
        for (function, needs) in graph.functions(of: domain) {
          let found = Set(needs.flatMap { solved.points(of: $0) })
            .filter { graph.nodes[Int($0)].kind != nil }.map { graph.label(of: $0) }
          points["\(attribution.snapshot.name(of: domain)) \(function)"] = Set(found)
        }
      }
    }

    func run(_ things: [String]) -> WhatIf? {
      let nodes = things.compactMap { thing -> NodeID? in
        let parts = thing.split(separator: ":", maxSplits: 1).map(String.init)
        return Node.Kind(rawValue: parts[0]).flatMap { graph.find($0, parts[1]) }
      }
      if nodes.count < things.count { return nil }
      return WhatIf.run(graph, stopping: nodes, unit: .organisation, services: services)
    }

    var things: [String] {
      graph.nodes.indices.filter { graph.nodes[$0].kind != nil }
        .map { graph.label(of: NodeID($0)) }.sorted()
    }
  }

  private func options(_ random: inout Random) -> DependencyGraph.Options {
    .init(
      mode: random.pick(FailureMode.allCases), scope: random.pick(CutoffScope.allCases),
      asOf: CalendarDate("2026-04-28"), includesHosts: random.chance(50))
  }

  @Test("A second name server of anybody never adds a single point where nothing is warm")
  func anotherAlternative() {
    var tried = 0
    for seed in 0..<600 {
      var random = Random(seed: seed)
      let study = RandomStudy(using: &random)
      let options = options(&random)
      let places = study.domains.indices.filter { study.domains[$0].servers != nil }
      if places.isEmpty { continue }
      var richer = study
      richer.domains[random.pick(places)].servers?
        .append("n7.\(random.pick(["p0", "p1", "p2", "p3", "p4", "t0", "new"])).example")
      let (before, after) = (Reading(study, options), Reading(richer, options))
      guard before.graph.unobservedSupport.isEmpty, after.graph.unobservedSupport.isEmpty else {
        continue
      }
      tried += 1
      for (function, points) in after.points {
        guard let former = before.points[function] else { continue }
        #expect(points.isSubset(of: former), "seed \(seed), \(function)\n\(study)")
      }
    }
    #expect(tried > 300)
  }

  @Test("Stopping more never loses less", arguments: 0..<150)
  func monotone(_ seed: Int) throws {
    var random = Random(seed: seed)
    let study = RandomStudy(using: &random)
    let reading = Reading(study, options(&random))
    for _ in 0..<6 {
      let fewer = (0..<random.below(3)).map { _ in random.pick(reading.things) }
      let more = fewer + [random.pick(reading.things)]
      let (one, two) = (try #require(reading.run(fewer)), try #require(reading.run(more)))
      let lost = Dictionary(uniqueKeysWithValues: two.lost.map { ($0.id, Set($0.functions)) })
      for loss in one.lost {
        #expect(
          Set(loss.functions).isSubset(of: lost[loss.id] ?? []),
          "seed \(seed), \(fewer) and \(more)\n\(study)")
      }
      #expect(one.units[.unaffected, default: 0] >= two.units[.unaffected, default: 0])
    }
  }

  @Test("Other ids for bodies, and another order of the catalogue, change nothing else")
  func relabelling() throws {
    for seed in 0..<150 {
      var random = Random(seed: seed)
      let study = RandomStudy(using: &random)
      let options = options(&random)
      var other = study
      other.catalogue.providers.shuffle(using: &random)
      other.catalogue.companies.shuffle(using: &random)
      other.catalogue.ownerships.shuffle(using: &random)
      let names = study.organisations.indices.map { "z\(97 - $0)" }.shuffled(using: &random)
      let renamed = Dictionary(
        uniqueKeysWithValues: zip(study.organisations.map(\.id), names))
      for place in other.organisations.indices {
        other.organisations[place].id = renamed[other.organisations[place].id] ?? ""
      }
      for place in other.domains.indices {
        let owner = other.domains[place].organisation
        other.domains[place].organisation = renamed[owner] ?? owner
      }
      let (one, two) = (Reading(study, options), Reading(other, options))
      // A body that serves others is a provider under its own id.
      let things = one.things.filter { $0.hasPrefix("provider:o") == false }
      for thing in things {
        let (first, second) = (try #require(one.run([thing])), try #require(two.run([thing])))
        #expect(first.units == second.units, "seed \(seed), \(thing)\n\(study)")
        #expect(first.functions == second.functions, "seed \(seed), \(thing)\n\(study)")
        let losers = first.lost.map { (renamed[$0.id] ?? $0.id, $0.functions) }
          .sorted { $0.0 < $1.0 }
        #expect(losers.map(\.0) == second.lost.map(\.id), "seed \(seed), \(thing)\n\(study)")
        #expect(losers.map(\.1) == second.lost.map(\.functions))
      }
    }
  }

  @Test("Without a body that nobody's records name, all others' answers stay")
  func unrelated() throws {
    var tried = 0
    for seed in 0..<300 {
      var random = Random(seed: seed)
      let study = RandomStudy(using: &random)
      let options = options(&random)
      let leaver = study.organisations[random.below(study.organisations.count)].id
      let gone = study.domains.filter { $0.organisation == leaver }
      let kept = study.domains.filter { $0.organisation != leaver }
      // Nobody's host lies in its zones, none of its zones is about another's, and it serves nobody.
      let isNamed = kept.contains { domain in
        (domain.hosts + [domain.name]).contains { host in
          gone.contains { host == $0.name || host.hasSuffix("." + $0.name) }
        }
      }
      if isNamed || kept.isEmpty { continue }
      tried += 1
      var smaller = study
      smaller.domains = kept
      smaller.organisations.removeAll { $0.id == leaver }
      let (one, two) = (Reading(study, options), Reading(smaller, options))
      for thing in two.things {
        let (first, second) = (try #require(one.run([thing])), try #require(two.run([thing])))
        #expect(
          first.lost.filter { $0.id != leaver } == second.lost, "seed \(seed), \(thing)\n\(study)")
      }
    }
    #expect(tried > 60)
  }

  @Test("Where nothing stops, nobody loses anything", arguments: 0..<40)
  func nothing(_ seed: Int) throws {
    var random = Random(seed: seed)
    let found = try #require(Reading(RandomStudy(using: &random), options(&random)).run([]))
    #expect(found.losing == 0 && found.lost.isEmpty && found.onlyGateway == 0)
    #expect(found.units[.degraded, default: 0] == 0)
  }
}
