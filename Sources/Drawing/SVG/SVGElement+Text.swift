/// A stretch of text in one weight and colour.
public struct TextRun: Sendable, Hashable {
  public var text: String
  public var weight: FontWeight
  public var colour: Colour

  public init(_ text: String, weight: FontWeight = .regular, colour: Colour = Palette.ink) {
    self.text = text
    self.weight = weight
    self.colour = colour
  }
}

/// Which point of a line of text its x is.
public enum TextAnchor: String, Sendable, Hashable {
  case start, middle, end
}

extension SVGElement {
  /// One line of text on its baseline.
  public static func text(
    _ text: String, at point: Point, size: Double, weight: FontWeight = .regular,
    colour: Colour = Palette.ink, anchor: TextAnchor = .start
  ) -> SVGElement {
    let element = SVGElement(.text, text: text.cleaned)
      .with(.x, point.x).with(.y, point.y).with(.fontSize, size).with(.fill, colour)
    let weighted = weight == .bold ? element.with(.fontWeight, "700") : element
    return anchor == .start ? weighted : weighted.with(.textAnchor, anchor.rawValue)
  }

  /// One line of several runs, one space apart, that flow on in whatever font is used.
  public static func text(_ runs: [TextRun], at point: Point, size: Double) -> SVGElement {
    let first = runs.first ?? TextRun("")
    var element = text(
      first.text, at: point, size: size, weight: first.weight, colour: first.colour)
    if runs.count > 1 {
      element.text = first.text.cleaned + " "
      element.children = [continuation(runs.dropFirst(), after: first)]
    }
    return element
  }

  /// Runs nest, because renderers drop the space at the edge of a span unless one follows inside.
  private static func continuation(
    _ runs: ArraySlice<TextRun>, after outer: TextRun
  ) -> SVGElement {
    let run = runs.first ?? TextRun("")
    let rest = runs.dropFirst()
    var span = SVGElement(.tspan, text: run.text.cleaned + (rest.isEmpty ? "" : " "))
    if run.colour != outer.colour { span = span.with(.fill, run.colour) }
    if run.weight != outer.weight {
      span = span.with(.fontWeight, run.weight == .bold ? "700" : "400")
    }
    if !rest.isEmpty { span.children = [continuation(rest, after: run)] }
    return span
  }
}
