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
        for (kind, number) in holdings.kinds.count(in: population).enumerated() where number > 0 {
          count(holdings.holders[kind], times: number)
        }
      } else {
        population.forEachUnit { unit in
          var holders = Holders()
          for domain in unit.domains { holders.add(holdings.holders[holdings.kinds[domain]]) }
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

/// The roles of one service that a study counts, with the families that tell of them.
private struct ServiceRoles {
  var service: Service
  var roles: RoleSet
  var families: [RecordFamily]

  /// Traces and targets say nothing about who receives the mail.
  var decisive: RoleSet {
    service == .mail && roles.contains(.mailExchange) ? RoleSet(.mailExchange) : roles
  }

  static func counted(by selection: Selection) -> [ServiceRoles] {
    let counted = RoleSet(selection.countedRoles)
    return [Service.mail, .web, .application, .identity, .dns].map { service in
      let roles = RoleSet.of(service).intersection(counted)
        .subtracting(RoleSet(.certificateAuthority))
      let families = RecordFamily.allCases.filter { family in
        Role.allCases.contains { roles.contains($0) && $0.family == family }
      }
      return ServiceRoles(service: service, roles: roles, families: families)
    }.filter { !$0.roles.isEmpty }
  }

  /// What the bindings of one of its families say.
  func holding(_ bindings: ArraySlice<Binding>, law: Grouping, _ tier: Tier) -> Holding {
    var holding = Holding()
    for binding in bindings where roles.contains(binding.role) {
      if decisive.contains(binding.role) { holding.isMeasured = true }
      if binding.status == .absent || binding.tier > tier { continue }
      holding.isThere = true
      if binding.status == .selfHosted {
        holding.hasOwn = true
        continue
      }
      guard let provider = binding.provider else {
        holding.isUnknown = true
        continue
      }
      if !law.areAll(ofProvider: provider) { holding.isUnknown = true }
      for group in law.groups(ofProvider: provider) { holding.reach.insert(group) }
    }
    return holding
  }
}

/// Domains by who holds their data: a million of them are of a few hundred kinds.
private struct Holdings {
  let kinds: DomainKinds
  /// By kind.
  let holders: [Holders]

  init(_ attribution: Attribution, law: Grouping, _ options: AssessmentOptions) {
    let services = ServiceRoles.counted(by: options.selection)
    var found: [[Holding?]] = []
    let classes = RecordFamily.allCases.map { family in
      var numbering = Numbering<Holding?>()
      let service = services.first { $0.families.contains(family) }
      let ofProfile = (0..<UInt32(attribution.profileCount(family))).map { profile in
        numbering.number(
          of: service?.holding(
            attribution.bindings(family, ofProfile: profile), law: law, options.tier))
      }
      found.append(numbering.values)
      return DomainKinds.Classes(
        ofProfile: ContiguousArray(ofProfile), count: numbering.values.count)
    }
    var kinds = DomainKinds(attribution, classes: classes)
    let snapshot = attribution.snapshot
    // The law of those who serve themselves is their own country's.
    let hasOwn = kinds.kinds.map { kind in
      found.indices.contains { found[$0][Int(kind[$0])]?.hasOwn ?? false }
    }
    let countries = kinds.split(hasOwn) { domain in
      snapshot.organisations.word(.country, snapshot.organisation(of: domain)).rawValue
    }
    self.kinds = kinds
    holders = zip(kinds.kinds, countries).map { kind, country in
      let word = country.map { snapshot.organisations.string(NameID(rawValue: $0)) }
      let home = word.flatMap { law.find($0) }
      var holders = Holders()
      for service in services {
        let parts = service.families.compactMap { family -> Holding? in
          var holding = found[family.rawValue][Int(kind[family.rawValue])]
          if holding?.hasOwn ?? false {
            if let home { holding?.reach.insert(home) } else { holding?.isUnknown = true }
          }
          return holding
        }
        holders.add(service.service, parts)
      }
      return holders
    }
  }
}
