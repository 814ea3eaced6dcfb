/// An outline of lines and cubic curves.
public struct SVGPath: Sendable, Hashable {
  public private(set) var data = ""

  public init() {}

  public mutating func move(to point: Point) { append("M", [point]) }
  public mutating func line(to point: Point) { append("L", [point]) }
  public mutating func curve(to end: Point, _ first: Point, _ second: Point) {
    append("C", [first, second, end])
  }
  public mutating func quadratic(to end: Point, _ bend: Point) { append("Q", [bend, end]) }
  public mutating func close() { data += "Z" }

  /// An S-shaped curve that leaves and arrives level, its bend halfway.
  public mutating func level(from start: Point, to end: Point) {
    let middle = (start.x + end.x) / 2
    curve(to: end, Point(middle, start.y), Point(middle, end.y))
  }

  private mutating func append(_ command: String, _ points: [Point]) {
    data += command
    var separator = ""
    for point in points {
      data += separator
      data += SVGNumber.text(point.x)
      data += " "
      data += SVGNumber.text(point.y)
      separator = " "
    }
  }
}
