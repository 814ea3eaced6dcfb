/// DNS: who runs the name servers of the domain's zone.
extension Attributor {
  mutating func attributeNameServers(of domain: DomainIndex) {
    let start = found.count
    var rank = 0
    for number in snapshot.facts(of: domain) {
      let fact = snapshot.fact(number)
      guard fact.kind == .ns else { continue }
      let server = resolver.resolve(fact.value, .nameServer, for: domain)
      let result = outcome(server, host: fact.value, asn: fact.asn)
      outcomes[number] = result
      bind(.authoritativeDNS, to: result, tier: .routing, evidence: number, rank: rank)
      rank += 1
    }
    if found.count == start { close(.authoritativeDNS, .ns, of: domain, tier: .routing) }
  }
}
