import Graphs

extension NameServerTrust {
  /// Measures the domains of a population.
  ///
  /// A zone needs any of its name servers, and the zone above where that was measured. A server
  /// needs its host; and the zone of its name, unless it lies in the zone it serves or its address
  /// came with the delegation. A host needs any of its addresses where they are known, an address
  /// its prefix and its network. Zones and addresses that were not measured are taken to stand.
  /// - Parameter includesRegistries: whether top-level domains are points too.
  /// - Complexity: the single points of the zones, and the trusted base of every domain.
  public static func measure(
    _ snapshot: Snapshot, _ population: Population, networks: NetworkRanges?,
    includesRegistries: Bool
  ) -> NameServerTrust {
    var web = TrustWeb(snapshot, networks, includesRegistries: includesRegistries)
    return web.measure(population)
  }
}

/// The zones, hosts and addresses behind names, as a graph of their own.
private struct TrustWeb {
  private enum Thing: Hashable {
    case zone(DomainIndex)
    case host(NameID)
    case address(NameID)
    case prefix(UInt128)
    case network(UInt32)
    case registry(String)
  }

  private let snapshot: Snapshot
  private let networks: NetworkRanges?
  private let includesRegistries: Bool
  private var builder = GraphBuilder()
  private var numbers: [Thing: NodeID] = [:]
  private var things: [NodeID: Thing] = [:]

  init(_ snapshot: Snapshot, _ networks: NetworkRanges?, includesRegistries: Bool) {
    self.snapshot = snapshot
    self.networks = networks
    self.includesRegistries = includesRegistries
  }

  mutating func measure(_ population: Population) -> NameServerTrust {
    var units: [(node: NodeID, domains: [DomainIndex])] = []
    population.forEachUnit { unit in
      let domains = unit.domains.filter { !servers(of: $0).isEmpty }
      if domains.isEmpty { return }
      let zones = domains.map { zone($0) }
      let node = builder.addNode(.all)
      for zone in zones { builder.addEdge(from: node, to: zone) }
      units.append((node, Array(domains)))
    }
    let graph = builder.freeze()
    var result = NameServerTrust(points: [], sizes: [:], complete: 0, domains: 0)
    for domain in units.flatMap(\.domains) {
      let base = trustedBase(of: domain)
      result.domains += 1
      result.sizes[base.hosts, default: 0] += 1
      if base.isComplete { result.complete += 1 }
    }
    result.points = points(FailureAnalysis(graph).singlePoints(), units)
    return result
  }

  private func points(
    _ points: SinglePoints, _ units: [(node: NodeID, domains: [DomainIndex])]
  ) -> [NameServerTrust.Point] {
    let reach = points.reach(of: units.map { Target($0.node) })
    var direct: [NodeID: Int] = [:]
    for unit in units {
      var named: Set<NodeID> = []
      for domain in unit.domains {
        for thing in namedThings(domain) { if let node = numbers[thing] { named.insert(node) } }
      }
      for node in named where points.isPoint(node, of: unit.node) {
        direct[node, default: 0] += 1
      }
    }
    return things.compactMap { node, thing -> NameServerTrust.Point? in
      let number = reach.counts[Int(node)]
      guard number > 0, let (kind, id) = describe(thing) else { return nil }
      let own = direct[node, default: 0]
      return NameServerTrust.Point(kind: kind, id: id, direct: own, indirect: number - own)
    }.sorted { ($1.number, $0.kind.rawValue, $0.id) < ($0.number, $1.kind.rawValue, $1.id) }
  }

  // MARK: Building

  private func servers(of domain: DomainIndex) -> [NameID] {
    snapshot.facts(of: domain).filter { snapshot.kind(ofFact: $0) == .ns }
      .map { snapshot.fact($0).value }
  }

  private mutating func node(_ thing: Thing) -> (number: NodeID, isNew: Bool) {
    if let known = numbers[thing] { return (known, false) }
    let number = builder.addNode(.all)
    numbers[thing] = number
    things[number] = thing
    return (number, true)
  }

