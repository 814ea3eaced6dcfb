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
  /// - Complexity: O(bindings).
  static func views(
    _ attribution: Attribution, _ population: Population, roles: [Role]
  ) -> [RoleView] {
    guard population.countsDomainsAlike else {
      return roles.map { RoleView(role: $0, population: population, kinds: nil) }
    }
    let table = attribution.snapshot.organisations
    var kinds = roles.map { Kinds($0) }
    population.forEachUnit { unit in
      guard let domain = unit.domains.first else { return }
      let bindings = attribution.bindings(of: domain)
      let country = table.word(.country, unit.organisation)
      for place in kinds.indices {
        kinds[place].add(unit, bindings, country) { attribution.bindings(of: $0) }
      }
    }
    return kinds.map {
      RoleView(role: $0.role, population: population, kinds: $0.found)
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

/// Tells the kinds of domains apart for one role.
private struct Kinds {
  let role: Role
  private(set) var found: [(unit: Population.Member, number: Int)] = []
  private var countries: [NameID] = []
  /// Places in `found`; those that nothing can be like are not in it.
  private var table = PlaceTable()

  init(_ role: Role) { self.role = role }

  mutating func add(
    _ unit: Population.Member, _ bindings: ArraySlice<Binding>, _ country: NameID,
    bindingsOf: (DomainIndex) -> ArraySlice<Binding>
  ) {
    guard let hash = hash(bindings, country) else {
      append(unit, country)
      return
    }
    let known = table.find(hash) { place in
      guard countries[place] == country, let other = found[place].unit.domains.first
      else { return false }
      return isAlike(bindings, bindingsOf(other))
    }
    if let known {
      found[known].number += 1
    } else {
      table.insert(found.count, hash: hash)
      append(unit, country)
    }
  }

  private mutating func append(_ unit: Population.Member, _ country: NameID) {
    found.append((unit, 1))
    countries.append(country)
  }

  /// nil where the domain serves itself.
  private func hash(_ bindings: ArraySlice<Binding>, _ country: NameID) -> UInt32? {
    var hash = PlaceTable.Hash(UInt64(country.rawValue))
    for binding in bindings where binding.role == role {
      if binding.status == .selfHosted { return nil }
      hash.combine(binding.countedBits)
    }
    return hash.value
  }

  private func isAlike(_ a: ArraySlice<Binding>, _ b: ArraySlice<Binding>) -> Bool {
    var other = b.startIndex
    for binding in a where binding.role == role {
      while other < b.endIndex, b[other].role != role { other += 1 }
      guard other < b.endIndex, b[other].countedBits == binding.countedBits else { return false }
      other += 1
    }
    while other < b.endIndex, b[other].role != role { other += 1 }
    return other == b.endIndex
  }
}
