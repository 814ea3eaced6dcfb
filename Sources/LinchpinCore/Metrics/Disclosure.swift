/// A set of legal orders by group number: two letters make 676 codes at most.
struct LawSet: Hashable {
  private var bits = SIMD16<UInt64>(repeating: 0)

  static let everything: LawSet = {
    var set = LawSet()
    set.bits = SIMD16(repeating: .max)
    return set
  }()

  func contains(_ law: Int) -> Bool { bits[law >> 6] >> UInt64(law & 63) & 1 == 1 }
  mutating func insert(_ law: Int) { bits[law >> 6] |= 1 << UInt64(law & 63) }
  mutating func formUnion(_ other: LawSet) { bits |= other.bits }
  mutating func formIntersection(_ other: LawSet) { bits &= other.bits }
}

extension Exposure.Disclosure {
  /// For each legal order, how many units of each population have how much of their data within
  /// its reach.
  ///
  /// Content services are mail, web and applications; identity and DNS are metadata. `none` needs
  /// every relevant service measured and attributed to a known law.
  /// - Complexity: O(domains + units × legal orders).
  static func measure(
    _ attribution: Attribution, _ populations: [Population], law: Grouping, jurisdictions: [Int],
    options: AssessmentOptions
  ) -> [[Self]] {
    let holdings = Holdings(attribution, law: law, options)
    return populations.map { population in
      var result = Array(repeating: Self(), count: jurisdictions.count)
      func count(_ holders: Holders, times number: Int) {
        for (index, jurisdiction) in jurisdictions.enumerated() {
          holders.count(jurisdiction, times: number, into: &result[index])
        }
      }
      if population.unit == .domain {
        for (kind, number) in holdings.countKinds(of: population).enumerated() where number > 0 {
          count(holdings.kinds[kind], times: number)
        }
      } else {
        population.forEachUnit { unit in
          var holders = Holders()
          for domain in unit.domains { holders.add(holdings.kinds[holdings.kind(of: domain)]) }
          if unit.domains.isEmpty { holders.isUnknown = true }
          count(holders, times: 1)
        }
      }
      return result
    }
  }
}

/// Which legal orders reach the holders of a unit's data.
private struct Holders {
  /// Legal orders with a holder in every content service, and in at least one.
  private var everyContent = LawSet.everything
  private var anyContent = LawSet()
  private var metadata = LawSet()
  private var hasContent = false
  var isUnknown = false

  /// Adds one service of a domain.
  mutating func add(_ service: Service, _ parts: [Holding]) {
    var reach = LawSet()
    var isThere = false
    var isMeasured = false
    for part in parts {
      if part.isUnknown { isUnknown = true }
      if part.isThere { isThere = true }
      if part.isMeasured { isMeasured = true }
      reach.formUnion(part.reach)
    }
    // Applications exist only where somebody declared them, identity only where it left a trace.
    if !isMeasured, service != .application, service != .identity { isUnknown = true }
    guard isThere else { return }
    if service == .identity || service == .dns {
      metadata.formUnion(reach)
    } else {
      hasContent = true
      anyContent.formUnion(reach)
      everyContent.formIntersection(reach)
    }
  }

  mutating func add(_ other: Holders) {
    everyContent.formIntersection(other.everyContent)
    anyContent.formUnion(other.anyContent)
    metadata.formUnion(other.metadata)
    if other.hasContent { hasContent = true }
    if other.isUnknown { isUnknown = true }
  }

  /// A known hit beats unknown, unknown beats none.
  func count(
    _ jurisdiction: Int, times number: Int, into result: inout Exposure.Disclosure
  ) {
    if hasContent, everyContent.contains(jurisdiction) {
      result.all += number
    } else if anyContent.contains(jurisdiction) {
      result.some += number
    } else if metadata.contains(jurisdiction) {
      result.metadata += number
    } else if isUnknown {
      result.unknown += number
    } else {
      result.none += number
    }
  }
}

/// What the records of one family say of who holds data of a service.
private struct Holding: Hashable {
  var reach = LawSet()
  /// The organisation itself is a holder: its own country's law.
  var hasOwn = false
  var isUnknown = false
  var isThere = false
  var isMeasured = false
}

/// Domains by who holds their data: a million of them are of a few hundred kinds.
private struct Holdings {
  private(set) var kinds: [Holders] = []
  private var column: ContiguousArray<UInt32> = []

