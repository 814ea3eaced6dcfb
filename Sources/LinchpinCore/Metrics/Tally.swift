/// Exact sums of weighted unit fractions: counts stay whole until the end, so that the order of
/// units and any split of the input give the same last bit.
struct FractionSum: Sendable {
  private struct Part: Hashable {
    var denominator: Int
    var weight: Double
  }

  private var wholes = 0
  private var parts: [Part: Int] = [:]

  mutating func add(_ weight: Double, over denominator: Int, times number: Int = 1) {
    if denominator == 1, weight == 1 {
      wholes += number
    } else {
      parts[Part(denominator: denominator, weight: weight), default: 0] += number
    }
  }

  var value: Double {
    parts.sorted { ($0.key.denominator, $0.key.weight) < ($1.key.denominator, $1.key.weight) }
      .reduce(Double(wholes)) {
        $0 + Double($1.value) * $1.key.weight / Double($1.key.denominator)
      }
  }

  var isZero: Bool { wholes == 0 && parts.isEmpty }
}

/// Sizes of the groups of one role, counted one way over one population.
struct Tally: Sendable {
  var sizes: [(group: Int, size: Double)] = []
  /// The part of the units of which the group is not known.
  var unknown = 0.0
  /// Units that have the service, known or not.
  var units = 0

  init(
    _ attribution: Attribution, _ view: RoleView, grouping: Grouping, count: Count, tier: Tier
  ) {
    var sums = GroupTable(grouping, empty: FractionSum())
    var unknown = FractionSum()
    var units = 0
    var parts: [Binding] = []
    let role = view.role
    view.forEachUnit { unit, number in
      // Domains without the service (absent, never asked) carry no part of the organisation.
      var serving = 0
      for domain in unit.domains where attribution.hasService(role, domain, tier) { serving += 1 }
      if serving == 0 { return }
      units += number
      var seen: [Int] = []
      for domain in unit.domains {
        attribution.collect(&parts, role, domain, tier, primaryOnly: count == .primary)
        for part in parts {
          let groups = grouping.groups(of: part, unit.organisation)
          let share = count == .any ? 1 : serving * parts.count
          if groups.isEmpty {
            if count != .any || !seen.contains(-1) {
              unknown.add(unit.weight, over: share, times: number)
            }
            seen.append(-1)
          } else if count == .any {
            for group in groups where !seen.contains(group) {
              seen.append(group)
              sums[group].add(unit.weight, over: 1, times: number)
            }
          } else if count == .primary {
            sums[groups[0]].add(unit.weight, over: share, times: number)
          } else {
            for group in groups {
              sums[group].add(unit.weight, over: share * groups.count, times: number)
            }
          }
        }
      }
    }
    self.units = units
    self.unknown = unknown.value
    sizes = sums.groups { !$0.isZero }.map { ($0, sums[$0].value) }
  }
}

extension Attribution {
  /// Whether a domain has the role at the tier in force, known or unknown.
  func hasService(_ role: Role, _ domain: DomainIndex, _ tier: Tier) -> Bool {
    bindings(role.family, of: domain).contains {
      $0.role == role && $0.tier <= max(tier, role.strongestTier) && $0.status != .absent
        && $0.status != .notMeasured
    }
  }

  /// The bindings of a role that count at a tier; the first of the most preferred ones alone when
  /// only the primary counts.
  func collect(
    _ parts: inout [Binding], _ role: Role, _ domain: DomainIndex, _ tier: Tier,
    primaryOnly: Bool
  ) {
    parts.removeAll(keepingCapacity: true)
    for binding in bindings(role.family, of: domain)
    where binding.role == role && binding.tier <= max(tier, role.strongestTier)
      && binding.status != .absent && binding.status != .notMeasured
    {
      if primaryOnly, let first = parts.first {
        if binding.rank < first.rank { parts[0] = binding }
      } else {
        parts.append(binding)
      }
    }
  }
}
