/// A set of legal orders by group number: two letters make 676 codes at most.
struct LawSet: Equatable {
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
  /// For each legal order, how many units have how much of their data within its reach.
  ///
  /// Content services are mail, web and applications; identity and DNS are metadata. `none` needs
  /// every relevant service measured and attributed to a known law.
  /// - Complexity: O(bindings + units × legal orders).
  static func measure(
    _ attribution: Attribution, _ population: Population, law: Grouping, jurisdictions: [Int],
    options: AssessmentOptions
  ) -> [Self] {
    var result = Array(repeating: Self(), count: jurisdictions.count)
    let counted = RoleSet(options.selection.countedRoles)
    let services = [Service.mail, .web, .application, .identity, .dns].map { service in
      ServiceRoles(
        service: service,
        roles: RoleSet.of(service).intersection(counted)
          .subtracting(RoleSet(.certificateAuthority)))
    }.filter { !$0.roles.isEmpty }
    population.forEachUnit { unit in
      let view = Holders(
        attribution, unit, law: law, tier: options.tier, services)
      for (index, jurisdiction) in jurisdictions.enumerated() {
        view.count(jurisdiction, into: &result[index])
      }
    }
    return result
  }

  /// The roles of one service that the study counts.
  private struct ServiceRoles {
    var service: Service
    var roles: RoleSet

    /// Applications exist only where somebody declared them, identity only where it left a trace.
    var isOptional: Bool { service == .application || service == .identity }
    /// Traces and targets say nothing about who receives the mail.
    var decisive: RoleSet {
      service == .mail && roles.contains(.mailExchange) ? RoleSet(.mailExchange) : roles
    }
    var isMetadata: Bool { service == .identity || service == .dns }
  }

  /// Which legal orders reach the holders of one unit's data.
  private struct Holders {
    /// Legal orders with a holder in every content service, and in at least one.
    var everyContent = LawSet.everything
    var anyContent = LawSet()
    var metadata = LawSet()
    var hasContent = false
    var isUnknown = false

    init(
      _ attribution: Attribution, _ unit: Population.Member, law: Grouping, tier: Tier,
      _ services: [ServiceRoles]
    ) {
      if unit.domains.isEmpty { isUnknown = true }
      for domain in unit.domains {
        let bindings = attribution.bindings(of: domain)
        for service in services { add(service, bindings, unit.organisation, law, tier) }
      }
    }

    private mutating func add(
      _ service: ServiceRoles, _ bindings: ArraySlice<Binding>,
      _ organisation: OrganisationIndex, _ law: Grouping, _ tier: Tier
    ) {
      var reach = LawSet()
      var isThere = false
      var isMeasured = false
      for binding in bindings where service.roles.contains(binding.role) {
        if service.decisive.contains(binding.role) { isMeasured = true }
        if binding.status == .absent || binding.tier > tier { continue }
        isThere = true
        let groups = law.groups(of: binding, organisation)
        if groups.isEmpty { isUnknown = true }
        for group in groups { reach.insert(group) }
      }
      if !isMeasured, !service.isOptional { isUnknown = true }
      guard isThere else { return }
      if service.isMetadata {
        metadata.formUnion(reach)
      } else {
        hasContent = true
        anyContent.formUnion(reach)
        everyContent.formIntersection(reach)
      }
    }

    /// A known hit beats unknown, unknown beats none.
    func count(_ jurisdiction: Int, into result: inout Exposure.Disclosure) {
      if hasContent, everyContent.contains(jurisdiction) {
        result.all += 1
      } else if anyContent.contains(jurisdiction) {
        result.some += 1
      } else if metadata.contains(jurisdiction) {
        result.metadata += 1
      } else if isUnknown {
        result.unknown += 1
      } else {
        result.none += 1
      }
    }
  }
}
