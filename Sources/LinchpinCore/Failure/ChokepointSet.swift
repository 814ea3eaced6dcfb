import Graphs

/// Things of one kind whose joint failure hits most.
public struct ChokepointSet: Sendable, Equatable {
  public var kind: Node.Kind
  /// `KIND:ID` of each, by id; none of them could be left out without losing less.
  public var members: [String]
  /// The names of the members, in the same order.
  public var names: [String]
  /// Units that lose something when all of them stop.
  public var number: Int
  /// The weight of these units: their number unless the study is weighted.
  public var weight: Double
  /// No set of this size takes down more weight than this.
  public var bound: Double

  /// Whether no other set of this size does more.
  public var isExact: Bool { weight == bound }
}

extension ChokepointSet {
  /// The things of a kind, at most `size` of them, whose joint stop takes something from the most
  /// units, by weight; nil where nothing of the kind takes anything.
  ///
  /// Exact up to three; above, plain greedy with the bound that the model gives.
  /// - Complexity: see ``Graphs/FailureAnalysis/jointFailure(of:among:hitting:)``.
  public static func worst(
    _ graph: DependencyGraph, of size: Int, kind: Node.Kind
  ) -> ChokepointSet? {
    guard let population = graph.population, let signatures = graph.signatures else { return nil }
    let units = UnitSignatures(population, signatures)
    let found = graph.failure.jointFailure(
      of: size, among: graph.numbers(of: kind), hitting: graph.targets(units, signatures))
    if found.weight == 0 { return nil }
    let failed = graph.failure.failed(by: found.nodes)
    let members = found.nodes.map { ($0, graph.describe(graph.nodes[Int($0)])) }
      .sorted { $0.1.id < $1.1.id }
    return ChokepointSet(
      kind: kind, members: members.map { graph.label(of: $0.0) }, names: members.map(\.1.name),
      number: graph.number(losing: failed, of: units, signatures),
      weight: Double(found.weight) / 1000, bound: Double(found.upperBound) / 1000)
  }
}

extension DependencyGraph {
  /// The nodes of a kind.
  func numbers(of kind: Node.Kind) -> [NodeID] {
    nodes.indices.filter { nodes[$0].kind == kind }.map { NodeID($0) }
  }

  /// How many units lose a function when these nodes fail.
  fileprivate func number(
    losing failed: NodeSet, of units: UnitSignatures, _ signatures: DomainSignatures
  ) -> Int {
    let isLost = signatures.signatures.map { signature in
      Function.allCases.contains { function in
        needs(of: function, signature.parts).contains(where: failed.contains)
      }
    }
    return units.entries.reduce(0) { sum, entry in
      sum + (units.domains(of: entry).contains { isLost[$0] } ? entry.number : 0)
    }
  }
}
