/// What is counted once.
public enum Unit: String, CaseIterable, Sendable {
  case organisation, domain
}

/// How a unit with several providers is counted.
public enum Count: String, CaseIterable, Sendable {
  /// Once for every provider it has: the counts overlap.
  case any
  /// Once in all, in equal parts.
  case fractional
  /// Once, for the most preferred provider; ties go to the first listed.
  case primary
}

/// At what level providers are brought together.
public enum GroupLevel: String, CaseIterable, Sendable {
  case provider, company, jurisdiction
}

/// Which organisations, services and roles a study is about; an empty list does not restrict.
public struct Selection: Sendable, Equatable {
  public var sectors: [String] = []
  public var countries: [String] = []
  public var regions: [String] = []
  public var services: [Service] = []
  public var roles: [Role] = []

  public init() {}

  /// The roles asked for, in their fixed order.
  public var countedRoles: [Role] {
    Role.allCases.filter { role in
      (services.isEmpty || services.contains(role.service))
        && (roles.isEmpty || roles.contains(role))
    }
  }
}

/// How to count and from which date's ownership: everything an assessment's numbers depend on
/// beside the snapshot and the rules.
public struct AssessmentOptions: Sendable, Equatable {
  public var selection = Selection()
  public var unit = Unit.organisation
  /// nil: `any` for shares, `fractional` for concentration.
  public var count: Count?
  public var tier = Tier.inferred
  public var levels = GroupLevel.allCases
  public var by: Dimension?
  public var isWeighted = false
  /// Whether the organisations are a random sample, and not a census.
  public var isSample = false
  public var mode = FailureMode.outage
  public var scope = CutoffScope.group
  /// nil: the snapshot's last measurement date.
  public var asOf: CalendarDate?
  /// The reader's own country, ISO 3166-1 alpha-2; empty when not given.
  public var home = ""
  /// What is supposed to stop, by kind and id.
  public var stopped: [Stop] = []
  /// What to measure beside the usual.
  public var extras: Extras = []

  /// A thing that a scenario lets stop.
  public struct Stop: Sendable, Hashable {
    public var kind: Node.Kind
    public var id: String

    public init(_ kind: Node.Kind, _ id: String) {
      self.kind = kind
      self.id = id
    }

    /// As options and outputs name it: `jurisdiction:US`.
    public var label: String { "\(kind.rawValue):\(id)" }
  }

  /// Measurements that cost a pass of their own.
  public struct Extras: OptionSet, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// How many units each service ties to each group, with the units that flip.
    public static let ties = Extras(rawValue: 1)
    /// Direct and indirect reach of every group, and what stops with it.
    public static let reach = Extras(rawValue: 2)
    /// The count by owners of networks; the records must have been kept.
    public static let networkProfile = Extras(rawValue: 4)
    /// Disclosure by class of data.
    public static let dataClasses = Extras(rawValue: 8)
  }

  public init() {}

  public var shareCount: Count { count ?? .any }
  public var concentrationCount: Count { count ?? .fractional }
}
