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
    let units = graph.units
    let found = graph.failure.jointFailure(
      of: size, among: graph.numbers(of: kind),
      hitting: units.compactMap { unit in
        unit.whole.map { Target($0, weight: unit.thousandths) }
      })
    if found.weight == 0 { return nil }
    let failed = graph.failure.failed(by: found.nodes)
    let members = found.nodes.map { ($0, graph.describe(graph.nodes[Int($0)])) }
      .sorted { $0.1.id < $1.1.id }
    return ChokepointSet(
      kind: kind, members: members.map { graph.label(of: $0.0) }, names: members.map(\.1.name),
      number: units.count { $0.whole.map(failed.contains) ?? false },
      weight: Double(found.weight) / 1000, bound: Double(found.upperBound) / 1000)
  }
}

extension DependencyGraph {
  /// The nodes of a kind.
  func numbers(of kind: Node.Kind) -> [NodeID] {
    nodes.indices.filter { nodes[$0].kind == kind }.map { NodeID($0) }
  }
}

extension DependencyGraph.Unit {
  /// The weight in whole thousandths, so that sums do not hang on their order.
  var thousandths: Int { Int((member.weight * 1000).rounded()) }
}
