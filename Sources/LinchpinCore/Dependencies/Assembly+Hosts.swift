import Graphs

/// Hosts and zones: what stands between a service and its operator.
extension Assembly {
  /// Makes the nodes of name servers first, so that zones can name them, then what they need.
  mutating func addHosts() {
    for domain in snapshot.domainIndices {
      let servers = hostNodes(of: domain, kind: .ns)
      if !servers.isEmpty { zones[domain] = pool.require(.any, of: servers) }
    }
    // A zone's name is longer than those above it: parents come first, with their own parents.
    var below: [(length: Int, domain: DomainIndex, parent: DomainIndex)] = []
    for domain in snapshot.domainIndices where zones[domain] != nil {
      guard let parent = snapshot.parent(of: domain) else { continue }
      below.append((snapshot.name(of: domain).utf8.count, domain, parent))
    }
    below.sort { ($0.length, $0.domain) < ($1.length, $1.domain) }
    for (_, domain, parent) in below {
      guard let own = zones[domain], let above = zones[parent] else { continue }
      zones[domain] = pool.require(.all, of: [own, above])
    }
    for (zone, node) in zoneNodes.sorted(by: { $0.key < $1.key }) {
      pool.connect(node, to: zones[zone] ?? unknown(.failed))
    }
  }

  /// The nodes of a domain's hosts of one record kind, as attribution resolved each of them.
  mutating func hostNodes(
    of domain: DomainIndex, kind: RecordKind, where isCounted: (Fact) -> Bool = { _ in true }
  ) -> [NodeID] {
    var nodes: [NodeID] = []
    for number in snapshot.facts(of: domain) {
      guard snapshot.kind(ofFact: number) == kind,
        let outcome = attribution.outcome(ofFact: number)
      else { continue }
      let fact = snapshot.fact(number)
      if isCounted(fact) { nodes.append(node(of: fact.value, outcome, for: domain, kind)) }
    }
    return nodes
  }

  /// A host in use needs the host itself, where anything hangs on it, the DNS of its name, and its
  /// operator, who can differ with the user: the same name is one organisation's own and another's
  /// provider. So can the DNS: glue serves a zone's own name servers alone.
  private mutating func node(
    of host: NameID, _ outcome: Outcome, for domain: DomainIndex, _ kind: RecordKind
  ) -> NodeID {
    var needed = [operatorNode(of: outcome)]
    if let zone = zoneNeeded(by: host, for: domain, kind) {
      // Zones are put together from name servers first; exchangers find them finished.
      needed.append(kind == .ns ? zoneNode(zone) : zones[zone] ?? unknown(.failed))
    }
    let networks = snapshot.hostAddresses.isEmpty ? [] : networks(of: host)
    if options.includesHosts || !networks.isEmpty {
      let made = pool.named(.host(host))
      if made.isNew { connect(made.number, to: networks) }
      needed.append(made.number)
    }
    return pool.require(.all, of: needed)
  }

  /// The measured zone of a host's name: always for mail exchangers, for name servers unless the
  /// parent carries their address or they lie in the zone they serve.
  private func zoneNeeded(
    by host: NameID, for domain: DomainIndex, _ kind: RecordKind
  ) -> DomainIndex? {
    guard let zone = snapshot.zone(of: host), zone != domain else { return nil }
    if kind != .ns { return zone }
    if snapshot.hostAddresses[host] != nil { return nil }
    var above = snapshot.parent(of: zone)
    while let next = above {
      if next == domain { return nil }
      above = snapshot.parent(of: next)
    }
    return zone
  }

  /// A node that stands for a zone's DNS before every zone is put together.
  private mutating func zoneNode(_ zone: DomainIndex) -> NodeID {
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
