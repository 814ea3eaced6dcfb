/// Compressed adjacency: one sorted row of nodes per node.
///
/// Rows lie end to end in one array, so a row is a slice that copies nothing. Memory is four bytes
/// per node and four per edge.
public struct Adjacency: Sendable {
  private(set) var offsets: ContiguousArray<UInt32>
  private(set) var targets: ContiguousArray<NodeID>

  /// Groups edges by row with a counting sort that keeps their order; O(rows + edges).
  init(
    rowCount: Int, rows: ContiguousArray<NodeID>, targets unsorted: ContiguousArray<NodeID>
  ) {
    offsets = ContiguousArray(repeating: 0, count: rowCount + 1)
    for row in rows { offsets[Int(row) + 1] += 1 }
    for row in 0..<rowCount { offsets[row + 1] += offsets[row] }
    var next = offsets
    targets = ContiguousArray(repeating: 0, count: unsorted.count)
    for edge in rows.indices {
      let row = Int(rows[edge])
      targets[Int(next[row])] = unsorted[edge]
      next[row] += 1
    }
  }

  private init(offsets: ContiguousArray<UInt32>, targets: ContiguousArray<NodeID>) {
    self.offsets = offsets
    self.targets = targets
  }

  /// The number of rows.
  public var rowCount: Int { offsets.count - 1 }

  /// The number of entries in all rows together.
  public var entryCount: Int { targets.count }

  /// The row of a node, in ascending order.
  public subscript(node: NodeID) -> ArraySlice<NodeID> {
    targets[Int(offsets[Int(node)])..<Int(offsets[Int(node) + 1])]
  }

  /// The same edges turned round; its rows are sorted whatever the order here; O(rows + entries).
  func transposed() -> Adjacency {
    var starts = ContiguousArray<UInt32>(repeating: 0, count: offsets.count)
    for target in targets { starts[Int(target) + 1] += 1 }
    for row in 0..<rowCount { starts[row + 1] += starts[row] }
    var next = starts
    var sources = ContiguousArray<NodeID>(repeating: 0, count: targets.count)
    for row in 0..<rowCount {
      for entry in Int(offsets[row])..<Int(offsets[row + 1]) {
        let target = Int(targets[entry])
        sources[Int(next[target])] = NodeID(row)
        next[target] += 1
      }
    }
    return Adjacency(offsets: starts, targets: sources)
  }

  /// The same rows with repeated neighbours kept once; wants sorted rows; O(rows + entries).
  func withoutDuplicates() -> Adjacency {
    var starts = ContiguousArray<UInt32>(repeating: 0, count: offsets.count)
    var kept = ContiguousArray<NodeID>()
    kept.reserveCapacity(targets.count)
    for row in 0..<rowCount {
      let start = kept.count
      for entry in Int(offsets[row])..<Int(offsets[row + 1])
      where kept.count == start || kept[kept.count - 1] != targets[entry] {
        kept.append(targets[entry])
      }
      starts[row + 1] = UInt32(kept.count)
    }
    return Adjacency(offsets: starts, targets: kept)
  }
}
