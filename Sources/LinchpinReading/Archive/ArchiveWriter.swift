import GRDB
public import LinchpinCore

/// What an addition did.
public struct ArchiveAddition: Sendable, Equatable {
  public var name: String
  /// Domains of the snapshot, and how many of them have a record that no snapshot had.
  public var domains: Int
  public var newRecords: Int
  /// The snapshot was there already, to the byte.
  public var wasThere: Bool
}

extension Archive {
  /// Adds a snapshot under a name, in one transaction: all of it or nothing.
  /// - Complexity: O(facts), and O(distinct answers) of what is there.
  public func add(_ snapshot: Snapshot, as name: String) throws(ArchiveError) -> ArchiveAddition {
    do {
      let isSound = try queue.read { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") }
      if isSound != "ok" { throw ArchiveError.damaged(path: path, why: isSound ?? "no answer") }
      return try queue.writeWithoutTransaction { db in
        var writer: ArchiveWriter?
        let known = try String.fetchOne(
          db, sql: "SELECT hash FROM snapshots WHERE name = ?", arguments: [name])
        try db.inTransaction(.immediate) {
          var new = try ArchiveWriter(db)
          try new.write(snapshot, as: known == nil ? name : nil)
          writer = new
          // A name that is taken may be taken by the very same content: then nothing is added.
          return known == nil ? .commit : .rollback
        }
        if let known, known != writer?.hash {
          throw ArchiveError.taken(path: path, name: name)
        }
        return ArchiveAddition(
          name: name, domains: snapshot.domainCount,
          newRecords: known == nil ? writer?.newRecords ?? 0 : 0, wasThere: known != nil)
      }
    } catch {
      throw ArchiveError(error, path: path)
    }
  }
}

/// Writes one snapshot; everything that repeats is looked up first.
private struct ArchiveWriter {
  private let db: Database
  private var domains: Interned
  private var organisations: Interned
  private var answers: Interned
  private var places: Interned
  private var records: Interned
  private var content = ContentHash()
  private(set) var hash = ""
  private(set) var newRecords = 0

  init(_ db: Database) throws {
    self.db = db
    domains = try Interned(db, "domains", "name")
    organisations = try Interned(db, "organisations", OrganisationRow.columns) {
      OrganisationRow.key(OrganisationRow.organisation($0))
    }
    answers = try Interned(db, "answers", "question, status, facts") { row in
      let question = Question(word: row[1]) ?? .mx
      let status = AnswerStatus(word: row[2]) ?? .notMeasured
      return [question.rawValue, status.rawValue] + Array((row[3] as String).utf8)
    }
    places = try Interned(db, "places", "offsets")
    records = try Interned(db, "records", RecordRow.columns) { row in
      RecordRow.key(((1...RecordRow.count).map { row[$0] as Int64? ?? 0 }))
    }
  }

  /// - Parameter name: nil computes the hash alone.
  mutating func write(_ snapshot: Snapshot, as name: String?) throws {
    let number = (try Int.fetchOne(db, sql: "SELECT MAX(id) FROM snapshots") ?? 0) + 1
    let from = snapshot.measured?.lowerBound.description ?? ""
    let to = snapshot.measured?.upperBound.description ?? ""
    content.addHead(zone: snapshot.zone, from: from, to: to)
    try writeFiles(snapshot, number)
    let list = try writeList(snapshot)
    try writeMeasurements(snapshot, number)
    try writeHosts(snapshot, number)
    hash = content.finish()
    guard let name else { return }
    try db.execute(
      sql: "INSERT INTO snapshots VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        number, name, from.isEmpty ? nil : from, to.isEmpty ? nil : to, snapshot.zone, list,
        snapshot.domainCount, snapshot.organisations.count, hash,
      ])
  }

  // MARK: Files and lists

