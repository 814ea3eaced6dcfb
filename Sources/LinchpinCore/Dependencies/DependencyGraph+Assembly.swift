import Graphs

extension DependencyGraph {
  /// Assembles the graph of an attribution: companies and law, providers, hosts, functions, and
  /// the units of a population that have them.
  /// - Complexity: O(bindings + facts).
  public convenience init(_ attribution: Attribution, _ population: Population, options: Options) {
    var assembly = Assembly(attribution, options)
    assembly.addProviders()
    assembly.addHosts()
    assembly.addFunctions()
    let units = assembly.addUnits(of: population)
    let functions = assembly.functions
    let zones = Dictionary(
      assembly.zoneNodes.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let frozen = assembly.pool.freeze()
    self.init(
      attribution: attribution, options: options, graph: frozen.graph, nodes: frozen.nodes,
      numbers: frozen.numbers, zones: zones, functions: functions, units: units)
  }
}

/// The steps of assembling, in the order in which things depend on each other.
struct Assembly {
  let attribution: Attribution
  let options: DependencyGraph.Options
  let law: LegalControl
  var pool = RequirementPool()
  var functions: [ContiguousArray<NodeID>]
  /// The zone node of every measured domain with name servers.
  var zones: [DomainIndex: NodeID] = [:]
  /// What hosts in these zones need, connected once every zone is known.
  var zoneNodes: [DomainIndex: NodeID] = [:]

  var snapshot: Snapshot { attribution.snapshot }

  init(_ attribution: Attribution, _ options: DependencyGraph.Options) {
    self.attribution = attribution
    self.options = options
    law = LegalControl(attribution.rules.catalogue, asOf: options.asOf)
    functions = Function.allCases.map { _ in
      ContiguousArray(
        repeating: DependencyGraph.noNode, count: attribution.snapshot.domainCount)
    }
  }

  mutating func unknown(_ status: BindingStatus, _ reason: BindingReason = .none) -> NodeID {
    pool.named(.unknown(status, reason)).number
  }

  // MARK: Providers, companies, law

  /// Numbers jurisdictions, companies and providers by kind and id, then connects them.
  mutating func addProviders() {
    let catalogue = attribution.rules.catalogue
    for company in catalogue.companies.indices.sorted(by: {
      catalogue.companies[$0].id < catalogue.companies[$1].id
    }) {
      _ = pool.named(.company(company))
    }
    let providers = attribution.providers
    let order = providers.indices.sorted { providers[$0].id < providers[$1].id }
    for provider in order { _ = pool.named(.provider(provider)) }
    for company in catalogue.companies.indices { connect(company: company) }
    for provider in order { connect(provider: provider) }
  }

  private mutating func connect(company: Int) {
    let number = pool.named(.company(company)).number
    let catalogue = attribution.rules.catalogue
    let seat = catalogue.companies[company].seat
    pool.connect(
      number, to: pool.named(seat.isEmpty ? .unknownLaw : .jurisdiction(seat)).number)
    for edge in law.controllers(of: company, scope: options.scope) {
      guard let owner = attribution.rules.index.companies[edge.owner] else { continue }
      pool.connect(number, to: pool.named(.company(owner)).number)
    }
  }

  private mutating func connect(provider: Int) {
    let number = pool.named(.provider(provider)).number
    let entry = attribution.providers[provider]
    switch entry.origin {
    case .organisation(let organisation):
      let country = snapshot.organisations.country(organisation)
      pool.connect(
        number, to: pool.named(country.isEmpty ? .unknownLaw : .jurisdiction(country)).number)
    case .domain: pool.connect(number, to: pool.named(.unknownLaw).number)
    case .catalogue(let position):
      let company = entry.company.map { Node.company($0) } ?? .unknownLaw
      pool.connect(number, to: pool.named(company).number)
      let facts = attribution.rules.catalogue.providers[position]
      for other in facts.dependsOn {
        guard let other = attribution.rules.index.providers[other] else { continue }
        pool.connect(number, to: pool.named(.provider(other)).number)
      }
      connectNameServers(of: facts, number, position)
    }
  }

  /// Any of the providers that serve its zone will do; one that serves its own needs no other.
  private mutating func connectNameServers(of facts: Provider, _ number: NodeID, _ own: Int) {
    let servers = facts.nameServers.compactMap { attribution.rules.index.providers[$0] }
    guard !servers.isEmpty, !servers.contains(own) else { return }
    let nodes = servers.map { pool.named(.provider($0)).number }
    pool.connect(number, to: pool.require(.any, of: nodes))
  }
}
