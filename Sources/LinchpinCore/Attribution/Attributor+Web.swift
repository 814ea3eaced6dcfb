/// Web: the edge that answers visitors, and the origin behind it.
extension Attributor {
  mutating func attributeWeb(of domain: DomainIndex) {
    let start = found.count
    attributeAliases(of: domain)
    let edge = found[start...].first { $0.role == .webEdge && $0.status == .attributed }
    if let edge {
      // What stands behind an edge is not in DNS.
      if !found[start...].contains(where: { $0.role == .webOrigin }) {
        bind(
          .webOrigin, to: Outcome(status: .hidden, reason: .behindEdge), tier: .routing,
          evidence: edge.evidence, rank: 0)
      }
    } else {
      attributeAddresses(of: domain)
    }
    if !found[start...].contains(where: { $0.role == .webOrigin }) {
      close(.webOrigin, .address, of: domain, tier: .routing)
    }
    let cname = snapshot.status(of: .cname, for: domain)
    if edge == nil, cname != .notMeasured {
      let status: BindingStatus = cname == .failed ? .failed : .absent
      bind(.webEdge, to: Outcome(status: status), tier: .routing, evidence: nil, rank: 0)
    }
  }

  private mutating func attributeAliases(of domain: DomainIndex) {
    for number in snapshot.facts(of: domain) {
      let fact = snapshot.fact(number)
      guard fact.kind == .cname else { continue }
      switch resolver.resolve(fact.value, .alias, for: domain) {
      case .provider(let provider, let role):
        let isCatalogued = provider < rules.catalogue.providers.count
        bind(
          isCatalogued ? role : .webOrigin, to: Outcome(status: .attributed, provider: provider),
          tier: .routing, evidence: number, rank: 0)
      case .own, .noRegistrableDomain: continue
      }
    }
  }

  /// The networks that announce the domain's addresses.
  private mutating func attributeAddresses(of domain: DomainIndex) {
    for number in snapshot.facts(of: domain) {
      let fact = snapshot.fact(number)
      guard fact.kind == .a || fact.kind == .aaaa else { continue }
      let asn = fact.asn ?? rules.networks?.asn(of: snapshot.names.string(fact.value))
      let result: Outcome
      if let asn {
        if let network = rules.index.networks[asn] {
          let isAccess = network.kind == .access
          result =
            isAccess
            ? Outcome(status: .selfHosted)
            : Outcome(status: .attributed, provider: network.provider)
        } else {
          result = Outcome(status: .unattributed, reason: .networkNotInCatalogue)
        }
      } else {
        result = Outcome(status: .unattributed, reason: .noNetwork)
      }
      bind(.webOrigin, to: result, tier: .routing, evidence: number, rank: 0)
    }
  }
}
