/// Turns patterns into profiles once all domains are known: the second half of attribution.
///
/// A host's owner can be an organisation of the input, and its zone a measured domain. Patterns that
/// touch neither mean the same for every domain; the others are looked at domain by domain.
struct PatternResolver {
  private let snapshot: Snapshot
  private let rules: Rules
  private let patterns: PatternWriter
  private let surroundings: Surroundings
  private(set) var providers: ProviderTable
  private(set) var tables = RecordFamily.allCases.map { _ in ProfileTable() }
  private(set) var columns: [PatternColumn]

  /// Stand for a pattern not looked at yet, and for one that hangs on the domain that has it.
  private static let unresolved = UInt32.max
  private static let particular = UInt32.max - 1

  /// Resolves the patterns of every domain.
  /// - Complexity: O(domains + records of distinct patterns), and O(records) of those domains whose
  ///   hosts lie about measured or listed names.
  init(_ patterns: PatternWriter, _ surroundings: Surroundings) {
    snapshot = surroundings.snapshot
    self.surroundings = surroundings
    self.patterns = patterns
    rules = patterns.rules
    providers = ProviderTable(rules)
    columns = patterns.columns
    for family in RecordFamily.allCases { resolve(family) }
  }

  private mutating func resolve(_ family: RecordFamily) {
    let patterns = self.patterns.columns[family.rawValue].numbers
    var profiles = PatternColumn()
    profiles.reserve(patterns.count)
    // Pattern 0 and its profile stand for what was never asked.
    _ = intern(0, family, for: nil)
    var known = ContiguousArray<UInt32>(
      repeating: Self.unresolved, count: self.patterns.tables[family.rawValue].count)
    for (index, pattern) in patterns.enumerated() {
      let place = Int(pattern)
      if known[place] == Self.unresolved { known[place] = profile(of: pattern, family) }
      let domain = DomainIndex(index)
      profiles[domain] =
        known[place] == Self.particular ? intern(pattern, family, for: domain) : known[place]
    }
    columns[family.rawValue] = profiles
  }

  /// The profile of a pattern that means the same for every domain.
  private mutating func profile(of pattern: UInt32, _ family: RecordFamily) -> UInt32 {
    let facts = patterns.tables[family.rawValue].facts(of: pattern)
    return facts.contains(where: surroundings.isParticular)
      ? Self.particular : intern(pattern, family, for: nil)
  }

  private mutating func intern(
    _ pattern: UInt32, _ family: RecordFamily, for domain: DomainIndex?
  ) -> UInt32 {
    let table = patterns.tables[family.rawValue]
    var facts: [ProfileFact] = []
    for (position, fact) in table.facts(of: pattern).enumerated() {
      var resolved = ProfileFact(kind: fact.kind, rank: fact.rank, role: fact.role)
      resolved.outcome = outcome(of: fact, for: domain)
      if let domain { resolved.zone = zone(of: fact, position, family, for: domain) }
      facts.append(resolved)
    }
    if family == .nameServers { Attributor.groupBranded(&facts, providers) }
    if family == .mail || family == .web { Attributor.setAsideParked(&facts, providers) }
    let profile = Profile(facts: facts, head: table.head(of: pattern))
    let known = providers
    return tables[family.rawValue].intern(profile) { profile in
      Attributor.bindings(family, of: profile, known)
    }
  }

  // MARK: Owners

  private mutating func outcome(of fact: PatternFact, for domain: DomainIndex?) -> Outcome? {
    switch fact.party {
    case .nobody:
      return fact.kind == .a || fact.kind == .aaaa ? address(fact.network) : nil
    case .catalogued: return Outcome(status: .attributed, provider: Int(fact.number))
    case .suffix: return Outcome(status: .unattributed, reason: .noRegistrableDomain)
    case .own: return own(fact)
    case .registrable:
      let owner = surroundings.owner(ofRegistrable: fact.number)
      if let domain, surroundings.isOwn(fact.number, of: domain) { return own(fact) }
      if let owner {
        return Outcome(status: .attributed, provider: providers.organisation(owner, snapshot))
      }
      if fact.kind == .ns, let provider = nameServerOperator(fact.network) {
        return Outcome(status: .attributed, provider: provider)
      }
      let name = patterns.registrables.string(NameID(rawValue: fact.number))
      return Outcome(status: .attributed, provider: providers.domain(name))
    }
  }

