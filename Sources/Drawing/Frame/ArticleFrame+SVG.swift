/// A figure drawn for one width.
public struct DrawnFigure: Sendable, Hashable {
  public let svg: String
  /// The graphs Graphviz laid out for it, in the DOT language; none for bars and dots.
  public let layouts: [String]
}

extension ArticleFrame {
  /// The figure as an SVG document laid out for one width.
  ///
  /// Errors: the chart's own; a title or description that is too short; a file that is too large.
  public func svg(
    _ chart: any Chart, width: FigureWidth, text: TextForm = .live
  ) throws(DrawingError) -> String {
    try drawn(chart, width: width, text: text).svg
  }

  /// The figure laid out for one width, with the graphs it was laid out from.
  ///
  /// Errors: as `svg`.
  public func drawn(
    _ chart: any Chart, width: FigureWidth, text: TextForm = .live
  ) throws(DrawingError) -> DrawnFigure {
    var context = DrawingContext(width, prefix: prefix, theme: theme)
    let titleID = context.identifiers.identifier("title")
    let descriptionID = context.identifiers.identifier("desc")
    let name = try accessibleName()
    let alternative = try alternativeText()

    let drawn = try chart.body(in: &context)
    var page = PageColumn(context: context, top: width == .narrow ? 20 : 26)
    page.add(banners: banners)
    page.add(headline: headline)
    page.add(subtitle: subtitle)
    page.add(legend: legend)
    page.add(drawn)
    page.add(notes: notes)
    page.finish(bottom: width == .narrow ? 18 : 22)

    let ground = Rectangle(x: 0, y: 0, width: Double(width.rawValue), height: page.y)
    var children = [
      SVGElement(.title, text: name).with(.id, titleID),
      SVGElement(.desc, text: alternative).with(.id, descriptionID),
    ]
    if !page.context.definitions.isEmpty {
      children.append(SVGElement(.defs, children: page.context.definitions))
    }
    children.append(.rectangle(ground, fill: theme.ground))
    children += page.elements

    let root = SVGElement(.svg, children: children)
      .with(.xmlns, "http://www.w3.org/2000/svg")
      .with(.id, context.identifiers.prefix)
      .with(.role, "img").with(.lang, language.rawValue)
      .with(.ariaLabelledby, "\(titleID) \(descriptionID)")
      .with(.viewBox, "0 0 \(width.rawValue) \(SVGNumber.text(page.y))")
      .with(.width, Double(width.rawValue)).with(.height, page.y)
      .with(.fontFamily, Self.fontFamily)
    let document = SVGWriter.document(text.applied(to: root.recoloured(theme)))
    if document.utf8.count > text.largestSize { throw .tooLarge(bytes: document.utf8.count) }
    return DrawnFigure(svg: document, layouts: page.context.layouts)
  }

  func accessibleName() throws(DrawingError) -> String {
    let name = Self.cut(title.cleaned, at: 90)
    if name.unicodeScalars.count < 5 { throw .titleTooShort }
    return name
  }

  func alternativeText() throws(DrawingError) -> String {
    var text = description.cleaned
    for addition in [subtitle] + notes.map({ "\($0.label): \($0.text)" })
    where text.unicodeScalars.count < 80 {
      text = (text + " " + addition.cleaned).cleaned
    }
    let alternative = Self.cut(text, at: 600)
    if alternative.unicodeScalars.count < 80 { throw .descriptionTooShort }
    return alternative
  }

  /// The text within a number of scalars, cut at a word if one ends near.
  static func cut(_ text: String, at limit: Int) -> String {
    if text.unicodeScalars.count <= limit { return text }
    var kept = ""
    var count = 0
    for character in text {
      count += character.unicodeScalars.count
      if count > limit - 1 { break }
      kept.append(character)
    }
    if let space = kept.lastIndex(of: " "), kept.distance(from: space, to: kept.endIndex) < 20 {
      kept = String(kept[..<space])
    }
    return kept.trimmedEnd + TextFitting.ellipsis
  }
}
