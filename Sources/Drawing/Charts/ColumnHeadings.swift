/// The names of columns, set above them and standing on one line.
struct ColumnHeadings {
  let elements: [SVGElement]
  /// Zero if no column has a name.
  let height: Double

  init(_ columns: [(text: String, x: Double, width: Double)], context: DrawingContext) {
    let size = context.type.detail
    let leading = size * 1.25
    let wrapped = columns.map {
      TextFitting.wrapped($0.text, to: $0.width, size: size, weight: .bold, maxLines: 2)
    }
    let rows = wrapped.map(\.count).max() ?? 0
    height = rows == 0 ? 0 : Double(rows) * leading + 10
    elements = zip(columns, wrapped).flatMap { column, lines in
      lines.enumerated().map { index, line in
        let row = Double(rows - lines.count + index)
        return SVGElement.text(
          line, at: Point(column.x, row * leading + size), size: size, weight: .bold,
          colour: context.theme.faintInk)
      }
    }
  }
}
