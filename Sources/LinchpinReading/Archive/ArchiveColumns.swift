import GRDB
import LinchpinCore

/// The parts of an archive that repeat, read once, front to back, into memory: by number in a
/// moment, where a query each would cost a search of the tree.
struct ArchiveColumns {
  struct Answer {
    var question: Question
    var status: AnswerStatus
    var facts: Bytes
  }

  private let domains: TextColumn
  private let answers: TextColumn
  private let offsets: TextColumn
  private var kinds: ContiguousArray<UInt16> = []
  /// The numbers of every record, ``RecordRow/count`` each; 0 for none.
  private var records: ContiguousArray<Int32> = []

  init(_ db: Database, snapshot: Int) throws {
    domains = try TextColumn(db, "SELECT id, name FROM domains ORDER BY id")
    offsets = try TextColumn(db, "SELECT id, offsets FROM places ORDER BY id")
    var kinds = ContiguousArray<UInt16>()
    let questions = Dictionary(
      uniqueKeysWithValues: Question.allCases.map { (Array($0.word.utf8), $0) })
    let statuses = Dictionary(
      uniqueKeysWithValues: [AnswerStatus.notMeasured, .absent, .failed, .answered].map {
        (Array($0.word.utf8), $0)
      })
    answers = try TextColumn(
      db, "SELECT id, facts, question, status FROM answers ORDER BY id"
    ) { row in
      let question = try row.withUnsafeData(atIndex: 2) { questions[Array($0 ?? .init())] }
      let status = try row.withUnsafeData(atIndex: 3) { statuses[Array($0 ?? .init())] }
      guard let question, let status else {
        throw ArchiveError.damaged(path: "", why: "an answer to no question")
      }
      kinds.append(UInt16(question.rawValue) << 8 | UInt16(status.rawValue))
    }
    self.kinds = kinds
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? ArchiveSchema.version
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, \(RecordRow.columns(since: version)) FROM records ORDER BY id")
    while let row = try rows.next() {
      for place in 1...RecordRow.count { records.append(row[place] as Int32? ?? 0) }
    }
  }

  func domain(_ id: Int) -> Bytes? { domains[id] }

  /// Where a record's numbers begin; nil for one that is not there.
  func record(_ id: Int) -> Int? {
    let start = (id - 1) * RecordRow.count
    return id > 0 && start + RecordRow.count <= records.count ? start : nil
  }

  func answers(of record: Int) throws -> [Answer] {
    var found: [Answer] = []
    for place in 0..<Question.allCases.count {
      let id = Int(records[record + place])
      if id == 0 { continue }
      guard let facts = answers[id], let question = Question(rawValue: UInt8(kinds[id - 1] >> 8)),
        let status = AnswerStatus(rawValue: UInt8(kinds[id - 1] & 0xFF))
      else { throw ArchiveError.damaged(path: "", why: "a record names an answer not there") }
      found.append(Answer(question: question, status: status, facts: facts))
    }
    return found
  }

  func offsets(of record: Int) -> Bytes? {
    offsets[Int(records[record + RecordRow.count - 1])]
  }
}

/// A column of text by number, in one piece of memory.
final class TextColumn {
  private var arena: UnsafeMutableRawBufferPointer
  private var used = 0
  private var ends: ContiguousArray<Int> = [0]

  /// - Parameter query: the first column counts up from 1, the second is the text.
  init(_ db: Database, _ query: String, row body: (Row) throws -> Void = { _ in }) throws {
    arena = .allocate(byteCount: 1 << 16, alignment: 1)
    let rows = try Row.fetchCursor(db, sql: query)
    while let row = try rows.next() {
      guard row[0] == ends.count else {
        throw ArchiveError.damaged(path: "", why: "a row is missing")
      }
      try row.withUnsafeData(atIndex: 1) { data in
        guard let data else { return }
        data.withUnsafeBytes { append($0) }
      }
      ends.append(used)
      try body(row)
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
