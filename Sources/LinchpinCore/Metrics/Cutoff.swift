import Graphs

extension Exposure.Cutoff {
  /// How many units of each population lose how much when everything under one legal order stops,
  /// with unknowns taken as standing and as failed.
  /// - Complexity: two solutions of the graph for each legal order, then O(domains).
  static func measure(
    _ graph: DependencyGraph, _ populations: [Population], jurisdictions: [String],
    relevant: ServiceSet
  ) -> [[Self]] {
    let cuts = LawCuts(graph, jurisdictions, relevant)
    return populations.map { population in
      var results = jurisdictions.map { _ in Self() }
      if population.unit == .domain {
        for (kind, number) in cuts.kinds.count(in: population).enumerated() where number > 0 {
          for law in results.indices {
            results[law].add(UnitState([cuts.states[law][kind]]), times: number)
          }
        }
      } else {
        population.forEachUnit { unit in
          for law in results.indices {
            let domains = unit.domains.lazy.map { cuts.states[law][cuts.kinds[$0]] }
            results[law].add(UnitState(domains), times: 1)
          }
        }
      }
      return results
    }
  }

  private mutating func add(_ state: UnitState, times number: Int) {
    switch state {
    case .allLost: allLost += number
    case .lost: lost += number
    case .unknown: unknown += number
    case .degraded: degraded += number
    case .unaffected: unaffected += number
    }
  }
}

/// What becomes of domains when everything under one legal order stops, for several of them.
private struct LawCuts {
  /// Domains by what becomes of their parts under every legal order.
  let kinds: DomainKinds
  /// By legal order and kind: the best and the worst of its functions.
  let states: [[StateRange]]

  /// One family's parts as they fare under every legal order.
  private struct FamilyState: Hashable {
    /// By part of the family, then legal order; empty where the domain has no such part.
    var parts: [[FunctionState]]
    var asked: [Bool]
    var isSupposed: Bool
  }

  init(_ graph: DependencyGraph, _ jurisdictions: [String], _ relevant: ServiceSet) {
    var laws = jurisdictions.map { LawStates(graph, stopping: $0) }
    var known: [NodeID: [FunctionState]] = [:]
    func states(of node: NodeID?) -> [FunctionState] {
      guard let node else { return [] }
      if let states = known[node] { return states }
      let states = laws.indices.map { laws[$0].states.state(of: node) }
      known[node] = states
      return states
    }
    let attribution = graph.attribution
    var found: [[FamilyState]] = []
    let classes = RecordFamily.allCases.map { family in
      var numbering = Numbering<FamilyState>()
      func number(_ nodes: [NodeID?], _ profile: UInt32) -> UInt32 {
        numbering.number(
          of: FamilyState(
            parts: nodes.map(states),
            asked: family.askedRoles.map { attribution.isAsked($0, family, profile) },
            isSupposed: nodes.first == graph.supposed && graph.supposed != nil))
      }
      let parts = family.parts
      let ofProfile = (0..<UInt32(attribution.profileCount(family))).map { profile in
        number(parts.map { graph.node(of: $0, profile: profile) }, profile)
      }
      var ofDomain: [DomainIndex: UInt32] = [:]
      for domain in graph.particularDomains(parts) {
        let own = graph.parts(of: domain)
        ofDomain[domain] = number(
          parts.map { own[$0] }, attribution.profileNumber(family, of: domain))
      }
      found.append(numbering.values)
      return DomainKinds.Classes(
        ofProfile: ContiguousArray(ofProfile), ofDomain: ofDomain, count: numbering.values.count)
    }
    let kinds = DomainKinds(attribution, classes: classes)
    self.kinds = kinds
    self.states = jurisdictions.indices.map { law in
      kinds.kinds.map { kind in
        let families = zip(found, kind).map { $0[$1] }
        return Self.range(families, law, relevant)
      }
    }
  }

  /// The best and worst of a domain's functions under one legal order.
  private static func range(
    _ families: [FamilyState], _ law: Int, _ relevant: ServiceSet
  ) -> StateRange {
    func state(_ part: DomainParts.Part) -> FunctionState? {
      let family = part.family
      guard let place = family.parts.firstIndex(of: part) else { return nil }
      let states = families[family.rawValue].parts[place]
      return states.isEmpty ? nil : states[law]
    }
    var range = StateRange()
    for function in Function.allCases where relevant.contains(function.service) {
      guard let main = state(function.mainPart) else { continue }
      let isSupposed = function == .receive && families[RecordFamily.mail.rawValue].isSupposed
      let other = isSupposed ? nil : function.otherPart.flatMap(state)
      range.see(max(main, other ?? main))
    }
    for family in RecordFamily.allCases {
      guard let service = family.askedRoles.first?.service, relevant.contains(service)
      else { continue }
      if !families[family.rawValue].asked.contains(true) { range.see(.unknown) }
    }
    return range
  }
}

/// The states of nodes when everything under one legal order stops.
private struct LawStates {
  var states: FunctionStates

  init(_ graph: DependencyGraph, stopping code: String) {
    // A legal order over nothing in the graph stops nothing that is known.
    let law = graph.number(of: .jurisdiction(code)).map { [$0] } ?? []
    let failed = graph.failure.failed(by: law)
    let possible = graph.failure.failed(by: law + Array(graph.unknowns))
    states = FunctionStates(
      graph, fails: { failed.contains($0) }, mightFail: { possible.contains($0) })
  }
}

extension RecordFamily {
  /// The parts of a domain's functions that the family's records decide.
  var parts: [DomainParts.Part] { DomainParts.Part.allCases.filter { $0.family == self } }

  /// The roles of which one must have been asked about for its service to be known; none where the
  /// service exists only if somebody declared it or it left a trace.
  var askedRoles: [Role] {
    switch self {
    case .mail: [.mailExchange]
    case .nameServers: [.authoritativeDNS]
    case .web: [.webEdge, .webOrigin]
    case .senders, .identity, .applications: []
    }
  }
}
