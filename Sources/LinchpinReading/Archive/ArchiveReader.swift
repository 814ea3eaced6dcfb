import GRDB
import LinchpinCore

extension Archive {
  /// Reads one snapshot into a builder as if its inputs were read again.
  /// - Parameter name: nil for the only one.
  /// - Throws: when there is no such snapshot, or it is not what was added.
  func read(_ name: String?, into builder: inout SnapshotBuilder) throws(ArchiveError) {
    let known = try entries().map(\.name)
    guard let name = name ?? (known.count == 1 ? known[0] : nil) else {
      throw .ambiguous(path: path, known: known)
    }
    guard known.contains(name) else {
      throw .noSuchSnapshot(path: path, name: name, known: known)
    }
    do {
      try queue.read { db in
        var reader = try ArchiveReader(db, name, path)
        try reader.read(into: &builder)
      }
    } catch {
      throw ArchiveError(error, path: path)
    }
  }
}

/// Reads one snapshot.
private struct ArchiveReader {
  private let db: Database
  private let path: String
  private let name: String
  private let snapshot: Row
  private let number: Int
  private let content = ContentHash()
  /// Numbers of the archive's files in the builder.
  private var files: [UInt16] = []

  init(_ db: Database, _ name: String, _ path: String) throws {
    self.db = db
    self.path = path
    self.name = name
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT * FROM snapshots WHERE name = ?", arguments: [name])
    else { throw ArchiveError.noSuchSnapshot(path: path, name: name, known: []) }
    snapshot = row
    number = row["id"]
  }

  mutating func read(into builder: inout SnapshotBuilder) throws {
    let from: String = snapshot["measuredFrom"] ?? ""
    let to: String = snapshot["measuredTo"] ?? ""
    let zone: String? = snapshot["zone"]
    content.addHead(zone: zone, from: from, to: to)
    for date in [from, to] { CalendarDate(date).map { builder.measured(on: $0) } }
    if let zone { builder.delegations(of: zone) }
    try readFiles(&builder)
    try readList(&builder)
    try readMeasurements(&builder)
    try readHosts(&builder)
    let found = content.finish()
    let stored: String = snapshot["hash"]
    if found != stored {
      throw damaged(
        "the snapshot \(name) has the hash \(found.prefix(12))…, and \(stored.prefix(12))… was "
          + "stored")
    }
  }

  private func damaged(_ why: String) -> ArchiveError { .damaged(path: path, why: why) }

  // MARK: Files and lists

  private mutating func readFiles(_ builder: inout SnapshotBuilder) throws {
    let rows = try Row.fetchAll(
      db, sql: "SELECT * FROM files WHERE snapshot = ? ORDER BY number", arguments: [number])
    var paths: [String] = []
    for row in rows {
      let file = SourceFile(
        path: row["path"], format: row["format"], sha256: row["sha256"], records: row["records"])
      content.add(file)
      files.append(builder.open(file))
      paths.append(file.path)
    }
    if files.isEmpty { throw damaged("the snapshot \(name) has no files") }
    let findings = try Row.fetchCursor(
      db, sql: "SELECT * FROM findings WHERE snapshot = ? ORDER BY number", arguments: [number])
    while let row = try findings.next() {
      let file: Int = row["file"]
      guard let severity = Finding.Severity(rawValue: row["severity"]),
        let code = Finding.Code(rawValue: row["code"]), files.indices.contains(file)
      else { throw damaged("the snapshot \(name) has a finding that is none") }
      let finding = Finding(
        severity, code, file: paths[file], line: row["line"], column: row["column"],
        row["message"], hint: row["hint"])
      content.add(finding, file: file)
      builder.report(finding, in: files[file])
    }
  }

