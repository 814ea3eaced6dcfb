/// A node's number: 0 ..< nodeCount, in the order of adding.
public typealias NodeID = UInt32

/// How a node needs its dependencies.
public enum Requirement: UInt8, Sendable {
  /// It stands only while every dependency stands.
  case all
  /// It stands while one dependency stands; without dependencies it stands on its own.
  case any
}

/// A dependency graph whose edges run from dependent to dependency.
///
/// Cycles and self-loops are allowed; parallel edges count once. Nothing can be changed after
/// building, so values are shared freely between tasks. Five bytes per node and four per edge.
///
/// ```swift
/// var builder = GraphBuilder()
/// let service = builder.addNode(.any)
/// let first = builder.addNode()
/// let second = builder.addNode()
/// builder.addEdge(from: service, to: first)
/// builder.addEdge(from: service, to: second)
/// let graph = builder.freeze()
/// Array(graph.dependencies(of: service))  // [1, 2]
/// ```
public struct Graph: Sendable {
  private let requirements: ContiguousArray<Requirement>
  /// Every node's dependencies.
  public let dependencies: Adjacency

  init(requirements: ContiguousArray<Requirement>, dependencies: Adjacency) {
    self.requirements = requirements
    self.dependencies = dependencies
  }

  /// The number of nodes.
  public var nodeCount: Int { requirements.count }

  /// The number of distinct edges, self-loops included.
  public var edgeCount: Int { dependencies.entryCount }

  /// How the node needs its dependencies.
  public func requirement(of node: NodeID) -> Requirement { requirements[Int(node)] }

  /// The nodes this node needs, ascending, each once; O(1).
  public func dependencies(of node: NodeID) -> ArraySlice<NodeID> { dependencies[node] }

  /// Every node's dependents: the edges turned round; O(nodes + edges), so keep the result.
  public func dependents() -> Adjacency { dependencies.transposed() }
}
