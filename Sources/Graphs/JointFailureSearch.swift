/// The search for the worst joint failure, in the subgraph below the targets.
struct JointFailureSearch {
  private let analysis: FailureAnalysis
  private let targets: [Target]
  private let targetWeights: ContiguousArray<Int>
  /// Candidates by falling coverage, then by number.
  private let candidates: [NodeID]
  /// Per candidate, in that order, the weight of the targets it has any part in.
  private let coverages: [Int]
  private var best: (nodes: [NodeID], weight: Int) = ([], 0)

  init(_ analysis: FailureAnalysis, candidates unsorted: [NodeID], targets: [Target]) {
    self.analysis = analysis
    self.targets = targets
    var weights = ContiguousArray(repeating: 0, count: analysis.graph.nodeCount)
    for target in targets {
      precondition(target.weight >= 0, "a target weighs nothing or something")
      weights[Int(target.node)] += target.weight
    }
    targetWeights = weights
    let covered: [Target] = unsorted.map { candidate in
      let above = Self.dependents(of: candidate, beyond: [], in: analysis)
      return Target(candidate, weight: above.reduce(0) { $0 + weights[Int($1)] })
    }
    let ordered = covered.sorted { one, other in
      one.weight != other.weight ? one.weight > other.weight : one.node < other.node
    }
    candidates = ordered.map(\.node)
    coverages = ordered.map(\.weight)
  }

  mutating func run(size: Int) -> JointFailure {
    let size = max(0, min(size, candidates.count))
    descendGreedily(size: size)
    if size <= 3 { extend([], from: 0, by: size) }
    let isProven = size <= 3 || size == candidates.count
    let bound = isProven ? best.weight : coverageBound(size: size)
    return JointFailure(nodes: withoutIdle(best.nodes), weight: best.weight, upperBound: bound)
  }

  /// Per node, the weight lost if it stops together with the chosen ones.
  private func losses(with chosen: [NodeID]) -> [Int] {
    let reach = analysis.singlePoints(alsoFailed: NodeSet(chosen)).reach(of: targets)
    return reach.weights.map { $0 + reach.lostWeight }
  }

  private mutating func descendGreedily(size: Int) {
    var chosen: [NodeID] = []
    while chosen.count < size {
      let losses = losses(with: chosen)
      var next: NodeID?
      for candidate in candidates where !chosen.contains(candidate) {
        if let leader = next, losses[Int(leader)] >= losses[Int(candidate)] { continue }
        next = candidate
      }
      guard let next else { break }
      chosen.append(next)
      consider(chosen, losses[Int(next)])
    }
  }

  /// Tries every larger set that could still beat the best.
  private mutating func extend(_ chosen: [NodeID], from first: Int, by room: Int) {
    guard room > 0, first < candidates.count else { return }
    let losses = losses(with: chosen)
    for index in first..<candidates.count {
      let larger = chosen + [candidates[index]]
      let loss = losses[Int(candidates[index])]
      consider(larger, loss)
      // What a further node adds lies above it, so it is at most its coverage; later candidates
      // cover no more than the next ones.
      let further = coverages.dropFirst(index + 1).prefix(room - 1).reduce(0, +)
      if loss + further > best.weight { extend(larger, from: index + 1, by: room - 1) }
    }
  }

  private mutating func consider(_ nodes: [NodeID], _ weight: Int) {
    if weight > best.weight { best = (nodes, weight) }
  }

  private func withoutIdle(_ nodes: [NodeID]) -> [NodeID] {
    nodes.sorted().reduce(nodes.sorted()) { kept, node in
      let fewer = kept.filter { $0 != node }
      let loss = analysis.failed(by: fewer).reduce(0) { $0 + targetWeights[Int($1)] }
      return loss == best.weight ? fewer : kept
    }
  }

  /// A weight no `size` candidates can exceed, from greedy maximum coverage.
  private func coverageBound(size: Int) -> Int {
    var bounds = coverages
    var covered: NodeSet = []
    var total = 0
    for _ in 0..<size {
      var leader: (index: Int, gain: Int, nodes: [NodeID]) = (0, -1, [])
      // Coverage only shrinks as others are chosen, so an old value bounds the new one.
      for index in bounds.indices.sorted(by: { (bounds[$1], $0) < (bounds[$0], $1) }) {
        if bounds[index] <= leader.gain { break }
        let nodes = Self.dependents(of: candidates[index], beyond: covered, in: analysis)
        bounds[index] = nodes.reduce(0) { $0 + targetWeights[Int($1)] }
        if bounds[index] > leader.gain { leader = (index, bounds[index], nodes) }
      }
      total += leader.gain
      for node in leader.nodes { covered.insert(node) }
    }
    return min(
      Self.raisedByGreedyGuarantee(total), coverages.prefix(size).reduce(0, +),
      targetWeights.reduce(0, +))
  }

  /// The weight / (1 − 1/e), rounded up in integers.
  private static func raisedByGreedyGuarantee(_ weight: Int) -> Int {
    let (numerator, denominator) = (1_581_976_707, 1_000_000_000)
    let (whole, rest) = weight.quotientAndRemainder(dividingBy: denominator)
    return whole * numerator + (rest * numerator + denominator - 1) / denominator
  }

  /// The node and all above it, leaving out what is covered with all above that.
  private static func dependents(
    of node: NodeID, beyond covered: NodeSet, in analysis: FailureAnalysis
  ) -> [NodeID] {
    guard !covered.contains(node) else { return [] }
    var found: NodeSet = [node]
    var order = [node]
    var next = 0
    while next < order.count {
      for dependent in analysis.dependents[order[next]]
      where !covered.contains(dependent) && found.insert(dependent) {
        order.append(dependent)
      }
      next += 1
    }
    return order
  }
}
