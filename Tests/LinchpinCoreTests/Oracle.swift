@testable import LinchpinCore

/// What fails when things stop, straight from the model, over named things: slow and obvious.
///
/// Shares nothing with the graph: components by reachability between names, sets by iteration.
struct Oracle {
  indirect enum Need {
    case thing(String)
    case all([Need])
    case any([Need])
  }

  let study: RandomStudy
  let mode: FailureMode
  let scope: CutoffScope
  private(set) var needs: [String: Need] = [:]
  /// By domain and function.
  private(set) var functions: [String: [Function: Need]] = [:]
  /// By domain: the mailboxes a service names, whichever of them count in this mode.
  private(set) var mailboxes: [String: Set<String>] = [:]
  /// Hosts that any function or zone hangs on.
  private(set) var hostsInUse: Set<String> = []
  private var components: [Set<String>] = []
  private var warm: Set<Int> = []
  private let asOf = CalendarDate("2026-04-28")

  static let unknown = "unknown"
  static let own = "own"

  init(_ study: RandomStudy, mode: FailureMode, scope: CutoffScope) {
    self.study = study
    self.mode = mode
    self.scope = scope
    needs[Self.unknown] = .all([])
    needs[Self.own] = .all([])
    addLaw()
    addProviders()
    for domain in study.domains { addHosts(of: domain) }
    for domain in study.domains { addFunctions(of: domain) }
    let inOutage =
      mode == .outage ? functions : Oracle(study, mode: .outage, scope: scope).functions
    mailboxes = inOutage.mapValues { Set($0[.read]?.things ?? []) }
    hostsInUse = Set(needs.values.flatMap(\.things))
    for found in functions.values { hostsInUse.formUnion(found.values.flatMap(\.things)) }
    for name in needs.values.flatMap({ $0.things }) where needs[name] == nil {
      needs[name] = .all([])
    }
    arrange()
  }

  // MARK: Law and providers

  private mutating func addLaw() {
    for company in study.catalogue.companies {
      let seat = company.seat.isEmpty ? Self.unknown : "jurisdiction:" + company.seat
      let owners = study.catalogue.ownerships.filter { edge in
        edge.owned == company.id && counts(edge)
      }
      needs["company:" + company.id] =
        .all([.thing(seat)] + owners.map { .thing("company:" + $0.owner) })
    }
  }

  private func counts(_ edge: Ownership) -> Bool {
    guard edge.status == .completed, let asOf else { return false }
    if let from = edge.validFrom, asOf < from { return false }
    if let to = edge.validTo, to <= asOf { return false }
    let controls = edge.kind == .controls || edge.kind == .owns && (edge.share ?? 100) >= 50
    switch scope {
    case .entity: return false
    case .group: return controls
    case .licences: return controls || edge.kind == .licensesTechnologyFrom
    }
  }

  private mutating func addProviders() {
    for provider in study.catalogue.providers {
      var all: [Need] = [.thing(provider.company.map { "company:" + $0 } ?? Self.unknown)]
      all += provider.dependsOn.map { .thing("provider:" + $0) }
      if !provider.nameServers.isEmpty, !provider.nameServers.contains(provider.id) {
        all.append(.any(provider.nameServers.map { .thing("provider:" + $0) }))
      }
      needs["provider:" + provider.id] = .all(all)
    }
    for organisation in study.organisations {
      needs["provider:organisation:" + organisation.id] =
        .thing(organisation.country.isEmpty ? Self.unknown : "jurisdiction:" + organisation.country)
    }
    for number in 0..<2 { needs["provider:t\(number).example"] = .thing(Self.unknown) }
  }

  // MARK: Names

  static func lies(_ name: String, in zone: String) -> Bool {
    name == zone || name.hasSuffix("." + zone)
  }

  private func registrable(_ name: String) -> String {
    name.split(separator: ".").suffix(2).joined(separator: ".")
  }

  /// The measured zone that holds a name.
  private func zone(of name: String) -> String? {
    study.domains.filter { $0.servers != nil && Self.lies(name, in: $0.name) }
      .map(\.name).max { $0.count < $1.count }
  }

  private func owner(of domain: RandomStudy.Domain) -> String {
    domain.organisation.isEmpty ? domain.name : domain.organisation
  }

  // MARK: Who runs a host

