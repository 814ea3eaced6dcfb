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

  /// One family's parts by the class of their states, and what is known of the family.
  private struct FamilyState: Hashable {
    /// By part of the family; nil where the domain has no such part.
    var parts: [UInt32?]
    var isAsked: Bool
    var isSupposed: Bool
  }

  init(_ graph: DependencyGraph, _ jurisdictions: [String], _ relevant: ServiceSet) {
    // A legal order over nothing in the graph stops nothing that is known.
    var laws = jurisdictions.map { code in
      FunctionStates(
        graph, stopping: NodeSet([graph.number(of: .jurisdiction(code))].compactMap(\.self)))
    }
    var classes = Numbering<[FunctionState]>()
    var classOf = ContiguousArray<UInt32?>(repeating: nil, count: graph.nodes.count)
    func stateClass(of node: NodeID?) -> UInt32? {
      guard let node else { return nil }
      if let known = classOf[Int(node)] { return known }
      let found = classes.number(of: laws.indices.map { laws[$0].state(of: node) })
      classOf[Int(node)] = found
      return found
    }
    let attribution = graph.attribution
    var found: [[FamilyState]] = []
    let ofFamily = RecordFamily.allCases.map { family in
      var numbering = Numbering<FamilyState>()
      let parts = family.parts
      func number(_ nodes: [NodeID?], _ profile: UInt32) -> UInt32 {
        return numbering.number(
          of: FamilyState(
            parts: nodes.map(stateClass),
            isAsked: family.askedRoles.isEmpty || attribution.isAsked(family, profile),
            isSupposed: graph.supposed != nil && nodes.first == graph.supposed))
      }
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
    kinds = DomainKinds(attribution, classes: ofFamily)
    states = Self.judge(kinds.kinds, found, classes.values, jurisdictions.count, relevant)
  }

  /// By legal order and kind: the best and worst of its functions.
  private static func judge(
    _ kinds: ContiguousArray<DomainKinds.Kind>, _ families: [[FamilyState]],
    _ classes: [[FunctionState]], _ laws: Int,
    _ relevant: ServiceSet
  ) -> [[StateRange]] {
    var result = Array(repeating: Array(repeating: StateRange(), count: kinds.count), count: laws)
    let functions = Function.allCases.filter { relevant.contains($0.service) }
    let services = RecordFamily.allCases.filter { family in
      family.askedRoles.first.map { relevant.contains($0.service) } ?? false
    }
    // Where each part stands: in which family, at which place.
    let places = DomainParts.Part.allCases.map { part in
      (family: part.family.rawValue, place: part.family.parts.firstIndex(of: part) ?? 0)
    }
    for (number, kind) in kinds.enumerated() {
      func states(_ part: DomainParts.Part?) -> [FunctionState]? {
        guard let part else { return nil }
        let (family, place) = places[part.rawValue]
        return families[family][Int(kind[family])].parts[place].map { classes[Int($0)] }
      }
      let mail = RecordFamily.mail.rawValue
      let isSupposed = families[mail][Int(kind[mail])].isSupposed
      let isUnknown = services.contains { !families[$0.rawValue][Int(kind[$0.rawValue])].isAsked }
      for function in functions {
        guard let main = states(function.mainPart) else { continue }
        let other =
          function == .receive && isSupposed ? nil : states(function.otherPart)
        for law in 0..<laws { result[law][number].see(max(main[law], other?[law] ?? main[law])) }
      }
      if isUnknown { for law in 0..<laws { result[law][number].see(.unknown) } }
    }
    return result
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
