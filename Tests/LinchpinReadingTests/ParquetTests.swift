import Foundation
import LinchpinCore
import LinchpinReading
import Testing

/// Whether DuckDB's command is on the search path of the tests.
private let hasDuckDB = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
  .contains { FileManager.default.isExecutableFile(atPath: "\($0)/duckdb") }

@Suite("Parquet")
struct ParquetTests {
  @Test(
    "The rows of a Parquet file are read as what they are",
    .enabled(if: hasDuckDB, "the duckdb command is not installed"))
  func openINTEL() throws {
    let (table, lines) = (
      try InputReader.snapshot(from: [Sample.shipped("openintel-2026-09.parquet")]),
      try InputReader.snapshot(from: [Sample.shipped("openintel-2026-09.jsonl")])
    )
    #expect(table.files.map(\.format) == ["openintel"])
    #expect(table.files.map(\.records) == lines.files.map(\.records))
    #expect(table.domainNames == lines.domainNames)
    for name in lines.domainNames {
      for kind in RecordKind.allCases {
        #expect(table.values(kind, of: name) == lines.values(kind, of: name))
      }
      for question in Question.allCases {
        #expect(table.status(question, of: name) == lines.status(question, of: name))
      }
    }
    #expect(table.findings.count == 0)
  }

  @Test(
    "In Parquet a null was not measured and an empty list is none",
    .enabled(if: hasDuckDB, "the duckdb command is not installed"))
  func nulls() throws {
    let sample = try Sample()
    let lines = try sample.file(
      "rows.jsonl",
      """
      {"domain":"a.example","mx":[{"host":"m.p.example","asn":64500}],"ns":[],"dkim":{"s1":"t.p.example"}}
      {"domain":"b.example","ns":[{"host":"n.p.example"}],"dkim":{"s2":"u.p.example"}}
      """)
    let table = sample.folder.appending(path: "rows.parquet").path
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "duckdb", "-init", "/dev/null", "-c",
      "COPY (SELECT * FROM read_json_auto('\(lines)')) TO '\(table)' (FORMAT parquet)",
    ]
    try process.run()
    process.waitUntilExit()
    let snapshot = try InputReader.snapshot(from: [table])
    #expect(snapshot.findings.count == 0)
    #expect(snapshot.status(.mx, of: "a.example") == .answered)
    #expect(snapshot.status(.mx, of: "b.example") == .notMeasured)
    #expect(snapshot.status(.ns, of: "a.example") == .absent)
    #expect(snapshot.values(.dkim, of: "b.example") == ["u.p.example"])
  }

  @Test(
    "Without the command the error says what is missing and what to do",
    .enabled(if: !hasDuckDB, "the duckdb command is installed"))
  func withoutCommand() throws {
    let error = #expect(throws: ReadingError.self) {
      try InputReader.snapshot(from: [Sample.shipped("openintel-2026-09.parquet")])
    }
    #expect(error?.message.contains("duckdb") == true)
    #expect(error?.hint.contains("search path") == true)
  }
}
