import Foundation
import GRDB
import LinchpinCore
import Testing

@testable import LinchpinReading

@Suite("An archive keeps dated snapshots")
struct ArchiveTests {
  private let sample: Sample
  private let path: String

  init() throws {
    sample = try Sample()
    path = sample.folder.appending(path: "archive.linchpin").path
  }

  private static let inputs = [
    ["observations-2026-09.jsonl", "organisations-2026-09.csv"], ["observations-2026-03.jsonl"],
    ["mxmap-cache-2026-09.json", "mxmap-municipalities.json"],
    ["muni.example-2026-03.zone", "registrants.csv"],
  ]

  private func snapshot(_ names: [String]) throws -> Snapshot {
    try InputReader.snapshot(from: names.map(Sample.shipped), options: .init(hash: true))
  }

  private func snapshot(_ texts: String...) throws -> Snapshot {
    var paths: [String] = []
    for (number, text) in texts.enumerated() {
      paths.append(try sample.file("input\(number)", text))
    }
    return try InputReader.snapshot(from: paths)
  }

  private func archived(_ name: String) throws -> Snapshot {
    try InputReader.snapshot(from: ["\(path)@\(name)"])
  }

  /// Everything a snapshot says, in an order of its own.
  private func facts(_ snapshot: Snapshot) -> [String] {
    var lines: [String] = []
    for domain in snapshot.domainIndices {
      let name = snapshot.name(of: domain)
      let owner = snapshot.organisations[snapshot.organisation(of: domain)]
      lines.append("\(name) \(owner) \(snapshot.describe(snapshot.source(of: domain)))")
      for question in Question.allCases {
        lines.append("\(name) \(question) \(snapshot.status(of: question, for: domain))")
        for number in snapshot.facts(of: domain)
        where snapshot.kind(ofFact: number).question == question {
          let fact = snapshot.fact(number)
          lines.append(
            "\(name) \(fact.kind) \(snapshot.names.string(fact.value)) "
              + "\(fact.preference ?? 0) \(fact.asn ?? 0) \(snapshot.describe(fact.source))")
        }
      }
      if snapshot.nullExchangers.contains(domain) { lines.append("\(name) null MX") }
    }
    for index in snapshot.organisationIndices { lines.append("\(snapshot.organisations[index])") }
    for (host, records) in snapshot.hostAddresses {
      for record in records {
        lines.append(
          "\(snapshot.names.string(host)) \(snapshot.names.string(record.address)) "
            + "\(record.asn ?? 0) \(snapshot.describe(record.source))")
      }
    }
    for (host, target) in snapshot.aliases {
      lines.append("\(snapshot.names.string(host)) -> \(snapshot.names.string(target))")
    }
    lines += snapshot.findings.kept.map { "\($0)" }
    lines += snapshot.files.map { "\($0)" }
    lines.append("\(snapshot.zone ?? "") \(snapshot.measured.map { "\($0)" } ?? "")")
    return lines.sorted()
  }

  @Test("What goes in comes out, provenance and findings included", arguments: inputs)
  func roundTrip(_ names: [String]) throws {
    let before = try snapshot(names)
    let added = try Archive(adding: path).add(before, as: "2026-09-01")
    #expect(added.domains == before.domainCount && !added.wasThere)
    #expect(try facts(archived("2026-09-01")) == facts(before))
  }

  @Test("Bad rows, null MX, escapes and several files come out as they went in")
  func awkward() throws {
    let before = try snapshot(
      """
      {"domain":"a.example","mx":["."],"spf":"v=spf1 include:x.example -all","ts":1770000000}
      {"domain":"b.example","mx":[{"host":"mx.b.example","preference":10,"asn":64500}],"ns":{"error":"SERVFAIL"}}
      {"domain":"c.example","tenant":"one\\ntwo \\\\ three","mx_asns":[64501],"mx":["m.example"],"a":["192.0.2.1"]}
      {"domain":"no domain at all"}
      """,
      """
      {"domain":"b.example","ns":["ns1.host.example"],"dkim":{"s":"k.dkim.example"}}
      """,
      """
      id,name,sector,country,region,weight,domains,sharedServiceOf
      o,Organisation,town,NL,North,12.5,b.example unmeasured.example,
      nobody,Nobody,town,NL,,,,
      """)
    _ = try Archive(adding: path).add(before, as: "2026-02-02")
    #expect(try facts(archived("2026-02-02")) == facts(before))
  }

