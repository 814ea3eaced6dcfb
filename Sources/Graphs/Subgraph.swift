/// What lies below some nodes, with all it needs, as a graph of its own.
///
/// Whether these nodes fail, and which components are warm, is decided there as in the whole graph,
/// since components are either wholly inside or wholly outside.
struct Subgraph {
  let graph: Graph
  /// Per node of the subgraph its number in the whole graph, ascending.
  let originals: [NodeID]
  /// Per target the node that needs all that the target needs; added above the others where that is
  /// more than one.
  let tops: [NodeID]

  /// O(nodes / 64 + edges below the roots).
  init(of whole: Graph, below roots: some Sequence<NodeID>) {
    self.init(of: whole, below: TargetTable(roots.map { Target($0) }))
  }

  /// O(nodes / 64 + edges below the targets).
  init(of whole: Graph, below targets: TargetTable) {
    var found = NodeSet(capacity: whole.nodeCount)
    var open = targets.needs.filter { found.insert($0) }
    while let node = open.popLast() {
      for dependency in whole.dependencies(of: node) where found.insert(dependency) {
        open.append(dependency)
      }
    }
    originals = Array(found)
    var builder = GraphBuilder()
    for node in originals { _ = builder.addNode(whole.requirement(of: node)) }
    for (local, node) in originals.enumerated() {
      for dependency in whole.dependencies(of: node) {
        let position = Self.position(of: dependency, in: originals)
        builder.addEdge(from: NodeID(local), to: NodeID(position))
      }
    }
    var tops: [NodeID] = []
    for target in 0..<targets.count {
      var needs: [NodeID] = []
      for node in targets.needs(of: target) {
        needs.append(NodeID(Self.position(of: node, in: originals)))
      }
      if let only = needs.first, needs.allSatisfy({ $0 == only }) {
        tops.append(only)
        continue
      }
      let top = builder.addNode(.all)
      for need in needs { builder.addEdge(from: top, to: need) }
      tops.append(top)
    }
    self.tops = tops
    graph = builder.freeze()
  }

  /// The node's number in the subgraph, nil if it lies outside; O(log nodes).
  func local(_ node: NodeID) -> NodeID? {
    let position = Self.position(of: node, in: originals)
    return position < originals.count && originals[position] == node ? NodeID(position) : nil
  }

  private static func position(of node: NodeID, in sorted: [NodeID]) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < node { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
