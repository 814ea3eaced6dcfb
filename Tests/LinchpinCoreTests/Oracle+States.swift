@testable import LinchpinCore

/// What becomes of functions and organisations, from the two solutions of the model.
extension Oracle {
  struct Outcome {
    let oracle: Oracle
    let standing: Set<String>
    let standingWithoutUnknown: Set<String>

    func state(_ need: Need) -> FunctionState {
      if !need.holds(standing) { return .lost }
      if !need.holds(standingWithoutUnknown) { return .unknown }
      var seen: Set<String> = []
      return isDegraded(need, &seen) ? .degraded : .unaffected
    }

    /// Whether a member of an `any` has failed, in the function itself, its zones and its hosts.
    private func isDegraded(_ need: Need, _ seen: inout Set<String>) -> Bool {
      switch need {
      case .thing(let name):
        guard name.hasPrefix("zone:") || name.hasPrefix("host:"), seen.insert(name).inserted,
          let inner = oracle.needs[name]
        else { return false }
        return isDegraded(inner, &seen)
      case .all(let parts): return parts.contains { isDegraded($0, &seen) }
      case .any(let parts):
        return parts.contains { !$0.holds(standing) } || parts.contains { isDegraded($0, &seen) }
      }
    }

    func state(of domains: [RandomStudy.Domain]) -> UnitState {
      var seen: Set<FunctionState> = []
      for domain in domains {
        for need in (oracle.functions[domain.name] ?? [:]).values { seen.insert(state(need)) }
        if domain.exchangers == nil && !domain.isMailFailed { seen.insert(.unknown) }
        if domain.servers == nil && !domain.isDNSFailed { seen.insert(.unknown) }
        if domain.edge == nil { seen.insert(.unknown) }
      }
      if seen == [.lost] { return .allLost }
      if seen.contains(.lost) { return .lost }
      if seen.contains(.unknown) { return .unknown }
      return seen.contains(.degraded) ? .degraded : .unaffected
    }

    /// The functions a unit loses.
    func lost(_ domains: [RandomStudy.Domain]) -> Set<Function> {
      Set(
        domains.flatMap { domain in
          (oracle.functions[domain.name] ?? [:]).filter { state($0.value) == .lost }.keys
        })
    }
  }

  func outcome(stopping things: Set<String>) -> Outcome {
    Outcome(
      oracle: self, standing: standing(without: things),
      standingWithoutUnknown: standing(without: things.union([Self.unknown])))
  }

  /// The domains of every organisation; a domain nobody lists is one of its own.
  var units: [(id: String, domains: [RandomStudy.Domain])] {
    let groups = Dictionary(grouping: study.domains) {
      $0.organisation.isEmpty ? $0.name : $0.organisation
    }
    return groups.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
  }

  /// Whether the input asked about a function, so that its absence means there is none.
  func isAsked(_ function: Function, _ domain: RandomStudy.Domain) -> Bool {
    switch function {
    case .receive, .read: domain.exchangers != nil || domain.isMailFailed
    case .dns: domain.servers != nil || domain.isDNSFailed
    case .web: domain.edge != nil
    case .send, .identity, .application: true
    }
  }

  /// Everything that can be stopped, as `KIND:ID`.
  var things: [String] {
    needs.keys.filter { name in
      Node.Kind.allCases.contains { name.hasPrefix($0.rawValue + ":") }
    }.sorted()
  }

  /// Whether a service of a domain names a thing: one of its hosts or their networks, or a
  /// provider of it, or what these belong to.
  func names(_ thing: String, _ function: Function, _ domain: RandomStudy.Domain) -> Bool {
    var named: Set<String> = []
    func add(_ hosts: [String], counted: Set<String>) {
      for host in hosts {
        named.insert("host:" + host)
        named.insert(operatorThing(host, for: domain))
        // In termination less preferred exchangers are no part of the service.
        if counted.contains(host) || hostsInUse.contains("host:" + host) {
          named.formUnion(needs["host:" + host]?.things ?? [])
        }
      }
    }
    switch function {
    case .receive:
      let all = domain.exchangers ?? []
      let best = mode == .outage ? nil : all.compactMap(\.preference).min()
      add(
        all.map(\.host),
        counted: Set(all.filter { best == nil || $0.preference == best }.map(\.host)))
    case .read: named.formUnion(mailboxes[domain.name] ?? [])
    case .dns: add(domain.servers ?? [], counted: Set(domain.servers ?? []))
    case .web: named.formUnion(domain.edge.map { ["provider:" + $0] } ?? [])
    case .send, .identity, .application: break
    }
    var stack = Array(named)
    while let next = stack.popLast() {
      if next == thing { return true }
      // Belonging goes up through companies to legal orders, not to what a provider runs on.
      for above in needs[next]?.things ?? []
      where ["company:", "jurisdiction:"].contains(where: { above.hasPrefix($0) })
        && named.insert(above).inserted
      {
        stack.append(above)
      }
    }
    return false
  }
}
