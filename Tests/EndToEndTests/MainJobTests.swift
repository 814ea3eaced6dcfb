import Foundation
import Testing

@Suite("The main job on the samples")
struct MainJobTests {
  private func json(_ arguments: [String]) throws -> [String: Any] {
    let result = try Program.run(arguments)
    #expect(result.code == 0, "\(result.messages)")
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(value as? [String: Any])
  }

  @Test("assess counts every organisation and says that the data is fictional")
  func assess() throws {
    let report = try json(["assess"] + Program.after + Program.fiction + ["--json"])
    #expect(report["schema"] as? String == "linchpin.assess/1")
    #expect((report["options"] as? [String: Any])?["fictional"] as? Bool == true)
    let coverage = try #require(report["coverage"] as? [[String: Any]])
    let domains = try #require(report["domains"] as? Int)
    for row in coverage {
      let counts = row.values.compactMap { $0 as? Int }
      #expect(counts.reduce(0, +) == domains, "\(row["role"] ?? "") does not add up")
    }
  }

  @Test("Organisations in any order give the same bytes")
  func order() throws {
    let text = try String(contentsOfFile: Program.after[0], encoding: .utf8)
    let shuffled = try Program.file(
      Data(text.split(separator: "\n").reversed().joined(separator: "\n").utf8),
      "observations-2026-09.jsonl")
    func shares(_ path: String) throws -> String {
      let result = try Program.run(
        ["assess", path, Program.after[1]] + Program.fiction + ["--csv", "--quiet"])
      return result.output
    }
    #expect(try shares(Program.after[0]) == shares(shuffled))
  }

