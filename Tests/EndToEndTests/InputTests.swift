import Foundation
import Testing

@Suite("Inputs of many kinds")
struct InputTests {
  @Test("Packed standard input is recognised and read", arguments: ["gz", "zst"])
  func standardInput(ending: String) throws {
    let bytes = try Data(
      contentsOf: URL(
        fileURLWithPath: Program.sample("observations-2026-03.jsonl.\(ending)")))
    let result = try Program.run(["check", "-", "--json"], input: bytes)
    #expect(result.code == 0)
    #expect(result.output.contains("\"format\": \"observations\", \"records\": 61"))
  }

  @Test("What a file is written in can be said, and is said back")
  func encoding() throws {
    let bytes = Data(Array("id,name,domains\n1,E".utf8) + [0xE9] + Array("n,a.example\n".utf8))
    let plain = try Program.run(["check", "-"], input: bytes)
    #expect(plain.output.contains("--encoding windows-1252"))
    let asked = try Program.run(["check", "-", "--encoding", "windows-1252"], input: bytes)
    #expect(asked.output.contains("read as Windows-1252, as asked"))
    let wrong = try Program.run(["check", "-", "--encoding", "latin-9"], input: bytes)
    #expect(wrong.code == 64)
    #expect(wrong.messages.contains("windows-1252"))
  }

  @Test("Verdicts given as an input are shown beside ours, and change nothing of ours")
  func claims() throws {
    let alone = try Program.run(["explain", "aldermeer.example"] + Program.after + Program.fiction)
    let beside = try Program.run(
      ["explain", "aldermeer.example", Program.sample("bindings.csv")] + Program.after
        + Program.fiction)
    #expect(beside.code == 0)
    #expect(!alone.output.contains("bindings.csv"))
    #expect(beside.output.contains("bindings.csv:"))
    let rows = try [[], [Program.sample("bindings.csv")]].map { more in
      try Program.run(["bindings", "--csv"] + Program.after + Program.fiction + more).output
    }
    #expect(rows[0] == rows[1])
  }

  @Test("A supposition is stated in every machine format, and nowhere without one")
  func suppositions() throws {
    let assumed = ["--assume", "aegis owns dijkpost"]
    for format in ["--csv", "--json"] {
      for command in [["bindings"], ["assess"], ["explain", "dijkpost"]] {
        let plain = try Program.run(command + [format] + Program.after + Program.fiction)
        let supposed = try Program.run(
          command + [format] + Program.after + Program.fiction + assumed)
        #expect(plain.code == 0 && supposed.code == 0)
        #expect(!plain.output.contains("owns dijkpost"))
        let lines = supposed.output.split(separator: "\n")
        let said = lines.filter { $0.contains("owns dijkpost") }
        #expect(format == "--json" ? said.count >= 1 : said.count >= lines.count - 1)
      }
    }
    for format in ["dot", "json", "csv", "graphml", "gexf"] {
      let graph = try Program.run(
        ["export", "--to", format] + Program.after + Program.fiction + assumed)
      #expect(graph.code == 0)
      #expect(graph.output.contains("owns dijkpost"), "\(format)")
    }
  }

  @Test("Every format has a name that --format takes")
  func formats() throws {
    let help = try Program.run(["check", "--help"]).output
    let wrong = try Program.run(["check", Program.sample("bindings.csv"), "--format", "word"])
    #expect(wrong.code == 64)
    for name in [
      "observations", "observationTable", "zdns", "dnsx", "openintel", "organisationList",
      "mxmapCache", "mxmapSummary", "italianPublicBodies", "bindings", "applications",
      "supplierDependencies",
    ] {
      #expect((help + wrong.messages).contains(name), "\(name)")
    }
  }

  @Test("A Parquet file without the program that reads it is a clear error")
  func parquet() throws {
    if FileManager.default.isExecutableFile(atPath: "/usr/bin/duckdb") { return }
    let result = try Program.run([
      "check", Program.sample("openintel-2026-09.parquet"), "--error-format", "json",
    ])
    #expect(result.code == 1)
    #expect(result.messages.contains("duckdb"))
    #expect(result.messages.contains("\"hint\":\"install DuckDB"))
  }

  @Test("What a declared supplier hangs on is a chokepoint, indirectly")
  func suppliers() throws {
    let result = try Program.run(
      [
        "chokepoints", Program.sample("applications.csv"),
        Program.sample("supplier-dependencies.csv"), "--service", "application", "--json",
      ] + Program.after + Program.fiction)
    #expect(result.code == 0)
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let points = try #require(document["points"] as? [[String: Any]])
    let supplier = try #require(points.first { $0["id"] as? String == "Dossierhuis" })
    #expect(supplier["direct"] as? Int == 1)
    // Its name servers: nobody's own record of an application says so.
    let servers = try #require(points.first { $0["id"] as? String == "dnsfabriek" })
    #expect(servers["indirect"] as? Int == 1)
  }
}
