/// The single points of failure of every node: the nodes whose stop alone makes it fail.
///
/// With F(X) what fails when X stops, node v is a point of t if t ∈ F({v} ∪ X), X being what is
/// taken as failed besides; every node is a point of itself. Nodes with equal dependencies share
/// one stored set, so memory grows with the distinct sets, plus four bytes per node.
///
/// Time is O(sum over edges of the set sizes) for graphs without cycles; within a component with
/// cycles the equations are repeated until nothing changes, at worst members² times.
///
/// ```swift
/// let points = graph.singlePoints()
/// points.points(of: service)  // [service, its only name server, …]
/// ```
public struct SinglePoints: Sendable {
  /// Marks the nodes that fail with the extra stops alone: everything is a point of theirs.
  static let everything = UInt32.max

  private let pool: SetPool
  private let sets: ContiguousArray<UInt32>

  /// Solves the equations of every component, dependencies first.
  ///
  /// Warm components stay those the analysis found while nothing was stopped.
  public init(_ analysis: FailureAnalysis, alsoFailed: NodeSet = []) {
    var solver = SinglePointSolver(analysis, alsoFailed: alsoFailed)
    solver.solve()
    pool = solver.pool
    sets = solver.sets
  }

  /// The number of nodes.
  public var nodeCount: Int { sets.count }

  /// The number of distinct sets stored for all nodes.
  public var distinctSetCount: Int { pool.count }

  /// The number of entries in the distinct sets together, four bytes each.
  public var storedEntryCount: Int { pool.elementCount }

  /// Whether the node fails with the extra stops alone, whatever else happens.
  public func isLostAlready(_ node: NodeID) -> Bool { sets[Int(node)] == Self.everything }

  /// The node's single points of failure, ascending and itself included; all nodes if it is lost
  /// already.
  public func points(of node: NodeID) -> [NodeID] {
    if isLostAlready(node) { return Array(0..<NodeID(nodeCount)) }
    var merger = RunMerger()
    merger.append(pool[sets[Int(node)]], and: node)
    return Array(merger.union())
  }

  /// Whether stopping `point` makes `node` fail; O(log points).
  public func isPoint(_ point: NodeID, of node: NodeID) -> Bool {
    point == node || isLostAlready(node) || isStored(point, inSet: sets[Int(node)])
  }

  /// The number of the set that, with the node itself, makes up the node's points.
  func setNumber(of node: NodeID) -> UInt32 { sets[Int(node)] }

  /// The places of a stored set's elements, which ascend.
  func entries(ofSet number: UInt32) -> Range<Int> { pool.places(of: number) }

  /// The element at a place of some stored set.
  func element(_ place: Int) -> NodeID { pool.element(place) }

  /// Whether a stored set holds the node.
  func isStored(_ point: NodeID, inSet number: UInt32) -> Bool {
    let set = pool.places(of: number)
    var (low, high) = (set.lowerBound, set.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if pool.element(middle) < point { low = middle + 1 } else { high = middle }
    }
    return low < set.upperBound && pool.element(low) == point
  }
}

extension Graph {
  /// The single points of failure of every node; make a `FailureAnalysis` first to ask more than
  /// once.
  public func singlePoints(alsoFailed: NodeSet = []) -> SinglePoints {
    FailureAnalysis(self).singlePoints(alsoFailed: alsoFailed)
  }
}

extension FailureAnalysis {
  /// The single points of failure of every node while the given nodes are stopped besides.
  public func singlePoints(alsoFailed: NodeSet = []) -> SinglePoints {
    SinglePoints(self, alsoFailed: alsoFailed)
  }
}