  /// The roles of one service that the study counts, with the families that tell of them.
  private struct ServiceRoles {
    var service: Service
    var roles: RoleSet
    var families: [RecordFamily]
    /// Traces and targets say nothing about who receives the mail.
    var decisive: RoleSet {
      service == .mail && roles.contains(.mailExchange) ? RoleSet(.mailExchange) : roles
    }
  }

  init(_ attribution: Attribution, law: Grouping, _ options: AssessmentOptions) {
    let counted = RoleSet(options.selection.countedRoles)
    let services = [Service.mail, .web, .application, .identity, .dns].map { service in
      let roles = RoleSet.of(service).intersection(counted)
        .subtracting(RoleSet(.certificateAuthority))
      let families = Set(Role.allCases.filter { roles.contains($0) }.map(\.family))
      return ServiceRoles(
        service: service, roles: roles, families: families.sorted { $0.rawValue < $1.rawValue })
    }.filter { !$0.roles.isEmpty }
    // By service, then family: the class of every profile.
    var classes: [Holding] = []
    var numbers: [Holding: UInt32] = [:]
    let ofProfile = services.map { service in
      service.families.map { family in
        (0..<UInt32(attribution.profileCount(family))).map { profile -> UInt32 in
          let holding = Self.holding(
            attribution.bindings(family, ofProfile: profile), service.roles, service.decisive,
            law: law, options.tier)
          if let known = numbers[holding] { return known }
          numbers[holding] = UInt32(classes.count)
          classes.append(holding)
          return UInt32(classes.count - 1)
        }
      }
    }
    var kindNumbers: [Key: UInt32] = [:]
    var last: (key: Key, number: UInt32)?
    let snapshot = attribution.snapshot
    for domain in snapshot.domainIndices {
      var key = Key()
      var place = 0
      var hasOwn = false
      for (service, families) in zip(services, ofProfile) {
        for (family, profiles) in zip(service.families, families) {
          let number = profiles[Int(attribution.profileNumber(family, of: domain))]
          if classes[Int(number)].hasOwn { hasOwn = true }
          key.classes[place] = number
          place += 1
        }
      }
      if hasOwn {
        key.country =
          snapshot.organisations.word(.country, snapshot.organisation(of: domain)).rawValue + 1
      }
      if let last, last.key == key {
        column.append(last.number)
        continue
      }
      let number = kindNumbers[key] ?? UInt32(kinds.count)
      if kindNumbers.updateValue(number, forKey: key) == nil {
        kinds.append(Self.holders(key, services, classes, law, snapshot.organisations))
      }
      last = (key, number)
      column.append(number)
    }
  }

  /// A domain's classes in the order of services and families, and its country where that counts.
  private struct Key: Hashable {
    var classes = SIMD8<UInt32>(repeating: 0)
    var country: UInt32 = 0
  }

  func kind(of domain: DomainIndex) -> Int { Int(column[domain.index]) }

  func countKinds(of population: Population) -> [Int] {
    var counts = Array(repeating: 0, count: kinds.count)
    population.forEachDomain { counts[Int(column[$0.index])] += 1 }
    return counts
  }

  private static func holding(
    _ bindings: [Binding], _ roles: RoleSet, _ decisive: RoleSet, law: Grouping, _ tier: Tier
  ) -> Holding {
    var holding = Holding()
    for binding in bindings where roles.contains(binding.role) {
      if decisive.contains(binding.role) { holding.isMeasured = true }
      if binding.status == .absent || binding.tier > tier { continue }
      holding.isThere = true
      if binding.status == .selfHosted {
        holding.hasOwn = true
        continue
      }
      let groups = binding.provider.map { law.groups(ofProvider: $0) } ?? .none
      if groups.isEmpty { holding.isUnknown = true }
      for group in groups { holding.reach.insert(group) }
    }
    return holding
  }

  private static func holders(
    _ key: Key, _ services: [ServiceRoles], _ classes: [Holding], _ law: Grouping,
    _ organisations: OrganisationTable
  ) -> Holders {
    let country = key.country == 0 ? nil : NameID(rawValue: key.country - 1)
    let home = country.flatMap { law.find(organisations.string($0)) }
    var holders = Holders()
    var place = 0
    for service in services {
      let parts = service.families.map { _ -> Holding in
        var holding = classes[Int(key.classes[place])]
        place += 1
        if holding.hasOwn {
          if let home { holding.reach.insert(home) } else { holding.isUnknown = true }
        }
        return holding
      }
      holders.add(service.service, parts)
    }
    return holders
  }
}
