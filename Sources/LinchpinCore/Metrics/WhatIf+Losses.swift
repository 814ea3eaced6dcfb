import Graphs

/// Finds what single units lose, and by what way; ways are told once for all that need the same.
struct Losses {
  private let graph: DependencyGraph
  private let failed: NodeSet
  private let stops: NodeSet
  private let functions: [Function]
  private var reasons: [[NodeID]: [String]] = [:]
  private var gateways: GatewayLosses

  init(_ graph: DependencyGraph, failed: NodeSet, stops: NodeSet, _ services: ServiceSet) {
    self.graph = graph
    self.failed = failed
    self.stops = stops
    functions = Function.allCases.filter { services.contains($0.service) }
    gateways = GatewayLosses(graph, failed: failed)
  }

  /// What a unit loses; nil when that is nothing.
  mutating func loss(of unit: Population.Member) -> WhatIf.Loss? {
    var lost: [Function] = []
    var because: [[String]] = []
    let snapshot = graph.attribution.snapshot
    var domains = Array(unit.domains)
    if domains.count > 1 { domains.sort { snapshot.name(of: $0) < snapshot.name(of: $1) } }
    for function in functions {
      for domain in domains {
        let needs = graph.needs(of: function, for: domain)
        guard needs.contains(where: failed.contains) else { continue }
        lost.append(function)
        because.append(reason(needs))
        break
      }
    }
    if lost.isEmpty { return nil }
    let organisation = snapshot.organisations[unit.organisation]
    let (id, name) = graph.names(of: unit)
    return WhatIf.Loss(
      id: id, name: name, sector: organisation.sector, functions: lost, because: because,
      isOnlyGateway: lost.contains(.receive) && gateways.areAll(of: domains))
  }

  private mutating func reason(_ needs: [NodeID]) -> [String] {
    if let known = reasons[needs] { return known }
    let found = graph.reason(ofNeeding: needs, failed: failed, stops: stops)
    reasons[needs] = found
    return found
  }
}

/// Tells domains that lose only a gateway: mail no longer comes in, while the mailbox behind it
/// stands or is not known.
private struct GatewayLosses {
  private let graph: DependencyGraph
  private let failed: NodeSet
  /// By mail profile, once asked for.
  private var known: [UInt32: Bool] = [:]

  init(_ graph: DependencyGraph, failed: NodeSet) {
    self.graph = graph
    self.failed = failed
  }

  /// Whether all domains that lose receiving lose but a gateway, and none of the domains reading.
  mutating func areAll(of domains: [DomainIndex]) -> Bool {
    for domain in domains {
      let parts = graph.parts(of: domain)
      if graph.needs(of: .read, parts).contains(where: failed.contains) { return false }
      let needs = graph.needs(of: .receive, parts)
      guard needs.contains(where: failed.contains) else { continue }
      // Where the domain's DNS fails, more than a gateway does.
      guard let exchangers = needs.first, failed.contains(exchangers),
        !needs.dropFirst().contains(where: failed.contains), hasOnlyGateways(domain)
      else { return false }
    }
    return true
  }

  /// Whether all exchangers that stop are gateways, and at least one does.
  private mutating func hasOnlyGateways(_ domain: DomainIndex) -> Bool {
    let attribution = graph.attribution
    let profile = attribution.profileNumber(.mail, of: domain)
    if let known = known[profile] { return known }
    let exchangers = attribution.bindings(.mail, ofProfile: profile).filter {
      $0.role == .mailExchange && $0.tier <= graph.options.tier
    }
    let best = graph.options.mode == .termination ? exchangers.map(\.rank).min() : nil
    let falling = exchangers.filter { binding in
      guard best == nil || binding.rank == best, let provider = binding.provider,
        let node = graph.number(of: .provider(provider))
      else { return false }
      return failed.contains(node)
    }
    let found = !falling.isEmpty && falling.allSatisfy { attribution.isGateway($0) }
    known[profile] = found
    return found
  }
}

extension Attribution {
  /// Whether the catalogue marks a binding's provider as a gateway.
  fileprivate func isGateway(_ binding: Binding) -> Bool {
    guard let provider = binding.provider,
      case .catalogue(let position) = providers[provider].origin
    else { return false }
    return rules.catalogue.providers[position].isGateway
  }
}

extension DependencyGraph {
  /// The shortest way from what needs all of some nodes down through failed nodes to what stopped;
  /// of several the first by name, so that node numbers, which follow the input, never show.
  /// - Complexity: O(failed nodes reached).
  func reason(ofNeeding needs: [NodeID], failed: NodeSet, stops: NodeSet) -> [String] {
    var layers = [Set(needs.filter { failed.contains($0) }).sorted()]
    var seen = NodeSet(layers[0])
    while let last = layers.last, !last.isEmpty, !last.contains(where: stops.contains) {
      layers.append(
        last.flatMap { graph.dependencies(of: $0) }
          .filter { failed.contains($0) && seen.insert($0) })
    }
    var ways: [NodeID: [String]] = [:]
    for layer in layers.reversed() {
      var above: [NodeID: [String]] = [:]
      for node in layer {
        let below = graph.dependencies(of: node).compactMap { ways[$0] }
          .min { $0.lexicographicallyPrecedes($1) }
        guard let way = stops.contains(node) ? [] : below else { continue }
        let named = nodes[Int(node)]
        if named != .requirement {
          above[node] = [describe(named).name] + way
        } else {
          above[node] = (zoneLabel(of: node).map { [$0] } ?? []) + way
        }
      }
      ways = above
    }
    return ways.values.min { $0.lexicographicallyPrecedes($1) } ?? []
  }
}
