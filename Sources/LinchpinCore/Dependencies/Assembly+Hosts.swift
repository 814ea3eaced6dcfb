import Graphs

/// Hosts and zones: what stands between a service and its operator.
extension Assembly {
  /// Makes the nodes of name servers first, so that zones can name them, then what they need.
  mutating func addHosts() {
    for domain in snapshot.domainIndices {
      let servers = hostNodes(of: domain, kind: .ns)
      if !servers.isEmpty { zones[domain] = pool.require(.any, of: servers) }
    }
    for domain in zones.keys.sorted() {
      guard let own = zones[domain], let parent = snapshot.parent(of: domain),
        let above = zones[parent]
      else { continue }
      zones[domain] = pool.require(.all, of: [own, above])
    }
    for server in hosts { connect(server) }
    hosts = []
  }

  /// The nodes of a domain's hosts of one record kind, as attribution resolved each of them.
  mutating func hostNodes(
    of domain: DomainIndex, kind: RecordKind, where isCounted: (Outcome) -> Bool = { _ in true }
  ) -> [NodeID] {
    var nodes: [NodeID] = []
    for number in snapshot.facts(of: domain) {
      guard snapshot.kind(ofFact: number) == kind,
        let outcome = attribution.outcome(ofFact: number), isCounted(outcome)
      else { continue }
      nodes.append(node(of: snapshot.fact(number).value, outcome, for: domain, kind))
    }
    return nodes
  }

  /// A host in use needs the host itself, where anything hangs on it, and its operator, who can
  /// differ with the user: the same name is one organisation's own and another's provider.
  private mutating func node(
    of host: NameID, _ outcome: Outcome, for domain: DomainIndex, _ kind: RecordKind
  ) -> NodeID {
    let op = operatorNode(of: outcome)
    let needsZone = kind != .ns || snapshot.hostAddresses[host] == nil
    let zone = needsZone ? snapshot.zone(of: host) : nil
    if !options.includesHosts, zone == nil || zone == domain { return op }
    let made = pool.named(.host(host))
    if made.isNew { hosts.append(HostNode(host: host, number: made.number, zone: zone)) }
    return pool.require(.all, of: [made.number, op])
  }

  private mutating func operatorNode(of outcome: Outcome) -> NodeID {
    if let provider = outcome.provider { return pool.named(.provider(provider)).number }
    if outcome.status == .selfHosted { return pool.named(.own).number }
    return unknown(outcome.status, outcome.reason)
  }

  /// A host needs one of its networks where given, and the DNS of its name: always for mail
  /// exchangers, for name servers unless the parent carries their address.
  mutating func connect(_ host: HostNode) {
    let networks = networks(of: host.host)
    if !networks.isEmpty {
      let nodes = networks.map { networkNode($0) }
      pool.connect(host.number, to: pool.require(.any, of: nodes))
    }
    if let zone = host.zone, let needed = zones[zone] { pool.connect(host.number, to: needed) }
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