  private mutating func writeFiles(_ snapshot: Snapshot, _ number: Int) throws {
    for (place, file) in snapshot.files.enumerated() {
      content.add(file)
      try db.execute(
        sql: "INSERT INTO files VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [number, place, file.path, file.format, file.sha256, file.records])
    }
    let numbers = Dictionary(
      snapshot.files.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    let kept = snapshot.findings.kept.filter { !$0.code.isOfJoining }
    for (place, finding) in kept.enumerated() {
      let file = numbers[finding.file] ?? 0
      content.add(finding, file: file)
      try db.execute(
        sql: "INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          number, place, finding.severity.rawValue, finding.code.rawValue, file, finding.line,
          finding.column, finding.message, finding.hint,
        ])
    }
  }

  /// Lists repeat from date to date: one that is there is used again.
  private mutating func writeList(_ snapshot: Snapshot) throws -> Int {
    let listed = snapshot.listed.map { (snapshot.organisations[$0.organisation], $0.domains) }
      .sorted { $0.0.id < $1.0.id }
    let listHash = ContentHash()
    for (organisation, domains) in listed {
      listHash.add(organisation)
      for domain in domains { listHash.add(domain) }
      listHash.add(-1)
    }
    let hash = listHash.finish()
    content.add(hash)
    if let known = try Int.fetchOne(
      db, sql: "SELECT id FROM lists WHERE hash = ?", arguments: [hash])
    {
      return known
    }
    let number = (try Int.fetchOne(db, sql: "SELECT MAX(id) FROM lists") ?? 0) + 1
    try db.execute(sql: "INSERT INTO lists VALUES (?, ?)", arguments: [number, hash])
    let insert = try db.cachedStatement(sql: "INSERT INTO listed VALUES (?, ?, ?)")
    for (organisation, domains) in listed {
      let row = try self.organisation(organisation)
      // An organisation without a domain stands with an empty one.
      for domain in domains.isEmpty ? [""] : domains {
        try insert.execute(arguments: [number, domain, row])
      }
    }
    return number
  }

  private mutating func organisation(_ organisation: Organisation) throws -> Int64 {
    try organisations.number(of: OrganisationRow.key(organisation)) { number in
      [
        number, organisation.id, organisation.name, organisation.sector, organisation.country,
        organisation.region, organisation.weight, organisation.sharedServiceOf,
      ]
    }
  }

  // MARK: Measurements

  private mutating func writeMeasurements(_ snapshot: Snapshot, _ number: Int) throws {
    var order: [(id: Int64, domain: DomainIndex)] = []
    order.reserveCapacity(snapshot.domainCount)
    for domain in snapshot.domainIndices {
      let name = snapshot.name(of: domain)
      order.append((try domains.number(of: Array(name.utf8)) { [$0, name] }, domain))
    }
    order.sort { $0.id < $1.id }
    var owners: [OrganisationIndex: Int64] = [:]
    var writer = RecordWriter(snapshot: snapshot)
    let insert = try db.cachedStatement(sql: "INSERT INTO measurements VALUES (?, ?, ?, ?, ?, ?)")
    for (id, domain) in order {
      let source = snapshot.source(of: domain)
      var name = snapshot.name(of: domain)
      name.withUTF8 {
        content.addMeasurement(domain: Bytes($0), file: Int(source.file), line: Int(source.line))
      }
      let record = try record(of: domain, &writer)
      let owner = snapshot.organisation(of: domain)
      var row: Int64?
      if snapshot.isAssigned(domain) {
        if owners[owner] == nil {
          owners[owner] = try organisation(snapshot.organisations[owner])
        }
        row = owners[owner]
      }
      if row != nil { content.add(snapshot.organisations[owner]) }
      try insert.execute(
        arguments: [number, id, record, row, Int(source.file), Int(source.line)])
    }
  }

  private mutating func record(
    of domain: DomainIndex, _ writer: inout RecordWriter
  ) throws -> Int64 {
    var numbers = [Int64](repeating: 0, count: RecordRow.count)
    for question in Question.allCases {
      guard let status = writer.read(question, of: domain) else { continue }
      writer.facts.withUnsafeBytes { content.addAnswer(question, status, $0) }
      let facts = writer.facts
      numbers[Int(question.rawValue)] = try answers.number(
        of: [question.rawValue, status.rawValue] + facts
      ) { [$0, question.word, status.word, String(decoding: facts, as: UTF8.self)] }
    }
    let offsets = writer.takeOffsets(of: domain)
    content.add(offsets)
    if !offsets.isEmpty {
      numbers[RecordRow.count - 1] = try places.number(of: Array(offsets.utf8)) { [$0, offsets] }
    }
    let before = records.count
    let found = try records.number(of: RecordRow.key(numbers)) { number in
      StatementArguments([number]) + StatementArguments(numbers.map { $0 == 0 ? nil : $0 })
    }
    newRecords += records.count - before
    return found
  }

  // MARK: Hosts

  private func writeHosts(_ snapshot: Snapshot, _ number: Int) throws {
    var addresses: [(host: String, records: [HostAddress])] = snapshot.hostAddresses.map {
      (snapshot.names.string($0), $1)
    }
    addresses.sort { $0.host < $1.host }
    var place = 0
    for (host, records) in addresses {
      for record in records {
        let address = snapshot.names.string(record.address)
        content.add(host)
        content.add(address)
        content.add(Int(record.asn ?? 0))
        content.add(Int(record.source.file) << 32 | Int(record.source.line))
        try db.execute(
          sql: "INSERT INTO hostAddresses VALUES (?, ?, ?, ?, ?, ?, ?)",
          arguments: [
            number, place, host, address, record.asn.map { Int($0) }, Int(record.source.file),
            Int(record.source.line),
          ])
        place += 1
      }
    }
    let aliases = snapshot.aliases.map {
      (snapshot.names.string($0), snapshot.names.string($1))
    }.sorted { $0 < $1 }
    for (host, target) in aliases {
      content.add(host)
      content.add(target)
      try db.execute(
        sql: "INSERT INTO hostAliases VALUES (?, ?, ?)", arguments: [number, host, target])
    }
  }
}

/// Reads one domain's answers out of a snapshot as an archive keeps them.
private struct RecordWriter {
  let snapshot: Snapshot
  private(set) var facts: [UInt8] = []
  private var sources: [Provenance] = []