  @Test("A second date costs what changed, and the same date again costs nothing")
  func deduplicated() throws {
    let (first, second) = (
      try snapshot(["observations-2026-03.jsonl"]), try snapshot(["observations-2026-09.jsonl"])
    )
    let archive = try Archive(adding: path)
    let one = try archive.add(first, as: "2026-03-01")
    let two = try archive.add(second, as: "2026-09-01")
    #expect(two.newRecords < one.newRecords)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(try archive.add(second, as: "2026-09-01").wasThere)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    #expect(throws: ArchiveError.taken(path: path, name: "2026-09-01")) {
      try archive.add(first, as: "2026-09-01")
    }
    #expect(try facts(archived("2026-03-01")) == facts(first))
    #expect(try facts(archived("2026-09-01")) == facts(second))
    #expect(try archive.entries().map(\.name) == ["2026-03-01", "2026-09-01"])
  }

  @Test("People read an archive with any SQLite program")
  func views() throws {
    _ = try Archive(adding: path).add(try snapshot(["observations-2026-03.jsonl"]), as: "2026-03")
    _ = try Archive(adding: path).add(try snapshot(["observations-2026-09.jsonl"]), as: "2026-09")
    let queue = try DatabaseQueue(path: path)
    let rows = try queue.read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM observations WHERE question = 'mx' LIMIT 3")
    }
    #expect(rows.count == 3 && (rows[0]["facts"] as String).hasPrefix("mx "))
    let tables = try queue.read { db in
      try ["changes", "coverage"].map {
        try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \($0)") ?? 0
      }
    }
    #expect(tables.allSatisfy { $0 > 0 })
  }

  @Test("An altered archive is refused, and the snapshot and its hash are named")
  func altered() throws {
    let before = try snapshot(["observations-2026-03.jsonl"])
    _ = try Archive(adding: path).add(before, as: "2026-03-01")
    try DatabaseQueue(path: path).write { db in
      try db.execute(sql: "UPDATE answers SET facts = replace(facts, 'cumulus', 'cumulos')")
    }
    let error = try #require(throws: ReadingError.self) { try archived("2026-03-01") }
    #expect(error.message.contains("2026-03-01 has the hash"))
  }

  @Test("A truncated archive is refused", arguments: [200, 5_000, 20_000])
  func truncated(_ size: Int) throws {
    _ = try Archive(adding: path).add(try snapshot(["observations-2026-03.jsonl"]), as: "2026-03")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    try #require(bytes.count > size)
    try bytes.prefix(size).write(to: URL(fileURLWithPath: path))
    #expect(throws: ReadingError.self) { try archived("2026-03") }
    #expect(throws: ArchiveError.self) {
      try Archive(adding: path).add(try snapshot(["observations-2026-09.jsonl"]), as: "2026-09")
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count == size, "nothing was written")
  }

  @Test("A newer format says which version reads it")
  func newer() throws {
    _ = try Archive(adding: path).add(try snapshot(["observations-2026-03.jsonl"]), as: "2026-03")
    try DatabaseQueue(path: path).write { db in
      try db.execute(sql: "PRAGMA user_version = 7")
      try db.execute(sql: "UPDATE meta SET value = '3.1.0'")
    }
    let error = ArchiveError.newerVersion(path: path, version: 7, needs: "3.1.0")
    #expect(throws: error) { try Archive(reading: path) }
    #expect(error.message.contains("linchpin 3.1.0 or newer"))
  }

  @Test("An archive of the first version is read, and gets what it lacks when something is added")
  func older() throws {
    let before = try snapshot(["observations-2026-03.jsonl"])
    _ = try Archive(adding: path).add(before, as: "2026-03-01")
    try DatabaseQueue(path: path).write { db in
      for view in ["coverage", "changes", "observations"] {
        try db.execute(sql: "DROP VIEW \(view)")
      }
      for column in ["soa", "caa", "certificate", "wildcard"] {
        try db.execute(sql: "ALTER TABLE records DROP COLUMN \(column)")
      }
      for view in ["observations", "changes", "coverage"] {
        try db.execute(sql: "CREATE VIEW \(view) AS SELECT 1 AS question")
      }
      try db.execute(sql: "PRAGMA user_version = 1")
    }
    #expect(try facts(archived("2026-03-01")) == facts(before))
    let later = try snapshot(#"{"domain":"a.example","soa":"ns1.b.example","caa":["c.example"]}"#)
    _ = try Archive(adding: path).add(later, as: "2026-09-01")
    #expect(try facts(archived("2026-03-01")) == facts(before))
    #expect(try facts(archived("2026-09-01")) == facts(later))
    let asked = try DatabaseQueue(path: path).read { db in
      try String.fetchAll(
        db, sql: "SELECT question FROM observations WHERE snapshot = '2026-09-01' ORDER BY question"
      )
    }
    #expect(asked == ["caa", "soa"])
  }

  @Test("Other SQLite files, missing files and missing snapshots are told apart")
  func others() throws {
    #expect(throws: ArchiveError.noSuchFile(path: path)) { try Archive(reading: path) }
    try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE t (x)") }
    #expect(throws: ArchiveError.notAnArchive(path: path)) { try Archive(reading: path) }
    #expect(throws: ArchiveError.notAnArchive(path: path)) { try Archive(adding: path) }
    let other = sample.folder.appending(path: "two.linchpin").path
    for name in ["2026-03", "2026-09"] {
      _ = try Archive(adding: other).add(
        try snapshot(["observations-\(name).jsonl"]), as: name)
    }
    for (place, message) in [(other, "holds 2 snapshots"), (other + "@2025", "has no snapshot")] {
      let error = try #require(throws: ReadingError.self) {
        try InputReader.snapshot(from: [place])
      }
      #expect(error.message.contains(message))
    }
  }

  @Test("A snapshot is named after the day in its file's name")
  func names() throws {
    #expect(
      SnapshotName.date(in: "a/2020-01-01/dns_cache-2026-03-15.json")?.description == "2026-03-15")
    #expect(SnapshotName.date(in: "cache-2026-13-45.json") == nil)
    #expect(SnapshotName.date(in: "short") == nil)
    let dated = try snapshot("{\"domain\":\"a.example\",\"mx\":[],\"ts\":1770000000}")
    #expect(try SnapshotName.of(dated, measuredOn: nil) == "2026-02-02")
    #expect(try SnapshotName.of(dated, measuredOn: CalendarDate("2025-01")) == "2025-01")
    let undated = try snapshot("{\"domain\":\"a.example\",\"mx\":[]}")
    #expect(throws: ArchiveError.noDate) { try SnapshotName.of(undated, measuredOn: nil) }
  }
}
