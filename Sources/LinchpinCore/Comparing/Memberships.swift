/// Numbers groups the same way in every state, so that states can be compared unit by unit.
struct MembershipRegister {
  struct Group: Hashable {
    var role: Role
    var level: GroupLevel
    var id: String
    var by: Cut?

    var measure: Measure { Measure(.share(role, level, group: id), by: by) }
  }

  private(set) var groups: [Group] = []
  private var numbers: [Group: Int32] = [:]

  mutating func number(of group: Group) -> Int32 {
    if let known = numbers[group] { return known }
    let number = Int32(groups.count)
    groups.append(group)
    numbers[group] = number
    return number
  }
}

/// Which groups every unit of a state is bound to: what the lists of gained and lost come from.
struct Memberships {
  /// By the unit's name: numbers of the register, ascending.
  let groups: [String: [Int32]]

  /// - Complexity: O(bindings).
  init(
    _ assessment: Assessment, _ register: inout MembershipRegister, successions: Successions
  ) {
    guard assessment.options.shareCount == .any else {
      groups = [:]
      return
    }
    let attribution = assessment.attribution
    let options = assessment.options
    let population = Population(assessment.snapshot, options: options)
    let law = LegalControl(attribution.rules.catalogue, asOf: assessment.asOf)
    let roles = Set(assessment.coverage.map(\.role))
    var numbering = options.levels.map {
      GroupNumbering(grouping: Grouping($0, attribution, law: law))
    }
    let table = assessment.snapshot.organisations
    var found: [String: [Int32]] = [:]
    population.forEachUnit { unit in
      let cut = options.by.map {
        Cut(dimension: $0, value: table.string(table.word($0, unit.organisation)))
      }
      var numbers: Set<Int32> = []
      for domain in unit.domains {
        for binding in attribution.bindings(of: domain)
        where roles.contains(binding.role)
          && binding.tier <= max(options.tier, binding.role.strongestTier)
        {
          for place in numbering.indices {
            numbering[place].insert(
              binding, unit.organisation, cut, into: &numbers, &register)
          }
        }
      }
      if numbers.isEmpty { return }
      let name =
        unit.isDomain
        ? unit.domains.first.map { assessment.snapshot.name(of: $0) } ?? ""
        : successions.successor(of: table.id(unit.organisation))
      found[name, default: []].append(contentsOf: numbers)
    }
    groups = found.mapValues { Set($0).sorted() }
  }

  /// Units that a group has here and had not before, and the other way round, by group.
  /// - Complexity: O(units).
  func changes(
    from earlier: Memberships
  ) -> (gained: [Int32: [String]], lost: [Int32: [String]]) {
    var gained: [Int32: [String]] = [:]
    var lost: [Int32: [String]] = [:]
    for (unit, now) in groups {
      let was = earlier.groups[unit] ?? []
      if was == now { continue }
      for group in Set(now).subtracting(was) { gained[group, default: []].append(unit) }
      for group in Set(was).subtracting(now) { lost[group, default: []].append(unit) }
    }
    for (unit, was) in earlier.groups where groups[unit] == nil {
      for group in was { lost[group, default: []].append(unit) }
    }
    return (gained.mapValues { $0.sorted() }, lost.mapValues { $0.sorted() })
  }
}

/// A grouping whose numbers are those of the register; looked up once a group and cut.
private struct GroupNumbering {
  struct Key: Hashable {
    var role: Role
    var group: Int
    var by: Cut?
  }

  let grouping: Grouping
  private var known: [Key: Int32] = [:]

  init(grouping: Grouping) { self.grouping = grouping }

  mutating func insert(
    _ binding: Binding, _ organisation: OrganisationIndex, _ cut: Cut?,
    into numbers: inout Set<Int32>, _ register: inout MembershipRegister
  ) {
    for group in grouping.groups(of: binding, organisation) {
      numbers.insert(number(binding.role, group, nil, &register))
      if let cut { numbers.insert(number(binding.role, group, cut, &register)) }
    }
  }

  private mutating func number(
    _ role: Role, _ group: Int, _ cut: Cut?, _ register: inout MembershipRegister
  ) -> Int32 {
    let key = Key(role: role, group: group, by: cut)
    if let number = known[key] { return number }
    let number = register.number(
      of: .init(
        role: role, level: grouping.level, id: grouping.describe(group).id, by: cut))
    known[key] = number
    return number
  }
}
