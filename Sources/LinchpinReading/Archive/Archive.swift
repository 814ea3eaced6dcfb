import Foundation
import GRDB
public import LinchpinCore

/// Dated snapshots, one or hundreds, in one SQLite file.
public struct Archive {
  public let path: String

  /// What is known of one snapshot without reading it.
  public struct Entry: Sendable, Equatable {
    /// The day it stands for; names sort by date.
    public var name: String
    public var measuredFrom: String
    public var measuredTo: String
    public var domains: Int
    public var organisations: Int
    /// Of its content, lower-case hexadecimal.
    public var hash: String
    public var files: [SourceFile]
  }

  let queue: DatabaseQueue

  /// Opens an archive to read it.
  public init(reading path: String) throws(ArchiveError) {
    guard FileManager.default.fileExists(atPath: path) else { throw .noSuchFile(path: path) }
    self.path = path
    do {
      queue = try Archive.open(path)
      try queue.read { try Archive.check($0, path) }
    } catch {
      throw ArchiveError(error, path: path)
    }
  }

  /// Opens an archive to add to it; makes it where there is none.
  public init(adding path: String) throws(ArchiveError) {
    self.path = path
    do {
      queue = try DatabaseQueue(path: path, configuration: Archive.configuration())
      let isNew = try queue.read { try $0.schemaIsEmpty() }
      if isNew {
        try queue.write { try Archive.create($0) }
      } else {
        try queue.read { try Archive.check($0, path) }
        try queue.write { try Archive.upgrade($0) }
      }
    } catch {
      throw ArchiveError(error, path: path)
    }
  }

  /// The snapshots, by name.
  public func entries() throws(ArchiveError) -> [Entry] {
    do {
      return try queue.read { db in
        let files = try Row.fetchAll(db, sql: "SELECT * FROM files ORDER BY snapshot, number")
        let bySnapshot = Dictionary(grouping: files) { $0["snapshot"] as Int }
        return try Row.fetchAll(db, sql: "SELECT * FROM snapshots ORDER BY name").map { row in
          Entry(
            name: row["name"], measuredFrom: row["measuredFrom"] ?? "",
            measuredTo: row["measuredTo"] ?? "", domains: row["domains"],
            organisations: row["organisations"], hash: row["hash"],
            files: (bySnapshot[row["id"]] ?? []).map { file in
              SourceFile(
                path: file["path"], format: file["format"], sha256: file["sha256"],
                records: file["records"])
            })
        }
      }
    } catch {
      throw ArchiveError(error, path: path)
    }
  }

  // MARK: Opening

  private static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.label = "archive"
    return configuration
  }

  /// Read-only, unless an interrupted writer left a journal: rolling it back is writing.
  private static func open(_ path: String) throws -> DatabaseQueue {
    var configuration = configuration()
    configuration.readonly = true
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      _ = try queue.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM sqlite_master") }
      return queue
    } catch let error as DatabaseError
      where error.resultCode == .SQLITE_READONLY || error.resultCode == .SQLITE_CANTOPEN
    {
      return try DatabaseQueue(path: path, configuration: Archive.configuration())
    }
  }

  private static func create(_ db: Database) throws {
    try db.execute(sql: "PRAGMA application_id = \(ArchiveSchema.applicationID)")
    try db.execute(sql: "PRAGMA user_version = \(ArchiveSchema.version)")
    try db.execute(sql: ArchiveSchema.tables)
    try db.execute(sql: ArchiveSchema.views)
    try db.execute(
      sql: "INSERT INTO meta VALUES ('readableSince', ?)",
      arguments: [ArchiveSchema.readableSince])
  }

  /// Gives an archive of an older version what this one adds; nothing that is there changes.
  private static func upgrade(_ db: Database) throws {
    guard try Int.fetchOne(db, sql: "PRAGMA user_version") == 1 else { return }
    try db.execute(sql: ArchiveSchema.upgrade)
    try db.execute(sql: ArchiveSchema.views)
  }

  private static func check(_ db: Database, _ path: String) throws {
    let application = try Int32.fetchOne(db, sql: "PRAGMA application_id")
    guard application == ArchiveSchema.applicationID else {
      throw ArchiveError.notAnArchive(path: path)
    }
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    if version > ArchiveSchema.version {
      let needs = try? String.fetchOne(
        db, sql: "SELECT value FROM meta WHERE key = 'readableSince'")
      throw ArchiveError.newerVersion(
        path: path, version: version, needs: needs.flatMap(\.self) ?? "of that format")
    }
  }
}

extension Database {
  fileprivate func schemaIsEmpty() throws -> Bool {
    try Int.fetchOne(self, sql: "SELECT COUNT(*) FROM sqlite_master") == 0
  }
}

/// An archive, or one snapshot in it, as a person names it: `FILE` or `FILE@2026-03-15`.
public struct ArchivePlace: Sendable, Equatable {
  public var path: String
  public var name: String?

  /// nil when the file is no archive; a file that bears the whole name comes first.
  public init?(_ text: String) {
    if FileManager.default.fileExists(atPath: text) {
      guard ArchivePlace.isArchive(text) else { return nil }
      path = text
      return
    }
    guard let at = text.lastIndex(of: "@"), at > text.startIndex else { return nil }
    path = String(text[..<at])
    guard ArchivePlace.isArchive(path) else { return nil }
    name = String(text[text.index(after: at)...])
  }

  /// By its first hundred bytes.
  private static func isArchive(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    guard let head = try? file.read(upToCount: 100), head.count == 100 else { return false }
    let id = withUnsafeBytes(of: ArchiveSchema.applicationID.bigEndian) { Array($0) }
    return head.starts(with: Array("SQLite format 3\0".utf8)) && Array(head[68..<72]) == id
  }
}