  private mutating func readList(_ builder: inout SnapshotBuilder) throws {
    let list: Int = snapshot["list"]
    content.add(
      try String.fetchOne(db, sql: "SELECT hash FROM lists WHERE id = ?", arguments: [list]) ?? "")
    let listHash = ContentHash()
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT o.id, \(OrganisationRow.columns), l.domain FROM listed l
        JOIN organisations o ON o.id = l.organisation WHERE l.list = ?
        """, arguments: [list])
    let byOrganisation = Dictionary(grouping: rows) { $0[0] as Int64 }
    let entries = byOrganisation.values.map { rows in
      (OrganisationRow.organisation(rows[0]), rows.map { $0[8] as String }.sorted())
    }.sorted { $0.0.id < $1.0.id }
    for (organisation, domains) in entries {
      let named = domains.filter { !$0.isEmpty }
      listHash.add(organisation)
      for domain in named { listHash.add(domain) }
      listHash.add(-1)
      builder.list(organisation, domains: named, at: Provenance(file: files[0], line: 0))
    }
    let stored = try String.fetchOne(
      db, sql: "SELECT hash FROM lists WHERE id = ?", arguments: [list])
    if listHash.finish() != stored {
      throw damaged("the list of organisations of \(name) is not what was stored")
    }
  }

  // MARK: Measurements

  private mutating func readMeasurements(_ builder: inout SnapshotBuilder) throws {
    let columns = try ArchiveColumns(db)
    builder.expect(domains: snapshot["domains"])
    let rows = try ArchiveCursor(
      db,
      """
      SELECT domain, record, organisation, file, line FROM measurements
      WHERE snapshot = ? ORDER BY domain
      """, number)
    var count = 0
    while try rows.next() {
      let file = rows.integer(3)
      let line = rows.integer(4)
      guard files.indices.contains(file), let line32 = UInt32(exactly: line),
        let name = columns.domain(rows.integer(0)), let record = columns.record(rows.integer(1))
      else { throw damaged("the snapshot \(self.name) names what is not there") }
      let home = Provenance(file: files[file], line: line32)
      content.addMeasurement(domain: name, file: file, line: line)
      guard let domain = builder.newDomain(name, at: home) else { continue }
      let offsets = columns.offsets(of: record)
      var sources = Sources(offsets, file: file, line: line, files: files, home: home)
      try columns.forEachAnswer(of: record) { question, status, facts in
        content.addAnswer(question, status, facts)
        builder.answer(question, of: domain, status)
        restore(facts, of: domain, &sources, &builder)
      }
      content.add(offsets)
      let owner = rows.integer(2)
      if owner > 0 {
        guard let organisation = columns.organisation(owner) else {
          throw damaged("the snapshot \(self.name) names an organisation that is not there")
        }
        content.add(parts: organisation)
        assign(domain, organisation, &builder)
      }
      count += 1
    }
    if count != snapshot["domains"] {
      throw damaged("the snapshot \(name) has \(count) of its domains")
    }
  }

  private func restore(
    _ facts: Bytes, of domain: DomainIndex, _ sources: inout Sources,
    _ builder: inout SnapshotBuilder
  ) {
    var lines = AnswerText.Lines(facts)
    while let line = lines.next() {
      if line.kind == .mx, line.value.count == 1, line.value[0] == UInt8(ascii: ".") {
        builder.observe(.mx, of: domain, name: line.value, at: sources.home)
        continue
      }
      let source = sources.next()
      if line.isEscaped {
        AnswerText.unescaped(line.value).withUnsafeBytes {
          builder.observe(line.kind, of: domain, text: $0, asn: line.asn, at: source)
        }
      } else if line.kind.valueIsName {
        builder.observe(
          line.kind, of: domain, name: line.value, preference: line.preference, asn: line.asn,
          at: source)
      } else {
        builder.observe(line.kind, of: domain, text: line.value, asn: line.asn, at: source)
      }
    }
  }

  /// - Parameter organisation: as it is hashed, a length of eight bytes before each text.
  private func assign(
    _ domain: DomainIndex, _ organisation: Bytes, _ builder: inout SnapshotBuilder
  ) {
    var rest = organisation
    func next() -> Bytes {
      let count = Int(rest.loadUnaligned(as: Int64.self))
      defer { rest = Bytes(rebasing: rest[(8 + count)...]) }
      return Bytes(rebasing: rest[8..<(8 + count)])
    }
    let id = next()
    let name = next()
    let sector = next()
    builder.assign(domain, organisation: id, name: name, sector: sector, country: next())
  }

  // MARK: Hosts

  private func readHosts(_ builder: inout SnapshotBuilder) throws {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT * FROM hostAddresses WHERE snapshot = ? ORDER BY number",
      arguments: [number])
    while let row = try rows.next() {
      var host: String = row["host"]
      var address: String = row["address"]
      let asn: UInt32? = row["asn"]
      let file: Int = row["file"]
      let line: UInt32 = row["line"]
      guard files.indices.contains(file) else { throw damaged("an address stands in no file") }
      content.add(host)
      content.add(address)
      content.add(Int(asn ?? 0))
      content.add(file << 32 | Int(line))
      host.withUTF8 { host in
        address.withUTF8 { address in
          builder.address(
            Bytes(address), asn: asn, ofHost: Bytes(host),
            at: Provenance(file: files[file], line: line))
        }
      }
    }
    let aliases = try Row.fetchCursor(
      db, sql: "SELECT host, target FROM hostAliases WHERE snapshot = ? ORDER BY host, target",
      arguments: [number])
    while let row = try aliases.next() {
      var host: String = row[0]
      var target: String = row[1]
      content.add(host)
      content.add(target)
      host.withUTF8 { host in
        target.withUTF8 { target in
          builder.alias(
            Bytes(host), to: Bytes(target), at: Provenance(file: files[0], line: 0))
        }
      }
    }
  }
}

/// Where the facts of one record stand, one after the other.
private struct Sources {
  private var rest: Bytes
  private let file: Int
  private let line: Int
  private let files: [UInt16]
  let home: Provenance

  init(_ offsets: Bytes, file: Int, line: Int, files: [UInt16], home: Provenance) {
    rest = offsets
    self.file = file
    self.line = line
    self.files = files
    self.home = home
  }

  mutating func next() -> Provenance {
    if rest.isEmpty { return home }
    let end = rest.firstIndex(of: UInt8(ascii: " ")) ?? rest.endIndex
    let word = String(decoding: rest[..<end], as: UTF8.self)
    rest = end == rest.endIndex ? Bytes(start: nil, count: 0) : Bytes(rebasing: rest[(end + 1)...])
    let parts = word.split(separator: ":").compactMap { Int($0) }
    let place = file + (parts.count == 2 ? parts[0] : 0)
    guard let offset = parts.last, files.indices.contains(place),
      let number = UInt32(exactly: line + offset)
    else { return home }
    return Provenance(file: files[place], line: number)
  }
}
