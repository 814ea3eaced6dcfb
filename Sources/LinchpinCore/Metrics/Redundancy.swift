/// How many units hang on a single operator in one role, and how many have a second one.
///
/// A second name of the same owner is no second operator: count at the level of companies, or of
/// jurisdictions, to see it.
public struct Redundancy: Sendable, Equatable {
  public var role: Role
  public var level: GroupLevel
  public var unit: Unit
  public var by: Cut?
  /// Units of which every domain has one and the same known operator.
  public var one: Int
  /// Units with two known operators or more.
  public var several: Int
  /// Units with one known operator at most, and something unknown beside it.
  public var unknown: Int
  /// Units without the service.
  public var absent: Int
  public var of: Int

  /// one / of, 0–1; nil below 30 units.
  public var share: Double? {
    of < Share.smallestPopulation ? nil : Double(one) / Double(of)
  }

  /// - Complexity: O(bindings of the role).
  static func measure(
    _ attribution: Attribution, _ view: RoleView, grouping: Grouping, tier: Tier, by cut: Cut?
  ) -> Redundancy {
    let role = view.role
    let population = view.population
    var result = Redundancy(
      role: role, level: grouping.level, unit: population.unit, by: cut, one: 0, several: 0,
      unknown: 0, absent: 0, of: population.count)
    var parts: [Binding] = []
    var first: GroupList?
    var hasSeveral = false
    view.forEachUnit { unit, number in
      first = nil
      hasSeveral = false
      var isUnknown = unit.domains.isEmpty
      for domain in unit.domains {
        let isMeasured = attribution.bindings(role.family, of: domain).contains {
          $0.role == role
        }
        if !isMeasured { isUnknown = true }
        attribution.collect(&parts, role, domain, tier, primaryOnly: false)
        for part in parts {
          let found = grouping.groups(of: part, unit.organisation)
          if found.isEmpty {
            isUnknown = true
          } else if let known = first {
            if !known.elementsEqual(found) { hasSeveral = true }
          } else {
            first = found
          }
        }
      }
      if hasSeveral {
        result.several += number
      } else if isUnknown {
        result.unknown += number
      } else if first == nil {
        result.absent += number
      } else {
        result.one += number
      }
    }
    return result
  }
}
