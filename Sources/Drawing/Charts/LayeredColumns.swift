/// The widths of columns of boxes, if they fit the page beside each other.
struct LayeredColumns {
  /// Zero for a column without boxes.
  let widths: [Double]
  let gap: Double
  /// The width they may use.
  let extent: Double

  private static let narrowest = 104.0

  /// Every column gets what its text asks for, but none more than a common limit that makes
  /// them fit; what is left over goes into the gaps, then into the boxes. Nothing if they do not
  /// fit, or if `keepsWords` and a word would have to be broken.
  init?(
    _ boxes: [LayeredChart.Box], _ count: Int, width: Double, keepsWords: Bool,
    _ context: DrawingContext
  ) {
    var natural = [Double](repeating: 0, count: count)
    for box in boxes {
      natural[box.column] = max(natural[box.column], BoxText.naturalWidth(of: box))
    }
    let used = natural.filter { $0 > 0 }
    let gaps = Double(max(used.count - 1, 0))
    let leastGap = context.figureWidth == .wide ? 38.0 : 34
    let room = width - gaps * leastGap
    let limit = Self.limit(used, room: room)
    if limit < Self.narrowest, used.contains(where: { $0 > limit }) { return nil }

    let fitted = natural.map { min($0, limit) }
    if keepsWords, boxes.contains(where: { BoxText.leastWidth(of: $0) > fitted[$0.column] }) {
      return nil
    }
    let left = width - fitted.reduce(0, +)
    extent = width
    gap = gaps == 0 ? 0 : min(left / gaps, width * 0.16)
    let spare = (left - gap * gaps) / Double(max(used.count, 1))
    widths = fitted.map { $0 > 0 ? ($0 + min(max(spare, 0), 70)).rounded(.down) : 0 }
  }

  /// The largest c for which the sum of min(natural, c) is at most the room.
  private static func limit(_ natural: [Double], room: Double) -> Double {
    var rest = room
    var count = Double(natural.count)
    for width in natural.sorted() {
      if width * count > rest { return rest / count }
      rest -= width
      count -= 1
    }
    return .infinity
  }

  /// The left edge of each column.
  var lefts: [Double] {
    var x = 0.0
    return widths.map { width in
      defer { if width > 0 { x += width + gap } }
      return x
    }
  }
}
