extension PatternWriter {
  /// The pattern of a domain whose records are kept.
  mutating func write(_ domain: DomainIndex, of snapshot: Snapshot) {
    snapshot.withName(of: domain) { begin($0, domain, snapshot) }
  }

  private mutating func begin(_ name: Bytes, _ domain: DomainIndex, _ snapshot: Snapshot) {
    begin(name)
    for number in snapshot.facts(of: domain) { add(snapshot.fact(number), of: snapshot) }
    end(
      domain, snapshot.statuses(of: domain),
      hasNullExchanger: snapshot.nullExchangers.contains(domain))
  }

  private mutating func add(_ fact: Fact, of snapshot: Snapshot) {
    switch fact.kind {
    case .mx, .ns, .cname, .spfInclude, .soa, .caa: addHost(fact, of: snapshot)
    case .dkim, .autodiscover, .wildcard:
      snapshot.names.withBytes(of: fact.value) { add(fact.kind, target: $0) }
    case .a, .aaaa, .txtToken, .tenant, .application, .spf, .mxNetwork, .issuer:
      snapshot.names.withBytes(of: fact.value) { add(fact.kind, text: $0, asn: fact.asn) }
    }
  }

  private mutating func addHost(_ fact: Fact, of snapshot: Snapshot) {
    guard let use = HostUse(fact.kind) else { return }
    let end = snapshot.end(of: fact.value)
    let networks = use == .alias || !use.isHost ? 0 : networks(fact, snapshot)
    snapshot.names.withBytes(of: fact.value) { host in
      if end == fact.value {
        add(fact.kind, host: host, use, preference: fact.preference, network: networks)
      } else {
        snapshot.names.withBytes(of: end) {
          add(
            fact.kind, host: host, operatedAs: $0, use, preference: fact.preference,
            network: networks)
        }
      }
    }
  }

  /// The networks of a host, from the record itself or from its addresses.
  private mutating func networks(_ fact: Fact, _ snapshot: Snapshot) -> UInt32 {
    if let asn = fact.asn { return network(asn, ofAddress: false) }
    guard let addresses = snapshot.hostAddresses[fact.value], !addresses.isEmpty else {
      return NetworkLists.none
    }
    var systems: [UInt32] = []
    for address in addresses {
      let text = snapshot.names.string(address.address)
      if let asn = address.asn ?? rules.networks?.asn(of: text), !systems.contains(asn) {
        systems.append(asn)
      }
    }
    return network(of: systems, hasAddress: true)
  }
}

extension Snapshot {
  /// Follows CNAMEs between hosts; loops were refused when the snapshot was built.
  func end(of host: NameID) -> NameID {
    if aliases.isEmpty { return host }
    var host = host
    var steps = 0
    while let next = aliases[host], steps < 16 {
      host = next
      steps += 1
    }
    return host
  }
}
