/// Where a column's bars and labels stand; no band ever enters the room of its labels.
struct FlowColumn {
  let labelX: Double
  let labelWidth: Double
  /// The left edge of the bar bands arrive at, and of the one they leave from.
  let arrivalX: Double
  let departureX: Double
  let headingX: Double
  let headingWidth: Double

  static let bar = 9.0
  static let pad = 9.0
  /// The narrowest room in which bands can still be followed.
  static let narrowestBands = 64.0

  static func columns(
    of chart: FlowChart, _ context: DrawingContext
  ) throws(DrawingError) -> [FlowColumn] {
    let count = chart.columns.count
    let widest = context.width * (count == 2 ? 0.33 : 0.205)
    let labels = chart.columns.map { column in
      column.cells.reduce(0) { width, cell in
        max(
          width,
          TextBlock(
            cell.label, detail: cell.detail, width: widest, note: cell.note, compact: false,
            context: context
          )
          .width)
      }
    }
    let inner = labels.dropFirst().dropLast().reduce(0) { $0 + $1 + 2 * pad + 2 * bar }
    let used = (labels.first ?? 0) + (labels.last ?? 0) + 2 * (pad + bar) + inner
    let bands = (context.width - used) / Double(count - 1)
    if bands < narrowestBands {
      throw .tooNarrow(
        needed: used + Double(count - 1) * narrowestBands, available: context.width)
    }

    var columns: [FlowColumn] = []
    var x = 0.0
    for (index, label) in labels.enumerated() {
      let isFirst = index == 0
      let isLast = index == count - 1
      let arrival = isFirst ? x + label + pad : x
      let labelX = isFirst ? x : x + bar + pad
      let departure = isFirst || isLast ? arrival : labelX + label + pad
      let end = departure + bar
      columns.append(
        FlowColumn(
          labelX: labelX, labelWidth: label, arrivalX: arrival, departureX: departure,
          headingX: isFirst ? labelX : arrival,
          headingWidth: isLast ? context.width - arrival : end - x + (bands - 16) * 0.9))
      x = end + bands
    }
    return columns
  }
}
