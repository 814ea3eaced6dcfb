extension SVGElement {
  /// A filled rectangle, with round corners if `radius` is given.
  public static func rectangle(
    _ frame: Rectangle, fill: Colour, radius: Double = 0
  ) -> SVGElement {
    let element = SVGElement(.rect)
      .with(.x, frame.x).with(.y, frame.y)
      .with(.width, frame.width).with(.height, frame.height)
      .with(.fill, fill)
    return radius > 0 ? element.with(.rx, radius) : element
  }

  /// A straight line.
  public static func line(
    from start: Point, to end: Point, stroke: Colour, width: Double = 1
  ) -> SVGElement {
    SVGElement(.line)
      .with(.x1, start.x).with(.y1, start.y).with(.x2, end.x).with(.y2, end.y)
      .with(.stroke, stroke).with(.strokeWidth, width)
  }

  /// An outline drawn as given.
  public static func path(_ path: SVGPath) -> SVGElement {
    SVGElement(.path).with(.d, path.data)
  }

  /// A group, moved by an offset.
  public static func group(_ children: [SVGElement], at offset: Point = .zero) -> SVGElement {
    let element = SVGElement(.g, children: children)
    if offset == .zero { return element }
    return element.with(
      .transform, "translate(\(SVGNumber.text(offset.x)) \(SVGNumber.text(offset.y)))")
  }

  func stroked(_ colour: Colour, width: Double, dashed: Bool = false) -> SVGElement {
    let element = with(.stroke, colour).with(.strokeWidth, width)
    return dashed ? element.with(.strokeDasharray, "5 3") : element
  }
}
