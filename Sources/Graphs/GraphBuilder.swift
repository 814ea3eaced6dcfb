/// Collects nodes and edges for a graph.
///
/// Nodes are numbered in the order of adding; edges may come in any order and more than once, the
/// graph is the same.
public struct GraphBuilder: Sendable {
  private var requirements: ContiguousArray<Requirement> = []
  private var dependents: ContiguousArray<NodeID> = []
  private var dependencies: ContiguousArray<NodeID> = []

  /// An empty builder.
  public init() {}

  /// The number of nodes added so far.
  public var nodeCount: Int { requirements.count }

  /// Makes room, so that adding does not have to move what is there.
  public mutating func reserveCapacity(nodes: Int, edges: Int) {
    requirements.reserveCapacity(nodes)
    dependents.reserveCapacity(edges)
    dependencies.reserveCapacity(edges)
  }

  /// Adds a node and returns its number; at most 2³² − 1 nodes.
  public mutating func addNode(_ requirement: Requirement = .all) -> NodeID {
    requirements.append(requirement)
    return NodeID(requirements.count - 1)
  }

  /// Adds an edge between two nodes added before; at most 2³² − 1 edges.
  public mutating func addEdge(from dependent: NodeID, to dependency: NodeID) {
    precondition(max(dependent, dependency) < requirements.count, "an edge needs added nodes")
    dependents.append(dependent)
    dependencies.append(dependency)
  }

  /// The finished graph; O(nodes + edges).
  public consuming func freeze() -> Graph {
    // Turning the edges round once more leaves every row sorted without comparing anything.
    let turned = Adjacency(rowCount: nodeCount, rows: dependencies, targets: dependents)
    return Graph(
      requirements: requirements, dependencies: turned.transposed().withoutDuplicates())
  }
}
