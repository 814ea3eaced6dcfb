/// Why a range could not be read as a part, or parts not be brought together.
public enum PartError: Error, Equatable, Sendable {
  case reading(ReadingError)
  /// A range can only be taken of lines of plain text.
  case noRanges(path: String, why: String)
  case outside(path: String, range: Range<Int>, size: Int)
  case notAPart(path: String)
  case otherVersion(path: String, version: String)
  case damaged(path: String, why: String)
  /// Made by another program, under other rules or with other options.
  case differs(path: String, what: String, there: String, here: String)
  /// Two parts say that one file has two sizes or formats.
  case otherFile(path: String, file: String)
  case missing(file: String, range: Range<Int>)
  case overlapping(path: String, other: String, range: Range<Int>)
  /// The file is at hand, but a range of it is not what the part was made from.
  case changed(path: String, file: String)
  /// One domain's records decide what another's mean, so no part can be understood alone.
  case needsRecords(path: String)

  /// What happened.
  public var message: String {
    switch self {
    case .reading(let error): error.message
    case .noRanges(let path, let why): "\(path): \(why)"
    case .outside(let path, let range, let size):
      "\(path) has \(size) bytes, not \(range.upperBound)"
    case .notAPart(let path): "\(path) is no part of an input"
    case .otherVersion(let path, let version):
      "\(path) is a part of version \(version); this program reads version \(PartFile.version)"
    case .damaged(let path, let why): "\(path) is damaged: \(why)"
    case .differs(let path, let what, let there, let here):
      "\(path) was made with another \(what): \(Self.shown(there)), here \(Self.shown(here))"
    case .otherFile(let path, let file):
      "\(path) is a part of another file than the others of \(file): size or format differ"
    case .missing(let file, let range):
      "no part has the bytes \(range.lowerBound)–\(range.upperBound) of \(file)"
    case .overlapping(let path, let other, let range):
      "\(path) and \(other) both have the bytes \(range.lowerBound)–\(range.upperBound)"
    case .changed(let path, let file):
      "\(file) is not what \(path) was made from: the SHA-256 of that range differs"
    case .needsRecords(let path):
      "\(path): records of one domain decide what another's mean (one domain in two files, a "
        + "measured name inside another, or an alias of a host)"
    }
  }

  /// What to do about it.
  public var hint: String {
    switch self {
    case .reading(let error): error.hint
    case .noRanges: "give it whole: linchpin assess FILE"
    case .outside:
      "a range is START-END, from 0, without the byte at END; FILE:START- goes to the end"
    case .notAPart: "make one with: linchpin classify --range FILE:START-END -o PART"
    case .otherVersion, .changed: "make the parts again"
    case .damaged: "copy or make it again"
    case .differs: "make all parts, and merge them, with the same program and options"
    case .otherFile: "merge parts of the same files"
    case .missing: "make a part of them with linchpin classify, and merge it as well"
    case .overlapping: "leave one of them out"
    case .needsRecords: "only the whole input can tell: linchpin assess FILE"
    }
  }

  private static func shown(_ value: String) -> String {
    value.isEmpty ? "none" : value
  }
}
