extension FailureAnalysis {
  /// Standing nodes that are together enough for the node to stand, itself included.
  ///
  /// As long as none of them stops, the node stands, whatever else stops: each `all` node brings
  /// all its dependencies along, each `any` node the one with the least support. Small, though not
  /// always the smallest. `failed` must be what fails by `stopped`, and the node not in it.
  /// O(nodes + edges).
  func support(of node: NodeID, stopped: NodeSet, failed: NodeSet) -> NodeSet {
    let unknown = Int.max
    let limit = 1 << 40
    var costs = ContiguousArray(repeating: unknown, count: graph.nodeCount)
    var choices = ContiguousArray<NodeID?>(repeating: nil, count: graph.nodeCount)
    for component in 0..<UInt32(components.count) {
      // In this order an ordinary member finds a dependency whose cost is known, so its choice
      // never leads back to it; in a warm component it may, for there members hold each other up.
      for member in standing(in: component, stopped: stopped, failed: failed) {
        let needed = graph.dependencies(of: member)
        switch graph.requirement(of: member) {
        case .all:
          costs[Int(member)] = needed.reduce(1) { min($0 + min(costs[Int($1)], limit), limit) }
        case .any:
          let choice = needed.lazy.filter { !failed.contains($0) }
            .min { costs[Int($0)] < costs[Int($1)] }
          choices[Int(member)] = choice
          costs[Int(member)] = choice.map { min(costs[Int($0)], limit - 1) + 1 } ?? 1
        }
      }
    }
    var found: NodeSet = [node]
    var open = [node]
    while let next = open.popLast() {
      switch graph.requirement(of: next) {
      case .all: open += graph.dependencies(of: next).filter { found.insert($0) }
      case .any: open += [choices[Int(next)]].compactMap(\.self).filter { found.insert($0) }
      }
    }
    return found
  }
}
