/// Numbers groups, and sets of them, the same way in every state.
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
  private var members: ContiguousArray<Int32> = []
  private var ends: ContiguousArray<Int> = [0, 0]
  private var table = PlaceTable()
  private var unions: [UInt64: Int32] = [:]

  mutating func number(of group: Group) -> Int32 {
    if let known = numbers[group] { return known }
    let number = Int32(groups.count)
    groups.append(group)
    numbers[group] = number
    return number
  }

  /// The groups of a set, ascending; set 0 is empty.
  func groups(ofSet set: Int32) -> ContiguousArray<Int32>.SubSequence {
    members[ends[Int(set)]..<ends[Int(set) + 1]]
  }

  /// The number of a set of groups, given ascending.
  mutating func set(_ groups: [Int32]) -> Int32 {
    if groups.isEmpty { return 0 }
    var hash = PlaceTable.Hash(UInt64(groups.count))
    for group in groups { hash.combine(UInt64(group)) }
    let known = table.find(hash.value) { place in
      members[ends[place]..<ends[place + 1]].elementsEqual(groups)
    }
    if let known { return Int32(known) }
    let number = ends.count - 1
    table.insert(number, hash: hash.value)
    members.append(contentsOf: groups)
    ends.append(members.count)
    return Int32(number)
  }

  mutating func union(_ first: Int32, _ second: Int32) -> Int32 {
    if first == second || second == 0 { return first }
    if first == 0 { return second }
    let key = UInt64(min(first, second)) << 32 | UInt64(max(first, second))
    if let known = unions[key] { return known }
    let found = set(Set(groups(ofSet: first)).union(groups(ofSet: second)).sorted())
    unions[key] = found
    return found
  }
}

/// Which groups every unit of a state is bound to: what the lists of gained and lost come from.
///
/// The roles of one family of records never meet those of another, so each family has its own set.
struct Memberships {
  /// By family and unit: a set of the register.
  let sets: [ContiguousArray<Int32>]

  /// - Complexity: O(units × families); groups are looked up once for each profile.
  init(
    _ assessment: Assessment, _ register: inout MembershipRegister, units: JointUnits,
    at place: JointUnits.Place
  ) {
    let snapshot = assessment.snapshot
    let population = Population(snapshot, options: assessment.options)
    let roles = Set(assessment.coverage.map(\.role))
    let families = RecordFamily.allCases.filter { family in roles.contains { $0.family == family } }
    let numbers = units.numbers(of: snapshot, at: place)
    var sets = RecordFamily.allCases.map { family in
      ContiguousArray<Int32>(repeating: 0, count: families.contains(family) ? units.count : 0)
    }
    for family in families {
      var groups = ProfileGroups(family, roles, assessment)
      population.forEachUnit { unit in
        let number =
          unit.isDomain
          ? unit.domains.first.map { numbers[$0.index] } : numbers[unit.organisation.index]
        guard let number else { return }
        var found = sets[family.rawValue][Int(number)]
        for domain in unit.domains {
          found = register.union(found, groups.set(of: domain, unit.organisation, &register))
        }
        sets[family.rawValue][Int(number)] = found
      }
    }
    self.sets = sets
  }
}

/// The groups that the bindings of a profile count for.
private struct ProfileGroups {
  private let family: RecordFamily
  private let roles: Set<Role>
  private let attribution: Attribution
  private let options: AssessmentOptions
  private let groupings: [Grouping]
  /// By profile and the cut's word.
  private var known: [UInt64: Int32] = [:]
  private let servesItself: [Bool]

  init(_ family: RecordFamily, _ roles: Set<Role>, _ assessment: Assessment) {
    self.family = family
    self.roles = roles
    attribution = assessment.attribution
    options = assessment.options
    let law = LegalControl(attribution.rules.catalogue, asOf: assessment.asOf)
    groupings = assessment.options.levels.map { [attribution] in
      Grouping($0, attribution, law: law)
    }
    servesItself = (0..<UInt32(attribution.profileCount(family))).map { [attribution] profile in
      attribution.bindings(family, ofProfile: profile).contains { $0.status == .selfHosted }
    }
  }

  mutating func set(
    of domain: DomainIndex, _ organisation: OrganisationIndex,
    _ register: inout MembershipRegister
  ) -> Int32 {
    let profile = attribution.profileNumber(family, of: domain)
    let table = attribution.snapshot.organisations
    let word = options.by.map { table.word($0, organisation) }
    // An organisation that serves itself is a firm of its own.
    if servesItself[Int(profile)] { return make(profile, organisation, word, &register) }
    let key = UInt64(profile) << 32 | UInt64(word?.rawValue ?? 0)
    if let set = known[key] { return set }
    let set = make(profile, organisation, word, &register)
    known[key] = set
    return set
  }

  private func make(
    _ profile: UInt32, _ organisation: OrganisationIndex, _ word: NameID?,
    _ register: inout MembershipRegister
  ) -> Int32 {
    let cut = options.by.flatMap { dimension in
      word.map {
        Cut(dimension: dimension, value: attribution.snapshot.organisations.string($0))
      }
    }
    var numbers: Set<Int32> = []
    for binding in attribution.bindings(family, ofProfile: profile)
    where roles.contains(binding.role)
      && binding.tier <= max(options.tier, binding.role.strongestTier)
    {
      for grouping in groupings {
        for group in grouping.groups(of: binding, organisation) {
          let id = grouping.describe(group).id
          for cut in cut.map({ [nil, $0] }) ?? [nil] {
            numbers.insert(
              register.number(
                of: .init(role: binding.role, level: grouping.level, id: id, by: cut)))
          }
        }
      }
    }
    return register.set(numbers.sorted())
  }
}

/// Who came to which group between two states, and who left it; by group of the register.
struct MembershipChanges {
  private(set) var gained: [Int32: [String]] = [:]
  private(set) var lost: [Int32: [String]] = [:]

  init() {}

  /// - Complexity: O(units × families); names are read only of units that changed.
  init(
    from earlier: Memberships, to later: Memberships, _ register: MembershipRegister,
    _ units: JointUnits
  ) {
    for (was, now) in zip(earlier.sets, later.sets) {
      for unit in 0..<max(was.count, now.count) {
        let old = unit < was.count ? was[unit] : 0
        let new = unit < now.count ? now[unit] : 0
        if old == new { continue }
        let (before, after) = (
          Set(register.groups(ofSet: old)), Set(register.groups(ofSet: new))
        )
        let name = units.name(unit)
        for group in after.subtracting(before) { gained[group, default: []].append(name) }
        for group in before.subtracting(after) { lost[group, default: []].append(name) }
      }
    }
  }
}
