import Graphs

/// Functions: what each domain's mail, DNS, web, identity and applications need.
extension Assembly {
  mutating func addFunctions() {
    for domain in snapshot.domainIndices {
      let bindings = attribution.bindings(of: domain)
      asked[domain.index] = .asked(by: bindings)
      let dns = zones[domain]
      set(.dns, domain, to: dns ?? dnsWithoutServers(bindings))
      let needed = dns ?? enclosingZone(of: domain)
      let receive = exchangers(of: domain, bindings)
      // Whether an address without MX takes mail at all is not known: losing its DNS is no loss.
      let isSupposed = bindings.contains { $0.reason == .addressIsMailHost }
      set(
        .receive, domain,
        to: isSupposed ? receive : receive.map { withDNS($0, needed, bindings) })
      set(.read, domain, to: readers(bindings))
      let web = anyOf(.webEdge, bindings) ?? anyOf(.webOrigin, bindings)
      set(.web, domain, to: web.map { withDNS(withTargets($0, domain), needed, bindings) })
      set(.send, domain, to: anyOf(.outboundSender, bindings))
      set(.identity, domain, to: anyOf(.identityTenant, bindings))
      set(.application, domain, to: anyOf(.application, bindings))
    }
  }

  /// A unit needs each function of each of its domains.
  mutating func addUnits(of population: Population) -> [DependencyGraph.Unit] {
    var units: [DependencyGraph.Unit] = []
    units.reserveCapacity(population.count)
    population.forEachUnit { member in
      var unit = DependencyGraph.Unit(member)
      var all: [NodeID] = []
      for function in Function.allCases {
        let column = functions[Int(function.rawValue)]
        let nodes = member.domains.compactMap { column[$0] }
        if nodes.isEmpty { continue }
        let node = pool.require(.all, of: nodes)
        unit[function] = node
        all.append(node)
      }
      if !all.isEmpty { unit.whole = pool.require(.all, of: all) }
      units.append(unit)
    }
    return units
  }

  private mutating func set(_ function: Function, _ domain: DomainIndex, to node: NodeID?) {
    functions[Int(function.rawValue)][domain] = node
  }

  /// A name without name servers of its own is served with the zone it lies in.
  private func enclosingZone(of domain: DomainIndex) -> NodeID? {
    guard snapshot.status(of: .ns, for: domain) == .absent else { return nil }
    return snapshot.parent(of: domain).flatMap { zones[$0] }
  }

  /// A web service behind a CNAME needs the DNS of the target's name too.
  private mutating func withTargets(_ node: NodeID, _ domain: DomainIndex) -> NodeID {
    var needed = [node]
    for number in snapshot.facts(of: domain) where snapshot.kind(ofFact: number) == .cname {
      guard let zone = snapshot.zone(of: snapshot.fact(number).value), zone != domain,
        let target = zones[zone]
      else { continue }
      needed.append(target)
    }
    return pool.require(.all, of: needed)
  }

  /// A service that is there needs its domain's DNS; where DNS was never asked, that is unknown.
  private mutating func withDNS(
    _ node: NodeID, _ dns: NodeID?, _ bindings: ArraySlice<Binding>
  ) -> NodeID {
    let needed = dns ?? dnsWithoutServers(bindings) ?? unknown(.notMeasured)
    return pool.require(.all, of: [node, needed])
  }

  private mutating func dnsWithoutServers(_ bindings: ArraySlice<Binding>) -> NodeID? {
    guard let dns = bindings.first(where: { $0.role == .authoritativeDNS }) else { return nil }
    return dns.status.isUnknown ? unknown(dns.status, dns.reason) : nil
  }

  /// Any mail exchanger; when the account is closed, any of the most preferred ones.
  private mutating func exchangers(
    of domain: DomainIndex, _ bindings: ArraySlice<Binding>
  ) -> NodeID? {
    let all = bindings.filter { $0.role == .mailExchange }
    let best = options.mode == .outage ? nil : lowestPreference(of: domain)
    var nodes = hostNodes(of: domain, kind: .mx) { best == nil || $0.preference == best }
    if nodes.isEmpty {
      nodes = all.filter(\.status.isUnknown).map { unknown($0.status, $0.reason) }
    }
    if isUndecided(all) { nodes = [unknown(.unattributed)] }
    return nodes.isEmpty ? nil : pool.require(.any, of: nodes)
  }

  private func lowestPreference(of domain: DomainIndex) -> UInt16? {
    snapshot.facts(of: domain).lazy.map { snapshot.fact($0) }
      .filter { $0.kind == .mx }.compactMap(\.preference).min()
  }

  private func mostPreferred(_ bindings: [Binding]) -> [Binding] {
    let best = bindings.map(\.rank).min() ?? 0
    return bindings.filter { $0.rank == best }
  }

  /// In termination, exchangers of different operators without preferences leave it open whose
  /// closing would matter.
  private func isUndecided(_ exchangers: [Binding]) -> Bool {
    guard options.mode == .termination else { return false }
    let operators = Set(
      exchangers.map { exchanger in
        Outcome(
          status: exchanger.status.isUnknown ? .unattributed : exchanger.status,
          provider: exchanger.provider)
      })
    let hasPreference = exchangers.contains { binding in
      binding.evidence.map { snapshot.fact($0).preference != nil } ?? false
    }
    return operators.count > 1 && !hasPreference
  }

  /// Any mailbox provider, and the identity provider where one is known at the tier in force.
  private mutating func readers(_ bindings: ArraySlice<Binding>) -> NodeID? {
    guard let mailbox = mailboxes(bindings) else { return nil }
    let identity = anyOf(.identityTenant, bindings)
    return identity.map { pool.require(.all, of: [mailbox, $0]) } ?? mailbox
  }

  /// Any mailbox; when the account is closed, that of the most preferred exchangers.
  private mutating func mailboxes(_ bindings: ArraySlice<Binding>) -> NodeID? {
    if options.mode == .outage { return anyOf(.mailbox, bindings) }
    let all = bindings.filter { $0.role == .mailbox }
    if all.count > 1, isUndecided(bindings.filter { $0.role == .mailExchange }) {
      return unknown(.unattributed)
    }
    return anyOf(.mailbox, mostPreferred(all)[...])
  }

  /// One node for all bindings of a role at the tier in force; nil when there is none.
  private mutating func anyOf(_ role: Role, _ bindings: ArraySlice<Binding>) -> NodeID? {
    alternatives.removeAll(keepingCapacity: true)
    for binding in bindings where binding.role == role && binding.tier <= options.tier {
      switch binding.status {
      case .absent: continue
      case .selfHosted: alternatives.append(pool.named(.own).number)
      case .attributed:
        if let provider = binding.provider { alternatives.append(providerNodes[provider]) }
      case .unattributed, .hidden, .failed, .notMeasured:
        alternatives.append(unknown(binding.status, binding.reason))
      }
    }
    return alternatives.isEmpty ? nil : pool.require(.any, of: alternatives)
  }
}

extension Binding {
  /// The part of a binding that its host decides.
  var outcome: Outcome { Outcome(status: status, reason: reason, provider: provider) }
}
