public import Drawing

/// What a news desk's importer and its readers ask of a figure, checked without a browser.
public enum ArticleCheck {
  /// Everything wrong with a figure that is live text; empty if nothing is.
  public static func problems(in svg: String, width: FigureWidth) -> [String] {
    guard let reader = SVGReader(svg) else { return ["it is not well-formed"] }
    return structure(svg, reader, width) + words(reader) + identifiers(reader)
      + type(reader, width)
  }

  private static func structure(
    _ svg: String, _ reader: SVGReader, _ width: FigureWidth
  ) -> [String] {
    var problems: [String] = []
    let names = Set(SVGName.allCases.map(\.rawValue))
    let attributes = Set(SVGAttribute.allCases.map(\.name))
    for element in reader.elements {
      if !names.contains(element.name) { problems.append("element \(element.name)") }
      for (key, value) in element.attributes {
        if !attributes.contains(key) { problems.append("attribute \(key)") }
        if value.contains("url("), !value.hasPrefix("url(#") {
          problems.append("refers to \(value)")
        }
        if !["id", "aria-labelledby"].contains(key), value.firstMatch(of: /\d\.\d{3}/) != nil {
          problems.append("\(key) has more than two decimals: \(value.prefix(60))")
        }
      }
    }
    for mark in ["<!DOCTYPE", "<!ENTITY", "<!--", "<?", "@import", "style="]
    where svg.contains(mark) { problems.append("holds \(mark)") }
    if svg.utf8.count > 150_000 { problems.append("has \(svg.utf8.count) bytes") }
    let root = reader.elements.first?.attributes ?? [:]
    if root["viewBox"]?.hasPrefix("0 0 \(width.rawValue) ") != true {
      problems.append("viewBox \(root["viewBox"] ?? "")")
    }
    if Int(root["width"] ?? "") != width.rawValue || Int(root["height"] ?? "") == nil {
      problems.append("has no whole size without units")
    }
    return problems
  }

  private static func words(_ reader: SVGReader) -> [String] {
    var problems: [String] = []
    let start = reader.elements.dropFirst().prefix(2)
    if start.map(\.name) != ["title", "desc"] {
      problems.append("title and desc do not come first")
    }
    if let title = start.first, !(5...90).contains(title.text.unicodeScalars.count) {
      problems.append("title of \(title.text.count)")
    }
    if let text = start.last, !(80...600).contains(text.text.unicodeScalars.count) {
      problems.append("desc of \(text.text.count)")
    }
    let printed = reader.texts.map(\.text).joined(separator: "\n")
    if !printed.contains("Source:"), !printed.contains("Bron:") { problems.append("no source") }
    if !printed.contains("Licence:"), !printed.contains("Licentie:") {
      problems.append("no licence")
    }
    return problems
  }

  private static func identifiers(_ reader: SVGReader) -> [String] {
    var problems: [String] = []
    let ids = reader.elements.compactMap { $0.attributes["id"] }
    let prefix = ids.first ?? ""
    if Set(ids).count != ids.count { problems.append("an id occurs twice") }
    for id in ids where prefix.isEmpty || !id.hasPrefix(prefix) { problems.append("id \(id)") }
    let root = reader.elements.first?.attributes ?? [:]
    let named = (root["aria-labelledby"] ?? "x").split(separator: " ").map(String.init)
    if root["role"] != "img" || root["lang"] == nil || !Set(named).isSubset(of: ids) {
      problems.append("is no image with a name and a language")
    }
    return problems
  }

  private static func type(_ reader: SVGReader, _ width: FigureWidth) -> [String] {
    var problems: [String] = []
    let height = Double(reader.elements.first?.attributes["height"] ?? "") ?? 0
    for (index, text) in reader.texts.enumerated() {
      if text.size < 12 { problems.append("“\(text.text)” is too small") }
      if text.x.lowerBound < 0 || text.x.upperBound > Double(width.rawValue) + 0.01
        || text.y.lowerBound < 0 || text.y.upperBound > height
      {
        problems.append("“\(text.text)” leaves the picture")
      }
      if text.contrast < 4.5 {
        problems.append("“\(text.text)” has a contrast of \(text.contrast)")
      }
      for other in reader.texts.dropFirst(index + 1) where text.overlaps(other) {
        problems.append("“\(text.text)” lies over “\(other.text)”")
      }
    }
    return problems
  }
}
