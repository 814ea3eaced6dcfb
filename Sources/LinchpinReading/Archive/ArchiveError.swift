import GRDB

/// Why an archive could not be read or added to; what it held before is there still.
public enum ArchiveError: Error, Equatable, Sendable {
  case noSuchFile(path: String)
  /// An SQLite file of somebody else, or no SQLite file.
  case notAnArchive(path: String)
  case damaged(path: String, why: String)
  case newerVersion(path: String, version: Int, needs: String)
  case noSuchSnapshot(path: String, name: String, known: [String])
  /// Several snapshots, and none is named.
  case ambiguous(path: String, known: [String])
  case taken(path: String, name: String)
  /// Neither a file's name nor an option says which day it is.
  case noDate
  case full(path: String)
  case cannotWrite(path: String, why: String)

  public var message: String {
    switch self {
    case .noSuchFile(let path): "\(path): no such file"
    case .notAnArchive(let path): "\(path) is no archive of snapshots"
    case .damaged(let path, let why): "\(path) is damaged: \(why)"
    case .newerVersion(let path, let version, let needs):
      "\(path) has format \(version), which linchpin \(needs) or newer reads"
    case .noSuchSnapshot(let path, let name, _): "\(path) has no snapshot “\(name)”"
    case .ambiguous(let path, let known): "\(path) holds \(known.count) snapshots"
    case .taken(let path, let name): "\(path) has another snapshot “\(name)” already"
    case .noDate: "no date for the snapshot"
    case .full(let path): "\(path): the disk is full; the archive is as it was"
    case .cannotWrite(let path, let why): "\(path): \(why)"
    }
  }

  public var hint: String {
    switch self {
    case .noSuchFile: "check the path; linchpin archive add makes a new one"
    case .notAnArchive: "make one with: linchpin archive add FILE INPUT"
    case .damaged: "take it from a copy; nothing was written"
    case .newerVersion(_, _, let needs): "install linchpin \(needs)"
    case .noSuchSnapshot(_, _, let known): "it holds " + known.joined(separator: ", ")
    case .ambiguous(let path, let known):
      "name one: \(path)@\(known.last ?? "DATE") (it holds \(known.joined(separator: ", ")))"
    case .taken: "give the day with --measured-on, or add to another archive"
    case .noDate: "give it with --measured-on, or have it in the file's name (…-2026-03-15.json)"
    case .full: "make room and add again"
    case .cannotWrite: "check that the folder exists and can be written"
    }
  }

  /// Puts what SQLite says in the words of an archive.
  init(_ error: any Error, path: String) {
    if let own = error as? ArchiveError {
      if case .damaged("", let why) = own {
        self = .damaged(path: path, why: why)
      } else {
        self = own
      }
      return
    }
    guard let error = error as? DatabaseError else {
      self = .damaged(path: path, why: "\(error)")
      return
    }
    let why = error.message ?? "SQLite error \(error.resultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notAnArchive(path: path)
    case .SQLITE_FULL: self = .full(path: path)
    case .SQLITE_IOERR: self = .cannotWrite(path: path, why: why)
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PERM:
      self = .cannotWrite(path: path, why: why)
    default: self = .damaged(path: path, why: why)
    }
  }
}
