import Graphs

extension Chokepoint {
  /// Every single point of failure of the given kinds, the widest reach first.
  ///
  /// - Parameter dimension: what `sectors` is cut by, if not by sector.
  /// - Complexity: one solution of all single points, then O(distinct units × their points).
  public static func ranked(
    _ graph: DependencyGraph, kinds: [Node.Kind], by dimension: Dimension = .sector
  ) -> [Chokepoint] {
    guard let blast = BlastRadius(graph, by: dimension) else { return [] }
    let units = graph.unitCount
    return graph.nodes.indices.compactMap { index -> Chokepoint? in
      let node = graph.nodes[index]
      let number = blast.whole.counts[index]
      guard number > 0, let kind = node.kind, kinds.contains(kind) else { return nil }
      let described = graph.describe(node)
      return Chokepoint(
        kind: kind, id: described.id, name: described.name, company: described.company,
        jurisdictions: described.jurisdictions, direct: blast.direct[index],
        indirect: number - blast.direct[index],
        weight: Double(blast.whole.weights[index]) / 1000, functions: blast.functions(index),
        sectors: blast.sectors(index), of: units)
    }.sorted {
      ($1.number, $0.kind.rawValue, $0.id) < ($0.number, $1.kind.rawValue, $1.id)
    }
  }
}

/// How many units every node takes something from when it stops alone; nil without a population.
///
/// Counted over signatures: units that need the same are counted at once.
struct BlastRadius {
  /// Units that lose anything.
  private(set) var whole: Reach
  /// By node: units that lose a service which names the node or something that belongs to it.
  private(set) var direct: [Int]
  private var byFunction: [(function: Function, counts: [Int])] = []
  private var bySector: [(sector: String, counts: [Int])] = []

  init?(_ graph: DependencyGraph, by dimension: Dimension = .sector) {
    guard let population = graph.population, let signatures = graph.signatures else { return nil }
    let points = graph.failure.singlePoints()
    let units = UnitSignatures(population, signatures, by: dimension)
    whole = Reach(nodeCount: points.nodeCount)
    let words = population.snapshot.organisations
    // Every unit has one sector, so what the sectors lose adds up to the whole.
    for (sector, reach) in graph.reachBySector(units, signatures, points) {
      whole.add(reach)
      bySector.append((words.string(sector), reach.counts))
    }
    let alike = units.bySignature()
    for function in Function.allCases where signatures.have(function) {
      byFunction.append(
        (function, graph.reach(units, alike, signatures, points, losing: function).counts))
    }
    var direct = DirectCount(graph, points, signatures)
    for (signature, number) in alike.single.enumerated() where number > 0 {
      direct.add(CollectionOfOne(signature), times: number)
    }
    for entry in alike.several { direct.add(units.domains(of: entry), times: entry.number) }
    self.direct = direct.counts
  }

  func functions(_ node: Int) -> [Function: Int] {
    var found: [Function: Int] = [:]
    for (function, counts) in byFunction where counts[node] > 0 {
      found[function] = counts[node]
    }
    return found
  }

  func sectors(_ node: Int) -> [String: Int] {
    var found: [String: Int] = [:]
    for (sector, counts) in bySector where counts[node] > 0 { found[sector] = counts[node] }
    return found
  }
}

/// Counts units that lose a service which names what stops.
private struct DirectCount {
  private(set) var counts: [Int]
  private let points: SinglePoints
  private let graph: DependencyGraph
  private let signatures: DomainSignatures
  /// By function: what its records name, by their class.
  private let named: [(function: Function, lists: NamedPoints)]
  /// By node: the last unit that was counted for it.
  private var seen: ContiguousArray<UInt32>
  private var unit: UInt32 = 0

  init(_ graph: DependencyGraph, _ points: SinglePoints, _ signatures: DomainSignatures) {
    self.graph = graph
    self.points = points
    self.signatures = signatures
    counts = Array(repeating: 0, count: graph.nodes.count)
    seen = ContiguousArray(repeating: 0, count: graph.nodes.count)
    named = Function.allCases.filter(signatures.have)
      .map { ($0, NamedPoints($0, points, signatures)) }
  }

  mutating func add(_ domains: some Sequence<Int>, times number: Int) {
    unit += 1
    for signature in domains { add(signatures.signatures[signature], number) }
  }

