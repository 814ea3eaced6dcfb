/// Totals over any number of dates, every step with its causes.
public struct Trend: Sendable {
  /// One date of the series.
  public struct Moment: Sendable {
    public var name: String
    /// Where it stands on the axis of time; nil where no date is known.
    public var date: CalendarDate?
    public var measured: ClosedRange<CalendarDate>?
    public var organisations: Int
    public var domains: Int
    /// What was asked of whom.
    public var questions: [AskedQuestion]
    public var files: [SourceFile]
  }

  /// One measure through all dates.
  public struct Series: Sendable {
    public var measure: Measure
    public var name: String
    public var unit: Unit
    /// By date; nil where it was not measured or is undefined: a gap, not a zero.
    public var values: [Double?]
    /// By step from one date to the next; one fewer than values.
    public var steps: [[Comparison.Cause: Double]]

    /// Whether a step compares like with like: neither coverage nor rules moved the measure.
    public func isComparable(step: Int) -> Bool {
      [.coverage, .rules].allSatisfy { steps[step][$0, default: 0] == 0 }
    }

    /// The largest value there is.
    public var most: Double { values.compactMap(\.self).max() ?? 0 }
  }

  public let moments: [Moment]
  public let series: [Series]
  public let options: AssessmentOptions
  public let scenario: [String]
  /// What a scenario lets stop, as far as one of the dates has it: `provider:ID`.
  public let stopped: Set<String>
  /// Of the last date: what reports are told of rules and population.
  public let last: Attribution

  /// The units of the population at a date.
  public func units(at place: Int) -> Int {
    options.unit == .organisation ? moments[place].organisations : moments[place].domains
  }
}

/// Takes the dates of a trend one by one, in order, and keeps two of them at a time.
public struct TrendBuilder {
  private let rules: Rules
  private let options: AssessmentOptions
  private let scenario: [String]
  private let successions: [Successions.Succession]
  private var last: Snapshot?
  /// Of the last date: it is the first of the next step.
  private var state: StateChain.State?
  private var moments: [Trend.Moment] = []
  private var steps: [Causes] = []

  public init(
    under rules: Rules, options: AssessmentOptions, scenario: [String] = [],
    successions: [Successions.Succession] = []
  ) {
    self.rules = rules
    self.options = options
    self.scenario = scenario
    self.successions = successions
  }

  /// Adds a date later than those before.
  /// - Complexity: that of the causes between it and the date before, which is not assessed again.
  public mutating func add(_ snapshot: Snapshot, as name: String) {
    let population = Population(snapshot, options: options)
    moments.append(
      Trend.Moment(
        name: name, date: CalendarDate(name) ?? snapshot.measured?.upperBound,
        measured: snapshot.measured, organisations: population.organisations.count,
        domains: population.domainCount, questions: snapshot.askedQuestions,
        files: snapshot.files))
    if let last {
      let known = Successions(
        successions, after: last.measured?.upperBound, upTo: snapshot.measured?.upperBound)
      var chain = StateChain(
        last, snapshot,
        ComparisonTerms(
          last, snapshot, under: rules, options: options, scenario: scenario, successions: known),
        first: state, listsUnits: false)
      steps.append(Causes(&chain))
      state = chain.last()
    }
    last = snapshot
  }

  /// The trend; nil with fewer than two dates.
  public consuming func finish() -> Trend? {
    guard let state, !steps.isEmpty else { return nil }
    var names: [Measure: String] = [:]
    for step in steps { names.merge(step.names) { _, later in later } }
    let tables = steps.map { step in
      Dictionary(step.totals.map { ($0.measure, $0) }, uniquingKeysWith: { first, _ in first })
    }
    var order: [Measure] = []
    var seen: Set<Measure> = []
    for step in steps.reversed() {
      for total in step.totals where seen.insert(total.measure).inserted {
        order.append(total.measure)
      }
    }
    let series = order.map { measure in
      let totals = tables.map { $0[measure] }
      func value(_ total: TotalChange?, _ value: Double?, _ roles: Set<Role>) -> Double? {
        if let role = measure.role, !roles.contains(role) { return nil }
        return total == nil && measure.isCount ? 0 : value
      }
      let first = value(totals[0], totals[0]?.before, steps[0].rolesBefore)
      let rest = totals.indices.map {
        value(totals[$0], totals[$0]?.after, steps[$0].rolesAfter)
      }
      var key = measure
      key.by = nil
      return Trend.Series(
        measure: measure, name: names[key] ?? measure.key, unit: options.unit,
        values: [first] + rest, steps: totals.map { $0?.parts ?? [:] })
    }
    return Trend(
      moments: moments, series: series, options: options, scenario: scenario,
      stopped: steps.reduce(into: []) { $0.formUnion($1.stopped) },
      last: state.attribution)
  }
}

extension Measure {
  /// The role a measure is about, if it is about one.
  public var role: Role? {
    switch kind {
    case .share(let role, _, _), .ratio(let role, _, _), .concentration(let role, _, _),
      .insularity(let role):
      role
    case .organisations, .domains, .disclosure, .cutoff, .failure: nil
    }
  }
}