  /// The node of a zone, with all that it needs; circles end at zones already begun.
  private mutating func zone(_ first: DomainIndex) -> NodeID {
    let made = node(.zone(first))
    if !made.isNew { return made.number }
    var open = [first]
    while let domain = open.popLast() {
      let (number, _) = node(.zone(domain))
      func need(_ other: DomainIndex) -> NodeID {
        let made = node(.zone(other))
        if made.isNew { open.append(other) }
        return made.number
      }
      if let parent = snapshot.parent(of: domain) {
        builder.addEdge(from: number, to: need(parent))
      }
      if includesRegistries { connect(number, toRegistryOf: snapshot.name(of: domain)) }
      let any = builder.addNode(.any)
      builder.addEdge(from: number, to: any)
      for host in servers(of: domain) {
        let use = builder.addNode(.all)
        builder.addEdge(from: any, to: use)
        builder.addEdge(from: use, to: self.host(host))
        guard !comesWithAddress(host, domain) else { continue }
        if let zone = snapshot.zone(of: host) { builder.addEdge(from: use, to: need(zone)) }
        if includesRegistries { connect(use, toRegistryOf: snapshot.names.string(host)) }
      }
    }
    return made.number
  }

  /// Whether asking for the zone gives the server's address as well.
  private func comesWithAddress(_ host: NameID, _ domain: DomainIndex) -> Bool {
    if snapshot.hostAddresses[host] != nil { return true }
    let (name, zone) = (snapshot.names.string(host), snapshot.name(of: domain))
    return name == zone || name.hasSuffix("." + zone)
  }

  private mutating func connect(_ number: NodeID, toRegistryOf name: String) {
    guard let label = name.split(separator: ".").last, label.count < name.count else { return }
    builder.addEdge(from: number, to: node(.registry(String(label))).number)
  }

  private mutating func host(_ host: NameID) -> NodeID {
    let made = node(.host(host))
    guard made.isNew, let addresses = snapshot.hostAddresses[host], !addresses.isEmpty else {
      return made.number
    }
    let any = builder.addNode(.any)
    builder.addEdge(from: made.number, to: any)
    for address in addresses {
      let (number, isNew) = node(.address(address.address))
      builder.addEdge(from: any, to: number)
      guard isNew else { continue }
      for thing in places(of: address) {
        builder.addEdge(from: number, to: node(thing).number)
      }
    }
    return made.number
  }

  /// The prefix and, where it is known, the network of an address.
  private func places(of address: HostAddress) -> [Thing] {
    guard let key = AddressKey(snapshot.names.string(address.address)) else { return [] }
    let system = address.asn ?? networks?.asn(of: key)
    return [.prefix(key.prefix)] + (system.map { [.network($0)] } ?? [])
  }

  // MARK: Reading off

  /// What the name servers of a domain are, and lie in.
  private func namedThings(_ domain: DomainIndex) -> Set<Thing> {
    var found: Set<Thing> = []
    for host in servers(of: domain) {
      found.insert(.host(host))
      for address in snapshot.hostAddresses[host] ?? [] {
        found.insert(.address(address.address))
        found.formUnion(places(of: address))
      }
    }
    let name = snapshot.name(of: domain)
    if let label = name.split(separator: ".").last { found.insert(.registry(String(label))) }
    return found
  }

  private func describe(_ thing: Thing) -> (NameServerTrust.Kind, String)? {
    switch thing {
    case .zone: nil
    case .host(let name): (.name, snapshot.names.string(name))
    case .address(let name): (.address, snapshot.names.string(name))
    case .prefix(let bits): (.prefix, AddressKey(rawValue: bits).prefixText)
    case .network(let asn): (.network, "AS\(asn)")
    case .registry(let label): (.registry, label)
    }
  }

  /// Every name server that has a say in what a name resolves to.
  private func trustedBase(of domain: DomainIndex) -> (hosts: Int, isComplete: Bool) {
    var zones: Set<DomainIndex> = [domain]
    var hosts: Set<NameID> = []
    var open = [domain]
    var isComplete = true
    while let zone = open.popLast() {
      var next = snapshot.parent(of: zone).map { [$0] } ?? []
      for host in servers(of: zone) {
        hosts.insert(host)
        if comesWithAddress(host, zone) { continue }
        if let other = snapshot.zone(of: host) { next.append(other) } else { isComplete = false }
      }
      open += next.filter { zones.insert($0).inserted }
    }
    return (hosts.count, isComplete)
  }
}

extension AddressKey {
  /// The /24 of an IPv4 address, the /48 of an IPv6 one.
  fileprivate var prefix: UInt128 {
    let free = UInt128(isIPv4 ? 8 : 80)
    return (rawValue >> free) << free
  }

  /// A prefix as text, `192.0.2.0/24`.
  fileprivate var prefixText: String {
    if isIPv4 {
      let bytes = [24, 16, 8, 0].map { String(UInt8(truncatingIfNeeded: rawValue >> $0)) }
      return bytes.joined(separator: ".") + "/24"
    }
    let groups = [112, 96, 80].map {
      String(UInt16(truncatingIfNeeded: rawValue >> $0), radix: 16)
    }
    return groups.joined(separator: ":") + "::/48"
  }
}
