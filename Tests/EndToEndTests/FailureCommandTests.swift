import Foundation
import Testing

@Suite("Failure analysis from the command line")
struct FailureCommandTests {
  private func json(_ arguments: [String]) throws -> [String: Any] {
    let result = try Program.run(arguments + ["--json", "--quiet"])
    #expect(result.code == 0, "\(result.messages)")
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(value as? [String: Any])
  }

  private static let ranking = ["chokepoints"] + Program.after + Program.fiction
  private static let whatIf = ["whatif"] + Program.after + Program.fiction
  private static let zone =
    ["chokepoints", Program.sample("muni.example-2026-09.zone"), Program.sample("registrants.csv")]
    + Program.fiction

  // MARK: chokepoints

  @Test(
    "--redundancy counts every unit of a function once at each level, and needs no list of them")
  func redundancy() throws {
    let report = try json(Self.ranking + ["--redundancy"])
    let found = try #require(report["redundancy"] as? [String: Any])
    let rows = try #require(found["orders"] as? [[String: Any]])
    #expect(
      Set(rows.compactMap { $0["kind"] as? String }) == ["provider", "company", "jurisdiction"])
    for row in rows {
      let parts = ["one", "two", "three", "more", "none", "unknown"]
        .compactMap { row[$0] as? Int }.reduce(0, +)
      #expect(parts == row["of"] as? Int, "\(row)")
    }
    let text = try Program.run(Self.ranking + ["--redundancy", "--lang", "en"]).output
    #expect(text.contains("REDUNDANCY THAT IS NOT"))
  }

  @Test("The worst two together take no less than the worst one, and what both take")
  func sets() throws {
    let report = try json(Self.ranking + ["--sets", "2", "--kind", "provider"])
    let points = try #require(report["points"] as? [[String: Any]])
    let set = try #require((report["sets"] as? [[String: Any]])?.first)
    #expect(set["exact"] as? Bool == true)
    let number = try #require(set["number"] as? Int)
    let one = try #require(points.first?["number"] as? Int)
    #expect(number >= one)
    let members = try #require(set["members"] as? [String])
    #expect(members.count == 2)
    let together = try json(Self.whatIf + members.flatMap { ["--fail", $0] })
    let units = try #require(together["units"] as? [String: Int])
    #expect((units["lost"] ?? 0) + (units["allLost"] ?? 0) == number)
  }

  @Test("More than three together come with an upper bound")
  func greedySets() throws {
    let set = try #require(
      (json(Self.ranking + ["--sets", "5", "--kind", "provider"])["sets"] as? [[String: Any]])?
        .first)
    let (bound, weight) = (set["bound"] as? Double ?? 0, set["weight"] as? Double ?? .infinity)
    #expect(bound >= weight)
    #expect((set["exact"] as? Bool) == (bound == weight))
  }

  @Test("Each remedy begins where the one before it left its chokepoint")
  func remedies() throws {
    let report = try json(Self.ranking + ["--remedies", "4"])
    let points = try #require(report["points"] as? [[String: Any]])
    let found = try #require(report["remedies"] as? [String: Any])
    let steps = try #require(found["together"] as? [[String: Any]])
    #expect(!steps.isEmpty)
    var reach: [String: Int] = [:]
    for point in points {
      reach["\(point["kind"] ?? ""):\(point["id"] ?? "")"] = point["number"] as? Int
    }
    for step in steps {
      let chokepoint = try #require(step["chokepoint"] as? String)
      let after = try #require(step["after"] as? Int)
      let before = try #require(step["before"] as? Int)
      #expect(before == reach[chokepoint], "\(step)")
      #expect(before - after == step["freed"] as? Int)
      reach[chokepoint] = after
    }
  }

  @Test("Registries are points of trust only where they are asked for")
  func registries() throws {
    func kinds(_ flags: [String]) throws -> Set<String> {
      let trust = try #require(try json(Self.zone + flags)["trust"] as? [String: Any])
      #expect((trust["domains"] as? Int ?? 0) > 0)
      let points = try #require(trust["points"] as? [[String: Any]])
      return Set(points.compactMap { $0["kind"] as? String })
    }
    #expect(try !kinds(["--name-servers", "--detail"]).contains("registry"))
    #expect(try kinds(["--name-servers", "--include-registries"]).contains("registry"))
  }

  @Test("Hosts, addresses and cut sets of named bodies wait for --detail")
  func detail() throws {
    let flags = ["--redundancy", "--name-servers", "--remedies", "2"]
    let plain = try Program.run(Self.zone + flags + ["--json", "--quiet"]).output
    let detailed = try Program.run(Self.zone + flags + ["--json", "--quiet", "--detail"]).output
    #expect(!plain.contains("\"host\"") && !plain.contains("\"address\""))
    #expect(!plain.contains("\"cuts\""))
    #expect(detailed.contains("\"host\"") && detailed.contains("\"cuts\""))
  }

  @Test("The ranking is the same whether records are kept for the run or not")
  func withoutRecords() throws {
    func points(_ flags: [String]) throws -> String {
      let kept = try json(Self.ranking + ["--kind", "provider"] + flags)["points"]
      let data = try JSONSerialization.data(
        withJSONObject: try #require(kept), options: [.sortedKeys])
      return String(decoding: data, as: UTF8.self)
    }
    #expect(try points([]) == points(["--redundancy"]))
    #expect(try points([]) == points(["--name-servers"]))
  }

  @Test("--verbose tells what analysis cost apart from reading")
  func timings() throws {
    let result = try Program.run(Self.ranking + ["--verbose", "--kind", "provider"])
    for step in ["reading", "attribution and graph", "every single failure"] {
      let line = result.messages.split(separator: "\n").first {
        $0.hasPrefix("linchpin: \(step): ")
      }
      #expect(line?.hasSuffix(" s of processor time") == true, "\(result.messages)")
    }
    #expect(!result.output.contains("processor time"))
  }

  // MARK: whatif

  @Test("A stopped gateway takes receiving alone, and the text says so of each body")
  func onlyGateway() throws {
    let arguments = Self.whatIf + ["--fail", "company:shieldgate"]
    let report = try json(arguments)
    let functions = try #require(report["functions"] as? [[String: Any]])
    let receive = functions.first { $0["function"] as? String == "receive" }
    let gateways = try #require(report["onlyGateway"] as? Int)
    #expect(gateways > 0 && gateways <= receive?["lost"] as? Int ?? 0)
    let lost = try #require(report["lost"] as? [[String: Any]])
    #expect(lost.count { $0["onlyGateway"] as? Bool == true } == gateways)
    let text = try Program.run(arguments + ["--lang", "en"]).output
    #expect(text.contains("receive mail (only a gateway)"))
    let table = try Program.run(arguments + ["--csv", "--quiet"]).output
    #expect(table.hasPrefix("id,name,sector,function,because,onlyGateway"))
    // Behind it stands only the scenario, which is free of commas here.
    #expect(
      table.split(separator: "\n").count { $0.split(separator: ",").dropLast().last == "true" }
        == gateways)
  }

  @Test("Every lost function has its way in the text")
  func ways() throws {
    let arguments = Self.whatIf + ["--fail", "company:cumulus", "--top", "1000", "--lang", "en"]
    let report = try json(Self.whatIf + ["--fail", "company:cumulus"])
    let text = try Program.run(arguments).output
    let lines = text.split(separator: "\n").filter { $0.contains("→") || $0.contains("Cumulus") }
    for loss in try #require(report["lost"] as? [[String: Any]]) {
      for way in try #require(loss["because"] as? [[String]]) {
        let first = try #require(way.first)
        #expect(lines.contains { $0.contains(first.prefix(20)) }, "\(way)")
      }
    }
  }

  // MARK: Bad input

  @Test("An unknown id ends with 66 and the three nearest ones")
  func unknownName() throws {
    let result = try Program.run(Self.whatIf + ["--fail", "provider:cumulus-clod"])
    #expect(result.code == 66)
    let nearest = try #require(result.messages.split(separator: "\n").last)
    #expect(nearest.contains("cumulus-cloud"))
    #expect(nearest.split(separator: ",").count == 3, "\(nearest)")
    #expect(try Program.run(Self.whatIf + ["--fail", "jurisdiction:unknown"]).code == 64)
  }

  @Test(
    "What contradicts itself is refused with both parts named",
    arguments: [
      (
        ["--mode", "termination", "--fail", "network:AS64496"],
        ["--mode termination", "--fail network:AS64496"]
      ),
      (
        ["--cutoff-scope", "entity", "--assume", "aegis owns dijkpost", "--fail", "company:aegis"],
        ["--cutoff-scope entity", "--assume “aegis owns dijkpost”"]
      ),
      (
        [
          "--assume", "aegis owns dijkpost", "--assume", "dijkpost owns aegis", "--fail",
          "company:aegis",
        ], ["aegis owns dijkpost", "dijkpost owns aegis"]
      ),
    ])
  func contradictions(flags: [String], parts: [String]) throws {
    let result = try Program.run(Self.whatIf + flags)
    #expect(result.code == 64, "\(result.messages)")
    for part in parts { #expect(result.messages.contains(part), "\(result.messages)") }
  }

  @Test("Two dates for one scenario contradict each other")
  func twoDates() throws {
    let file = try Program.file(
      Data(
        """
        schema: linchpin.scenarios/1
        scenarios:
          - { name: dark day, asOf: 2026-06-01, fail: [ "jurisdiction:US" ] }
        """.utf8), "scenario.yaml")
    let given = Self.whatIf + ["--scenario", file]
    #expect(try Program.run(given).code == 0)
    #expect(try Program.run(given + ["--as-of", "2026-06-01"]).code == 0)
    let result = try Program.run(given + ["--as-of", "2026-07-01"])
    #expect(result.code == 64)
    #expect(result.messages.contains("2026-07-01") && result.messages.contains("2026-06-01"))
  }

  @Test(
    "Only cycles, no service, nothing at all: an honest empty answer",
    arguments: [
      """
      {"domain":"a.example","ns":["ns.b.example"]}
      {"domain":"b.example","ns":["ns.a.example"]}
      """, "{\"domain\":\"a.example\"}\n", "",
    ])
  func empty(text: String) throws {
    let path = try Program.file(Data(text.utf8), "observations.jsonl")
    let flags = ["--redundancy", "--sets", "2", "--remedies", "2", "--name-servers"]
    let result = try Program.run(["chokepoints", path, "--lang", "en"] + flags)
    #expect(result.code == 0, "\(result.messages)")
    let whatIf = try Program.run(["whatif", path, "--fail", "jurisdiction:US", "--json"])
    #expect(whatIf.code == 0, "\(whatIf.messages)")
    #expect(whatIf.output.contains("\"lost\": []"))
    #expect(!whatIf.output.contains("\"unaffected\": 1"))
    if text.contains("ns.b") {
      #expect(result.output.contains("UNOBSERVED SUPPORT"))
      let ranked = try Program.run(["chokepoints", path, "--detail", "--lang", "en"])
      #expect(ranked.output.contains("NS ns.b.example"))
    } else {
      #expect(result.output.contains("Nothing observed takes a function"))
    }
  }
}