  private mutating func add(_ signature: DomainSignatures.Signature, _ number: Int) {
    for (function, lists) in named {
      guard let (_, other) = signature.parts.pair(of: function, supposed: graph.supposed)
      else { continue }
      let own = signatures.classNumber(of: function, signature)
      for place in lists.places(of: own) {
        let node = lists.nodes[place]
        // What does not stop the first part of a function may still stop the other one.
        let isPoint =
          lists.stopsFirst[place] || (other.map { points.isPoint(node, of: $0) } ?? false)
        if !isPoint || seen[Int(node)] == unit { continue }
        seen[Int(node)] = unit
        counts[Int(node)] += number
      }
    }
  }
}

/// What a function names by records of each class, end to end.
private struct NamedPoints {
  private(set) var nodes: ContiguousArray<NodeID> = []
  /// Whether the node alone stops the part that the function needs first.
  private(set) var stopsFirst: ContiguousArray<Bool> = []
  private var ends: ContiguousArray<Int> = [0]

  init(_ function: Function, _ points: SinglePoints, _ signatures: DomainSignatures) {
    for number in 0..<signatures.classCount(of: function) {
      let (named, part) = signatures.namedAndNeeded(by: function, ofClass: number)
      for node in named {
        nodes.append(node)
        stopsFirst.append(part.map { points.isPoint(node, of: $0) } ?? false)
      }
      ends.append(nodes.count)
    }
  }

  func places(of number: Int) -> Range<Int> { ends[number]..<ends[number + 1] }
}

extension DependencyGraph {
  /// The units of a study as targets: each needs all parts of its functions.
  func targets(_ units: UnitSignatures, _ signatures: DomainSignatures) -> TargetTable {
    var table = TargetTable()
    for entry in units.entries {
      var isNeedy = false
      for number in units.domains(of: entry) {
        let needs = neededNodes(signatures.signatures[number].parts)
        for place in 0..<needs.count { table.need(needs.nodes[place]) }
        if needs.count > 0 { isNeedy = true }
      }
      if isNeedy { table.endTarget(number: entry.number, weight: entry.weight) }
    }
    return table
  }

  /// What every node takes from the units of each sector when it stops alone.
  fileprivate func reachBySector(
    _ units: UnitSignatures, _ signatures: DomainSignatures, _ points: SinglePoints
  ) -> [(sector: NameID, reach: Reach)] {
    var sectors = Numbering<NameID>()
    var counters: [ReachCounter] = []
    for entry in units.entries {
      let place = Int(sectors.number(of: entry.sector))
      if place == counters.count { counters.append(ReachCounter(points)) }
      for number in units.domains(of: entry) {
        let needs = neededNodes(signatures.signatures[number].parts)
        for own in 0..<needs.count { counters[place].need(needs.nodes[own]) }
      }
      counters[place].endTarget(number: entry.number, weight: entry.weight)
    }
    return zip(sectors.values, counters).map { ($0, $1.finished()) }
  }

  /// From how many units every node takes a function when it stops alone.
  fileprivate func reach(
    _ units: UnitSignatures, _ alike: UnitSignatures.Alike, _ signatures: DomainSignatures,
    _ points: SinglePoints, losing function: Function
  ) -> Reach {
    var counter = ReachCounter(points)
    func need(_ number: Int) {
      guard
        let (main, other) = signatures.signatures[number].parts.pair(
          of: function, supposed: supposed)
      else { return }
      counter.need(main)
      if let other, other != main { counter.need(other) }
    }
    for (signature, number) in alike.single.enumerated() where number > 0 {
      need(signature)
      counter.endTarget(number: number)
    }
    for entry in alike.several {
      for signature in units.domains(of: entry) { need(signature) }
      counter.endTarget(number: entry.number)
    }
    return counter.finished()
  }

  /// All that the functions of a domain need, each node once.
  private func neededNodes(_ parts: DomainParts) -> (nodes: SIMD8<NodeID>, count: Int) {
    var found = SIMD8<NodeID>()
    var count = 0
    func add(_ node: NodeID) {
      for place in 0..<count where found[place] == node { return }
      found[count] = node
      count += 1
    }
    for function in Function.allCases {
      guard let (main, other) = parts.pair(of: function, supposed: supposed) else { continue }
      add(main)
      if let other { add(other) }
    }
    return (found, count)
  }

  func sector(of unit: Population.Member) -> String {
    let table = attribution.snapshot.organisations
    return table.string(table.word(.sector, unit.organisation))
  }

  /// The networks any of which a host needs.
  func networks(of host: NodeID) -> [NodeID] { nodes.networks(of: host, in: graph) }
}
