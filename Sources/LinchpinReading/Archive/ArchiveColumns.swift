import GRDB
import LinchpinCore

/// The parts of an archive that repeat, read once, front to back, into memory: by number in a
/// moment, where a query each would cost a search of the tree.
struct ArchiveColumns {
  private let domains: TextColumn
  private let answers: TextColumn
  private let offsets: TextColumn
  /// By answer: its question above its status.
  private let kinds: ContiguousArray<UInt16>
  /// The numbers of every record, ``RecordRow/count`` each; 0 for none.
  private let records: ContiguousArray<Int32>
  private let organisations: TextColumn

  init(_ db: Database) throws {
    domains = try TextColumn(db, "SELECT id, name FROM domains ORDER BY id")
    offsets = try TextColumn(db, "SELECT id, offsets FROM places ORDER BY id")
    var kinds = ContiguousArray<UInt16>()
    answers = try TextColumn(db, "SELECT id, facts, question, status FROM answers ORDER BY id") {
      row in
      guard let question = Question.words.find(row.bytes(2)),
        let status = AnswerStatus.words.find(row.bytes(3))
      else { throw ArchiveError.damaged(path: "", why: "an answer to no question") }
      kinds.append(UInt16(question.rawValue) << 8 | UInt16(status.rawValue))
    }
    self.kinds = kinds
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? ArchiveSchema.version
    var records = ContiguousArray<Int32>()
    let rows = try ArchiveCursor(
      db, "SELECT id, \(RecordRow.columns(since: version)) FROM records ORDER BY id")
    while try rows.next() {
      for place in 1...Int32(RecordRow.count) {
        records.append(Int32(truncatingIfNeeded: rows.integer(place)))
      }
    }
    self.records = records
    organisations = try TextColumn(
      db, "SELECT id, \(OrganisationRow.columns) FROM organisations ORDER BY id"
    ) { row, append in
      for column in Int32(1)...5 { ContentHash.write(row.bytes(column), to: append) }
      ContentHash.write(row.bytes(7), to: append)
      ContentHash.write(Int(bitPattern: UInt(row.number(6).bitPattern)), to: append)
    }
  }

  func domain(_ id: Int) -> Bytes? { domains[id] }

  /// Where a record's numbers begin; nil for one that is not there.
  func record(_ id: Int) -> Int? {
    let start = (id - 1) * RecordRow.count
    return id > 0 && start + RecordRow.count <= records.count ? start : nil
  }

  /// Hands over the answers of a record by question; valid as long as the columns.
  func forEachAnswer(
    of record: Int, _ body: (Question, AnswerStatus, Bytes) -> Void
  ) throws {
    for place in 0..<(RecordRow.count - 1) {
      let id = Int(records[record + place])
      if id == 0 { continue }
      guard let facts = answers[id], let question = Question(rawValue: UInt8(kinds[id - 1] >> 8)),
        let status = AnswerStatus(rawValue: UInt8(kinds[id - 1] & 0xFF))
      else { throw ArchiveError.damaged(path: "", why: "a record names an answer not there") }
      body(question, status, facts)
    }
  }

  func offsets(of record: Int) -> Bytes {
    offsets[Int(records[record + RecordRow.count - 1])] ?? Bytes(start: nil, count: 0)
  }

  /// An organisation as it is hashed: five texts (id, name, sector, country, region), what it
  /// shares, its weight.
  func organisation(_ id: Int) -> Bytes? { organisations[id] }
}

/// A column of text by number, in one piece of memory.
final class TextColumn {
  private var arena: UnsafeMutableRawBufferPointer
  private var used = 0
  private var ends: ContiguousArray<Int> = [0]

  /// - Parameter query: the first column counts up from 1, the second is the text.
  convenience init(
    _ db: Database, _ query: String, row body: (ArchiveCursor) throws -> Void = { _ in }
  ) throws {
    try self.init(db, query) { row, append in
      append(row.bytes(1))
      try body(row)
    }
  }

  /// - Parameters:
  ///   - query: the first column counts up from 1.
  ///   - body: hands over the parts of a row's text.
  init(
    _ db: Database, _ query: String, row body: (ArchiveCursor, (Bytes) -> Void) throws -> Void
  ) throws {
    arena = .allocate(byteCount: 1 << 16, alignment: 1)
    let rows = try ArchiveCursor(db, query)
    while try rows.next() {
      guard rows.integer(0) == ends.count else {
        throw ArchiveError.damaged(path: "", why: "a row is missing")
      }
      try body(rows) { append($0) }
      ends.append(used)
    }
  }

  deinit { arena.deallocate() }

  /// Valid as long as the column.
  subscript(id: Int) -> Bytes? {
    guard id > 0, id < ends.count else { return nil }
    return Bytes(rebasing: Bytes(arena)[ends[id - 1]..<ends[id]])
  }

  private func append(_ bytes: Bytes) {
    if used + bytes.count > arena.count {
      let larger = UnsafeMutableRawBufferPointer.allocate(
        byteCount: max(arena.count * 2, used + bytes.count), alignment: 1)
      larger.copyMemory(from: Bytes(rebasing: Bytes(arena)[..<used]))
      arena.deallocate()
      arena = larger
    }
    if !bytes.isEmpty {
      UnsafeMutableRawBufferPointer(rebasing: arena[used...]).copyMemory(from: bytes)
    }
    used += bytes.count
  }
}

/// The words of a small list, found by their bytes.
struct WordList<Value: Sendable>: Sendable {
  private let words: [(bytes: [UInt8], value: Value)]

  init(_ values: some Sequence<Value>, _ word: (Value) -> String) {
    words = values.map { (Array(word($0).utf8), $0) }
  }

  func find(_ text: Bytes) -> Value? {
    for (bytes, value) in words where bytes.count == text.count {
      if bytes.withUnsafeBytes({ $0.elementsEqual(text) }) { return value }
    }
    return nil
  }
}
