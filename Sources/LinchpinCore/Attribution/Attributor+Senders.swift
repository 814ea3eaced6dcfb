/// Outbound mail: whom the SPF policy authorises to send; a trace and nothing more.
extension Attributor {
  mutating func attributeSenders() {
    for (place, (position, fact)) in records(.spfInclude).enumerated() {
      guard let outcome = fact.outcome else { continue }
      bind(.outboundSender, to: outcome, tier: .trace, evidence: position, rank: place)
    }
    if !found.isEmpty { return }
    if let policy = records(.spf).last, profile.head.authorisesNobody {
      bind(
        .outboundSender, to: Outcome(status: .absent, reason: .nobodySends), tier: .trace,
        evidence: policy.position, rank: 0)
    } else if let policy = records(.spf).last {
      bind(
        .outboundSender, to: Outcome(status: .unattributed, reason: .addressesOnly), tier: .trace,
        evidence: policy.position, rank: 0)
    } else {
      close(.outboundSender, .spf, tier: .trace)
    }
  }
}
