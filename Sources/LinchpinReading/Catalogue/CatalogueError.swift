import LinchpinCore

/// Why a catalogue cannot be used; nothing is attributed on a catalogue that is half understood.
public enum CatalogueError: Error, Equatable, Sendable {
  case noSuchFile(path: String)
  case cannotRead(path: String, why: String)
  /// Line and column count from 1; 0 when the whole file is meant.
  case invalid(path: String, line: Int, column: Int, message: String, hint: String)

  /// `file:line:column: what was found`.
  public var message: String {
    switch self {
    case .noSuchFile(let path): return "\(path): no such file"
    case .cannotRead(let path, let why): return "\(path): \(why)"
    case .invalid(let path, let line, let column, let message, _):
      let place = line == 0 ? path : column == 0 ? "\(path):\(line)" : "\(path):\(line):\(column)"
      return "\(place): \(message)"
    }
  }

  /// What to do about it.
  public var hint: String {
    switch self {
    case .noSuchFile: "check the path"
    case .cannotRead: "check that it is a readable file"
    case .invalid(_, _, _, _, let hint): hint
    }
  }

  init(_ error: ReadingError) {
    switch error {
    case .noSuchFile(let path): self = .noSuchFile(path: path)
    case .cannotRead(let path, let why): self = .cannotRead(path: path, why: why)
    case .unrecognised(let path, let why, let hint), .needsTool(let path, let why, let hint):
      self = .invalid(path: path, line: 0, column: 0, message: why, hint: hint)
    case .misplaced, .noClaims, .tooManyFiles, .archive:
      self = .invalid(path: "", line: 0, column: 0, message: error.message, hint: error.hint)
    }
  }

  init(_ finding: Finding) {
    self = .invalid(
      path: finding.file, line: finding.line, column: finding.column, message: finding.message,
      hint: finding.hint)
  }

  init(_ problem: Catalogue.Problem) {
    self = .invalid(
      path: problem.origin, line: 0, column: 0, message: problem.message, hint: problem.hint)
  }
}
