extension FailureAnalysis {
  /// The minimal cut sets of a node: sets of candidates whose joint stop makes it fail, while no
  /// smaller part of them does.
  ///
  /// Complete up to the given size (their order); ordered by size, then by node numbers. Only
  /// candidates may stop; without a list, every node may, the node itself included. What has failed
  /// besides belongs to no set; a node that fails with it alone has the empty set as its only one.
  ///
  /// Every cut set that holds X must meet the support that the node still has once X has stopped,
  /// so only members of that support are added to X (the search of Reiter, Artificial Intelligence
  /// 32, 1987). With s the size of a support and m the size of all that lies below the node, that
  /// is at most s^(order − 1) solutions of the single-point equations over m nodes.
  ///
  /// ```swift
  /// analysis.minimalCutSets(of: service, upTo: 2)  // [[0], [4, 9]]: 0 alone, or 4 with 9
  /// ```
  public func minimalCutSets(
    of node: NodeID, upTo order: Int, among candidates: NodeSet? = nil,
    alsoFailed: NodeSet = []
  ) -> [[NodeID]] {
    let below = Subgraph(of: graph, below: [node])
    guard order > 0, let top = below.local(node) else { return [] }
    let mayStop = NodeSet(
      (0..<NodeID(below.originals.count)).filter { local in
        candidates.map { $0.contains(below.originals[Int(local)]) } ?? true
      })
    let analysis = FailureAnalysis(below.graph)
    let lost = NodeSet(alsoFailed.lazy.compactMap(below.local))
    if analysis.failed(by: lost).contains(top) { return [[]] }
    var cuts: Set<[NodeID]> = []
    var level: Set<[NodeID]> = [[]]
    for size in 1...order {
      // Cut sets of this size are all found before any of them is asked to be avoided.
      for stopped in level {
        let points = analysis.singlePoints(alsoFailed: lost.union(stopped)).points(of: top)
        for point in points where mayStop.contains(point) {
          let cut = (stopped + [point]).sorted()
          if !holdsCut(cut, cuts) { cuts.insert(cut) }
        }
      }
      guard size < order else { break }
      var next: Set<[NodeID]> = []
      for stopped in level {
        let set = lost.union(stopped)
        let failed = analysis.failed(by: set)
        for extra in analysis.support(of: top, stopped: set, failed: failed)
        where mayStop.contains(extra) {
          let longer = (stopped + [extra]).sorted()
          if !holdsCut(longer, cuts) { next.insert(longer) }
        }
      }
      level = next
    }
    return cuts.map { cut in cut.map { below.originals[Int($0)] } }
      .sorted { $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1) }
  }

  /// The minimal cut sets of what needs several nodes at once: those of each that hold no other's.
  ///
  /// Costs as much as those of the nodes one by one.
  public func minimalCutSets(
    ofNeeding nodes: [NodeID], upTo order: Int, among candidates: NodeSet? = nil,
    alsoFailed: NodeSet = []
  ) -> [[NodeID]] {
    if let only = nodes.first, nodes.count == 1 {
      return minimalCutSets(of: only, upTo: order, among: candidates, alsoFailed: alsoFailed)
    }
    let all = nodes.flatMap {
      minimalCutSets(of: $0, upTo: order, among: candidates, alsoFailed: alsoFailed)
    }
    var kept: Set<[NodeID]> = []
    // Small ones first, so that whatever a set could hold has been kept before it comes.
    let sorted = all.sorted {
      $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1)
    }
    return sorted.filter { set in
      if kept.contains([]) || holdsCut(set, kept) { return false }
      return kept.insert(set).inserted
    }
  }

  /// Whether some part of the set, or all of it, is among the cut sets.
  private func holdsCut(_ set: [NodeID], _ cuts: Set<[NodeID]>) -> Bool {
    (1..<(1 << set.count)).contains { mask in
      cuts.contains(set.indices.filter { mask >> $0 & 1 == 1 }.map { set[$0] })
    }
  }
}
