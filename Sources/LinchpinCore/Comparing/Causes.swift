/// Why totals changed between two dates: the world's change told from ours.
///
/// Totals are recomputed along a chain of states: before; leavers gone and attributes updated;
/// records changed where both dates answered; the other answers; rules; ownership; entrants. A
/// part is a difference of two states that follow each other, so the parts add up exactly.
public struct Causes: Sendable {
  public let totals: [TotalChange]
  /// What the groups of shares are called, by their measure over all.
  public let names: [Measure: String]
  /// The roles that were measured at each date.
  public let rolesBefore: Set<Role>
  public let rolesAfter: Set<Role>
  /// The suppositions and dates compared, for the reader of the parts.
  public let asOfBefore: CalendarDate?
  public let asOfAfter: CalendarDate?
  /// What a scenario lets stop, as far as one of the dates has it: `provider:ID`.
  public let stopped: Set<String>
  /// Whether two catalogues were compared.
  public let hasTwoCatalogues: Bool
}

/// One measure at both dates, and what each cause did to it.
public struct TotalChange: Sendable, Equatable {
  public var measure: Measure
  public var unit: Unit
  /// nil where the measure is undefined.
  public var before: Double?
  public var after: Double?
  /// By cause; missing where one of the states it is the difference of is undefined.
  public var parts: [Comparison.Cause: Double]
  /// Of each middle part over all orders in which the causes could be taken.
  public var least: [Comparison.Cause: Double]
  public var most: [Comparison.Cause: Double]
  /// Units that came to the group, and that left it, by cause; for shares that count `any`.
  public var gained: [Comparison.Cause: [String]]
  public var lost: [Comparison.Cause: [String]]

  /// Whether the sign of a part depends on the order: its cause cannot be told from the others.
  public func isInseparable(_ cause: Comparison.Cause) -> Bool {
    guard let least = least[cause], let most = most[cause] else { return false }
    return least < 0 && most > 0
  }

  public var hasChanged: Bool {
    before != after || parts.values.contains { $0 != 0 } || !gained.isEmpty || !lost.isEmpty
  }
}

/// What two dates are compared under.
public struct ComparisonTerms: Sendable {
  public var rulesBefore: Rules
  public var rulesAfter: Rules
  public var asOfBefore: CalendarDate?
  public var asOfAfter: CalendarDate?
  public var options: AssessmentOptions
  public var scenario: [String]
  public var successions: Successions
  var hasTwoCatalogues: Bool

  /// - Parameters:
  ///   - rulesBefore: the earlier date's, where a second catalogue is compared; nil for one.
  ///   - asOfBefore: ownership of the earlier date; nil for the options' date, else the last
  ///     measurement of each snapshot.
  public init(
    _ before: Snapshot, _ after: Snapshot, under rules: Rules, before rulesBefore: Rules? = nil,
    asOfBefore: CalendarDate? = nil, options: AssessmentOptions, scenario: [String] = [],
    successions: Successions = Successions()
  ) {
    rulesAfter = rules
    self.rulesBefore = rulesBefore ?? rules
    hasTwoCatalogues = rulesBefore != nil
    self.asOfBefore = asOfBefore ?? options.asOf ?? before.measured?.upperBound
    asOfAfter = options.asOf ?? after.measured?.upperBound
    self.options = options
    self.scenario = scenario
    self.successions = successions.joining(before, after)
  }

  /// Whether ownership on the two days differs under any of the rules.
  var ownershipDiffers: Bool {
    if asOfBefore == asOfAfter { return false }
    return (rulesBefore.catalogue.ownerships + rulesAfter.catalogue.ownerships).contains {
      $0.isInForce(on: asOfBefore) != $0.isInForce(on: asOfAfter)
    }
  }
}
