/// Unions and intersections of ascending runs, in memory used again and again.
struct RunMerger {
  private var elements: ContiguousArray<NodeID> = []
  private var ends: ContiguousArray<Int> = []
  private var spare: ContiguousArray<NodeID> = []

  /// Forgets the runs of the last merge.
  mutating func clear() {
    elements.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Adds the run of an ascending set and one more node.
  mutating func append(_ set: some Collection<NodeID>, and node: NodeID) {
    var placed = false
    for element in set {
      if !placed, element >= node {
        if element > node { elements.append(node) }
        placed = true
      }
      elements.append(element)
    }
    if !placed { elements.append(node) }
    ends.append(elements.count)
  }

  /// What any run holds; O(elements · log runs).
  mutating func union() -> ContiguousArray<NodeID> {
    while ends.count > 1 { mergePairs() }
    return elements
  }

  /// What every run holds, nothing if there is no run; O(elements).
  mutating func intersection() -> ContiguousArray<NodeID> {
    guard var start = ends.first else { return [] }
    var kept = start
    for end in ends.dropFirst() {
      var scan = start
      let candidates = kept
      kept = 0
      for candidate in 0..<candidates {
        let element = elements[candidate]
        while scan < end, elements[scan] < element { scan += 1 }
        if scan < end, elements[scan] == element {
          elements[kept] = element
          kept += 1
        }
      }
      start = end
    }
    elements.removeSubrange(kept...)
    return elements
  }

  /// Halves the number of runs.
  private mutating func mergePairs() {
    spare.removeAll(keepingCapacity: true)
    var merged = 0
    var start = 0
    for pair in stride(from: 0, to: ends.count, by: 2) {
      let middle = ends[pair]
      let end = pair + 1 < ends.count ? ends[pair + 1] : middle
      merge(start..<middle, middle..<end)
      ends[merged] = spare.count
      merged += 1
      start = end
    }
    ends.removeSubrange(merged...)
    swap(&elements, &spare)
  }

  private mutating func merge(_ first: Range<Int>, _ second: Range<Int>) {
    var left = first.lowerBound
    var right = second.lowerBound
    while left < first.upperBound, right < second.upperBound {
      let (one, other) = (elements[left], elements[right])
      spare.append(min(one, other))
      if one <= other { left += 1 }
      if other <= one { right += 1 }
    }
    spare.append(contentsOf: elements[left..<first.upperBound])
    spare.append(contentsOf: elements[right..<second.upperBound])
  }
}