  func operatorThing(_ host: String, for domain: RandomStudy.Domain) -> String {
    let parent = registrable(host)
    if Self.lies(host, in: domain.name) { return ownThing(host) }
    if let provider = study.catalogue.providers.first(where: { "\($0.id).example" == parent }) {
      return "provider:" + provider.id
    }
    if parent == registrable(domain.name) { return ownThing(host) }
    guard let listed = study.domains.first(where: { registrable($0.name) == parent }) else {
      return "provider:" + parent
    }
    return owner(of: listed) == owner(of: domain)
      ? ownThing(host) : "provider:organisation:" + listed.organisation
  }

  private func systems(of host: String) -> [UInt32] {
    Array(Set(study.addresses.filter { $0.host == host }.compactMap(\.asn)))
  }

  private func provider(of system: UInt32) -> (provider: Provider, signature: Signature)? {
    for provider in study.catalogue.providers {
      for signature in provider.signatures where signature.value == "AS\(system)" {
        return (provider, signature)
      }
    }
    return nil
  }

  private func ownThing(_ host: String) -> String {
    let systems = systems(of: host)
    if systems.isEmpty { return Self.unknown }
    let hosting = systems.compactMap { provider(of: $0) }
      .filter { $0.signature.networkKind == .hosting }
    if hosting.isEmpty { return Self.own }
    let ids = Set(hosting.map(\.provider.id))
    return hosting.count == systems.count && ids.count == 1
      ? "provider:" + hosting[0].provider.id : Self.unknown
  }

  // MARK: Hosts and zones

  private mutating func addHosts(of domain: RandomStudy.Domain) {
    for host in domain.hosts {
      let addresses = study.addresses.filter { $0.host == host }
      let isKnown = !addresses.isEmpty && addresses.allSatisfy { $0.asn != nil }
      needs["host:" + host] =
        isKnown ? .any(systems(of: host).map { .thing("network:AS\($0)") }) : .all([])
    }
    for system in UInt32(64600)...64603 {
      let company = provider(of: system)?.provider.company
      needs["network:AS\(system)"] = .all(company.map { [.thing("company:" + $0)] } ?? [])
    }
    guard let servers = domain.servers else { return }
    var all: [Need] = [
      .any(
        servers.map { server in
          var use: [Need] = [
            .thing("host:" + server), .thing(operatorThing(server, for: domain)),
          ]
          let hasGlue = study.addresses.contains { $0.host == server }
          if !Self.lies(server, in: domain.name), !hasGlue, let zone = zone(of: server) {
            use.append(.thing("zone:" + zone))
          }
          return .all(use)
        })
    ]
    let above = domain.name.drop { $0 != "." }.dropFirst()
    if let parent = zone(of: String(above)) { all.append(.thing("zone:" + parent)) }
    needs["zone:" + domain.name] = .all(all)
  }

  // MARK: Functions

  private mutating func addFunctions(of domain: RandomStudy.Domain) {
    var found: [Function: Need] = [:]
    let dns = Need.thing(domain.servers == nil ? Self.unknown : "zone:" + domain.name)
    if domain.servers != nil || domain.isDNSFailed { found[.dns] = dns }
    if let receive = receive(domain) { found[.receive] = .all([receive, dns]) }
    if let read = read(domain) { found[.read] = read }
    if let edge = domain.edge, !Self.lies("www.\(edge).example", in: domain.name) {
      var web: [Need] = [.thing("provider:" + edge), dns]
      if let zone = zone(of: "www.\(edge).example") { web.append(.thing("zone:" + zone)) }
      found[.web] = .all(web)
    }
    functions[domain.name] = found
  }

  private func isGateway(_ thing: String) -> Bool {
    study.catalogue.providers.contains { "provider:" + $0.id == thing && $0.isGateway }
  }

  /// Exchangers without preference count as tried in the order of the list.
  private func ranked(_ domain: RandomStudy.Domain) -> [(
    exchanger: String, thing: String, rank: Int
  )] {
    (domain.exchangers ?? []).enumerated().map { number, exchanger in
      (
        exchanger.host, operatorThing(exchanger.host, for: domain),
        exchanger.preference.map { Int($0) } ?? number
      )
    }
  }

  private func isUndecided(_ domain: RandomStudy.Domain) -> Bool {
    mode == .termination && Set(ranked(domain).map(\.thing)).count > 1
      && (domain.exchangers ?? []).allSatisfy { $0.preference == nil }
  }

