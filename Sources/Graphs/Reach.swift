/// A node whose loss counts, and for how much.
public struct Target: Sendable, Hashable {
  /// The node.
  public let node: NodeID
  /// What its loss weighs, 1 unless given; at least 0 where sets of nodes are searched.
  public let weight: Int

  /// A target of the given weight.
  public init(_ node: NodeID, weight: Int = 1) {
    self.node = node
    self.weight = weight
  }
}

/// For every node, how many targets its stop alone takes down, and their weight.
public struct Reach: Sendable {
  /// Per node, the number of targets that fail with it and not without it.
  public internal(set) var counts: [Int]
  /// Per node, the summed weight of these targets.
  public internal(set) var weights: [Int]
  /// The number of targets lost with the extra stops alone, in no node's count.
  public internal(set) var lostCount = 0
  /// The summed weight of the targets lost with the extra stops alone.
  public internal(set) var lostWeight = 0

  /// A reach of no target.
  public init(nodeCount: Int) {
    counts = Array(repeating: 0, count: nodeCount)
    weights = counts
  }

  /// Adds what other targets lose to the same nodes; O(nodes).
  public mutating func add(_ other: Reach) {
    for node in counts.indices {
      counts[node] += other.counts[node]
      weights[node] += other.weights[node]
    }
    lostCount += other.lostCount
    lostWeight += other.lostWeight
  }
}

extension SinglePoints {
  /// For every node v, the targets of which v is a single point of failure.
  ///
  /// A target listed twice counts twice. See ``reach(of:)-(TargetTable)``.
  ///
  /// ```swift
  /// let reach = graph.singlePoints().reach(of: services.map { Target($0) })
  /// reach.counts[Int(supplier)]  // the services lost if the supplier stops
  /// ```
  public func reach(of targets: some Sequence<Target>) -> Reach {
    reach(of: TargetTable(targets))
  }

  /// For every node v, the targets of which v is a single point of failure: the points of what a
  /// target needs, together.
  ///
  /// O(nodes + entries of the distinct sets + entries of the sets of targets that need several
  /// nodes): targets that need one node are summed by set first.
  public func reach(of table: TargetTable) -> Reach {
    var counter = ReachCounter(self)
    for target in 0..<table.count {
      for node in table.needs(of: target) { counter.need(node) }
      counter.endTarget(number: table.numbers[target], weight: table.weights[target])
    }
    return counter.finished()
  }
}

/// Counts targets for the points of what they need while they come, and keeps none of them.
///
/// ```swift
/// var counter = ReachCounter(points)
/// counter.need(exchangers)
/// counter.need(zone)
/// counter.endTarget(number: 12)
/// counter.finished().counts[Int(supplier)]  // 12, if either fails with the supplier
/// ```
/// - Complexity: a target that needs one node O(1), another one O(entries of the sets of what it
///   needs); `finished` O(nodes + entries of the distinct sets).
public struct ReachCounter {
  private let points: SinglePoints
  private var reach: Reach
  /// Of the target under way.
  private var needs: ContiguousArray<NodeID> = []
  /// By distinct set: the targets that need one node whose points it holds.
  private var setCounts: ContiguousArray<Int>
  private var setWeights: ContiguousArray<Int>
  /// By node: the last target that was counted for it.
  private var seen: ContiguousArray<UInt32>
  private var targets: UInt32 = 0

  public init(_ points: SinglePoints) {
    self.points = points
    reach = Reach(nodeCount: points.nodeCount)
    setCounts = ContiguousArray(repeating: 0, count: points.distinctSetCount)
    setWeights = setCounts
    seen = ContiguousArray(repeating: 0, count: points.nodeCount)
  }

  /// Adds a node to those that the target under way needs.
  public mutating func need(_ node: NodeID) { needs.append(node) }

  /// Ends the target under way; one that needs nothing is never lost.
  /// - Parameter number: how many targets of this kind there are.
  /// - Parameter weight: what all of them weigh together, their number unless given.
  public mutating func endTarget(number: Int = 1, weight: Int? = nil) {
    count(needs, number, weight ?? number)
    needs.removeAll(keepingCapacity: true)
  }

  private mutating func count(
    _ needs: ContiguousArray<NodeID>, _ number: Int, _ weight: Int
  ) {
    if needs.contains(where: points.isLostAlready) {
      reach.lostCount += number
      reach.lostWeight += weight
      return
    }
    guard needs.count > 1 else {
      if let only = needs.first { add(only, number, weight) }
      return
    }
    targets += 1
    for node in needs {
      see(node, number, weight)
      for entry in points.entries(ofSet: points.setNumber(of: node)) {
        see(points.element(entry), number, weight)
      }
    }
  }

  /// A target that needs one node: counted with all that have the same points.
  private mutating func add(_ node: NodeID, _ number: Int, _ weight: Int) {
    let set = points.setNumber(of: node)
    setCounts[Int(set)] += number
    setWeights[Int(set)] += weight
    // In a cycle the shared set may hold the node itself.
    if !points.isStored(node, inSet: set) { count(node, number, weight) }
  }

  private mutating func see(_ point: NodeID, _ number: Int, _ weight: Int) {
    if seen[Int(point)] == targets { return }
    seen[Int(point)] = targets
    count(point, number, weight)
  }

  private mutating func count(_ point: NodeID, _ number: Int, _ weight: Int) {
    reach.counts[Int(point)] += number
    reach.weights[Int(point)] += weight
  }

  /// What was counted.
  public consuming func finished() -> Reach {
    for number in setCounts.indices where setCounts[number] > 0 {
      for entry in points.entries(ofSet: UInt32(number)) {
        count(points.element(entry), setCounts[number], setWeights[number])
      }
    }
    return reach
  }
}
