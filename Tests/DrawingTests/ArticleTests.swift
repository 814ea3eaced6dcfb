import ArticleChecks
import Drawing
import Testing

@Suite("Article figures")
struct ArticleTests {
  @Test(
    "No text lies over another or outside the picture, and none is too small to read",
    arguments: Examples.names, FigureWidth.allCases)
  func textIsLegible(name: String, width: FigureWidth) throws {
    let reader = try #require(SVGReader(Examples.svg(name, width)))
    #expect(reader.texts.count > 10)
    for (index, text) in reader.texts.enumerated() {
      #expect(text.size >= 12, "\(text.text)")
      #expect(text.x.lowerBound >= 0 && text.x.upperBound <= Double(width.rawValue), "\(text.text)")
      for other in reader.texts.dropFirst(index + 1) {
        #expect(!text.overlaps(other), "\(text.text) over \(other.text)")
      }
    }
  }

  @Test(
    "Only allowed elements and attributes are written",
    arguments: Examples.names, FigureWidth.allCases)
  func allowList(name: String, width: FigureWidth) throws {
    let svg = try Examples.svg(name, width)
    let reader = try #require(SVGReader(svg))
    let names = Set(SVGName.allCases.map(\.rawValue))
    let attributes = Set(SVGAttribute.allCases.map(\.name))
    for element in reader.elements {
      #expect(names.contains(element.name))
      #expect(attributes.isSuperset(of: element.attributes.keys), "\(element.attributes)")
    }
    let ids = reader.elements.compactMap { $0.attributes["id"] }
    let prefix = try #require(ids.first)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.hasPrefix(prefix) })
    #expect(svg.utf8.count < 150_000)
  }

  @Test(
    "Shuffled input gives the same bytes, every time",
    arguments: Examples.names, FigureWidth.allCases)
  func deterministic(name: String, width: FigureWidth) throws {
    let first = try Examples.svg(name, width)
    for run in 0..<10 {
      #expect(try Examples.svg(name, width, reversed: run % 2 == 0) == first)
    }
  }

  @Test("No number has more than two decimals", arguments: Examples.names)
  func decimals(name: String) throws {
    let reader = try #require(SVGReader(Examples.svg(name, .wide)))
    for element in reader.elements {
      for (key, value) in element.attributes where key != "id" && key != "aria-labelledby" {
        #expect(value.firstMatch(of: /\d\.\d{3}/) == nil, "\(key)=\(value)")
      }
    }
  }

  @Test("The root is an image with a name, an alternative text and a language")
  func accessible() throws {
    let reader = try #require(SVGReader(Examples.svg("flow", .medium)))
    let root = try #require(reader.elements.first)
    #expect(root.attributes["role"] == "img")
    #expect(root.attributes["lang"] == "nl")
    #expect(root.attributes["aria-labelledby"] == "flow-title flow-desc")
    #expect(reader.elements.dropFirst().prefix(2).map(\.name) == ["title", "desc"])
  }

  @Test("A banner prints at every width", arguments: FigureWidth.allCases)
  func banner(width: FigureWidth) throws {
    let reader = try #require(SVGReader(Examples.svg("waves", width)))
    #expect(reader.texts.contains { $0.text == "SCENARIO" })
    #expect(reader.texts.contains { $0.text == "FICTIONAL DATA" })
  }

  @Test("A title of two letters is refused, a long one is cut at ninety")
  func titles() throws {
    var frame = Examples.barsFrame
    frame.title = "AB"
    #expect(throws: DrawingError.titleTooShort) {
      try frame.svg(Examples.bars(false), width: .wide)
    }
    frame.title = String(repeating: "woord ", count: 40)
    let svg = try frame.svg(Examples.bars(false), width: .wide)
    let title = try #require(svg.firstMatch(of: /<title[^>]*>([^<]*)</)).1
    #expect(title.count <= 90 && title.hasSuffix("…"))
  }

  @Test("A short description is lengthened from the words of the figure, or refused")
  func descriptions() throws {
    var frame = Examples.barsFrame
    frame.description = "Kort."
    let svg = try frame.svg(Examples.bars(false), width: .wide)
    let text = try #require(svg.firstMatch(of: /<desc[^>]*>([^<]*)</)).1
    #expect((80...600).contains(text.count) && text.hasPrefix("Kort. "))
    frame.subtitle = ""
    frame.notes = []
    #expect(throws: DrawingError.descriptionTooShort) {
      try frame.svg(Examples.bars(false), width: .wide)
    }
  }
}
