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
