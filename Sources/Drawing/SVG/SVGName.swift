/// The only elements a news desk's importer is sure to accept.
public enum SVGName: String, Sendable, Hashable, CaseIterable {
  case svg, g, title, desc, metadata
  case rect, path, polygon, polyline, ellipse, circle, line
  case text, tspan
  case defs, linearGradient, stop, marker, clipPath, pattern
}

/// The only attributes written, in the order they are written in; none runs a script, loads a file
/// or carries a style sheet.
public enum SVGAttribute: UInt8, Sendable, Hashable, CaseIterable {
  case xmlns, id, role, lang, viewBox, width, height, ariaLabelledby
  case x, y, x1, y1, x2, y2, cx, cy, r, rx, ry, d, points, transform
  case fill, stroke, fillOpacity, strokeWidth, strokeDasharray, strokeLinecap, strokeLinejoin
  case fontFamily, fontSize, fontWeight, letterSpacing, textAnchor
  case patternUnits, patternTransform

  /// As SVG spells it.
  public var name: String {
    switch self {
    case .ariaLabelledby: "aria-labelledby"
    case .fillOpacity: "fill-opacity"
    case .strokeWidth: "stroke-width"
    case .strokeDasharray: "stroke-dasharray"
    case .strokeLinecap: "stroke-linecap"
    case .strokeLinejoin: "stroke-linejoin"
    case .fontFamily: "font-family"
    case .fontSize: "font-size"
    case .fontWeight: "font-weight"
    case .letterSpacing: "letter-spacing"
    case .textAnchor: "text-anchor"
    case .xmlns: "xmlns"
    case .id: "id"
    case .role: "role"
    case .lang: "lang"
    case .viewBox: "viewBox"
    case .width: "width"
    case .height: "height"
    case .x: "x"
    case .y: "y"
    case .x1: "x1"
    case .y1: "y1"
    case .x2: "x2"
    case .y2: "y2"
    case .cx: "cx"
    case .cy: "cy"
    case .r: "r"
    case .rx: "rx"
    case .ry: "ry"
    case .d: "d"
    case .points: "points"
    case .transform: "transform"
    case .fill: "fill"
    case .stroke: "stroke"
    case .patternUnits: "patternUnits"
    case .patternTransform: "patternTransform"
    }
  }
}
