/// DNS: who runs the name servers of the domain's zone.
extension Attributor {
  mutating func attributeNameServers() {
    for (place, (position, fact)) in records(.ns).enumerated() {
      guard let outcome = fact.outcome else { continue }
      let proof = fact.isGrouped ? records(.soa).first?.position : position
      bind(
        .authoritativeDNS, to: outcome, tier: fact.isGrouped ? .inferred : .routing,
        evidence: proof, rank: place)
    }
    if found.isEmpty { close(.authoritativeDNS, .ns, tier: .routing) }
  }

  /// Name servers under a brand of their own are those of the operator whose server the zone's SOA
  /// names first.
  ///
  /// Only where no server of the zone says otherwise: beside a known operator, or a server that is
  /// known to be the organisation's own, a primary elsewhere may be what it seems, somebody else's.
  static func groupBranded(_ facts: inout [ProfileFact], _ providers: ProviderTable) {
    guard let start = facts.first(where: { $0.kind == .soa })?.outcome,
      let known = start.provider, providers.isCatalogued(known)
    else { return }
    let servers = facts.indices.filter { facts[$0].kind == .ns }
    guard servers.allSatisfy({ facts[$0].outcome.map(providers.isBrand) ?? false }) else { return }
    for place in servers {
      facts[place].outcome = start
      facts[place].isGrouped = true
    }
  }
}

extension ProviderTable {
  func isCatalogued(_ provider: Int) -> Bool { provider < gateways.count }

  /// Whether a name server's name says nothing of who runs it: it is the organisation's own on an
  /// unknown machine, or known only by its registrable domain.
  fileprivate func isBrand(_ outcome: Outcome) -> Bool {
    guard let provider = outcome.provider else { return outcome.status == .unattributed }
    if case .domain = providers[provider].origin { return true }
    return false
  }
}
