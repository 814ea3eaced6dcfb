extension SVGElement {
  /// This element and all in it, with every line of text as the outline of its glyphs.
  ///
  /// What was said in words stays in the title and the description.
  func outlined(with font: OutlineFont) -> SVGElement {
    if name == .text { return outlinedLine(with: font) }
    var copy = self
    copy.children = children.map { $0.outlined(with: font) }
    return copy
  }

  private func outlinedLine(with font: OutlineFont) -> SVGElement {
    let size = self[.fontSize].flatMap { Double($0) } ?? 12
    let runs = runs(colour: self[.fill] ?? Palette.ink.hex, weight: .regular)
    let width = runs.reduce(0) {
      $0 + font.line($1.text, size: size, weight: $1.weight, at: .zero).advance
    }
    let place = TextAnchor(rawValue: self[.textAnchor] ?? "") ?? .start
    let shift = place == .start ? 0 : place == .middle ? width / 2 : width
    var x = (self[.x].flatMap { Double($0) } ?? 0) - shift
    let y = self[.y].flatMap { Double($0) } ?? 0
    let paths = runs.map { run in
      let line = font.line(run.text, size: size, weight: run.weight, at: Point(x, y))
      x += line.advance
      return SVGElement(.path).with(.d, line.path).with(.fill, run.colour)
    }
    return paths.count == 1 ? paths[0] : .group(paths)
  }

  private func runs(
    colour outer: String, weight: FontWeight
  ) -> [(text: String, colour: String, weight: FontWeight)] {
    let colour = self[.fill] ?? outer
    let own = self[.fontWeight].map { $0 == "700" ? FontWeight.bold : .regular } ?? weight
    let first = text.map { [(text: $0, colour: colour, weight: own)] } ?? []
    return first + children.flatMap { $0.runs(colour: colour, weight: own) }
  }
}
