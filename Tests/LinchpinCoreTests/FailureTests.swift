import Graphs
import Testing

@testable import LinchpinCore

@Suite("Failure is what the model says it is")
struct FailureTests {
  private static let services = ServiceSet([.mail, .dns, .web])

  @Test("What stops with any one thing is what the oracle says", arguments: 0..<400)
  func oneThing(_ seed: Int) {
    let sample = FailureCase(seed)
    for thing in sample.oracle.things {
      guard let node = sample.node(thing) else { continue }
      check(sample, [thing], [node], "seed \(seed), \(thing)")
    }
  }

  @Test("What stops with several things together is what the oracle says", arguments: 400..<600)
  func severalThings(_ seed: Int) {
    let sample = FailureCase(seed)
    var random = Random(seed: seed)
    for _ in 0..<8 {
      let things = (0..<3).map { _ in random.pick(sample.oracle.things) }
      let nodes = things.compactMap { sample.node($0) }
      if nodes.count == things.count { check(sample, things, nodes, "seed \(seed), \(things)") }
    }
  }

  private func check(_ sample: FailureCase, _ things: [String], _ nodes: [NodeID], _ place: String)
  {
    let found = WhatIf.run(
      sample.graph, stopping: nodes, unit: .organisation, services: Self.services)
    let outcome = sample.oracle.outcome(stopping: Set(things))
    var states: [UnitState: Int] = [:]
    var losses: [String: Set<Function>] = [:]
    for unit in sample.oracle.units {
      states[outcome.state(of: unit.domains), default: 0] += 1
      let lost = outcome.lost(unit.domains)
      if !lost.isEmpty { losses[unit.id] = lost }
    }
    #expect(found.units == states, "\(place)\n\(sample.study)")
    let lost = Dictionary(uniqueKeysWithValues: found.lost.map { ($0.id, Set($0.functions)) })
    #expect(lost == losses, "\(place)\n\(sample.study)")
    #expect(found.lost.map(\.id) == losses.keys.sorted())
    for loss in found.lost {
      #expect(loss.because.count == loss.functions.count)
      #expect(loss.because.allSatisfy { !$0.isEmpty }, "\(place) \(loss)")
    }
    checkWaves(found, sample, things, outcome, place)
    #expect(found.of == sample.oracle.units.count)
    #expect(found.sectors.values.reduce(0) { $0 + $1.values.reduce(0, +) } == found.of)
  }

  /// The waves tell the same losses in another order, and everything that falls has a reason.
  private func checkWaves(
    _ found: WhatIf, _ sample: FailureCase, _ things: [String], _ outcome: Oracle.Outcome,
    _ place: String
  ) {
    #expect(found.waves.reduce(0) { $0 + $1.units } == found.lost.count, "\(place)")
    for row in found.functions {
      let inWaves = found.waves.reduce(0) { $0 + $1.functions[row.function, default: 0] }
      let direct = sample.oracle.units.count { unit in
        unit.domains.contains { domain in
          guard let need = sample.oracle.functions[domain.name]?[row.function] else {
            return false
          }
          return outcome.state(need) == .lost
            && things.contains { sample.oracle.names($0, row.function, domain) }
        }
      }
      #expect(inWaves == row.lost, "\(place) \(row.function)")
      #expect(row.direct == direct, "\(place) \(row.function)\n\(sample.study)")
    }
    var fallen: [String: Int] = [:]
    for wave in found.waves {
      for thing in wave.fallen {
        let label = "\(thing.kind.rawValue):\(thing.id)"
        #expect(fallen[label] == nil)
        #expect(thing.through.isEmpty == (wave.number == 0), "\(place) \(thing)")
        fallen[label] = wave.number
      }
      for cause in wave.fallen.flatMap(\.through) {
        #expect(fallen[cause].map { $0 <= wave.number } ?? false, "\(place) \(cause)")
      }
    }
    #expect(Set(fallen.filter { $0.value == 0 }.keys) == Set(things), "\(place)")
  }

  @Test(
    "Chokepoints reach as far as stopping each thing does, directly and not", arguments: 600..<800)
  func chokepoints(_ seed: Int) {
    let sample = FailureCase(seed)
    let ranked = Chokepoint.ranked(sample.graph, kinds: Node.Kind.allCases)
    var found: [String: Chokepoint] = [:]
    for point in ranked { found["\(point.kind.rawValue):\(point.id)"] = point }
    #expect(found.count == ranked.count)
    for thing in sample.oracle.things where sample.node(thing) != nil {
      let outcome = sample.oracle.outcome(stopping: [thing])
      var number = 0
      var direct = 0
      var functions: [Function: Int] = [:]
      for unit in sample.oracle.units {
        let lost = outcome.lost(unit.domains)
        if lost.isEmpty { continue }
        number += 1
        for function in lost { functions[function, default: 0] += 1 }
        let isDirect = unit.domains.contains { domain in
          (sample.oracle.functions[domain.name] ?? [:]).contains { function, need in
            outcome.state(need) == .lost && sample.oracle.names(thing, function, domain)
          }
        }
        if isDirect { direct += 1 }
      }
      let place = "seed \(seed), \(thing)\n\(sample.study)"
      #expect(found[thing]?.number ?? 0 == number, "\(place)")
      #expect(found[thing]?.direct ?? 0 == direct, "\(place)")
      #expect(found[thing]?.functions ?? [:] == functions, "\(place)")
      if let point = found[thing] {
        #expect(point.direct + point.indirect == point.number)
        #expect(point.sectors.values.reduce(0, +) == point.number)
        #expect(point.of == sample.oracle.units.count && point.share == nil)
        #expect(point.weight == Double(number))
      }
    }
    #expect(ranked.map(\.number) == ranked.map(\.number).sorted(by: >))
  }

