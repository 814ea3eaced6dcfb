extension Causes {
  /// Recomputes the chain and names the causes of every total's change.
  /// - Complexity: one assessment for each state: three, and up to fourteen where records,
  ///   coverage, rules and ownership all differ.
  public init(_ before: Snapshot, _ after: Snapshot, _ terms: ComparisonTerms) {
    var chain = StateChain(before, after, terms)
    self.init(&chain)
  }

  init(_ chain: inout StateChain) {
    let terms = chain.terms
    let first = chain.first()
    let last = chain.last()
    var walk: [StateChain.State] = [chain.middle([])]
    var taken: StateChain.Taken = []
    for factor in StateChain.Taken.factors {
      taken.insert(factor.taken)
      walk.append(chain.middle(taken))
    }
    let orders = Orders(&chain)
    var lists = MembershipLists()
    lists.add(.population, chain.changes(from: first, to: walk[0]))
    for (place, factor) in StateChain.Taken.factors.enumerated()
    where chain.effective.contains(factor.taken) {
      lists.add(factor.cause, chain.changes(from: walk[place], to: walk[place + 1]))
    }
    lists.add(.population, chain.changes(from: walk[walk.count - 1], to: last))
    let named = lists.byMeasure(chain)

    var measures = Set(first.values.millionths.keys)
    measures.formUnion(last.values.millionths.keys)
    for state in walk { measures.formUnion(state.values.millionths.keys) }
    let changes = measures.map { measure in
      let steps = walk.map { $0.values.value(measure) }
      let (start, end) = (first.values.value(measure), last.values.value(measure))
      var parts: [Comparison.Cause: Int] = [:]
      if let start, let end, let left = steps[0], let right = steps[steps.count - 1] {
        parts[.population] = (left - start) + (end - right)
      }
      for (place, factor) in StateChain.Taken.factors.enumerated() {
        if let from = steps[place], let to = steps[place + 1] { parts[factor.cause] = to - from }
      }
      let bounds = orders.bounds(of: measure)
      func natural(_ value: Int) -> Double { Double(value) / 1_000_000 }
      return TotalChange(
        measure: measure, unit: terms.options.unit, before: start.map(natural),
        after: end.map(natural), parts: parts.mapValues(natural),
        least: bounds.mapValues { natural($0.least) }, most: bounds.mapValues { natural($0.most) },
        gained: named[measure]?.gained ?? [:], lost: named[measure]?.lost ?? [:])
    }
    totals = TotalChange.sorted(changes)
    names = first.values.names.merging(last.values.names) { _, later in later }
    rolesBefore = first.values.roles
    rolesAfter = last.values.roles
    stopped = first.values.stopped.union(last.values.stopped)
    asOfBefore = terms.asOfBefore
    asOfAfter = terms.asOfAfter
    hasTwoCatalogues = terms.hasTwoCatalogues
  }
}

/// The effect of each middle cause in every order: f(S with it) − f(S) over all sets S of others.
private struct Orders {
  private typealias Step = (without: MeasureValues, with: MeasureValues)
  private var steps: [Comparison.Cause: [Step]] = [:]

  init(_ chain: inout StateChain) {
    let factors = StateChain.Taken.factors.filter { chain.effective.contains($0.taken) }
    for factor in factors {
      let others = factors.filter { $0.taken != factor.taken }
      for subset in 0..<(1 << others.count) {
        var taken: StateChain.Taken = []
        for (bit, other) in others.enumerated() where subset >> bit & 1 == 1 {
          taken.insert(other.taken)
        }
        let without = chain.middle(taken).values
        let with = chain.middle(taken.union(factor.taken)).values
        steps[factor.cause, default: []].append((without, with))
      }
    }
  }

  /// A cause that changes nothing is certainly 0; one with an undefined state has no bounds.
  func bounds(of measure: Measure) -> [Comparison.Cause: (least: Int, most: Int)] {
    var found: [Comparison.Cause: (least: Int, most: Int)] = [:]
    for (_, cause) in StateChain.Taken.factors {
      let effects = (steps[cause] ?? []).map { step -> Int? in
        guard let from = step.without.value(measure), let to = step.with.value(measure)
        else { return nil }
        return to - from
      }
      let defined = effects.compactMap(\.self)
      if defined.count < effects.count { continue }
      found[cause] = (defined.min() ?? 0, defined.max() ?? 0)
    }
    return found
  }
}

/// Who was gained and lost, by group and cause.
private struct MembershipLists {
  private var gained: [Int32: [Comparison.Cause: [String]]] = [:]
  private var lost: [Int32: [Comparison.Cause: [String]]] = [:]

  mutating func add(_ cause: Comparison.Cause, _ found: MembershipChanges) {
    for (group, units) in found.gained { gained[group, default: [:]][cause, default: []] += units }
    for (group, units) in found.lost { lost[group, default: [:]][cause, default: []] += units }
  }

  func byMeasure(
    _ chain: StateChain
  ) -> [Measure: (gained: [Comparison.Cause: [String]], lost: [Comparison.Cause: [String]])] {
    var found:
      [Measure: (gained: [Comparison.Cause: [String]], lost: [Comparison.Cause: [String]])] = [:]
    for group in Set(gained.keys).union(lost.keys) {
      found[chain.group(group).measure] = (
        (gained[group] ?? [:]).mapValues { $0.sorted() },
        (lost[group] ?? [:]).mapValues { $0.sorted() }
      )
    }
    return found
  }
}

extension TotalChange {
  /// Counts of the population first, then by kind, role and level; within these the largest first.
  fileprivate static func sorted(_ totals: [TotalChange]) -> [TotalChange] {
    totals.map { total in
      let size = max(total.before ?? 0, total.after ?? 0)
      let cut = total.measure.by.map { $0.value + "\u{0}" } ?? ""
      return (place: total.measure.place, cut: cut, size: size, key: total.measure.key, total)
    }.sorted {
      ($0.place, $0.cut, $1.size, $0.key) < ($1.place, $1.cut, $0.size, $1.key)
    }.map(\.4)
  }
}

extension Measure {
  /// Kind, role and level in one number.
  fileprivate var place: Int {
    func place(_ kind: Int, _ role: Role? = nil, _ level: GroupLevel? = nil) -> Int {
      let levels = GroupLevel.allCases
      return kind << 16 | Int(role?.rawValue ?? 0) << 8
        | (level.flatMap { levels.firstIndex(of: $0) } ?? 0)
    }
    switch kind {
    case .organisations: return place(0)
    case .domains: return place(1)
    case .share(let role, let level, _): return place(2, role, level)
    case .ratio(let role, let level, _): return place(3, role, level)
    case .concentration(let role, let level, _): return place(4, role, level)
    case .insularity(let role): return place(5, role)
    case .disclosure: return place(6)
    case .cutoff: return place(7)
    case .failure: return place(8)
    }
  }
}
