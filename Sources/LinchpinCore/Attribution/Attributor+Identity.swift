/// Identity: tenants and verification tokens; authorised once, perhaps stale.
extension Attributor {
  /// The provider of every tenant that a `tenant` observation reports.
  static let tenantProvider = "entra-id"

  mutating func attributeIdentity(of domain: DomainIndex) {
    let start = found.count
    for number in snapshot.facts(of: domain) {
      let fact = snapshot.fact(number)
      switch fact.kind {
      case .tenant:
        let result =
          rules.index.providers[Self.tenantProvider]
          .map { Outcome(status: .attributed, provider: $0) }
          ?? Outcome(status: .unattributed, reason: .networkNotInCatalogue)
        bind(.identityTenant, to: result, tier: .trace, evidence: number, rank: 0)
      case .txtToken:
        let service = snapshot.names.string(fact.value)
        guard let match = rules.index.tokens[service], match.role == .identityTenant else {
          continue
        }
        bind(
          .identityTenant, to: Outcome(status: .attributed, provider: match.provider),
          tier: .trace, evidence: number, rank: 0)
      default: continue
      }
    }
    if found.count > start { return }
    // Tokens of services the catalogue does not know are no identity provider: none was found.
    let answers = [Question.txt, .tenant].map { snapshot.status(of: $0, for: domain) }
    if answers.allSatisfy({ $0 == .notMeasured }) { return }
    let status: BindingStatus = answers.contains(.failed) ? .failed : .absent
    bind(.identityTenant, to: Outcome(status: status), tier: .trace, evidence: nil, rank: 0)
  }
}
