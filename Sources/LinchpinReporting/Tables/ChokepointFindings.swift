public import LinchpinCore

/// What a failure analysis found, as far as it was asked for: what the report is made from.
public struct ChokepointFindings: Sendable {
  /// The part that a CSV file holds; one file has one table.
  public enum Table: String, CaseIterable, Sendable {
    case points, sets, redundancy, remedies, trust
  }

  public var points: [Chokepoint]
  public var support: [UnobservedSupport]
  public var sets: [ChokepointSet] = []
  public var joint: JointFailures?
  public var remedies: Remedies?
  public var trust: NameServerTrust?
  /// Of how many hosts the networks are known; empty where networks are not ranked.
  public var addresses: [AddressCoverage] = []
  public var table = Table.points

  public init(points: [Chokepoint], support: [UnobservedSupport] = []) {
    self.points = points
    self.support = support
  }
}
