import Graphs

/// Functions: what each domain's mail, DNS, web, identity and applications need.
extension Assembly {
  /// Makes the parts of all functions, each once for the profiles that need the same.
  mutating func addParts() {
    make(.mailbox, .mail) { $0.mailboxes($1) }
    make(.identity, .identity) { $0.anyOf(.identityTenant, $1.bindings) }
    make(.sender, .senders) { $0.anyOf(.outboundSender, $1.bindings) }
    make(.application, .applications) { $0.applications($1) }
    make(.web, .web) { $0.web($1) }
    let named = namesHosts ? Array(snapshot.domainIndices) : []
    make(.exchangers, .mail, apart: named) { $0.exchangers($1) }
    let zones = zonesOfTheirOwn()
    make(.dns, .nameServers, apart: zones) { assembly, use in
      use.domain.flatMap { assembly.zones[$0] } ?? assembly.dns(of: use)
    }
    make(.neededDNS, .nameServers, apart: zones) { assembly, use in
      use.domain.flatMap { assembly.zones[$0] ?? assembly.enclosingZone(of: $0) }
        ?? assembly.dns(of: use) ?? assembly.unknown(.notMeasured)
    }
  }

  /// One use of a profile: of one domain where its hosts or its place in the tree matter.
  struct Use {
    var profile: Profile
    var bindings: ArraySlice<Binding>
    var domain: DomainIndex?
  }

  /// - Parameter apart: the domains whose part is their own and not their profile's.
  private mutating func make(
    _ part: DomainParts.Part, _ family: RecordFamily, apart: [DomainIndex] = [],
    _ node: (inout Assembly, Use) -> NodeID?
  ) {
    var column = PartColumn(family, attribution)
    for number in 0..<UInt32(attribution.profileCount(family)) {
      let use = Use(
        profile: attribution.profile(number, family),
        bindings: attribution.bindings(family, ofProfile: number))
      column.set(node(&self, use), profile: number)
    }
    for domain in apart {
      let use = Use(
        profile: attribution.profile(family, of: domain),
        bindings: attribution.bindings(family, of: domain), domain: domain)
      column.set(node(&self, use), domain: domain)
    }
    columns[part.rawValue] = column
  }

  /// The domains with named name servers, or inside another measured zone.
  private func zonesOfTheirOwn() -> [DomainIndex] {
    if !namesHosts, !attribution.hasNestedZones { return [] }
    return snapshot.domainIndices.filter { zones[$0] != nil || enclosingParent(of: $0) != nil }
  }

  // MARK: DNS

  /// A name without name servers of its own is served with the zone it lies in.
  private mutating func enclosingZone(of domain: DomainIndex) -> NodeID? {
    enclosingParent(of: domain).flatMap { zoneNode(of: $0) }
  }

  private func enclosingParent(of domain: DomainIndex) -> DomainIndex? {
    guard attribution.hasNestedZones, snapshot.status(of: .ns, for: domain) == .absent
    else { return nil }
    return snapshot.parent(of: domain)
  }

  /// Any of the name servers; where none is known, that is unknown.
  private mutating func dns(of use: Use) -> NodeID? {
    if let servers = hostNodes(.ns, use) { return servers }
    guard let dns = use.bindings.first(where: { $0.role == .authoritativeDNS }) else { return nil }
    return dns.status.isUnknown ? unknown(dns.status, dns.reason) : nil
  }

  // MARK: Web

  /// Any edge, else any origin; behind a CNAME the DNS of the target's name too.
  private mutating func web(_ use: Use) -> NodeID? {
    guard let node = anyOf(.webEdge, use.bindings) ?? anyOf(.webOrigin, use.bindings)
    else { return nil }
    var targets: [NodeID] = []
    for fact in use.profile.facts where fact.kind == .cname {
      if let zone = fact.zone.flatMap({ zoneNode(of: $0) }) { targets.append(zone) }
    }
    return pool.require(.all, of: [node] + targets)
  }

  // MARK: Mail

  /// Any mail exchanger; when the account is closed, any of the most preferred ones.
  private mutating func exchangers(_ use: Use) -> NodeID? {
    let all = use.bindings.filter { $0.role == .mailExchange }
    let onlyBest = options.mode == .termination && use.profile.facts.contains { $0.rank == 0 }
    var nodes = hosts(.mx, use) { !onlyBest || $0.rank == 0 }
    if nodes.isEmpty {
      nodes = all.filter(\.status.isUnknown).map { unknown($0.status, $0.reason) }
    }
    if isUndecided(use) { nodes = [unknown(.unattributed)] }
    return nodes.isEmpty ? nil : pool.require(.any, of: nodes)
  }

  /// In termination, exchangers of different operators without preferences leave it open whose
  /// closing would matter.
  private func isUndecided(_ use: Use) -> Bool {
    guard options.mode == .termination else { return false }
    let exchangers = use.bindings.filter { $0.role == .mailExchange }
    let operators = Set(
      exchangers.map { exchanger in
        Outcome(
          status: exchanger.status.isUnknown ? .unattributed : exchanger.status,
          provider: exchanger.provider)
      })
    let hasPreference = exchangers.contains { binding in
      binding.evidence.map { use.profile.facts[$0].rank != nil } ?? false
    }
    return operators.count > 1 && !hasPreference
  }

  /// Any mailbox; when the account is closed, that of the most preferred exchangers.
  private mutating func mailboxes(_ use: Use) -> NodeID? {
    if options.mode == .outage { return anyOf(.mailbox, use.bindings) }
    let all = use.bindings.filter { $0.role == .mailbox }
    if all.count > 1, isUndecided(use) { return unknown(.unattributed) }
    let best = all.map(\.rank).min() ?? 0
    return anyOf(.mailbox, all.filter { $0.rank == best })
  }

  // MARK: Applications

  /// Every declared application: a portal does not stand in for a patient record.
  private mutating func applications(_ use: Use) -> NodeID? {
    let needed = use.bindings.compactMap { anyOf(.application, [$0]) }
    return needed.isEmpty ? nil : pool.require(.all, of: needed)
  }

  // MARK: Roles

  /// One node for all bindings of a role at the tier in force; nil when there is none.
  private mutating func anyOf(_ role: Role, _ bindings: some Sequence<Binding>) -> NodeID? {
    var alternatives: [NodeID] = []
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

extension DomainParts {
  init(_ columns: [PartColumn?], _ attribution: Attribution, _ domain: DomainIndex) {
    self.init()
    for part in Part.allCases {
      self[part] = columns[part.rawValue]?.node(domain, attribution)
    }
  }

  /// All that one function needs; empty when the domain does not have it.
  func needs(of function: Function, supposed: NodeID?) -> [NodeID] {
    guard let (main, other) = pair(of: function, supposed: supposed) else { return [] }
    return other.map { [main, $0] } ?? [main]
  }

  /// The part that a function needs first, and what else it needs; nil when the domain does not
  /// have it.
  ///
  /// Whether an address without MX takes mail at all is not known: losing its DNS is no loss.
  func pair(of function: Function, supposed: NodeID?) -> (main: NodeID, other: NodeID?)? {
    guard let main = self[function.mainPart] else { return nil }
    if function == .receive, main == supposed { return (main, nil) }
    return (main, function.otherPart.flatMap { self[$0] })
  }
}

extension Node {
  /// The mail host that an address without MX may be.
  static let supposedMailHost = Node.unknown(.unattributed, .addressIsMailHost)
}

extension Binding {
  /// The part of a binding that its host decides.
  var outcome: Outcome { Outcome(status: status, reason: reason, provider: provider) }
}
