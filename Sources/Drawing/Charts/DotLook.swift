/// How a dot looks; every look is told from the others without its colour.
public enum DotLook: String, Sendable, Hashable, CaseIterable {
  case filled
  /// An outline.
  case ring
  /// An outline around a smaller dot.
  case target
  case hatched
  /// An outline of dashes.
  case dashed
  /// Struck through.
  case crossed
}

extension DrawingContext {
  /// A dot in one of its looks.
  mutating func dot(
    _ look: DotLook, _ hue: Hue, at centre: Point, radius: Double
  ) -> [SVGElement] {
    func circle(_ radius: Double, fill: String) -> SVGElement {
      SVGElement(.circle).with(.cx, centre.x).with(.cy, centre.y).with(.r, radius)
        .with(.fill, fill)
    }
    let line = max(1, radius * 0.16)
    func outline(_ fill: String) -> SVGElement {
      circle(radius - line / 2, fill: fill).stroked(hue.mark, width: line)
    }
    switch look {
    case .filled: return [circle(radius, fill: hue.mark.hex)]
    case .ring: return [outline(theme.ground.hex)]
    case .target: return [outline(theme.ground.hex), circle(radius * 0.45, fill: hue.mark.hex)]
    case .hatched: return [outline(fill(hue, .hatched))]
    case .dashed:
      return [outline(theme.ground.hex).with(.strokeDasharray, "\(SVGNumber.text(radius * 0.5)) 2")]
    case .crossed:
      let reach = radius * 0.55
      let stroke = SVGElement.line(
        from: Point(centre.x - reach, centre.y + reach),
        to: Point(centre.x + reach, centre.y - reach), stroke: hue.mark, width: line)
      return [outline(theme.ground.hex), stroke]
    }
  }
}
