/// The catalogue arranged for look-up by what records hold.
///
/// Providers and companies are spoken of by their position in the catalogue.
struct CatalogueIndex: Sendable {
  struct NameMatch: Sendable {
    var provider: Int
    var role: Role
  }

  struct Network: Sendable {
    var provider: Int
    var kind: Signature.NetworkKind?
    var role: Role
  }

  let providers: [String: Int]
  let companies: [String: Int]
  /// By name in lower case: what declarations write.
  private let names: [String: Int]
  private(set) var mailExchangers = SuffixMap<NameMatch>()
  private(set) var nameServers = SuffixMap<NameMatch>()
  private(set) var aliases = SuffixMap<NameMatch>()
  private(set) var senders = SuffixMap<NameMatch>()
  private(set) var dkimTargets = SuffixMap<NameMatch>()
  private(set) var autodiscoverTargets = SuffixMap<NameMatch>()
  private(set) var certifiers = SuffixMap<NameMatch>()
  /// By the organisation's name in certificates, in lower case.
  private var issuers: [String: Int] = [:]
  private(set) var tokens: [String: NameMatch] = [:]
  private(set) var networks: [UInt32: Network] = [:]

  init(_ catalogue: Catalogue) {
    providers = Dictionary(
      catalogue.providers.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    companies = Dictionary(
      catalogue.companies.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    names = Dictionary(
      catalogue.providers.enumerated().map { ($1.name.lowercased(), $0) },
      uniquingKeysWith: { a, _ in a })
    for (number, provider) in catalogue.providers.enumerated() {
      for signature in provider.signatures { insert(signature, of: number) }
    }
  }

  /// The provider with an id, else with a name.
  func provider(named text: String) -> Int? { providers[text] ?? names[text.lowercased()] }

  /// The authority that certificates call by an organisation's name.
  func certifier(named issuer: String) -> Int? { issuers[issuer.lowercased()] }

  private mutating func insert(_ signature: Signature, of provider: Int) {
    let match = NameMatch(provider: provider, role: signature.role)
    let value = signature.value
    switch signature.kind {
    case .mxSuffix: mailExchangers.insert(value, match)
    case .nsSuffix: nameServers.insert(value, match)
    case .cnameSuffix: aliases.insert(value, match)
    case .spfInclude: senders.insert(value, match)
    case .dkimTarget: dkimTargets.insert(value, match)
    case .autodiscoverTarget: autodiscoverTargets.insert(value, match)
    case .txtToken: tokens[value, default: match] = tokens[value] ?? match
    case .network:
      guard let asn = CatalogueIndex.asn(value), networks[asn] == nil else { return }
      networks[asn] = Network(
        provider: provider, kind: signature.networkKind, role: signature.role)
    case .certificateIssuer:
      if signature.namesDomain { certifiers.insert(value.lowercased(), match) }
      issuers[value.lowercased(), default: provider] = issuers[value.lowercased()] ?? provider
    }
  }

  /// Reads `AS8075`.
  static func asn(_ text: String) -> UInt32? {
    text.hasPrefix("AS") ? UInt32(text.dropFirst(2)) : nil
  }
}
