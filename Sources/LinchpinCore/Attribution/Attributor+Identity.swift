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
        guard let provider = rules.index.providers[Self.tenantProvider] else { continue }
        bind(
          .identityTenant, to: Outcome(status: .attributed, provider: provider), tier: .trace,
          evidence: number, rank: 0)
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
    let wasAsked = [Question.txt, .tenant].contains {
      [.absent, .answered].contains(snapshot.status(of: $0, for: domain))
    }
    if wasAsked {
      bind(.identityTenant, to: Outcome(status: .absent), tier: .trace, evidence: nil, rank: 0)
    } else {
      close(.identityTenant, .txt, of: domain, tier: .trace)
    }
  }
}
