/// A link drawn along a curve, with its arrow head.
struct LinkMark {
  let element: SVGElement

  /// The curve is a start and three points for each cubic piece; its end is the arrow's tip.
  init(_ link: LayeredChart.Link, along curve: [Point]) {
    guard curve.count >= 4, let tip = curve.last else {
      element = SVGElement(.g)
      return
    }
    var points = curve
    let length = link.hasArrow ? 7 + link.width : 0
    let shaft = Self.back(from: tip, along: curve[curve.count - 2], by: length)
    let shift = Point(shaft.x - tip.x, shaft.y - tip.y)
    points[points.count - 1] = shaft
    // The last bend moves with the end, or a short last piece would double back.
    points[points.count - 2].x += shift.x
    points[points.count - 2].y += shift.y

    var path = SVGPath()
    path.move(to: points[0])
    for piece in stride(from: 1, to: points.count - 2, by: 3) {
      path.curve(to: points[piece + 2], points[piece], points[piece + 1])
    }
    var parts = [
      SVGElement.path(path).with(.fill, "none")
        .stroked(link.hue.mark, width: link.width, dashed: link.isDashed)
    ]
    if link.hasArrow {
      parts.append(Self.head(tip: tip, base: shaft, width: link.width, colour: link.hue.mark))
    }
    element = .group(parts)
  }

  /// A line down and then right; no thicker than the room beside an indented box.
  init(_ link: LayeredChart.Link, downFrom start: Point, to end: Point) {
    let width = min(link.width, 3)
    let base = Point(end.x - (link.hasArrow ? 6 : 0), end.y)
    var path = SVGPath()
    path.move(to: start)
    path.line(to: Point(start.x, end.y - 5))
    path.curve(
      to: Point(start.x + 5, end.y), Point(start.x, end.y - 2), Point(start.x + 2, end.y))
    path.line(to: base)
    var parts = [
      SVGElement.path(path).with(.fill, "none")
        .stroked(link.hue.mark, width: width, dashed: link.isDashed)
    ]
    if link.hasArrow {
      parts.append(Self.head(tip: end, base: base, width: width, colour: link.hue.mark))
    }
    element = .group(parts)
  }

  private static func back(from tip: Point, along: Point, by length: Double) -> Point {
    let run = Point(tip.x - along.x, tip.y - along.y)
    let distance = (run.x * run.x + run.y * run.y).squareRoot()
    if distance < 0.01 { return Point(tip.x - length, tip.y) }
    return Point(tip.x - run.x / distance * length, tip.y - run.y / distance * length)
  }

  private static func head(tip: Point, base: Point, width: Double, colour: Colour) -> SVGElement {
    let length = ((tip.x - base.x) * (tip.x - base.x) + (tip.y - base.y) * (tip.y - base.y))
      .squareRoot()
    let half = 3 + width / 2
    let across = Point(-(tip.y - base.y) / length * half, (tip.x - base.x) / length * half)
    let corners = [
      tip, Point(base.x + across.x, base.y + across.y),
      Point(base.x - across.x, base.y - across.y),
    ]
    let list = corners.map { "\(SVGNumber.text($0.x)),\(SVGNumber.text($0.y))" }
    return SVGElement(.polygon).with(.points, list.joined(separator: " ")).with(.fill, colour)
  }
}
