import Graphs

extension DependencyGraph {
  /// Assembles the graph of an attribution: companies and law, providers, hosts, and the parts that
  /// functions need. With a population it answers for units, without one for domains alone.
  /// - Complexity: O(bindings + facts).
  public convenience init(
    _ attribution: Attribution, _ population: Population? = nil, options: Options
  ) {
    var assembly = Assembly(attribution, options)
    assembly.addProviders()
    assembly.addZones()
    assembly.addParts()
    assembly.connectZones()
    let (columns, namesHosts) = (assembly.columns, assembly.namesHosts)
    let zones = Dictionary(
      assembly.zoneNodes.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let frozen = assembly.pool.freeze()
    self.init(
      attribution: attribution, population: population, options: options, graph: frozen.graph,
      nodes: frozen.nodes, numbers: frozen.numbers, zones: zones, columns: columns,
      namesHosts: namesHosts)
  }
}

/// The steps of assembling, in the order in which things depend on each other.
struct Assembly {
  let attribution: Attribution
  let options: DependencyGraph.Options
  let law: LegalControl
  var pool = RequirementPool()
  /// By part, once made.
  var columns: [PartColumn?] = DomainParts.Part.allCases.map { _ in nil }
  /// The DNS of zones that is their domain's own.
  var zones: [DomainIndex: NodeID] = [:]
  /// By provider, once they are added.
  var providerNodes: ContiguousArray<NodeID> = []
  /// What hosts in these zones need, connected once every zone is known.
  var zoneNodes: [DomainIndex: NodeID] = [:]

  var snapshot: Snapshot { attribution.snapshot }

  init(_ attribution: Attribution, _ options: DependencyGraph.Options) {
    self.attribution = attribution
    self.options = options
    law = LegalControl(attribution.rules.catalogue, asOf: options.asOf)
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
    providerNodes = ContiguousArray(repeating: DependencyGraph.noNode, count: providers.count)
    for provider in order { providerNodes[provider] = pool.named(.provider(provider)).number }
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
