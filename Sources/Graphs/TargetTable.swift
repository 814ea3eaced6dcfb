/// Targets in one table, each lost as soon as one of the nodes it needs is.
///
/// A target that needs several nodes costs four bytes for each of them, and no node of the graph.
///
/// ```swift
/// var services = TargetTable()
/// services.need(exchangers)
/// services.need(zone)
/// services.endTarget(number: 12)
/// points.reach(of: services).counts[Int(supplier)]  // 12, if either fails with the supplier
/// ```
public struct TargetTable: Sendable {
  private(set) var needs: ContiguousArray<NodeID> = []
  private(set) var numbers: ContiguousArray<Int> = []
  private(set) var weights: ContiguousArray<Int> = []
  private var ends: ContiguousArray<Int> = [0]

  public init() {}

  /// One target for each node and weight.
  public init(_ targets: some Sequence<Target>) {
    for target in targets {
      need(target.node)
      endTarget(weight: target.weight)
    }
  }

  /// The number of targets, each counted once.
  public var count: Int { numbers.count }

  /// Adds a node to those that the target under way needs.
  public mutating func need(_ node: NodeID) { needs.append(node) }

  /// Ends the target under way; one that needs nothing is never lost.
  /// - Parameter number: how many targets of this kind there are.
  /// - Parameter weight: what all of them weigh together, their number unless given.
  public mutating func endTarget(number: Int = 1, weight: Int? = nil) {
    ends.append(needs.count)
    numbers.append(number)
    weights.append(weight ?? number)
  }

  /// The places in `needs` of what one target needs.
  func places(of target: Int) -> Range<Int> { ends[target]..<ends[target + 1] }

  /// What one target needs, as given.
  func needs(of target: Int) -> ArraySlice<NodeID> { ArraySlice(needs[places(of: target)]) }
}
