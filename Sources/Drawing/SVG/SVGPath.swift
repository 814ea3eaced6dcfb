/// An outline of lines and cubic curves.
public struct SVGPath: Sendable, Hashable {
  private var bytes: [UInt8] = []

  /// As the attribute `d` holds it.
  public var data: String { String(decoding: bytes, as: UTF8.self) }

  public init() {}

  public mutating func move(to point: Point) { append("M", point) }
  public mutating func line(to point: Point) { append("L", point) }
  public mutating func curve(to end: Point, _ first: Point, _ second: Point) {
    append("C", first)
    append(" ", second)
    append(" ", end)
  }
  public mutating func quadratic(to end: Point, _ bend: Point) {
    append("Q", bend)
    append(" ", end)
  }
  public mutating func close() { bytes.append(UInt8(ascii: "Z")) }

  /// An S-shaped curve that leaves and arrives level, its bend halfway.
  public mutating func level(from start: Point, to end: Point) {
    let middle = (start.x + end.x) / 2
    curve(to: end, Point(middle, start.y), Point(middle, end.y))
  }

  private mutating func append(_ command: Unicode.Scalar, _ point: Point) {
    bytes.append(UInt8(ascii: command))
    SVGNumber.append(point.x, to: &bytes)
    bytes.append(UInt8(ascii: " "))
    SVGNumber.append(point.y, to: &bytes)
  }
}
