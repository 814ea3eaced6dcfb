/// Walks the domains of a snapshot once and writes their bindings; one rule family per extension.
struct Attributor: Sendable {
  let snapshot: Snapshot
  let rules: Rules
  var resolver: OperatorResolver
  var bindings = BindingList()
  /// Whose host each MX and NS fact names; bindings keep one evidence, failures need every host.
  var outcomes: OutcomeColumn
  /// The bindings of the domain at hand; reused, so that a million domains allocate nothing.
  var found: [Binding] = []

  init(_ snapshot: Snapshot, _ rules: Rules) {
    self.snapshot = snapshot
    self.rules = rules
    resolver = OperatorResolver(snapshot, rules)
    outcomes = OutcomeColumn(count: snapshot.factCount)
    bindings.reserve(domains: snapshot.domainCount)
  }

  mutating func attribute(_ domain: DomainIndex) {
    found.removeAll(keepingCapacity: true)
    attributeMail(of: domain)
    attributeSenders(of: domain)
    attributeIdentity(of: domain)
    attributeNameServers(of: domain)
    attributeWeb(of: domain)
    attributeApplications(of: domain)
    bindings.append(found)
  }

  // MARK: What the rule families share

  /// Adds a binding, or strengthens the one this provider has in this role already.
  mutating func bind(
    _ role: Role, to outcome: Outcome, tier: Tier, evidence: Int?, rank: Int
  ) {
    let same = found.firstIndex {
      $0.role == role && $0.status == outcome.status && $0.provider == outcome.provider
        && $0.reason == outcome.reason
    }
    if let same {
      if tier < found[same].tier {
        found[same].tier = tier
        found[same].evidence = evidence
      }
      found[same].rank = min(found[same].rank, rank)
    } else {
      found.append(
        Binding(
          role: role, status: outcome.status, reason: outcome.reason, provider: outcome.provider,
          tier: tier, evidence: evidence, rank: rank))
    }
  }

  /// Says how a question without usable facts ended; a question never asked leaves no row.
  mutating func close(_ role: Role, _ question: Question, of domain: DomainIndex, tier: Tier) {
    let status: BindingStatus
    switch snapshot.status(of: question, for: domain) {
    case .notMeasured: return
    case .absent: status = .absent
    case .failed, .answered: status = .failed
    }
    bind(role, to: Outcome(status: status), tier: tier, evidence: nil, rank: 0)
  }

  /// What the operator of a host means for a binding, its network considered.
  func outcome(
    _ operator: OperatorResolver.Operator, host: NameID, asn: UInt32?, pooled: [UInt32] = []
  ) -> Outcome {
    switch `operator` {
    case .provider(let provider, _): return Outcome(status: .attributed, provider: provider)
    case .noRegistrableDomain:
      return Outcome(status: .unattributed, reason: .noRegistrableDomain)
    case .own: return ownHost(networks(of: host, asn: asn, pooled: pooled))
    }
  }

  /// An own name on a rented machine is the hoster's; with no network known it proves nothing.
  private func ownHost(_ networks: Networks) -> Outcome {
    switch networks {
    case .none: return Outcome(status: .unattributed, reason: .ownNameOnly)
    case .addressOnly: return Outcome(status: .unattributed, reason: .noNetwork)
    case .systems(let systems):
      let hosting = systems.compactMap { rules.index.networks[$0] }.filter { $0.kind == .hosting }
      guard let first = hosting.first else { return Outcome(status: .selfHosted) }
      if hosting.count == systems.count, hosting.allSatisfy({ $0.provider == first.provider }) {
        return Outcome(status: .attributed, provider: first.provider)
      }
      return Outcome(status: .unattributed, reason: .unknownHostingNetwork)
    }
  }

  private enum Networks {
    case none, addressOnly
    case systems([UInt32])
  }

  /// The AS numbers of a host, from the record itself, its addresses, or those its domain pools.
  private func networks(of host: NameID, asn: UInt32?, pooled: [UInt32]) -> Networks {
    if let asn { return .systems([asn]) }
    let addresses = snapshot.hostAddresses[host] ?? []
    var systems: [UInt32] = []
    for address in addresses {
      let text = snapshot.names.string(address.address)
      if let asn = address.asn ?? rules.networks?.asn(of: text), !systems.contains(asn) {
        systems.append(asn)
      }
    }
    if systems.isEmpty { systems = pooled }
    if !systems.isEmpty { return .systems(systems) }
    return addresses.isEmpty ? .none : .addressOnly
  }
}
