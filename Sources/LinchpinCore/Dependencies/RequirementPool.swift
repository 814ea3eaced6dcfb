import Graphs

/// Requirement nodes by what they need: the same needs give the same node.
struct RequirementPool {
  private(set) var builder = GraphBuilder()
  private(set) var nodes: [Node] = []
  private(set) var numbers: [Node: NodeID] = [:]

  /// The needs of every requirement node, end to end, and where each one's stop.
  private var needs: ContiguousArray<NodeID> = []
  private var ends: ContiguousArray<Int> = [0]
  private var owners: ContiguousArray<NodeID> = []
  private var kinds: ContiguousArray<Requirement> = []
  private var table = PlaceTable()
  /// The needs at hand, in memory used again and again.
  private var wanted: ContiguousArray<NodeID> = []

  /// The node of a named thing, added when it is new; true when it was.
  mutating func named(_ node: Node) -> (number: NodeID, isNew: Bool) {
    if let known = numbers[node] { return (known, false) }
    let number = builder.addNode(.all)
    nodes.append(node)
    numbers[node] = number
    return (number, true)
  }

  /// A node whose needs are connected later.
  mutating func placeholder() -> NodeID {
    nodes.append(.requirement)
    return builder.addNode(.all)
  }

  mutating func connect(_ dependent: NodeID, to dependency: NodeID) {
    builder.addEdge(from: dependent, to: dependency)
  }

  /// The node that needs all or any of `dependencies`; a single one stands for itself.
  /// - Complexity: O(dependencies²) where they are few, one hash probe.
  mutating func require(
    _ requirement: Requirement, of dependencies: some Collection<NodeID>
  ) -> NodeID {
    wanted.removeAll(keepingCapacity: true)
    wanted.append(contentsOf: dependencies)
    makeDistinct()
    if wanted.count == 1 { return wanted[0] }
    var mixed = wantedHash
    mixed.combine(UInt64(requirement.rawValue))
    let known = table.find(mixed.value) { place in
      kinds[place] == requirement
        && needs[ends[place]..<ends[place + 1]].elementsEqual(wanted)
    }
    if let known { return owners[known] }
    let number = builder.addNode(requirement)
    nodes.append(.requirement)
    for dependency in wanted { builder.addEdge(from: number, to: dependency) }
    needs.append(contentsOf: wanted)
    ends.append(needs.count)
    table.insert(owners.count, hash: mixed.value)
    owners.append(number)
    kinds.append(requirement)
    return number
  }

  consuming func freeze() -> (graph: Graph, nodes: [Node], numbers: [Node: NodeID]) {
    (builder.freeze(), nodes, numbers)
  }

  /// Sorts the needs at hand and keeps each once; nearly always they are one to four.
  private mutating func makeDistinct() {
    if wanted.count < 2 { return }
    if wanted.count == 2 {
      if wanted[0] > wanted[1] { wanted.swapAt(0, 1) }
      if wanted[0] == wanted[1] { wanted.removeLast() }
      return
    }
    wanted.sort()
    var kept = 1
    for place in 1..<wanted.count where wanted[place] != wanted[kept - 1] {
      wanted[kept] = wanted[place]
      kept += 1
    }
    wanted.removeSubrange(kept...)
  }

  private var wantedHash: PlaceTable.Hash {
    wanted.reduce(into: PlaceTable.Hash(0)) { $0.combine(UInt64($1)) }
  }
}
