/// How many units have a binding to one group in one role: the plainest number there is.
public struct Share: Sendable, Equatable {
  public var role: Role
  public var level: GroupLevel
  public var group: String
  public var name: String
  public var tier: Tier
  public var count: Count
  public var unit: Unit
  public var by: Cut?
  /// Units with the group; a whole number for `any`.
  public var number: Double
  public var weight: Double
  /// All units of the population.
  public var of: Int
  /// Certain at least: units bound at the role's strongest tier.
  public var least: Int
  /// Possible at most: any tier, and the units of which something is unknown.
  public var most: Int

  /// The part of the whole, 0–1; nil below 30 units, where counts are printed and no percentages.
  public var share: Double? { of < Share.smallestPopulation ? nil : number / Double(of) }

  /// Below this many units percentages are not given.
  public static let smallestPopulation = 30
}

/// One value of a dimension by which a table is cut.
public struct Cut: Sendable, Hashable {
  public var dimension: Dimension
  public var value: String

  public init(dimension: Dimension, value: String) {
    self.dimension = dimension
    self.value = value
  }
}

extension Role {
  /// The strongest tier a binding of this role can have.
  public var strongestTier: Tier {
    switch self {
    case .mailbox: .inferred
    case .outboundSender, .identityTenant: .trace
    case .mailExchange, .authoritativeDNS, .webEdge, .webOrigin, .certificateAuthority,
      .application:
      .routing
    }
  }
}