  @Test("bindings has one row at least for every domain and role, each with its file and line")
  func bindings() throws {
    let result = try Program.run(["bindings"] + Program.after + Program.fiction + ["--csv"])
    let lines = result.output.split(separator: "\n")
    #expect(
      lines.first
        == "organisation,organisationName,sector,country,domain,service,role,status,reason,provider,company,jurisdiction,tier,evidence,source"
    )
    #expect(lines.count > 500)
    for line in lines.dropFirst() {
      #expect(line.contains("observations-2026-09.jsonl:"), "no source: \(line)")
    }
  }

  @Test("chokepoints ranks, and direct and indirect add up")
  func chokepoints() throws {
    let report = try json(["chokepoints"] + Program.after + Program.fiction + ["--json"])
    let points = try #require(report["points"] as? [[String: Any]])
    #expect(points.count > 5)
    let numbers = points.compactMap { $0["number"] as? Int }
    #expect(numbers == numbers.sorted(by: >))
    for point in points {
      let parts = ["direct", "indirect"].compactMap { point[$0] as? Int }.reduce(0, +)
      #expect(parts == point["number"] as? Int)
    }
  }

  @Test("whatif counts every organisation once, unknown beside unaffected")
  func whatIf() throws {
    let report = try json(
      ["whatif"] + Program.after + Program.fiction + ["--fail", "jurisdiction:US", "--json"])
    let units = try #require(report["units"] as? [String: Int])
    #expect(units.values.reduce(0, +) == report["organisations"] as? Int)
    #expect(units["unknown"] != nil && units["unaffected"] != nil)
    #expect((units["lost"] ?? 0) + (units["allLost"] ?? 0) > 0)
  }

  @Test("compare finds what moved between the two dates, and nothing between a date and itself")
  func compare() throws {
    let before =
      Program.sample("observations-2026-03.jsonl") + "," + Program.sample("organisations.csv")
    let after = Program.after.joined(separator: ",")
    let moved = try json(["compare", before, after] + Program.fiction + ["--json"])
    #expect(((moved["moves"] as? [[String: Any]]) ?? []).count > 3)
    let same = try json(["compare", after, after] + Program.fiction + ["--json"])
    #expect((same["moves"] as? [[String: Any]])?.isEmpty == true)
    #expect((same["changes"] as? [[String: Any]])?.isEmpty == true)
  }

  @Test("Dates the wrong way round are refused unless asked for")
  func reversed() throws {
    let before = Program.sample("muni.example-2026-03.zone")
    let after = Program.sample("muni.example-2026-09.zone")
    let refused = try Program.run(["compare", after, before] + Program.fiction)
    #expect(refused.code == 64)
    #expect(refused.messages.contains("--reverse"))
    #expect(try Program.run(["compare", after, before, "--reverse"] + Program.fiction).code == 0)
  }

  @Test(
    "draw writes every width, the numbers, the words and a snippet",
    arguments: [
      ["flow"], ["chokepoints"], ["card", "--focus", "Elm Hospital"],
    ])
  func draw(figure: [String]) throws {
    let folder = try Program.folder()
    let arguments =
      ["draw"] + figure + Program.after + Program.fiction + ["--home", "XL", "-o", folder]
    let result = try Program.run(arguments)
    #expect(result.code == 0, "\(result.messages)")
    let name = figure[0]
    for file in ["-360.svg", "-700.svg", "-960.svg", ".csv", ".txt", ".html"] {
      let text = try String(contentsOfFile: "\(folder)/\(name)\(file)", encoding: .utf8)
      #expect(!text.isEmpty)
      if file.hasSuffix("svg") {
        #expect(text.contains("FICTIONAL"), "\(file) does not say that it is invented")
        #expect(text.utf8.count <= 150_000)
      }
    }
    #expect(try Program.run(arguments).code == 73, "existing files are not replaced")
    let first = try String(contentsOfFile: "\(folder)/\(name)-960.svg", encoding: .utf8)
    #expect(try Program.run(arguments + ["--force"]).code == 0)
    #expect(try String(contentsOfFile: "\(folder)/\(name)-960.svg", encoding: .utf8) == first)
  }

  @Test("explain answers for an organisation, a domain, a provider, a company and a country")
  func explain() throws {
    for name in ["Elm Hospital", "XL", "cumulus"] {
      let result = try Program.run(["explain", name] + Program.after + Program.fiction)
      #expect(result.code == 0, "\(name): \(result.messages)")
    }
    let organisation = try Program.run(
      ["explain", "Elm Hospital"] + Program.after + Program.fiction)
    #expect(organisation.output.contains("observations-2026-09.jsonl:"))
  }

  @Test("A scenario is said in every output")
  func scenario() throws {
    let catalogue = try Program.run(
      ["catalogue", "list", "--csv", "--catalogue", Program.sample("catalogue.yaml")])
    #expect(catalogue.code == 0)
    let assumed = try Program.run(
      ["assess"] + Program.after + Program.fiction
        + ["--assume", "microsoft owns tulpweb", "--lang", "en"])
    if assumed.code == 0 {
      #expect(assumed.output.lowercased().contains("scenario"))
      #expect(assumed.output.contains("microsoft owns tulpweb"))
    } else {
      #expect(assumed.code == 66)
    }
  }

  @Test("The zone names what it delegates and what is registered only")
  func zone() throws {
    let result = try Program.run(
      ["check", Program.sample("muni.example-2026-03.zone"), Program.sample("registrants.csv")])
    #expect(result.code == 0)
    #expect(result.output.contains("does not delegate it"))
  }

  @Test("The shipped catalogue has no problem, and every entry can be shown")
  func catalogue() throws {
    let check = try Program.run(["catalogue", "check"])
    #expect(check.code == 0, "\(check.output)")
    let shown = try Program.run(["catalogue", "show", "microsoft-365"])
    #expect(shown.output.contains("https://"))
    let wrong = try Program.run(["catalogue", "show", "microsft-365"])
    #expect(wrong.code == 66)
    #expect(wrong.messages.contains("microsoft-365"))
  }

  @Test("The graph is exported in every format", arguments: ["dot", "json", "csv"])
  func export(format: String) throws {
    let result = try Program.run(["export"] + Program.after + Program.fiction + ["--to", format])
    #expect(result.code == 0, "\(result.messages)")
    #expect(result.output.utf8.count > 1000)
  }
}
