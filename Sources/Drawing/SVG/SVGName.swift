/// The only elements a news desk's importer is sure to accept.
public enum SVGName: String, Sendable, Hashable, CaseIterable {
  case svg, g, title, desc, metadata
  case rect, path, polygon, polyline, ellipse, circle, line
  case text, tspan
  case defs, linearGradient, stop, marker, clipPath, pattern
}

/// The only attributes written; none runs a script, loads a file or carries a style sheet.
public enum SVGAttribute: String, Sendable, Hashable, CaseIterable {
  case xmlns, id, role, lang, viewBox, width, height
  case ariaLabelledby = "aria-labelledby"
  case x, y, x1, y1, x2, y2, cx, cy, r, rx, ry, d, points, transform
  case fill, stroke
  case fillOpacity = "fill-opacity"
  case strokeWidth = "stroke-width"
  case strokeDasharray = "stroke-dasharray"
  case strokeLinecap = "stroke-linecap"
  case strokeLinejoin = "stroke-linejoin"
  case fontFamily = "font-family"
  case fontSize = "font-size"
  case fontWeight = "font-weight"
  case letterSpacing = "letter-spacing"
  case textAnchor = "text-anchor"
  case patternUnits, patternTransform
}
