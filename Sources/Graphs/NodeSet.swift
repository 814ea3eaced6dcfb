/// A set of nodes, one bit each.
///
/// Grows as nodes are inserted; iteration is in ascending order. Membership costs O(1), iteration
/// and copying O(largest node / 64).
///
/// ```swift
/// var set: NodeSet = [7, 3]
/// set.insert(5)
/// Array(set)  // [3, 5, 7]
/// ```
public struct NodeSet: Sendable {
  /// The number of nodes in the set.
  public private(set) var count = 0
  private var words: ContiguousArray<UInt64>

  /// An empty set with room for the nodes below `capacity`.
  public init(capacity: Int = 0) {
    words = ContiguousArray(repeating: 0, count: (capacity + 63) / 64)
  }

  /// The set of the given nodes.
  public init(_ nodes: some Sequence<NodeID>) {
    self.init()
    for node in nodes { insert(node) }
  }

  /// Whether the set holds no node.
  public var isEmpty: Bool { count == 0 }

  /// Whether the set holds the node; false for nodes beyond its capacity.
  public func contains(_ node: NodeID) -> Bool {
    let word = Int(node >> 6)
    return word < words.count && words[word] & Self.bit(node) != 0
  }

  /// Adds a node and tells whether it was new.
  @discardableResult
  public mutating func insert(_ node: NodeID) -> Bool {
    let word = Int(node >> 6)
    if word >= words.count {
      words.append(contentsOf: repeatElement(0, count: word + 1 - words.count))
    }
    guard words[word] & Self.bit(node) == 0 else { return false }
    words[word] |= Self.bit(node)
    count += 1
    return true
  }

  /// Takes a node out and tells whether it was there.
  @discardableResult
  public mutating func remove(_ node: NodeID) -> Bool {
    guard contains(node) else { return false }
    words[Int(node >> 6)] &= ~Self.bit(node)
    count -= 1
    return true
  }

  /// Adds every node of another set; O(capacity / 64).
  public mutating func formUnion(_ other: NodeSet) {
    if other.words.count > words.count {
      words.append(contentsOf: repeatElement(0, count: other.words.count - words.count))
    }
    for word in other.words.indices {
      count += (other.words[word] & ~words[word]).nonzeroBitCount
      words[word] |= other.words[word]
    }
  }

  /// This set and more nodes.
  public func union(_ nodes: some Sequence<NodeID>) -> NodeSet {
    var larger = self
    for node in nodes { larger.insert(node) }
    return larger
  }

  /// Whether every node of this set is in the other; O(capacity / 64).
  public func isSubset(of other: NodeSet) -> Bool {
    words.indices.allSatisfy { word in
      let others = word < other.words.count ? other.words[word] : 0
      return words[word] & ~others == 0
    }
  }

  /// The least member that is `start` or above; O(words skipped).
  func first(from start: NodeID) -> NodeID? {
    var word = Int(start >> 6)
    guard word < words.count else { return nil }
    var rest = words[word] & (~0 << UInt64(start & 63))
    while rest == 0 {
      word += 1
      guard word < words.count else { return nil }
      rest = words[word]
    }
    return NodeID(word << 6 + rest.trailingZeroBitCount)
  }

  private static func bit(_ node: NodeID) -> UInt64 { 1 << UInt64(node & 63) }
}

extension NodeSet: Equatable {
  /// Compares members; capacities do not matter.
  public static func == (left: NodeSet, right: NodeSet) -> Bool {
    left.count == right.count && left.isSubset(of: right)
  }
}

extension NodeSet: ExpressibleByArrayLiteral {
  /// The set of the listed nodes.
  public init(arrayLiteral nodes: NodeID...) { self.init(nodes) }
}

extension NodeSet: Sequence {
  /// Visits the members in ascending order.
  public struct Iterator: IteratorProtocol {
    fileprivate let words: ContiguousArray<UInt64>
    fileprivate var word = -1
    fileprivate var rest: UInt64 = 0

    /// The next member, or nil after the last.
    public mutating func next() -> NodeID? {
      while rest == 0 {
        word += 1
        guard word < words.count else { return nil }
        rest = words[word]
      }
      defer { rest &= rest - 1 }
      return NodeID(word << 6 + rest.trailingZeroBitCount)
    }
  }

  /// An iterator in ascending order.
  public func makeIterator() -> Iterator { Iterator(words: words) }

  /// A lower bound that is exact.
  public var underestimatedCount: Int { count }
}
