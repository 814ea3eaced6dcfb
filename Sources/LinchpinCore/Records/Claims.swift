/// What somebody else says of who serves a role of a domain: a verdict to compare with, never an
/// observation.
public struct Claim: Sendable, Equatable {
  /// In its one spelling.
  public var domain: String
  /// The organisation as the claim names it; empty when it does not.
  public var organisation: String
  public var role: Role
  /// The provider in the claimant's own word (`microsoft`, `local-isp`, `unknown`); what the word
  /// means is theirs to say.
  public var provider: String
  /// Why they say so, in their words; empty when they do not say.
  public var reason: String
  public var source: Provenance

  public init(
    domain: String, organisation: String = "", role: Role, provider: String, reason: String = "",
    source: Provenance
  ) {
    self.domain = domain
    self.organisation = organisation
    self.role = role
    self.provider = provider
    self.reason = reason
    self.source = source
  }
}

/// The claims of one or more files, by domain and role.
///
/// Two organisations may share a domain, so a domain may have several claims for one role; they
/// are all kept, in the order of their lines.
public struct Claims: Sendable {
  public let files: [SourceFile]
  /// What was wrong with rows; the good rows around them are claims.
  public let findings: FindingLog
  /// Sorted by domain, role and place.
  public let all: [Claim]
  private let ranges: [String: Range<Int>]

  public init(files: [SourceFile], findings: FindingLog = FindingLog(), claims: [Claim]) {
    self.files = files
    self.findings = findings
    let sorted = claims.sorted {
      ($0.domain, $0.role.rawValue, $0.source.file, $0.source.line)
        < ($1.domain, $1.role.rawValue, $1.source.file, $1.source.line)
    }
    var ranges: [String: Range<Int>] = [:]
    for (index, claim) in sorted.enumerated() {
      ranges[claim.domain] = (ranges[claim.domain]?.lowerBound ?? index)..<(index + 1)
    }
    all = sorted
    self.ranges = ranges
  }

  /// The domains somebody claims anything of, sorted.
  public var domains: [String] { ranges.keys.sorted() }

  /// Everything claimed of a domain, by role; empty when nothing is.
  /// - Complexity: O(1).
  public func claims(of domain: String) -> ArraySlice<Claim> { all[ranges[domain] ?? 0..<0] }

  /// What is claimed of one role of a domain.
  public func claims(of domain: String, _ role: Role) -> [Claim] {
    claims(of: domain).filter { $0.role == role }
  }

  /// `file:line`, the form in which every table names a record.
  public func describe(_ claim: Claim) -> String {
    "\(files[Int(claim.source.file)].path):\(claim.source.line)"
  }
}
