/// Web: the edge that answers visitors, and the origin behind it.
extension Attributor {
  mutating func attributeWeb() {
    attributeAliases()
    let edge = found.first { $0.role == .webEdge && $0.status == .attributed }
    if let edge {
      // What stands behind an edge is not in DNS.
      if !found.contains(where: { $0.role == .webOrigin }) {
        bind(
          .webOrigin, to: Outcome(status: .hidden, reason: .behindEdge), tier: .routing,
          evidence: edge.evidence, rank: 0)
      }
    } else if !found.contains(where: { $0.reason == .parked }) {
      attributeAddresses()
    }
    if !found.contains(where: { $0.role == .webOrigin }) {
      close(.webOrigin, .address, tier: .routing)
    }
    let cname = status(of: .cname)
    if edge == nil, cname != .notMeasured {
      let status: BindingStatus = cname == .failed ? .failed : .absent
      bind(.webEdge, to: Outcome(status: status), tier: .routing, evidence: nil, rank: 0)
    }
  }

  /// An alias to somebody else's name: what its signature proves, else the origin. An own name as
  /// target says nothing of who runs it.
  private mutating func attributeAliases() {
    for (position, fact) in records(.cname) {
      guard let outcome = fact.outcome else { continue }
      if outcome.status == .absent {
        bind(.webOrigin, to: outcome, tier: .routing, evidence: position, rank: 0)
      }
      guard outcome.provider != nil else { continue }
      bind(fact.role ?? .webOrigin, to: outcome, tier: .routing, evidence: position, rank: 0)
    }
  }

  /// The networks that announce the domain's addresses.
  private mutating func attributeAddresses() {
    for (position, fact) in records(.a, .aaaa) {
      guard let outcome = fact.outcome else { continue }
      bind(.webOrigin, to: outcome, tier: .routing, evidence: position, rank: 0)
    }
  }
}
