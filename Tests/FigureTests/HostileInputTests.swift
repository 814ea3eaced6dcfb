import ArticleChecks
import Drawing
import Foundation
import LinchpinCore
import LinchpinReporting
import Testing

@Suite("Figures of hostile and odd input")
struct HostileInputTests {
  static let names: [(what: String, text: String)] = [
    ("markup", "</text><script>alert(1)</script> & \"quotes\" ]]>"),
    ("control characters", "Bell\u{7} null\u{1} escape\u{1B}[31m"),
    ("right to left", "\u{202E}בית חולים כרמל \u{202C}مستشفى المدينة"),
    ("combining", "Z" + String(repeating: "\u{0301}\u{0320}", count: 60) + "algo"),
    ("300 characters", String(repeating: "Gemeenschappelijkeregeling", count: 12)),
    ("braces", "\\N \\G {<a>|b} %s ${x} &lt; &#0;"),
  ]

  /// Forty organisations of one name pattern in a sector of that name, half of them elsewhere.
  private func snapshot(
    _ name: String, count: Int = 40,
    mail: (Int) -> String? = {
      $0 % 2 == 0 ? "x.mx.cumulus.example" : "mx1.mx.dijkpost.example"
    }
  ) throws -> Snapshot {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "linchpin-hostile-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var text = ""
    for number in 0..<count {
      let record: [String: Any] = [
        "domain": "body\(number).example", "org": "o\(number)",
        "organisationName": "\(name) \(number)", "sector": number % 3 == 0 ? name : "plain",
        "country": "XL",
        "mx": mail(number).map { [["host": $0, "preference": 0]] } ?? [],
        "ns": [["host": "ns1.ns.tulpweb.example"]], "ts": 1_788_912_000,
      ]
      let data = try JSONSerialization.data(withJSONObject: record, options: [.sortedKeys])
      text += String(decoding: data, as: UTF8.self) + "\n"
    }
    let file = folder.appending(path: "observations.jsonl")
    try Data(text.utf8).write(to: file)
    return try Drawn.snapshot([file.path])
  }

  private func check(
    _ name: String, _ snapshot: Snapshot, _ what: String, supplier: String = "cumulus-mail"
  ) throws {
    let figure = try Drawn.figure(
      name, Drawn.options(.nl), snapshot: snapshot, before: snapshot, focus: "o0",
      supplier: supplier)
    for file in try figure.files() where file.name.hasSuffix(".svg") {
      let width = try #require(
        FigureWidth.allCases.first { file.name.hasSuffix("-\($0.rawValue).svg") })
      let problems = ArticleCheck.problems(in: file.contents, width: width)
      #expect(problems.isEmpty, "\(what): \(file.name): \(problems.prefix(4))")
    }
  }

  @Test(
    "Names with markup, control characters, other scripts or no end are drawn and break nothing",
    arguments: Drawn.names)
  func hostileNames(name: String) throws {
    for (what, text) in Self.names { try check(name, try snapshot(text), what) }
  }

  @Test("One organisation and one provider make a figure", arguments: Drawn.names)
  func one(name: String) throws {
    try check(name, try snapshot("Alone", count: 1), "one organisation")
    try check(name, try snapshot("Same", mail: { _ in "x.mx.cumulus.example" }), "one provider")
  }

  @Test("A share of 0.04 percent is drawn, and its number is not rounded away")
  func smallShare() throws {
    let snapshot = try snapshot(
      "Many", count: 2500,
      mail: { $0 == 7 ? "mx1.mx.dijkpost.example" : "x.mx.cumulus.example" })
    for name in ["flow", "grid", "migration", "whatif"] {
      try check(name, snapshot, "0.04 percent")
    }
    try check("grid", snapshot, "0.04 percent", supplier: "dijkpost")
    let table = try Drawn.file(
      "flow.csv", of: Drawn.figure("flow", Drawn.options(.en), snapshot: snapshot))
    #expect(table.contains("provider:dijkpost,Dijkpost,,1,2500,0.0004"))
    let bars = try Drawn.file(
      "chokepoints-960.svg",
      of: Drawn.figure("chokepoints", Drawn.options(.en), snapshot: snapshot))
    #expect(bars.contains("1 · &lt;0.1%") && bars.contains("2,499 · &gt;99.9%"))
  }

  @Test(
    "A sector of which nobody uses anything is drawn, and stands at nought", arguments: Drawn.names)
  func emptySector(name: String) throws {
    let snapshot = try snapshot(
      "Nobody", mail: { $0 % 3 == 0 ? nil : "x.mx.cumulus.example" })
    try check(name, snapshot, "a sector of zero")
    guard name == "grid" else { return }
    let table = try Drawn.file(
      "grid.csv", of: Drawn.figure(name, Drawn.options(.en), snapshot: snapshot))
    #expect(table.contains("panel uses,value:Nobody,Nobody,Cumulus Mail,0,14,"))
  }

  @Test("Five thousand providers are folded until the figure can be read")
  func manyProviders() throws {
    let snapshot = try snapshot(
      "Many", count: 5000, mail: { "mail.host\($0).provider\($0).example" })
    for name in Drawn.names { try check(name, snapshot, "5,000 providers") }
    let figure = try Drawn.figure("flow", Drawn.options(.en), snapshot: snapshot)
    #expect(figure.folded.contains("Provider: 5000"))
    #expect(try Drawn.file("flow-960.svg", of: figure).contains("Other (5,000)"))
  }

  @Test("A headline about few counts them, in words that make a sentence")
  func fewInWords() throws {
    let few = try snapshot("Few", count: 10)
    for (language, headline) in [
      (Language.en, "5 of 10 organisations keep their mail with Cumulus Mail"),
      (.nl, "5 van de 10 organisaties hebben de mail staan bij Cumulus Mail"),
    ] {
      let figure = try Drawn.figure("flow", Drawn.options(language), snapshot: few)
      #expect(try Drawn.file("flow.txt", of: figure).contains("\n\(headline)\n"))
    }
  }

  @Test("Who runs their own is the headline where no provider has a name")
  func noName() throws {
    let own = try snapshot("Own", mail: { "mail.body\($0).example" })
    let assessment = Assessment(
      own, under: try Drawn.rulesOrThrow(), options: AssessmentOptions())
    let figure = try Figure.flow(assessment, role: .mailExchange, by: nil, Drawn.options(.en))
    let words = try Drawn.file("flow.txt", of: figure)
    #expect(words.contains("Incoming mail: ") && words.contains(" at 100.0% of organisations"))
  }

  @Test(
    "A role nobody was asked about is no figure of what is not known", arguments: ["flow", "grid"])
  func notAsked(name: String) throws {
    let assessment = Assessment(
      try snapshot("x"), under: try Drawn.rulesOrThrow(), options: AssessmentOptions())
    let options = Drawn.options(.en)
    do {
      _ =
        name == "flow"
        ? try Figure.flow(assessment, role: .webOrigin, by: nil, options)
        : try Figure.grid(
          assessment, supplier: "cumulus-mail", role: .webOrigin, by: nil, options)
      Issue.record("drawn all the same")
    } catch {
      #expect(error.message.contains("webOrigin") && error.hint.contains("mailExchange"))
    }
  }

  @Test("Nothing left is an error that says what to do", arguments: ["flow", "grid", "migration"])
  func nothing(name: String) throws {
    var counting = AssessmentOptions()
    counting.selection.sectors = ["no such sector"]
    #expect(throws: FigureError.self) {
      try Drawn.figure(
        name, Drawn.options(.en), snapshot: try snapshot("x"), before: try snapshot("x"),
        counting: counting)
    }
  }
}
