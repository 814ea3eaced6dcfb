import Graphs

/// Requirement nodes by what they need: the same needs give the same node.
struct RequirementPool {
  private(set) var builder = GraphBuilder()
  private(set) var nodes: [Node] = []
  private(set) var numbers: [Node: NodeID] = [:]
  private var requirements: [Need: NodeID] = [:]

  private struct Need: Hashable {
    var requirement: Requirement
    var dependencies: [NodeID]
  }

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
  mutating func require(_ requirement: Requirement, of dependencies: [NodeID]) -> NodeID {
    let distinct = dependencies.count < 2 ? dependencies : Array(Set(dependencies)).sorted()
    if distinct.count == 1 { return distinct[0] }
    let need = Need(requirement: requirement, dependencies: distinct)
    if let known = requirements[need] { return known }
    let number = builder.addNode(requirement)
    nodes.append(.requirement)
    for dependency in distinct { builder.addEdge(from: number, to: dependency) }
    requirements[need] = number
    return number
  }

  consuming func freeze() -> (graph: Graph, nodes: [Node], numbers: [Node: NodeID]) {
    (builder.freeze(), nodes, numbers)
  }
}
