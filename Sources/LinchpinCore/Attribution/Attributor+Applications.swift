/// Declared applications: a patient portal, an EHR, named by whoever supplied the input.
extension Attributor {
  mutating func attributeApplications(of domain: DomainIndex) {
    let start = found.count
    for number in snapshot.facts(of: domain) {
      let fact = snapshot.fact(number)
      guard fact.kind == .application else { continue }
      let name = snapshot.names.string(fact.value)
      let result =
        rules.index.providers[name].map { Outcome(status: .attributed, provider: $0) }
        ?? Outcome(status: .unattributed, reason: .networkNotInCatalogue)
      bind(.application, to: result, tier: .routing, evidence: number, rank: 0)
    }
    if found.count == start { close(.application, .application, of: domain, tier: .routing) }
  }
}
