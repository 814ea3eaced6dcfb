/// A population as one role sees it: of domains alike in all that is counted of the role one comes,
/// with the number of them all.
///
/// A million domains differ in a few ten thousand ways per role, so every metric after the first
/// look costs next to nothing. Counts are whole numbers, so what is printed does not change.
struct RoleView {
  let role: Role
  let population: Population
  /// One of each kind with how many there are; nil where every unit is asked by itself.
  private let kinds: [(unit: Population.Member, number: Int)]?

  /// The views of several roles.
  ///
  /// Organisations and weighted units are never alike, nor are domains that serve themselves:
  /// each of those is a firm of its own.
  /// - Complexity: O(domains) for each family of roles.
  static func views(
    _ attribution: Attribution, _ population: Population, roles: [Role]
  ) -> [RoleView] {
    guard population.countsDomainsAlike else {
      return roles.map { RoleView(role: $0, population: population, kinds: nil) }
    }
    var kinds: [RecordFamily: [(unit: Population.Member, number: Int)]] = [:]
    for family in Set(roles.map(\.family)) {
      kinds[family] = Kinds(family, attribution, population).found
    }
    return roles.map {
      RoleView(role: $0, population: population, kinds: kinds[$0.family])
    }
  }

  /// Every unit, or one of each kind, with how many it stands for.
  func forEachUnit(_ body: (Population.Member, Int) -> Void) {
    if let kinds {
      for kind in kinds { body(kind.unit, kind.number) }
    } else {
      population.forEachUnit { body($0, 1) }
    }
  }
}

/// Tells the kinds of domains apart for one family: by profile and by the organisation's country.
private struct Kinds {
  private(set) var found: [(unit: Population.Member, number: Int)] = []
  private var keys: ContiguousArray<UInt64> = []
  private var table = PlaceTable()

  init(_ family: RecordFamily, _ attribution: Attribution, _ population: Population) {
    let servesItself = (0..<UInt32(attribution.profileCount(family))).map { profile in
      attribution.bindings(family, ofProfile: profile).contains { $0.status == .selfHosted }
    }
    let snapshot = population.snapshot
    population.forEachDomain { domain in
      let profile = attribution.profileNumber(family, of: domain)
      let organisation = snapshot.organisation(of: domain)
      if servesItself[Int(profile)] {
        append(domain, organisation, key: .max)
      } else {
        let country = snapshot.organisations.word(.country, organisation)
        add(domain, organisation, UInt64(profile) << 32 | UInt64(country.rawValue))
      }
    }
    // In the order in which their bindings stand in memory.
    let order = keys.indices.sorted { keys[$0] < keys[$1] }
    found = order.map { found[$0] }
  }

  private mutating func add(
    _ domain: DomainIndex, _ organisation: OrganisationIndex, _ key: UInt64
  ) {
    var hash = PlaceTable.Hash(0)
    hash.combine(key)
    if let known = table.find(hash.value, where: { keys[$0] == key }) {
      found[known].number += 1
    } else {
      table.insert(found.count, hash: hash.value)
      append(domain, organisation, key: key)
    }
  }

  private mutating func append(
    _ domain: DomainIndex, _ organisation: OrganisationIndex, key: UInt64
  ) {
    let unit = Population.Member(
      organisation: organisation, domains: [domain], weight: 1, isDomain: true)
    found.append((unit, 1))
    keys.append(key)
  }
}
