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
    var count = ReachCount(self)
    for target in 0..<table.count { count.add(target, of: table) }
    return count.finished()
  }
}

/// Counts targets for the points of what they need.
private struct ReachCount {
  private let points: SinglePoints
  private var reach: Reach
  /// By distinct set: the targets that need one node whose points it holds.
  private var setCounts: ContiguousArray<Int>
  private var setWeights: ContiguousArray<Int>
  /// By node: the last target that was counted for it.
  private var seen: ContiguousArray<UInt32>

  init(_ points: SinglePoints) {
    self.points = points
    reach = Reach(
      counts: Array(repeating: 0, count: points.nodeCount),
      weights: Array(repeating: 0, count: points.nodeCount))
    setCounts = ContiguousArray(repeating: 0, count: points.distinctSetCount)
    setWeights = setCounts
    seen = ContiguousArray(repeating: 0, count: points.nodeCount)
  }

  mutating func add(_ target: Int, of table: TargetTable) {
    let (number, weight) = (table.numbers[target], table.weights[target])
    let places = table.places(of: target)
    for place in places where points.isLostAlready(table.needs[place]) {
      reach.lostCount += number
      reach.lostWeight += weight
      return
    }
    guard places.count > 1 else {
      if let place = places.first { add(table.needs[place], number, weight) }
      return
    }
    let stamp = UInt32(target + 1)
    for place in places {
      let node = table.needs[place]
      see(node, stamp, number, weight)
      for entry in points.entries(ofSet: points.setNumber(of: node)) {
        see(points.element(entry), stamp, number, weight)
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

  private mutating func see(_ point: NodeID, _ stamp: UInt32, _ number: Int, _ weight: Int) {
    if seen[Int(point)] == stamp { return }
    seen[Int(point)] = stamp
    count(point, number, weight)
  }

  private mutating func count(_ point: NodeID, _ number: Int, _ weight: Int) {
    reach.counts[Int(point)] += number
    reach.weights[Int(point)] += weight
  }

  consuming func finished() -> Reach {
    for number in setCounts.indices where setCounts[number] > 0 {
      for entry in points.entries(ofSet: UInt32(number)) {
        count(points.element(entry), setCounts[number], setWeights[number])
      }
    }
    return reach
  }
}
