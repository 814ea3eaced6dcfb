/// Outbound mail: whom the SPF policy authorises to send; a trace and nothing more.
extension Attributor {
  mutating func attributeSenders(of domain: DomainIndex) {
    let start = found.count
    var policy: Int?
    var rank = 0
    for number in snapshot.facts(of: domain) {
      let fact = snapshot.fact(number)
      if fact.kind == .spf { policy = number }
      guard fact.kind == .spfInclude else { continue }
      let sender = resolver.resolve(fact.value, .sender, for: domain)
      // The addresses behind an own include are not in the record: the name alone proves nothing.
      let result =
        sender == .own
        ? Outcome(status: .unattributed, reason: .ownNameOnly)
        : outcome(sender, host: fact.value, asn: nil)
      bind(.outboundSender, to: result, tier: .trace, evidence: number, rank: rank)
      rank += 1
    }
    if found.count > start { return }
    if let policy {
      bind(
        .outboundSender, to: Outcome(status: .unattributed, reason: .addressesOnly), tier: .trace,
        evidence: policy, rank: 0)
    } else {
      close(.outboundSender, .spf, of: domain, tier: .trace)
    }
  }
}
