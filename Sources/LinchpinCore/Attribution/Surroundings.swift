/// What measured and listed names mean for hosts: which ends of host names have such names about
/// them, and who owns the registrable domains of uncatalogued hosts.
struct Surroundings {
  /// Another one of the same domains and organisations may take its place.
  var snapshot: Snapshot
  private let registrables: NameTable
  /// Whether a measured domain lies inside a measured zone.
  let hasNestedZones: Bool
  /// By end of host names: measured names end so too.
  private var isTouched: [Bool]
  /// By end of host names: the measured domain that is just this end.
  private var zones: [DomainIndex?]
  /// Whether a measured domain lies below the end of a host that another domain may use.
  private var hasDeeperNames = false
  /// Whether a measured domain is a public suffix, above hosts of any end.
  private var hasMeasuredSuffix = false
  /// By registrable domain: the organisation of the input that serves others with it.
  private var owners: [OrganisationIndex?]
  /// By registrable domain: the organisation of that measured domain.
  private var measuredOwners: [OrganisationIndex?]

  /// - Complexity: O(domains + registrable domains of hosts), a few hash probes each.
  init(_ patterns: PatternWriter, of snapshot: Snapshot) {
    self.snapshot = snapshot
    hasNestedZones = snapshot.domainIndices.contains { snapshot.parent(of: $0) != nil }
    registrables = patterns.registrables
    isTouched = Array(repeating: false, count: patterns.tails.count)
    zones = Array(repeating: nil, count: patterns.tails.count)
    owners = Array(repeating: nil, count: registrables.count)
    measuredOwners = owners
    for domain in snapshot.domainIndices { look(at: domain, patterns.tails) }
    for number in owners.indices { findOwner(of: number) }
  }

  private mutating func look(at domain: DomainIndex, _ tails: HostTails) {
    snapshot.withName(of: domain) { name in
      switch tails.find(name) {
      case .none: return
      case .suffix: hasMeasuredSuffix = true
      case .tail(let tail, let isWhole):
        isTouched[Int(tail.rawValue)] = true
        if isWhole { zones[Int(tail.rawValue)] = domain } else { hasDeeperNames = true }
      }
    }
  }

  private mutating func findOwner(of number: Int) {
    let name = registrables.string(NameID(rawValue: UInt32(number)))
    if let served = snapshot.find(domain: name) {
      let owner = snapshot.organisation(of: served)
      measuredOwners[number] = owner
      // A measured domain that nobody lists is an operator like any other.
      if snapshot.organisations.id(owner) != name {
        owners[number] = owner
        return
      }
    }
    switch snapshot.listing.match(name) {
    case .exact(let owner), .registrable(let owner, _): owners[number] = owner
    case .ambiguous, .none: return
    }
  }

  /// Whether every zone of a host can be told without the host's name.
  var areClear: Bool { !hasNestedZones && !hasDeeperNames && !hasMeasuredSuffix }

  /// Whether a record can mean something else for one domain than for another.
  func isParticular(_ fact: PatternFact) -> Bool {
    if hasMeasuredSuffix, fact.party != .nobody { return true }
    switch fact.party {
    case .nobody: return false
    // Where zones lie in zones, own hosts can need a deeper one.
    case .own: return hasNestedZones
    case .catalogued, .suffix: return isTouched(fact)
    case .registrable:
      let number = Int(fact.number)
      return isTouched(fact) || owners[number] != nil || measuredOwners[number] != nil
    }
  }

  /// The organisation that serves others with a registrable domain.
  func owner(ofRegistrable number: UInt32) -> OrganisationIndex? { owners[Int(number)] }

  /// Whether a registrable domain is that of a domain itself, or its organisation's.
  func isOwn(_ number: UInt32, of domain: DomainIndex) -> Bool {
    let organisation = snapshot.organisation(of: domain)
    if owners[Int(number)] == organisation || measuredOwners[Int(number)] == organisation {
      return true
    }
    return RegistrableDomain.of(snapshot.name(of: domain), in: snapshot.zone)
      == registrables.string(NameID(rawValue: number))
  }

  /// The measured zone of hosts with a fact's end, where no deeper name of that end is measured.
  func zone(of fact: PatternFact) -> DomainIndex? {
    guard fact.tail > 0, let zone = zones[Int(fact.tail) - 1],
      snapshot.status(of: .ns, for: zone) == .answered
    else { return nil }
    return zone
  }

  private func isTouched(_ fact: PatternFact) -> Bool {
    fact.tail > 0 && isTouched[Int(fact.tail) - 1]
  }
}
