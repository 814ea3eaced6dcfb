import Graphs

/// A node for every domain, or none, four bytes each.
struct NodeColumn: Sendable {
  private var nodes: ContiguousArray<NodeID>

  private static let none = NodeID.max

  init(count: Int) { nodes = ContiguousArray(repeating: Self.none, count: count) }

  subscript(domain: DomainIndex) -> NodeID? {
    get {
      let node = nodes[domain.index]
      return node == Self.none ? nil : node
    }
    set { nodes[domain.index] = newValue ?? Self.none }
  }
}
