import Graphs

/// Requirement nodes by what they need: the same needs give the same node.
struct RequirementPool {
  private(set) var builder = GraphBuilder()
  private(set) var nodes: [Node] = []
  private(set) var numbers: [Node: NodeID] = [:]

  /// The needs of every requirement node, end to end, and where each one's stop.
  private var needs: ContiguousArray<NodeID> = []
  private var ends: ContiguousArray<Int> = [0]
  private var hashes: ContiguousArray<UInt32> = []
  private var owners: ContiguousArray<NodeID> = []
  private var kinds: ContiguousArray<Requirement> = []
  /// Open addressing with linear probing; 0 is an empty slot, otherwise the place plus one.
  private var slots = ContiguousArray<UInt32>(repeating: 0, count: 1 << 10)
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
    let hash = hash(requirement)
    let slot = slot(of: requirement, hash)
    if slots[slot] != 0 { return owners[Int(slots[slot]) - 1] }
    let number = builder.addNode(requirement)
    nodes.append(.requirement)
    for dependency in wanted { builder.addEdge(from: number, to: dependency) }
    needs.append(contentsOf: wanted)
    ends.append(needs.count)
    hashes.append(hash)
    owners.append(number)
    kinds.append(requirement)
    slots[slot] = UInt32(owners.count)
    if owners.count * 2 > slots.count { grow() }
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

  private func slot(of requirement: Requirement, _ hash: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if hashes[place] == hash, kinds[place] == requirement,
        needs[ends[place]..<ends[place + 1]].elementsEqual(wanted)
      {
        break
      }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    slots = ContiguousArray(repeating: 0, count: mask + 1)
    for (place, hash) in hashes.enumerated() {
      var slot = Int(hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(place + 1)
    }
  }

  /// Multiply and fold; no result depends on it.
  private func hash(_ requirement: Requirement) -> UInt32 {
    var state = 0x9E37_79B9_7F4A_7C15 ^ UInt64(requirement.rawValue)
    for node in wanted {
      let wide = (state ^ UInt64(node)).multipliedFullWidth(by: 0xD1B5_4A32_D192_ED03)
      state = wide.high ^ wide.low
    }
    return UInt32(truncatingIfNeeded: state ^ state >> 32)
  }
}
