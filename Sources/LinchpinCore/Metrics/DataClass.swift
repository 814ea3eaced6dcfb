/// What kind of data a holder holds; disclosure asks of each apart.
public enum DataClass: String, CaseIterable, Sendable {
  /// Mailbox, application, web origin.
  case contentAtRest
  /// Mail exchange, web edge, sender.
  case contentInTransit
  case identity
  /// DNS.
  case metadata
}

extension Role {
  /// The data that who serves the role holds; a certificate authority holds none.
  public var dataClass: DataClass? {
    switch self {
    case .mailbox, .application, .webOrigin: .contentAtRest
    case .mailExchange, .webEdge, .outboundSender: .contentInTransit
    case .identityTenant: .identity
    case .authoritativeDNS: .metadata
    case .certificateAuthority: nil
    }
  }
}

extension Exposure {
  /// How many units have data of one class with a holder under a legal order.
  public struct Holding: Sendable, Equatable {
    public var dataClass: DataClass
    /// Units with such a holder, whatever else is unknown.
    public var held = 0
    /// Units whose holders of such data are all known, none of them under it.
    public var none = 0
    public var unknown = 0
  }
}

extension Exposure.Holding {
  /// By legal order, one entry for each class of data that the study counts.
  ///
  /// A union: redundancy does not help. `none` needs every service of the class measured and
  /// attributed to a known law; applications, identity and senders exist only where somebody
  /// declared them or they left a trace.
  /// - Complexity: O(units × families), and the bindings of every profile once.
  static func measure(
    _ attribution: Attribution, _ population: Population, law: Grouping, jurisdictions: [Int],
    options: AssessmentOptions
  ) -> [[Self]] {
    let roles = options.selection.countedRoles
    let classes = DataClass.allCases.filter { kind in roles.contains { $0.dataClass == kind } }
    var holders = HolderTable(attribution, law, options)
    var result = jurisdictions.map { _ in classes.map { Self(dataClass: $0) } }
    population.forEachUnit { unit in
      for (place, kind) in classes.enumerated() {
        var union = HolderTable.Holders()
        for domain in unit.domains {
          union.formUnion(holders.holders(of: kind, domain, unit.organisation))
        }
        if unit.domains.isEmpty { union.isUnknown = true }
        for (order, jurisdiction) in jurisdictions.enumerated() {
          if union.laws.contains(jurisdiction) {
            result[order][place].held += 1
          } else if union.isUnknown {
            result[order][place].unknown += 1
          } else {
            result[order][place].none += 1
          }
        }
      }
    }
    return result
  }
}

/// Who holds data of a class, by profile of records, made when first asked for.
private struct HolderTable {
  /// The legal orders over the holders of some data.
  struct Holders {
    var laws: Set<Int> = []
    var isUnknown = false
    /// The body itself is one of them.
    var hasOwn = false

    mutating func formUnion(_ other: Holders) {
      laws.formUnion(other.laws)
      if other.isUnknown { isUnknown = true }
    }
  }

  private struct Key: Hashable {
    var kind: DataClass
    var family: RecordFamily
    var profile: UInt32
  }

  private let attribution: Attribution
  private let law: Grouping
  private let tier: Tier
  private let roles: RoleSet
  private var known: [Key: Holders] = [:]

  init(_ attribution: Attribution, _ law: Grouping, _ options: AssessmentOptions) {
    self.attribution = attribution
    self.law = law
    tier = options.tier
    roles = RoleSet(options.selection.countedRoles)
  }

  mutating func holders(
    of kind: DataClass, _ domain: DomainIndex, _ organisation: OrganisationIndex
  ) -> Holders {
    var union = Holders()
    for family in RecordFamily.allCases {
      let profile = attribution.profileNumber(family, of: domain)
      let key = Key(kind: kind, family: family, profile: profile)
      var found = known[key] ?? holders(key)
      known[key] = found
      if found.hasOwn {
        // The law of those who serve themselves is their own country's.
        let home = law.find(attribution.snapshot.organisations.country(organisation))
        if let home { found.laws.insert(home) } else { found.isUnknown = true }
      }
      union.formUnion(found)
    }
    return union
  }

  private func holders(_ key: Key) -> Holders {
    var found = Holders()
    let counted = Role.allCases.filter {
      $0.family == key.family && $0.dataClass == key.kind && roles.contains($0)
    }
    if counted.isEmpty { return found }
    let bindings = attribution.bindings(key.family, ofProfile: key.profile)
    if !key.family.askedRoles.isEmpty, !attribution.isAsked(key.family, key.profile) {
      found.isUnknown = true
    }
    for binding in bindings where counted.contains(binding.role) && binding.tier <= tier {
      switch binding.status {
      case .absent: continue
      case .selfHosted: found.hasOwn = true
      case .unattributed, .hidden, .failed, .notMeasured: found.isUnknown = true
      case .attributed:
        guard let provider = binding.provider else { continue }
        if !law.areAll(ofProvider: provider) { found.isUnknown = true }
        found.laws.formUnion(law.groups(ofProvider: provider))
      }
    }
    return found
  }
}
