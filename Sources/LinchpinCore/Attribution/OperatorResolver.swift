/// Finds who operates a host: by the catalogue's suffixes, else by the host's registrable domain.
struct OperatorResolver: Sendable {
  private(set) var providers: [AttributedProvider]
  private let snapshot: Snapshot
  private let rules: Rules
  private var byName: [String: Int] = [:]
  /// Resolved hosts by use and name number; a host is looked at once for all domains that use it.
  private var cache: [[Int32]]

  /// The use a name is put to: each has its own signatures.
  enum Use: Int, CaseIterable {
    case mailExchanger, nameServer, alias, sender
  }

  /// Whose host it is, before its network is considered.
  enum Operator: Equatable {
    case provider(Int, role: Role)
    /// It bears the name of the organisation that uses it.
    case own
    case noRegistrableDomain
  }

  private static let unresolved: Int32 = -1
  /// Known neither to the catalogue nor as an organisation; the user's own name is still possible.
  private static let uncatalogued: Int32 = -2

  init(_ snapshot: Snapshot, _ rules: Rules) {
    self.snapshot = snapshot
    self.rules = rules
    providers = rules.catalogue.providers.enumerated().map { number, provider in
      AttributedProvider(
        id: provider.id, name: provider.name, origin: .catalogue(number),
        isGateway: provider.isGateway,
        company: provider.company.flatMap { rules.index.companies[$0] })
    }
    cache = Array(
      repeating: Array(repeating: Self.unresolved, count: snapshot.names.count),
      count: Use.allCases.count)
  }

  /// The operator of a host that a domain uses.
  mutating func resolve(_ host: NameID, _ use: Use, for domain: DomainIndex) -> Operator {
    let host = end(of: host)
    if isBelow(host, domain) { return .own }
    let known = cached(host, use)
    if known != Self.uncatalogued {
      return .provider(Int(known), role: role(of: host, use))
    }
    return uncatalogued(host, for: domain)
  }

  /// The catalogue's match for a name, if it has one.
  func match(_ name: NameID, in map: KeyPath<CatalogueIndex, SuffixMap<CatalogueIndex.NameMatch>>)
    -> CatalogueIndex.NameMatch?
  {
    snapshot.names.withBytes(of: name) { rules.index[keyPath: map].match($0)?.value }
  }

  /// Follows CNAMEs between hosts; loops were refused when the snapshot was built.
  private func end(of host: NameID) -> NameID {
    if snapshot.aliases.isEmpty { return host }
    var host = host
    var steps = 0
    while let next = snapshot.aliases[host], steps < 16 {
      host = next
      steps += 1
    }
    return host
  }

  /// Whether the host is the domain itself or lies below it.
  private func isBelow(_ host: NameID, _ domain: DomainIndex) -> Bool {
    snapshot.names.withBytes(of: host) { host in
      snapshot.domains.withBytes(of: NameID(rawValue: domain.rawValue)) { domain in
        guard host.count >= domain.count, host.suffix(domain.count).elementsEqual(domain)
        else { return false }
        return host.count == domain.count
          || host[host.count - domain.count - 1] == UInt8(ascii: ".")
      }
    }
  }

  private mutating func cached(_ host: NameID, _ use: Use) -> Int32 {
    let known = cache[use.rawValue][Int(host.rawValue)]
    if known != Self.unresolved { return known }
    let found = match(host, in: Self.map(use)).map { Int32($0.provider) } ?? Self.uncatalogued
    cache[use.rawValue][Int(host.rawValue)] = found
    return found
  }

  private func role(of host: NameID, _ use: Use) -> Role {
    // Only aliases have signatures whose role differs from their use.
    use == .alias ? match(host, in: \.aliases)?.role ?? .webEdge : Self.usualRole(use)
  }

  private mutating func uncatalogued(_ host: NameID, for domain: DomainIndex) -> Operator {
    guard let parent = RegistrableDomain.of(snapshot.names.string(host), in: snapshot.zone)
    else {
      return .noRegistrableDomain
    }
    let organisation = snapshot.organisation(of: domain)
    if parent == RegistrableDomain.of(snapshot.name(of: domain), in: snapshot.zone) {
      return .own
    }
    if let served = snapshot.find(domain: parent) {
      let owner = snapshot.organisation(of: served)
      if owner == organisation { return .own }
      // A measured domain that nobody lists is an operator like any other.
      if snapshot.organisations.id(owner) != parent {
        return .provider(provider(of: owner), role: .mailExchange)
      }
    }
    switch snapshot.listing.match(parent) {
    case .exact(let owner), .registrable(let owner, _):
      return owner == organisation
        ? .own : .provider(provider(of: owner), role: .mailExchange)
    case .ambiguous, .none: break
    }
    return .provider(provider(named: parent), role: .mailExchange)
  }

  private mutating func provider(named domain: String) -> Int {
    add(domain) {
      AttributedProvider(
        id: domain, name: domain, origin: .domain, isGateway: false, company: nil)
    }
  }

  private mutating func provider(of organisation: OrganisationIndex) -> Int {
    let entry = snapshot.organisations[organisation]
    return add("organisation:" + entry.id) {
      AttributedProvider(
        id: "organisation:" + entry.id, name: entry.name, origin: .organisation(organisation),
        isGateway: false, company: nil)
    }
  }

  private mutating func add(_ id: String, _ make: () -> AttributedProvider) -> Int {
    if let known = byName[id] { return known }
    providers.append(make())
    byName[id] = providers.count - 1
    return providers.count - 1
  }

  private static func map(_ use: Use) -> KeyPath<
    CatalogueIndex, SuffixMap<CatalogueIndex.NameMatch>
  > {
    switch use {
    case .mailExchanger: \.mailExchangers
    case .nameServer: \.nameServers
    case .alias: \.aliases
    case .sender: \.senders
    }
  }

  private static func usualRole(_ use: Use) -> Role {
    switch use {
    case .mailExchanger: .mailExchange
    case .nameServer: .authoritativeDNS
    case .alias: .webEdge
    case .sender: .outboundSender
    }
  }
}
