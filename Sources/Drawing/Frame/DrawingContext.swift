/// What a chart needs to know of the figure it is part of, and the ids and patterns it shares.
public struct DrawingContext: Sendable {
  public let figureWidth: FigureWidth
  public let theme: Theme
  public let type: TypeScale
  public var identifiers: SVGIdentifiers
  /// The graphs Graphviz was asked to lay out, in the DOT language.
  public var layouts: [String] = []
  private(set) var definitions: [SVGElement] = []
  private var hatches: [Colour: String] = [:]

  public init(_ figureWidth: FigureWidth, prefix: String, theme: Theme = .light) {
    self.figureWidth = figureWidth
    self.theme = theme
    self.type = TypeScale(figureWidth)
    self.identifiers = SVGIdentifiers(prefix: prefix)
  }

  /// What a part of a chart may use, where it stands beside others.
  var room: Double?
  /// The width a chart may use.
  public var width: Double { room ?? figureWidth.content }

  /// The fill of a mark in a pattern, shared among marks of one hue.
  public mutating func fill(_ hue: Hue, _ pattern: MarkPattern) -> String {
    if pattern == .solid { return hue.mark.hex }
    if pattern == .open { return theme.ground.hex }
    if let known = hatches[hue.mark] { return known }
    let id = identifiers.identifier("hatch", hue.mark.hex)
    let ground = SVGElement(.rect).with(.width, 6).with(.height, 6)
      .with(.fill, hue.mark.tint(0.13))
    let stripe = SVGElement(.rect).with(.width, 2.2).with(.height, 6).with(.fill, hue.mark)
    definitions.append(
      SVGElement(.pattern, children: [ground, stripe])
        .with(.id, id).with(.patternUnits, "userSpaceOnUse")
        .with(.width, 6).with(.height, 6).with(.patternTransform, "rotate(45)"))
    let fill = "url(#\(id))"
    hatches[hue.mark] = fill
    return fill
  }
}

/// How a mark is filled, for those who do not see its colour.
public enum MarkPattern: String, Sendable, Hashable {
  case solid, hatched
  /// An outline with nothing in it.
  case open
}
