public import LinchpinCore

/// What was studied and how it was counted: the head of every report.
public struct Study: Sendable {
  public let attribution: Attribution
  public let options: AssessmentOptions
  /// The date whose ownership counts.
  public let asOf: CalendarDate?
  /// Suppositions in force, in words; empty for the world as it is.
  public let scenario: [String]
  public let organisationCount: Int
  public let domainCount: Int

  public init(_ assessment: Assessment) {
    attribution = assessment.attribution
    options = assessment.options
    asOf = assessment.asOf
    scenario = assessment.scenario
    organisationCount = assessment.organisationCount
    domainCount = assessment.domainCount
  }

  /// The head of a report on something other than an assessment.
  /// - Parameter asOf: nil takes the options' date, else the last day measured.
  public init(
    _ attribution: Attribution, _ population: Population, options: AssessmentOptions,
    asOf: CalendarDate? = nil, scenario: [String] = []
  ) {
    self.attribution = attribution
    self.options = options
    self.asOf = asOf ?? options.asOf ?? attribution.snapshot.measured?.upperBound
    self.scenario = scenario
    organisationCount = population.organisations.count
    domainCount = population.domainCount
  }

  var snapshot: Snapshot { attribution.snapshot }
  var catalogue: Catalogue { attribution.rules.catalogue }
  /// The denominator of every share.
  var unitCount: Int { options.unit == .organisation ? organisationCount : domainCount }
}
