/// Puts blocks of given heights one under the other, each as near its wish as the others allow.
enum Stacking {
  /// The tops of the blocks, in order, at least `gap` apart and inside 0...`extent` if they fit.
  ///
  /// Least squares under an order, solved by pooling adjacent violators
  /// (Ayer et al. 1955). Complexity: O(blocks).
  static func tops(
    wishes: [Double], heights: [Double], gap: Double, extent: Double
  ) -> [Double] {
    var offsets: [Double] = []
    var total = 0.0
    for height in heights {
      offsets.append(total)
      total += height + gap
    }
    let slack = max(extent - (total - gap), 0)

    var pools: [(sum: Double, count: Int)] = []
    for (wish, offset) in zip(wishes, offsets) {
      pools.append((wish - offset, 1))
      while pools.count > 1 {
        let last = pools[pools.count - 1]
        let before = pools[pools.count - 2]
        if before.sum / Double(before.count) <= last.sum / Double(last.count) { break }
        pools.removeLast(2)
        pools.append((before.sum + last.sum, before.count + last.count))
      }
    }
    let shifts = pools.flatMap { pool in
      [Double](
        repeating: min(max(pool.sum / Double(pool.count), 0), slack), count: pool.count)
    }
    return zip(shifts, offsets).map { $0 + $1 }
  }
}
