import ArticleChecks
import Drawing
import LinchpinReporting
import Testing

@Suite("What can be said about a figure")
struct OptionTests {
  private func texts(_ figure: Figure, _ width: Int = 960) throws -> String {
    let svg = try Drawn.file("\(figure.name)-\(width).svg", of: figure)
    return try #require(SVGReader(svg)).texts.map(\.text).joined(separator: " ")
  }

  @Test("Headline, subtitle, note, source and licence replace what is written by itself")
  func words() throws {
    var options = Drawn.options(.en)
    options.headline = "A headline of our own"
    options.subtitle = "A subtitle of our own, long enough for an alternative text."
    options.note = "A note."
    options.source = "Somebody"
    options.licence = "CC0"
    let text = try texts(Drawn.figure("flow", options))
    for part in [
      "A headline of our own", "A subtitle of our own", "Note: A note.", "Source: Somebody",
      "Licence: CC0", "FICTIONAL EXAMPLE",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test(
    "A note goes to its mark, by the mark's key and by its id in the picture",
    arguments: [
      ("flow", "provider:cumulus-mail"), ("flow", "flow-cell-provider-cumulus-mail"),
      ("chokepoints", "provider:tulpweb"), ("card", "law:US"), ("whatif", "unaffected"),
      ("whatif", "carrier:cumulus-mail"), ("migration", "after:provider:dijkpost"),
      ("ownership", "company:cumulus"), ("grid", "value:hospital"),
      ("graph", "provider:cumulus-cloud"),
    ])
  func annotation(name: String, id: String) throws {
    var options = Drawn.options(.en)
    options.annotations = [.init(id: id, text: "Mind this")]
    let figure = try Drawn.figure(name, options)
    for width in FigureWidth.allCases {
      let svg = try Drawn.file("\(figure.name)-\(width.rawValue).svg", of: figure)
      #expect(svg.contains("› Mind this"), "\(width)")
      #expect(ArticleCheck.problems(in: svg, width: width).isEmpty)
    }
  }

  @Test("A note at no mark is an error that offers the nearest ids")
  func noMark() throws {
    var options = Drawn.options(.en)
    options.annotations = [.init(id: "provider:cumulus-male", text: "x")]
    do {
      _ = try Drawn.figure("flow", options)
      Issue.record("no error")
    } catch let error as FigureError {
      #expect(error.hint.contains("provider:cumulus-mail"))
    }
  }

  @Test("What stops is said in words of the figure's language, with the id it was named by")
  func scenarioInWords() throws {
    var options = Drawn.options(.nl)
    let text = try Drawn.file("whatif.txt", of: Drawn.figure("whatif", options))
    #expect(text.contains("Scenario: Cumulus Cloud valt uit (provider:cumulus-cloud)"))
    options.language = .en
    let english = try Drawn.file("whatif.txt", of: Drawn.figure("whatif", options))
    #expect(english.contains("Scenario: Cumulus Cloud stops (provider:cumulus-cloud)"))
  }

  @Test("A graph keeps room for what sectors hang on: the small ones stand together")
  func fewSectors() throws {
    let table = try Drawn.file("graph.csv", of: Drawn.figure("graph", Drawn.options(.en)))
    let nodes = table.split(separator: "\n").filter { $0.hasPrefix("node 360,") }
    #expect(nodes.count { $0.contains(",sector:") } == 4)
    let rest = try #require(nodes.first { $0.contains(",sector:(other),") })
    #expect(rest.contains(",Other (2),sector,14,"))
  }

  @Test("Anonymous figures name no organisation and no domain of one", arguments: Drawn.names)
  func anonymous(name: String) throws {
    var options = Drawn.options(.en)
    options.isAnonymous = true
    let snapshot = try Drawn.snapshot(Drawn.after)
    let focus = try #require(snapshot.organisation(named: "Elm Hospital"))
    let hidden = snapshot.anonymised(calling: "Organisation")
    let files = try Drawn.figure(
      name, options, snapshot: hidden,
      before: Drawn.snapshot(Drawn.before).anonymised(calling: "Organisation"),
      focus: hidden.organisations.id(focus)
    ).files()
    let text = files.map(\.contents).joined()
    for index in snapshot.organisationIndices {
      let organisation = snapshot.organisations[index]
      #expect(!text.contains(organisation.name), "\(organisation.name)")
      for domain in snapshot.domains(of: index) {
        #expect(!text.contains(snapshot.name(of: domain)), "\(snapshot.name(of: domain))")
      }
    }
  }

  @Test("Dark and print figures have names and ids of their own", arguments: ["flow", "grid"])
  func themes(name: String) throws {
    var seen: Set<String> = []
    for theme in FigureTheme.allCases {
      var options = Drawn.options(.en)
      options.theme = theme
      let figure = try Drawn.figure(name, options)
      let svg = try Drawn.file("\(figure.name)-700.svg", of: figure)
      #expect(svg.contains(" id=\"\(figure.name)\""))
      #expect(seen.insert(figure.name).inserted)
      if theme == .print {
        let reader = try #require(SVGReader(svg))
        for colour in reader.elements.flatMap({ [$0.attributes["fill"], $0.attributes["stroke"]] })
          .compactMap(\.self).compactMap(Colour.init(hex:))
        {
          #expect(colour.red == colour.green && colour.green == colour.blue, "\(colour.hex)")
        }
      }
    }
  }

  @Test("Outlined figures hold no text, and say the same in words", arguments: ["flow", "whatif"])
  func outlines(name: String) throws {
    var options = Drawn.options(.en)
    options.isOutlined = true
    let figure = try Drawn.figure(name, options)
    do {
      let svg = try Drawn.file("\(figure.name)-960.svg", of: figure)
      let reader = try #require(SVGReader(svg))
      #expect(!reader.elements.contains { ["text", "tspan"].contains($0.name) })
      #expect(reader.elements.count { $0.name == "path" } > 30)
      #expect(svg.contains("<desc"))
    } catch let error as FigureError {
      // A machine without the fonts is told which package has them.
      #expect(error.hint.contains("fonts-"), "\(error.message)")
    }
  }
}