  /// An own name on a rented machine is the hoster's; with no network known it proves nothing.
  private func own(_ fact: PatternFact) -> Outcome {
    // The addresses behind an own include are not in the record.
    if fact.kind == .spfInclude || fact.network == NetworkLists.none {
      return Outcome(status: .unattributed, reason: .ownNameOnly)
    }
    if fact.network == NetworkLists.addressOnly {
      return Outcome(status: .unattributed, reason: .noNetwork)
    }
    let systems = patterns.networks[fact.network]
    let hosting = systems.compactMap { rules.index.networks[$0] }.filter { $0.kind == .hosting }
    guard let first = hosting.first else { return Outcome(status: .selfHosted) }
    if hosting.count == systems.count, hosting.allSatisfy({ $0.provider == first.provider }) {
      return Outcome(status: .attributed, provider: first.provider)
    }
    return Outcome(status: .unattributed, reason: .unknownHostingNetwork)
  }

  /// The operator of a network whose name servers are all its own, whatever brand their names bear.
  private func nameServerOperator(_ network: UInt32) -> Int? {
    let known = patterns.networks[network].map { rules.index.networks[$0] }
    guard let first = known.first ?? nil, first.role == .authoritativeDNS,
      known.allSatisfy({ $0?.provider == first.provider && $0?.role == first.role })
    else { return nil }
    return first.provider
  }

  /// The network that announces an address of the domain itself; the mail family's own address
  /// stands for "there is one".
  private func address(_ network: UInt32) -> Outcome? {
    guard let system = patterns.networks[network].first else {
      return Outcome(status: .unattributed, reason: .noNetwork)
    }
    guard let known = rules.index.networks[system] else {
      return Outcome(status: .unattributed, reason: .networkNotInCatalogue)
    }
    return known.kind == .access
      ? Outcome(status: .selfHosted)
      : Outcome(status: .attributed, provider: known.provider)
  }

  // MARK: Zones

  /// The measured zone that a host's name lies in and whose DNS it needs.
  private func zone(
    of fact: PatternFact, _ position: Int, _ family: RecordFamily, for domain: DomainIndex
  ) -> DomainIndex? {
    guard let use = HostUse(fact.kind), use.isHost, fact.kind != .soa else { return nil }
    if !snapshot.keepsRecords {
      let zone = fact.party == .own ? nil : surroundings.zone(of: fact)
      return zone == domain ? nil : zone
    }
    let numbers = snapshot.factNumbers(of: family, for: domain)
    guard position < numbers.count else { return nil }
    let host = snapshot.fact(numbers[position]).value
    return snapshot.zoneNeeded(by: host, for: domain, fact.kind)
  }
}

extension Snapshot {
  /// The measured zone of a host's name: always for mail exchangers and aliases, for name servers
  /// unless the parent carries their address or they lie in the zone they serve.
  func zoneNeeded(by host: NameID, for domain: DomainIndex, _ kind: RecordKind) -> DomainIndex? {
    guard let zone = zone(of: host), zone != domain else { return nil }
    if kind != .ns { return zone }
    if hostAddresses[host] != nil { return nil }
    var above = parent(of: zone)
    while let next = above {
      if next == domain { return nil }
      above = parent(of: next)
    }
    return zone
  }

  /// The records of one family, in the order in which its patterns have them.
  func factNumbers(of family: RecordFamily, for domain: DomainIndex) -> [Int] {
    let all = facts(of: domain)
    var numbers = all.filter { kind(ofFact: $0).family == family }
    if family == .mail, !numbers.contains(where: { kind(ofFact: $0) == .mx }) {
      let address = all.first { kind(ofFact: $0) == .a || kind(ofFact: $0) == .aaaa }
      if let address { numbers.append(address) }
    }
    return numbers
  }
}
