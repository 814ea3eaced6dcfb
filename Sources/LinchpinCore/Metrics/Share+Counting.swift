extension Share {
  /// Counts one role's groups over a population: `any` with its bounds, else in parts.
  /// - Parameter tally: the groups, counted as concentration counts them.
  /// - Complexity: O(bindings of the role).
  static func measure(
    _ attribution: Attribution, _ view: RoleView, grouping: Grouping, tally: Tally,
    options: AssessmentOptions, by cut: Cut?
  ) -> [Share] {
    let role = view.role
    let population = view.population
    let counts = overlapping(attribution, view, grouping: grouping)
    let tier = max(options.tier, role.strongestTier)
    var parts = GroupTable(grouping, empty: 0.0)
    if options.shareCount != .any {
      let own =
        options.shareCount == options.concentrationCount
        ? tally
        : Tally(
          attribution, view, grouping: grouping, count: options.shareCount, tier: options.tier)
      for (group, size) in own.sizes { parts[group] = size }
    }
    return counts.groups.compactMap { group in
      let found = counts.table[group]
      let counted = found.units[Int(tier.rawValue)]
      let number = options.shareCount == .any ? Double(counted) : parts[group]
      if number == 0 { return nil }
      let described = grouping.describe(group)
      return Share(
        role: role, level: grouping.level, group: described.id, name: described.name, tier: tier,
        count: options.shareCount, unit: options.unit, by: cut, number: number,
        weight: options.shareCount == .any
          ? found.weight.value : number, of: population.count,
        least: found.units[Int(role.strongestTier.rawValue)],
        most: found.units[Int(Tier.trace.rawValue)] + counts.unknownUnits - found.unknownToo)
    }.sorted { ($1.number, $0.group) < ($0.number, $1.group) }
  }

  /// The units of one group.
  private struct Counted {
    /// By tier: units bound at that tier or a stronger one.
    var units = SIMD4<Int>(repeating: 0)
    var weight = FractionSum()
    /// Units that have the group and something unknown beside it.
    var unknownToo = 0
  }

  /// Units by group, and those of which something is unknown.
  private struct Overlapping {
    var table: GroupTable<Counted>
    var unknownUnits = 0

    var groups: [Int] { table.groups { $0.units[Int(Tier.trace.rawValue)] > 0 } }
  }

  private static func overlapping(
    _ attribution: Attribution, _ view: RoleView, grouping: Grouping
  ) -> Overlapping {
    let role = view.role
    var result = Overlapping(table: GroupTable(grouping, empty: Counted()))
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
          result.table[group].units[weaker] += number
        }
        result.table[group].weight.add(unit.weight, over: 1, times: number)
        if isUnknown { result.table[group].unknownToo += number }
      }
    }
    return result
  }
}
