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
  /// A target listed twice counts twice. O(targets + nodes + entries of the distinct sets): targets
  /// with the same points are summed first.
  ///
  /// ```swift
  /// let reach = graph.singlePoints().reach(of: services.map { Target($0) })
  /// reach.counts[Int(supplier)]  // the services lost if the supplier stops
  /// ```
  public func reach(of targets: some Sequence<Target>) -> Reach {
    var reach = Reach(
      counts: Array(repeating: 0, count: nodeCount), weights: Array(repeating: 0, count: nodeCount))
    var setCounts = ContiguousArray(repeating: 0, count: distinctSetCount)
    var setWeights = setCounts
    for target in targets {
      let number = setNumber(of: target.node)
      guard number != Self.everything else {
        reach.lostCount += 1
        reach.lostWeight += target.weight
        continue
      }
      setCounts[Int(number)] += 1
      setWeights[Int(number)] += target.weight
      // In a cycle the shared set may hold the node itself.
      if !isStored(target.node, inSet: number) {
        reach.counts[Int(target.node)] += 1
        reach.weights[Int(target.node)] += target.weight
      }
    }
    for number in setCounts.indices where setCounts[number] > 0 {
      for point in elements(ofSet: UInt32(number)) {
        reach.counts[Int(point)] += setCounts[number]
        reach.weights[Int(point)] += setWeights[number]
      }
    }
    return reach
  }
}
