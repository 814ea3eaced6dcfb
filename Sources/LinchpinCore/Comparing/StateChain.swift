/// The states between two dates, each an assessment of its own.
struct StateChain {
  /// What is taken from the later date; the middle causes, each on its own.
  struct Taken: OptionSet, Hashable {
    let rawValue: UInt8

    static let records = Taken(rawValue: 1)
    static let coverage = Taken(rawValue: 2)
    static let rules = Taken(rawValue: 4)
    static let ownership = Taken(rawValue: 8)

    /// In the order of the chain.
    static let factors: [(taken: Taken, cause: Comparison.Cause)] = [
      (.records, .records), (.coverage, .coverage), (.rules, .rules), (.ownership, .ownership),
    ]
  }

  /// One state: its numbers, and who is bound to what.
  struct State {
    let values: MeasureValues
    let members: Memberships
  }

  let splice: Splice
  let terms: ComparisonTerms
  /// Those of the factors that change anything; the others need no states.
  let effective: Taken
  private var register = MembershipRegister()
  private var snapshots: [UInt8: Snapshot] = [:]
  private var states: [Taken: State] = [:]

  init(_ splice: Splice, _ terms: ComparisonTerms) {
    self.splice = splice
    self.terms = terms
    var effective: Taken = []
    let differences = splice.differences()
    if differences.contains(.records) { effective.insert(.records) }
    if differences.contains(.coverage) { effective.insert(.coverage) }
    if terms.hasTwoCatalogues { effective.insert(.rules) }
    if terms.ownershipDiffers { effective.insert(.ownership) }
    self.effective = effective
  }

  /// The earlier date as it was.
  mutating func first() -> State {
    state(of: splice.before, terms.rulesBefore, terms.asOfBefore)
  }

  /// The later date as it is.
  mutating func last() -> State {
    state(of: splice.after, terms.rulesAfter, terms.asOfAfter)
  }

  /// A middle state; what changes nothing is left out, so equal states are one.
  mutating func middle(_ taken: Taken) -> State {
    let taken = taken.intersection(effective)
    if let known = states[taken] { return known }
    let found = state(
      of: snapshot(taken), taken.contains(.rules) ? terms.rulesAfter : terms.rulesBefore,
      taken.contains(.ownership) ? terms.asOfAfter : terms.asOfBefore)
    states[taken] = found
    return found
  }

  private mutating func snapshot(_ taken: Taken) -> Snapshot {
    var later: Splice.Later = []
    if taken.contains(.records) { later.insert(.records) }
    if taken.contains(.coverage) { later.insert(.coverage) }
    if let known = snapshots[later.rawValue] { return known }
    let made = splice.snapshot(later)
    snapshots[later.rawValue] = made
    return made
  }

  private mutating func state(
    of snapshot: Snapshot, _ rules: Rules, _ asOf: CalendarDate?
  ) -> State {
    var options = terms.options
    options.asOf = asOf
    let assessment = Assessment(
      snapshot, under: rules, options: options, scenario: terms.scenario)
    let members = Memberships(assessment, &register, successions: terms.successions)
    return State(values: MeasureValues(assessment), members: members)
  }

  /// The group that a number of a membership stands for.
  func group(_ number: Int32) -> MembershipRegister.Group { register.groups[Int(number)] }
}
