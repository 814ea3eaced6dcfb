/// DNS: who runs the name servers of the domain's zone.
extension Attributor {
  mutating func attributeNameServers() {
    for (place, (position, fact)) in records(.ns).enumerated() {
      guard let outcome = fact.outcome else { continue }
      bind(.authoritativeDNS, to: outcome, tier: .routing, evidence: position, rank: place)
    }
    if found.isEmpty { close(.authoritativeDNS, .ns, tier: .routing) }
  }
}