  @Test("Cutting off a legal order is stopping it", arguments: 800..<900)
  func cutoff(_ seed: Int) {
    let sample = FailureCase(seed)
    let codes = RandomStudy.countries
    let population = Population(sample.study.snapshot, options: AssessmentOptions())
    let found = Exposure.Cutoff.measure(
      sample.graph, [population], jurisdictions: codes, relevant: Self.services)[0]
    for (code, answer) in zip(codes, found) {
      let outcome = sample.oracle.outcome(stopping: ["jurisdiction:" + code])
      var expected = Exposure.Cutoff()
      for unit in sample.oracle.units {
        switch outcome.state(of: unit.domains) {
        case .allLost: expected.allLost += 1
        case .lost: expected.lost += 1
        case .degraded: expected.degraded += 1
        case .unaffected: expected.unaffected += 1
        case .unknown: expected.unknown += 1
        }
      }
      #expect(answer == expected, "seed \(seed), \(code)\n\(sample.study)")
    }
  }

  @Test("Whether hosts are nodes of their own changes nobody's fate", arguments: 900..<960)
  func hostsChangeNothing(_ seed: Int) {
    let sample = FailureCase(seed)
    var options = sample.graph.options
    options.includesHosts = false
    let plain = DependencyGraph(
      sample.graph.attribution, Population(sample.study.snapshot, options: .init()),
      options: options)
    for thing in sample.oracle.things where !thing.hasPrefix("host:") {
      let parts = thing.split(separator: ":", maxSplits: 1)
      guard let kind = Node.Kind(rawValue: String(parts[0])), let node = sample.node(thing),
        let other = plain.find(kind, String(parts[1]))
      else { continue }
      let one = WhatIf.run(
        sample.graph, stopping: [node], unit: .organisation, services: Self.services)
      let two = WhatIf.run(plain, stopping: [other], unit: .organisation, services: Self.services)
      #expect(one.units == two.units, "seed \(seed), \(thing)\n\(sample.study)")
      #expect(one.functions == two.functions, "seed \(seed), \(thing)\n\(sample.study)")
    }
  }

  @Test("The order of the input changes nothing", arguments: 1000..<1060)
  func order(_ seed: Int) {
    var random = Random(seed: seed)
    var study = RandomStudy(using: &random)
    func results(_ study: RandomStudy) -> [String] {
      var options = AssessmentOptions()
      options.by = .sector
      let assessment = Assessment(study.snapshot, under: study.rules, options: options)
      let population = Population(study.snapshot, options: options)
      let graph = DependencyGraph(
        assessment.attribution, population, options: .init(includesHosts: true))
      let rows = BindingRow.rows(
        assessment.attribution, population, roles: Role.allCases, asOf: nil)
      let what = RandomStudy.countries.compactMap { graph.find(.jurisdiction, $0) }
        .map { WhatIf.run(graph, stopping: [$0], unit: .organisation, services: Self.services) }
      var lines: [String] = rows.map { row in
        var row = row
        row.source = ""
        return "\(row)"
      }
      lines += assessment.shares.map { "\($0)" }
      for found in assessment.concentration {
        let values = ConcentrationMetric.all.map { found.values[$0.key] ?? -1 }
        lines.append("\(found.role) \(found.level) \(found.known) \(found.unknown) \(values)")
      }
      lines += assessment.exposure.map { "\($0)" }
      for point in Chokepoint.ranked(graph, kinds: Node.Kind.allCases) {
        lines.append("\(point.kind) \(point.id) \(point.direct) \(point.indirect)")
      }
      for loss in what.flatMap(\.lost) {
        lines.append("\(loss.id) \(loss.functions) \(loss.because)")
      }
      lines += graph.unobservedSupport.map { "\($0.members)" }
      return lines
    }
    let before = results(study)
    for _ in 0..<3 {
      study.domains.shuffle(using: &random)
      study.organisations.shuffle(using: &random)
      study.addresses.shuffle(using: &random)
      let after = results(study)
      #expect(before.count == after.count, "seed \(seed)")
      for (one, two) in zip(before, after) where one != two {
        #expect(one == two, "seed \(seed)\n\(study)")
        break
      }
    }
  }
}
