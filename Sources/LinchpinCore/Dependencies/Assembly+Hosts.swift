import Graphs

/// Hosts and zones: what stands between a service and its operator.
extension Assembly {
  /// Whether hosts are nodes of their own: then what a domain needs is not its profile's alone.
  var namesHosts: Bool { options.includesHosts || !snapshot.hostAddresses.isEmpty }

  /// Makes the DNS of zones that are their domain's own: with named hosts, or inside another zone.
  mutating func addZones() {
    if namesHosts {
      for domain in snapshot.domainIndices {
        let use = Use(
          profile: attribution.profile(.nameServers, of: domain), bindings: [], domain: domain)
        if let servers = hostNodes(.ns, use) { zones[domain] = servers }
      }
    }
    if attribution.hasNestedZones { addZonesInZones() }
  }

  /// A zone inside another needs that one too.
  private mutating func addZonesInZones() {
    // A zone's name is longer than those above it: parents come first, with their own parents.
    var below: [(length: Int, domain: DomainIndex, parent: DomainIndex)] = []
    for domain in snapshot.domainIndices {
      guard let parent = snapshot.parent(of: domain), zoneNode(of: domain) != nil else { continue }
      below.append((snapshot.withName(of: domain) { $0.count }, domain, parent))
    }
    below.sort { ($0.length, $0.domain) < ($1.length, $1.domain) }
    for (_, domain, parent) in below {
      guard let own = zoneNode(of: domain), let above = zoneNode(of: parent) else { continue }
      zones[domain] = pool.require(.all, of: [own, above])
    }
  }

  /// Connects the nodes that stood for zones; what they need can name further zones.
  mutating func connectZones() {
    var connected: Set<DomainIndex> = []
    while connected.count < zoneNodes.count {
      for (zone, node) in zoneNodes.sorted(by: { $0.key < $1.key })
      where connected.insert(zone).inserted {
        pool.connect(node, to: zoneNode(of: zone) ?? unknown(.failed))
      }
    }
  }

  /// The node of a zone's DNS: its own where it has one, else that of its profile.
  mutating func zoneNode(of domain: DomainIndex) -> NodeID? {
    if let own = zones[domain] { return own }
    if namesHosts { return nil }
    let use = Use(profile: attribution.profile(.nameServers, of: domain), bindings: [])
    return hostNodes(.ns, use)
  }

  /// Any of the hosts of one kind; nil when there is none.
  mutating func hostNodes(_ kind: RecordKind, _ use: Use) -> NodeID? {
    let nodes = hosts(kind, use) { _ in true }
    return nodes.isEmpty ? nil : pool.require(.any, of: nodes)
  }

  /// The nodes of the hosts of one kind.
  mutating func hosts(
    _ kind: RecordKind, _ use: Use, where isCounted: (ProfileFact) -> Bool
  ) -> [NodeID] {
    let names = use.domain.map { hostNames(kind, of: $0) } ?? []
    var nodes: [NodeID] = []
    var place = 0
    for fact in use.profile.facts where fact.kind == kind {
      let name = place < names.count ? names[place] : nil
      place += 1
      guard isCounted(fact), let outcome = fact.outcome, outcome.status != .absent
      else { continue }
      nodes.append(node(of: fact, outcome, name))
    }
    return nodes
  }

  private func hostNames(_ kind: RecordKind, of domain: DomainIndex) -> [NameID?] {
    snapshot.facts(of: domain).filter { snapshot.kind(ofFact: $0) == kind }
      .map { snapshot.fact($0).value }
  }

  /// A host in use needs the host itself, where anything hangs on it, the DNS of its name, and its
  /// operator, who can differ with the user: the same name is one organisation's own and another's
  /// provider. So can the DNS: glue serves a zone's own name servers alone.
  private mutating func node(
    of fact: ProfileFact, _ outcome: Outcome, _ host: NameID?
  ) -> NodeID {
    var needed = [operatorNode(of: outcome)]
    if let zone = fact.zone {
      // Zones are put together from name servers first; exchangers find them finished.
      needed.append(
        fact.kind == .ns ? placeholder(of: zone) : zoneNode(of: zone) ?? unknown(.failed))
    }
    if let host, namesHosts {
      let networks = networks(of: host)
      if options.includesHosts || !networks.isEmpty {
        let made = pool.named(.host(host))
        if made.isNew { connect(made.number, to: networks) }
        needed.append(made.number)
      }
    }
    return pool.require(.all, of: needed)
  }

  /// A node that stands for a zone's DNS before every zone is put together.
  private mutating func placeholder(of zone: DomainIndex) -> NodeID {
    if let known = zoneNodes[zone] { return known }
    let node = pool.placeholder()
    zoneNodes[zone] = node
    return node
  }

  private mutating func operatorNode(of outcome: Outcome) -> NodeID {
    if let provider = outcome.provider { return providerNodes[provider] }
    if outcome.status == .selfHosted { return pool.named(.own).number }
    return unknown(outcome.status, outcome.reason)
  }

  /// A host needs one of its networks, where given.
  private mutating func connect(_ host: NodeID, to networks: [UInt32]) {
    if networks.isEmpty { return }
    let nodes = networks.map { networkNode($0) }
    pool.connect(host, to: pool.require(.any, of: nodes))
  }

  private func networks(of host: NameID) -> [UInt32] {
    let addresses = snapshot.hostAddresses[host] ?? []
    let systems = addresses.compactMap { address in
      address.asn
        ?? attribution.rules.networks?.asn(of: snapshot.names.string(address.address))
    }
    // An address in an unknown network might be the one that stands: then no network is needed.
    return systems.count == addresses.count ? Array(Set(systems)).sorted() : []
  }

  private mutating func networkNode(_ asn: UInt32) -> NodeID {
    let made = pool.named(.network(asn))
    if made.isNew, let known = attribution.rules.index.networks[asn],
      let company = attribution.providers[known.provider].company
    {
      pool.connect(made.number, to: pool.named(.company(company)).number)
    }
    return made.number
  }
}
