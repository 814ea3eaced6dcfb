/// Our attribution beside somebody else's: where the two agree and, where they differ, why.
///
/// A claim is compared by its own word. A word that is the id of a company or of a provider, or by
/// which a provider is also called, names that operator. Every other word (`independent`,
/// `local-isp`) names nobody: it can only agree that none of the named operators is there.
public struct ClaimComparison: Sendable {
  /// How often one word of theirs met one answer of ours.
  public struct Cell: Sendable, Equatable {
    public var role: Role
    public var claimed: String
    /// Words of theirs that name our operators, joined by `+`; else `other` or a status.
    public var ours: String
    /// Domains.
    public var number: Int
  }

  /// One operator, named by a word of theirs, over all compared domains.
  public struct Agreement: Sendable, Equatable {
    public var role: Role
    public var word: String
    public var both: Int
    public var onlyOurs: Int
    public var onlyTheirs: Int
    public var neither: Int
    /// Of the differences, those in which ours decides otherwise on purpose.
    public var setApart: Int

    /// Domains that agree / those that are not set apart, 0–1; nil below 30.
    public var share: Double? {
      let compared = both + neither + onlyOurs + onlyTheirs - setApart
      return compared < Share.smallestPopulation ? nil : Double(both + neither) / Double(compared)
    }
  }

  /// One operator on one domain that only one of the two names.
  public struct Difference: Sendable, Equatable {
    public enum Side: String, CaseIterable, Sendable {
      case ours, theirs
    }

    public var domain: String
    public var organisation: String
    public var role: Role
    /// The operator in dispute, in their word.
    public var word: String
    /// Who names it.
    public var side: Side
    public var reason: Reason
    /// Everything they claim of the role.
    public var claimed: [String]
    /// What we say instead, as a column of the matrix.
    public var ours: String
    /// Our records on it: what names it, or the traces that do not suffice.
    public var evidence: [String]
    /// `file:line` of our domain or record.
    public var source: String
    /// `file:line` of the claim, and why they say so.
    public var claimSource: String
    public var claimReason: String
  }

  /// Claims by file, as they were read.
  public let claims: Claims
  public let matrix: [Cell]
  public let agreements: [Agreement]
  public let differences: [Difference]
  /// Domains with a claim that were measured and are in the population.
  public let compared: Int
  /// Domains somebody claims something of that were not.
  public let unmeasured: [String]
  /// Domains measured of which nothing is claimed.
  public let unclaimed: Int
  /// Compared domains that differ only where ours decides otherwise on purpose.
  public let setApart: Int
  /// Compared domains that differ anywhere else.
  public let disagreeing: Int

  /// Compared domains without any difference.
  public var agreeing: Int { compared - setApart - disagreeing }

  /// agreeing / (agreeing + disagreeing), 0–1, all named operators pooled; nil below 30 domains.
  public var share: Double? {
    let counted = agreeing + disagreeing
    return counted < Share.smallestPopulation ? nil : Double(agreeing) / Double(counted)
  }

  /// Compares the claims on a population's domains with an attribution of them.
  /// - Complexity: O(claims × named words + bindings of the domains claimed).
  public init(_ claims: Claims, with attribution: Attribution, _ population: Population) {
    var tally = ClaimTally(claims, attribution)
    let snapshot = attribution.snapshot
    var domains = population.organisations.flatMap { Array(snapshot.domains(of: $0)) }
      .map { (name: snapshot.name(of: $0), index: $0) }
    domains.sort { $0.name < $1.name }
    for domain in domains { tally.add(domain.index, name: domain.name) }
    let measured = Set(domains.map(\.name))
    self.claims = claims
    matrix = tally.matrix
    agreements = tally.agreements
    differences = tally.differences
    compared = tally.compared
    unmeasured = claims.domains.filter { !measured.contains($0) }
    unclaimed = domains.count - tally.compared
    setApart = tally.setApart
    disagreeing = tally.disagreeing
  }
}