  init(snapshot: Snapshot) { self.snapshot = snapshot }

  /// Fills `facts`; nil where the question was not put.
  mutating func read(_ question: Question, of domain: DomainIndex) -> AnswerStatus? {
    facts.removeAll(keepingCapacity: true)
    let status = snapshot.status(of: question, for: domain)
    if question == .mx, snapshot.nullExchangers.contains(domain) {
      facts += Array(AnswerText.nullExchanger.utf8)
    }
    for number in snapshot.facts(of: domain)
    where snapshot.kind(ofFact: number).question == question {
      let fact = snapshot.fact(number)
      sources.append(fact.source)
      snapshot.names.withBytes(of: fact.value) { AnswerText.append(fact, $0, to: &facts) }
    }
    return status == .notMeasured && facts.isEmpty ? nil : status
  }

  /// Where the facts stand, seen from the domain's own line: `0 1 2`, with `+1:` in front for the
  /// next file; empty where all stand on it. Relative, so that a file that grew above changes nothing.
  mutating func takeOffsets(of domain: DomainIndex) -> String {
    let home = snapshot.source(of: domain)
    defer { sources.removeAll(keepingCapacity: true) }
    if sources.allSatisfy({ $0 == home }) { return "" }
    return sources.map { source in
      let file = Int(source.file) - Int(home.file)
      let line = Int(source.line) - Int(home.line)
      return file == 0 ? String(line) : "\(file):\(line)"
    }.joined(separator: " ")
  }
}

/// The rows of a table by content: each stands once, and ids count up from 1.
private struct Interned {
  private let insert: Statement
  private var names = NameTable()

  var count: Int { names.count }

  init(_ db: Database, _ table: String, _ columns: String) throws {
    try self.init(db, table, columns) { Array(($0[1] as String).utf8) }
  }

  init(
    _ db: Database, _ table: String, _ columns: String, key: (Row) throws -> [UInt8]
  ) throws {
    let marks = Array(repeating: "?", count: columns.split(separator: ",").count + 1)
    insert = try db.makeStatement(
      sql: "INSERT INTO \(table) (id, \(columns)) VALUES (\(marks.joined(separator: ", ")))")
    let rows = try Row.fetchCursor(db, sql: "SELECT id, \(columns) FROM \(table) ORDER BY id")
    while let row = try rows.next() {
      let id = try key(row).withUnsafeBytes { names.intern($0) }
      guard Int64(id.rawValue) + 1 == row[0] else {
        throw ArchiveError.damaged(path: "", why: "the table \(table) has a row twice")
      }
    }
  }

  mutating func number(
    of key: [UInt8], row: (Int64) -> StatementArguments
  ) throws -> Int64 {
    let before = names.count
    let id = Int64(key.withUnsafeBytes { names.intern($0) }.rawValue) + 1
    if names.count > before { try insert.execute(arguments: row(id)) }
    return id
  }
}
