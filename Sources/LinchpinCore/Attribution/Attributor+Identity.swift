/// Identity: tenants and verification tokens; authorised once, perhaps stale.
extension Attributor {
  /// The provider of every tenant that a `tenant` observation reports.
  static let tenantProvider = "entra-id"

  mutating func attributeIdentity() {
    for (position, fact) in records(.tenant, .txtToken) {
      if let outcome = fact.outcome {
        bind(.identityTenant, to: outcome, tier: .trace, evidence: position, rank: 0)
      } else if fact.kind == .tenant {
        bind(
          .identityTenant, to: Outcome(status: .unattributed, reason: .networkNotInCatalogue),
          tier: .trace, evidence: position, rank: 0)
      }
    }
    if !found.isEmpty { return }
    // Tokens of services the catalogue does not know are no identity provider: none was found.
    let answers = [status(of: .txt), status(of: .tenant)]
    if answers.allSatisfy({ $0 == .notMeasured }) { return }
    let closing: BindingStatus = answers.contains(.failed) ? .failed : .absent
    bind(.identityTenant, to: Outcome(status: closing), tier: .trace, evidence: nil, rank: 0)
  }
}
