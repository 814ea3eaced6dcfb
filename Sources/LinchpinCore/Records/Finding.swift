/// Something about the input a person should know: a bad row, a mismatch, an assumption.
///
/// Findings are values, not exceptions: the good rows around a bad one are always used.
public struct Finding: Sendable, Equatable {
  public enum Severity: String, Sendable {
    /// A row or value could not be used.
    case error
    /// Used, but probably not what was meant.
    case warning
    /// Used; worth knowing when reading the numbers.
    case note
  }

  public enum Code: String, Sendable, CaseIterable {
    case emptyFile, notText, encoding, syntax, missingColumn, truncated, tooLong
    case badDomain, badHost, badNumber, badDate, badAddress
    case duplicateOrganisation, duplicateDomain, domainInTwoOrganisations
    case unlistedDomain, notMeasured, undelegated, ambiguousMatch, matchedByRegistrableDomain
    case aliasLoop, ignoredValue, oldOverlay
    /// An SPF policy that leads back to itself, or needs more look-ups than receivers make.
    case policyLoop, policyLookUps
    case unknownOrganisation, sharedDomain
    /// A column of somebody's verdicts in a file read for its observations.
    case claimsLeftOut
  }

  public var severity: Severity
  public var code: Code
  public var file: String
  /// 1-based; 0 when the finding is about the whole file.
  public var line: Int
  /// 1-based byte column; 0 when unknown.
  public var column: Int
  /// What was found.
  public var message: String
  /// What to do about it.
  public var hint: String
  /// Another line of the same file that the message names; 0 where it names none.
  private(set) var earlierLine = 0

  public init(
    _ severity: Severity, _ code: Code, file: String, line: Int = 0, column: Int = 0,
    _ message: String, hint: String = ""
  ) {
    self.severity = severity
    self.code = code
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.hint = hint
  }
}

extension Finding {
  /// A domain whose record stands in a file twice.
  static func duplicate(
    _ domain: String, file: String, line: UInt32, first earlier: UInt32
  ) -> Finding {
    var finding = Finding(
      .error, .duplicateDomain, file: file, line: Int(line),
      "\(domain) has a record at line \(earlier) already",
      hint: "keep one record per domain; the first one is used")
    finding.earlierLine = Int(earlier)
    return finding
  }

  /// The same finding where the lines of a part of a file have their numbers in the whole of it.
  func moved(_ place: (Int) -> Int) -> Finding {
    var moved = self
    if line > 0 { moved.line = place(line) }
    if earlierLine > 0 {
      moved.earlierLine = place(earlierLine)
      moved.message =
        message.prefix(
          upTo: message.index(message.endIndex, offsetBy: -Self.tail(earlierLine).count))
        + Self.tail(moved.earlierLine)
    }
    return moved
  }

  private static func tail(_ line: Int) -> String { "line \(line) already" }

  /// A finding as a part of a file keeps it.
  init(
    _ severity: Severity, _ code: Code, line: Int, column: Int, _ message: String, hint: String,
    earlierLine: Int
  ) {
    self.init(severity, code, file: "", line: line, column: column, message, hint: hint)
    self.earlierLine = earlierLine
  }
}

/// All findings of a run: every one counted, the first hundred thousand of each code kept.
public struct FindingLog: Sendable {
  public static let keptPerCode = 100_000

  public private(set) var kept: [Finding] = []
  private var counts: [Finding.Code: Int] = [:]

  public init() {}

  public mutating func append(_ finding: Finding) {
    let count = counts[finding.code, default: 0] + 1
    counts[finding.code] = count
    if count <= Self.keptPerCode { kept.append(finding) }
  }

  public func count(_ code: Finding.Code) -> Int { counts[code, default: 0] }

  public var count: Int { counts.values.reduce(0, +) }

  /// Counts findings of which nothing is kept.
  mutating func count(further more: Int, _ code: Finding.Code) {
    counts[code, default: 0] += more
  }

  /// How many findings of a code are counted and not kept.
  func countDropped(_ code: Finding.Code) -> Int { max(0, count(code) - Self.keptPerCode) }

  /// Rows that could not be used; `--strict` turns any of them into exit 65.
  public var errors: [Finding] { kept.filter { $0.severity == .error } }
}

extension Finding {
  /// Hostile text made safe to print: control characters escaped, long values cut.
  public static func quoted(_ text: String, limit: Int = 60) -> String {
    var result = "“"
    var length = 0
    for scalar in text.unicodeScalars {
      if length == limit {
        result += "…"
        break
      }
      length += 1
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator:
        result += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "”"
  }
}
