import LinchpinCore
import LinchpinReading
import Testing

@Suite("Scenario files and successions")
struct ScenarioTests {
  private func read(_ text: String) throws -> [NamedScenario] {
    let sample = try Sample()
    return try ScenarioReader.read(try sample.file("scenarios.yaml", text))
  }

  @Test("A file holds several scenarios with names")
  func several() throws {
    let found = try read(
      """
      schema: linchpin.scenarios/1
      scenarios:
        - name: takeover
          assume: [ "big owns local" ]
          asOf: 2026-06-01
        - { name: cut off, fail: [ "jurisdiction:US" ] }
      """)
    #expect(found.map(\.name) == ["takeover", "cut off"])
    #expect(found[0].assume == ["big owns local"] && found[0].asOf == CalendarDate("2026-06-01"))
    #expect(found[1].fail == ["jurisdiction:US"] && found[1].asOf == nil)
  }

  @Test(
    "What is wrong in a scenario file is named with its line",
    arguments: [
      ("scenarios: []\n", "schema"), ("schema: linchpin.catalogue/1\n", "schema"),
      ("schema: linchpin.scenarios/1\nscenarios: []\n", "no scenario"),
      ("schema: linchpin.scenarios/1\nscenarios:\n  - { name: a }\n", "supposes nothing"),
      ("schema: linchpin.scenarios/1\nscenarios:\n  - { name: a, asof: 2026 }\n", "asof"),
      ("schema: linchpin.scenarios/1\nscenarios:\n  - { name: a, asOf: soon }\n", "no date"),
      (
        "schema: linchpin.scenarios/1\nscenarios:\n  - { name: a, fail: [x] }\n"
          + "  - { name: a, fail: [x] }\n", "two scenarios"
      ),
    ])
  func wrong(_ text: String, _ message: String) throws {
    let error = try #require(throws: CatalogueError.self) { try read(text) }
    #expect(error.message.contains(message), "\(error.message)")
  }

  @Test("Successions are read, and a row that cannot be used ends the run")
  func successions() throws {
    let sample = try Sample()
    func read(_ text: String) throws -> [Successions.Succession] {
      try SuccessionsReader.read(try sample.file("s.csv", text))
    }
    let found = try read("date,from,to\n2026-01-01,a,b\n\n2026,c,d\n")
    #expect(found.map(\.from) == ["a", "c"] && found[1].date == CalendarDate("2026"))
    for bad in [
      "", "from,to\na,b\n", "from,to,date\na,a,2026\n", "from,to,date\na,,2026\n",
      "from,to,date\na,b,2026-02-30\n", "from,to,date\na,b,2026\na,c,2026\n",
    ] {
      #expect(throws: ReadingError.self, "\(bad)") { try read(bad) }
    }
  }
}
