/// Certificates: who issued the one that was seen, and whom CAA (RFC 8659) lets issue the next.
extension Attributor {
  mutating func attributeCertificates() {
    for (position, fact) in records(.issuer) {
      bind(
        .certificateAuthority,
        to: fact.outcome ?? Outcome(status: .unattributed, reason: .authorityNotInCatalogue),
        tier: .routing, evidence: position, rank: 0)
    }
    for (place, (position, fact)) in records(.caa).enumerated() {
      guard let outcome = fact.outcome else { continue }
      bind(.certificateAuthority, to: outcome, tier: .trace, evidence: position, rank: place)
    }
    if !found.contains(where: { $0.role == .certificateAuthority }) { closeCertificates() }
  }

  /// No authority is named: nobody may issue, anybody may, or nobody answered.
  private mutating func closeCertificates() {
    let outcome: Outcome
    switch (status(of: .caa), status(of: .certificate)) {
    case (.notMeasured, .notMeasured): return
    case (.answered, _): outcome = Outcome(status: .absent, reason: .noAuthority)
    case (.absent, _): outcome = Outcome(status: .unattributed, reason: .anyAuthority)
    case (.notMeasured, .absent): outcome = Outcome(status: .absent)
    case (.failed, _), (.notMeasured, _): outcome = Outcome(status: .failed)
    }
    bind(.certificateAuthority, to: outcome, tier: .trace, evidence: nil, rank: 0)
  }
}
