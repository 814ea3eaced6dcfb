extension Share {
  /// Counts one role's groups over a population: `any` with its bounds, else in parts.
  /// - Complexity: O(bindings of the role).
  static func measure(
    _ attribution: Attribution, _ view: RoleView, grouping: Grouping,
    options: AssessmentOptions, by cut: Cut?
  ) -> [Share] {
    let role = view.role
    let population = view.population
    let counts = overlapping(attribution, view, grouping: grouping)
    let tier = max(options.tier, role.strongestTier)
    var parts: [Int: Double] = [:]
    if options.shareCount != .any {
      let tally = Tally(
        attribution, view, grouping: grouping, count: options.shareCount, tier: options.tier)
      parts = Dictionary(uniqueKeysWithValues: tally.sizes.map { ($0.group, $0.size) })
    }
    return counts.groups.compactMap { group in
      let counted = counts.units[Int(tier.rawValue)][group]
      let number = options.shareCount == .any ? Double(counted) : parts[group] ?? 0
      if number == 0 { return nil }
      let described = grouping.describe(group)
      return Share(
        role: role, level: grouping.level, group: described.id, name: described.name, tier: tier,
        count: options.shareCount, unit: options.unit, by: cut, number: number,
        weight: options.shareCount == .any
          ? counts.weights[group].value : number, of: population.count,
        least: counts.units[Int(role.strongestTier.rawValue)][group],
        most: counts.units[Int(Tier.trace.rawValue)][group]
          + counts.unknownUnits - counts.unknownWith[group])
    }.sorted { ($1.number, $0.group) < ($0.number, $1.group) }
  }

  /// Units by group and tier, and those of which something is unknown.
  private struct Overlapping {
    /// By tier, then group: units bound at that tier or a stronger one.
    var units: [[Int]]
    var weights: [FractionSum]
    var unknownUnits = 0
    /// Units that have the group and something unknown beside it.
    var unknownWith: [Int]

    var groups: [Int] { units[2].indices.filter { units[2][$0] > 0 } }
  }

  private static func overlapping(
    _ attribution: Attribution, _ view: RoleView, grouping: Grouping
  ) -> Overlapping {
    let role = view.role
    let capacity = grouping.capacity
    var result = Overlapping(
      units: Array(repeating: Array(repeating: 0, count: capacity), count: Tier.allCases.count),
      weights: Array(repeating: FractionSum(), count: capacity),
      unknownWith: Array(repeating: 0, count: capacity))
    var found: [(group: Int, tier: Tier)] = []
    view.forEachUnit { unit, number in
      found.removeAll(keepingCapacity: true)
      var isUnknown = unit.domains.isEmpty
      for domain in unit.domains {
        var isMeasured = false
        for binding in attribution.bindings(role.family, of: domain)
        where binding.role == role {
          isMeasured = true
          let groups = grouping.groups(of: binding, unit.organisation)
          if groups.isEmpty, binding.status != .absent { isUnknown = true }
          for group in groups {
            if let known = found.firstIndex(where: { $0.group == group }) {
              found[known].tier = min(found[known].tier, binding.tier)
            } else {
              found.append((group, binding.tier))
            }
          }
        }
        if !isMeasured { isUnknown = true }
      }
      if isUnknown { result.unknownUnits += number }
      for (group, tier) in found {
        for weaker in Int(tier.rawValue)..<Tier.allCases.count {
          result.units[weaker][group] += number
        }
        result.weights[group].add(unit.weight, over: 1, times: number)
        if isUnknown { result.unknownWith[group] += number }
      }
    }
    return result
  }
}
