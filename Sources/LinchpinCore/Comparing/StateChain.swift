/// The states between two dates, each an assessment of its own, made when asked for and once.
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

    var answers: Splice.Later {
      var later: Splice.Later = []
      if contains(.records) { later.insert(.records) }
      if contains(.coverage) { later.insert(.coverage) }
      return later
    }
  }

  /// One state: its numbers, and who is bound to what.
  struct State {
    let attribution: Attribution
    let values: MeasureValues
    /// nil where nobody asks who came and who left.
    let members: Memberships?
  }

  let splice: Splice
  let terms: ComparisonTerms
  let differences: RecordDifferences
  /// Those of the factors that change anything; the others need no states.
  let effective: Taken
  private(set) var register = MembershipRegister()
  private var patterns: JointPatterns?
  private let units: JointUnits?
  private var snapshots: [UInt8: Snapshot] = [:]
  private var attributions: [Taken: Attribution] = [:]
  private var states: [Taken: State] = [:]
  private var ends: (first: State?, last: State?)
  private var attributionOfFirst: Attribution?
  private var attributionOfLast: Attribution?

  /// - Parameters:
  ///   - first: the earlier date's state, where it was the later one of another chain.
  ///   - listsUnits: whether to keep who is bound to what.
  ///   - joinsPatterns: false puts every state together from records, which gives the same.
  init(
    _ before: Snapshot, _ after: Snapshot, _ terms: ComparisonTerms, first: State? = nil,
    listsUnits: Bool = true, joinsPatterns: Bool = true
  ) {
    splice = Splice(before, after, successions: terms.successions)
    self.terms = terms
    differences = RecordDifferences(splice)
    var effective: Taken = []
    if differences.kinds.contains(.records) { effective.insert(.records) }
    if differences.kinds.contains(.coverage) { effective.insert(.coverage) }
    if terms.hasTwoCatalogues { effective.insert(.rules) }
    if terms.ownershipDiffers { effective.insert(.ownership) }
    self.effective = effective
    // A single host stops only where its records are at hand.
    let stopsHosts = terms.options.stopped.contains { $0.kind == .host || $0.kind == .network }
    if joinsPatterns, !terms.hasTwoCatalogues, !stopsHosts {
      patterns = JointPatterns(splice, under: terms.rulesAfter, knownFirst: first?.attribution)
    }
    units =
      listsUnits && terms.options.shareCount == .any
      ? JointUnits(splice, terms.options.unit) : nil
    ends.first = first
    attributionOfFirst = first?.attribution ?? patterns?.first
    attributionOfLast = patterns?.last
  }

  /// Whether states are put together from patterns, without records.
  var isOfPatterns: Bool { patterns != nil }

  // MARK: States

  /// The earlier date as it was.
  mutating func first() -> State {
    if let known = ends.first { return known }
    let found = state(of: firstAttribution(), terms.asOfBefore, .first)
    ends.first = found
    return found
  }

  /// The later date as it is.
  mutating func last() -> State {
    if let known = ends.last { return known }
    let found = state(of: lastAttribution(), terms.asOfAfter, .last)
    ends.last = found
    return found
  }

  /// A middle state; what changes nothing is left out, so equal states are one.
  mutating func middle(_ taken: Taken) -> State {
    let taken = taken.intersection(effective)
    if let known = states[taken] { return known }
    let found = state(
      of: attribution(taken), taken.contains(.ownership) ? terms.asOfAfter : terms.asOfBefore,
      .middle)
    states[taken] = found
    return found
  }

  /// Who serves whom at the earlier date.
  mutating func firstAttribution() -> Attribution {
    if let known = attributionOfFirst { return known }
    let made = Attribution(splice.before, under: terms.rulesBefore)
    attributionOfFirst = made
    return made
  }

  /// Who serves whom at the later date.
  mutating func lastAttribution() -> Attribution {
    if let known = attributionOfLast { return known }
    let made = Attribution(splice.after, under: terms.rulesAfter)
    attributionOfLast = made
    return made
  }

  /// Who serves whom in a middle state; ownership plays no part in that.
  mutating func attribution(_ taken: Taken) -> Attribution {
    let taken = taken.intersection(effective).subtracting(.ownership)
    if let known = attributions[taken] { return known }
    let found =
      patterns?.attribution(taken.answers, splice, differences)
      ?? Attribution(
        snapshot(taken.answers),
        under: taken.contains(.rules) || !terms.hasTwoCatalogues
          ? terms.rulesAfter : terms.rulesBefore)
    attributions[taken] = found
    return found
  }

  private mutating func snapshot(_ later: Splice.Later) -> Snapshot {
    if let known = snapshots[later.rawValue] { return known }
    let made = splice.snapshot(later)
    snapshots[later.rawValue] = made
    return made
  }

  private mutating func state(
    of attribution: Attribution, _ asOf: CalendarDate?, _ place: JointUnits.Place
  ) -> State {
    var options = terms.options
    options.asOf = asOf
    let assessment = Assessment(attribution, options: options, scenario: terms.scenario)
    return State(
      attribution: attribution, values: MeasureValues(assessment),
      members: units.map { Memberships(assessment, &register, units: $0, at: place) })
  }

  // MARK: Names

  /// The group that a number of a membership stands for.
  func group(_ number: Int32) -> MembershipRegister.Group { register.groups[Int(number)] }

  /// Who came to which group between two states, and who left it.
  func changes(from earlier: State, to later: State) -> MembershipChanges {
    guard let units, let was = earlier.members, let now = later.members else {
      return MembershipChanges()
    }
    return MembershipChanges(from: was, to: now, register, units)
  }
}
