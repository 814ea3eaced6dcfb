/// Nodes whose joint stop takes down the most target weight.
public struct JointFailure: Sendable, Hashable {
  /// The nodes, ascending; none of them could be left out without losing less.
  public let nodes: [NodeID]
  /// The weight of the targets that fail when these nodes stop.
  public let weight: Int
  /// A weight that no set of as many nodes can exceed.
  public let upperBound: Int

  /// Whether no set of as many nodes takes down more, as far as the bound can prove.
  public var isExact: Bool { weight == upperBound }
}

extension FailureAnalysis {
  /// The candidates, at most `size` of them, whose joint stop takes down the most target weight.
  ///
  /// Weights must not be negative. Targets named twice count twice. Of equally bad sets one is
  /// chosen by the numbers of nodes alone, so the order of the lists does not matter.
  ///
  /// Exact up to size 3: branch and bound over candidates by their coverage, the weight that would
  /// fail with them if each `any` failed with one member. At worst candidates^(size − 1) solutions
  /// of the single-point equations below the targets; heavy-tailed inputs need few. Above size 3
  /// plain greedy, `size` solutions, without a guarantee since joint failure is not submodular;
  /// the upper bound is then the greedy coverage / (1 − 1/e) (Nemhauser, Wolsey and Fisher,
  /// Mathematical Programming 14, 1978), or less where less can be proven.
  ///
  /// ```swift
  /// let worst = analysis.jointFailure(of: 2, among: suppliers, hitting: services)
  /// print(worst.nodes, worst.weight)
  /// ```
  public func jointFailure(
    of size: Int, among candidates: some Sequence<NodeID>, hitting targets: some Sequence<Target>
  ) -> JointFailure {
    jointFailure(of: size, among: candidates, hitting: TargetTable(targets))
  }

  /// The same for targets of which each needs several nodes.
  public func jointFailure(
    of size: Int, among candidates: some Sequence<NodeID>, hitting targets: TargetTable
  ) -> JointFailure {
    let below = Subgraph(of: graph, below: targets)
    // Candidates outside hit no target.
    let local = NodeSet(candidates.lazy.compactMap(below.local))
    var search = JointFailureSearch(
      FailureAnalysis(below.graph), candidates: Array(local),
      targets: below.tops.enumerated().map { Target($1, weight: targets.weights[$0]) })
    let found = search.run(size: size)
    return JointFailure(
      nodes: found.nodes.map { below.originals[Int($0)] }, weight: found.weight,
      upperBound: found.upperBound)
  }
}
