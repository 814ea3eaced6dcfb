/// Why an input could not be read at all; what is wrong inside an input is a finding instead.
public enum ReadingError: Error, Equatable, Sendable {
  case noSuchFile(path: String)
  case cannotRead(path: String, why: String)
  case unrecognised(path: String, why: String, hint: String)
  /// Recognised, but of no use where it was given.
  case misplaced(path: String, format: InputFormat)
  /// Recognised, but says nothing of providers.
  case noClaims(path: String, format: InputFormat)
  case tooManyFiles(Int)
  case archive(ArchiveError)
  /// It is read through another program, which is not installed.
  case needsTool(path: String, why: String, hint: String)

  /// What happened.
  public var message: String {
    switch self {
    case .noSuchFile(let path): "\(path): no such file"
    case .cannotRead(let path, let why): "\(path): \(why)"
    case .unrecognised(let path, let why, _): "\(path): \(why)"
    case .misplaced(let path, let format): "\(path) is \(format.title)"
    case .needsTool(let path, let why, _): "\(path): \(why)"
    case .noClaims(let path, let format):
      "\(path) is \(format.title), which says of nobody who provides what"
    case .tooManyFiles(let count): "\(count) files; one run reads at most 65,535"
    case .archive(let error): error.message
    }
  }

  /// What to do about it.
  public var hint: String {
    switch self {
    case .noSuchFile: "check the path; - reads standard input"
    case .cannotRead: "check that it is a readable file"
    case .unrecognised(_, _, let hint): hint
    case .misplaced(_, .networkRanges): "give it with --networks"
    case .misplaced(_, .catalogue), .misplaced(_, .providerTable): "give it with --catalogue"
    case .misplaced(_, let format) where format.holdsClaims: "give it with --compare-claims"
    case .misplaced: "give it as an input"
    case .needsTool(_, _, let hint): hint
    case .noClaims:
      "give an mxmap data.json or summary, the list of Italian public bodies, or a CSV table with "
        + "the columns organisation, domain, service, role and provider"
    case .tooManyFiles: "join small files first"
    case .archive(let error): error.hint
    }
  }
}