  private func receive(_ domain: RandomStudy.Domain) -> Need? {
    if domain.isMailFailed { return .thing(Self.unknown) }
    let all = ranked(domain)
    if all.isEmpty { return nil }
    if isUndecided(domain) { return .thing(Self.unknown) }
    let best = all.map(\.rank).min()
    let hasPreference = (domain.exchangers ?? []).contains { $0.preference != nil }
    let counted =
      mode == .outage || !hasPreference ? all : all.filter { $0.rank == best }
    return .any(
      counted.map { use in
        var need: [Need] = [.thing("host:" + use.exchanger), .thing(use.thing)]
        if let zone = zone(of: use.exchanger) { need.append(.thing("zone:" + zone)) }
        return .all(need)
      })
  }

  private func read(_ domain: RandomStudy.Domain) -> Need? {
    let named = domain.dkim.map { "provider:" + $0 }
    if domain.isMailFailed { return .thing(named ?? Self.unknown) }
    let all = ranked(domain)
    if all.isEmpty { return named.map { .thing($0) } }
    var mailboxes = all.filter {
      !isGateway($0.thing) && (named == nil || $0.thing == named)
    }.map { (thing: $0.thing, rank: $0.rank) }
    if let named { mailboxes.append((named, -1)) }
    if mailboxes.isEmpty { return .thing(Self.unknown) }
    if mode == .termination {
      if isUndecided(domain), Set(mailboxes.map(\.thing)).count > 1 { return .thing(Self.unknown) }
      let best = mailboxes.map(\.rank).min()
      mailboxes.removeAll { $0.rank != best }
    }
    return .any(mailboxes.map { .thing($0.thing) })
  }

  // MARK: Failure

  private mutating func arrange() {
    var reach: [String: Set<String>] = [:]
    for name in needs.keys {
      var seen: Set<String> = [name]
      var stack = [name]
      while let next = stack.popLast() {
        for other in needs[next]?.things ?? [] where seen.insert(other).inserted {
          stack.append(other)
        }
      }
      reach[name] = seen
    }
    var placed: Set<String> = []
    while placed.count < needs.count {
      for name in needs.keys.sorted() where !placed.contains(name) {
        let component = Set(
          (reach[name] ?? []).filter { reach[$0]?.contains(name) ?? false })
        let below = (reach[name] ?? []).subtracting(component)
        guard below.isSubset(of: placed) else { continue }
        components.append(component)
        placed.formUnion(component)
      }
    }
    let everything = Set(needs.keys)
    for (number, component) in components.enumerated() {
      let least = least(component, [], everything.subtracting(component))
      if !component.isSubset(of: least) { warm.insert(number) }
    }
  }

  private func least(
    _ component: Set<String>, _ stopped: Set<String>, _ below: Set<String>
  ) -> Set<String> {
    var standing = below
    while true {
      let more = component.subtracting(standing).subtracting(stopped)
        .filter { needs[$0]?.holds(standing) ?? true }
      if more.isEmpty { return standing }
      standing.formUnion(more)
    }
  }

  private func greatest(
    _ component: Set<String>, _ stopped: Set<String>, _ below: Set<String>
  ) -> Set<String> {
    var standing = below.union(component.subtracting(stopped))
    while true {
      let fallen = component.intersection(standing)
        .filter { !(needs[$0]?.holds(standing) ?? true) }
      if fallen.isEmpty { return standing }
      standing.subtract(fallen)
    }
  }

  /// W(X).
  func standing(without stopped: Set<String>) -> Set<String> {
    var standing: Set<String> = []
    for (number, component) in components.enumerated() {
      standing =
        warm.contains(number)
        ? greatest(component, stopped, standing) : least(component, stopped, standing)
    }
    return standing
  }
}

extension Oracle.Need {
  var things: [String] {
    switch self {
    case .thing(let name): [name]
    case .all(let parts), .any(let parts): parts.flatMap(\.things)
    }
  }

  func holds(_ standing: Set<String>) -> Bool {
    switch self {
    case .thing(let name): standing.contains(name)
    case .all(let parts): parts.allSatisfy { $0.holds(standing) }
    case .any(let parts): parts.isEmpty || parts.contains { $0.holds(standing) }
    }
  }
}
