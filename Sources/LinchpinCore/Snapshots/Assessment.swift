/// Every number about one snapshot under one set of rules: what all reports are made from.
///
/// Reporters choose and format; nothing is computed after this.
public struct Assessment: Sendable {
  public let attribution: Attribution
  public let options: AssessmentOptions
  /// The date whose ownership counts.
  public let asOf: CalendarDate?
  /// Suppositions in force, in words; empty for the world as it is.
  public let scenario: [String]
  public let organisationCount: Int
  public let domainCount: Int
  public let coverage: [Coverage]
  public let shares: [Share]
  public let concentration: [Concentration]
  public let redundancy: [Redundancy]
  public let exposure: [Exposure]
  /// Empty unless asked for, and where units are counted in parts: ties overlap.
  public let ties: [ServiceTies]
  /// Empty unless asked for.
  public let reach: [ProviderReach]
  /// nil unless asked for.
  public let networkProfile: NetworkProfile?
  /// What becomes of the units if what the options name stops; nil where nothing is named. What is
  /// not there stops nothing.
  public let failure: WhatIf?

  public var snapshot: Snapshot { attribution.snapshot }

  /// Measures a snapshot under rules.
  /// - Complexity: O(facts + bindings), and one solution of the dependency graph.
  public init(
    _ snapshot: Snapshot, under rules: Rules, options: AssessmentOptions, scenario: [String] = []
  ) {
    self.init(Attribution(snapshot, under: rules), options: options, scenario: scenario)
  }

  public init(
    _ attribution: Attribution, options: AssessmentOptions, scenario: [String] = []
  ) {
    let snapshot = attribution.snapshot
    let population = Population(snapshot, options: options)
    let date = options.asOf ?? snapshot.measured?.upperBound
    let measure = Measurement(attribution, options: options, asOf: date)
    self.attribution = attribution
    self.options = options
    self.scenario = scenario
    asOf = date
    organisationCount = population.organisations.count
    domainCount = population.domainCount
    coverage = Coverage.measure(
      attribution, population, roles: options.selection.countedRoles
    ).filter(\.isMeasured)
    let roles = coverage.map(\.role)
    var parts: [(cut: Cut?, population: Population)] = [(nil, population)]
    if let dimension = options.by {
      parts += population.split(by: dimension).map {
        (Cut(dimension: dimension, value: $0.value), $0.part)
      }
    }
    let views = parts.map { part in
      (part.cut, RoleView.views(attribution, part.population, roles: roles))
    }
    let counted = views.map { cut, views in measure.sharesAndConcentration(views, by: cut) }
    shares = counted.flatMap(\.shares)
    concentration = counted.flatMap(\.concentration)
    redundancy = views.flatMap { cut, views in measure.redundancy(views, by: cut) }
    let codes = measure.jurisdictionsInUse()
    let graph = DependencyGraph(
      attribution,
      options: .init(
        tier: options.tier, mode: options.mode, scope: options.scope, asOf: date))
    exposure = measure.exposure(graph, parts, to: codes)
    failure =
      options.stopped.isEmpty ? nil : measure.failure(population)
    networkProfile =
      options.extras.contains(.networkProfile)
      ? NetworkProfile(attribution, population, asOf: date) : nil
    // Ties and reach overlap by nature: where units are counted in parts there are none.
    let extras = options.shareCount == .any ? options.extras : []
    ties =
      extras.contains(.ties)
      ? parts.flatMap { measure.ties($0.population, roles: roles, by: $0.cut) } : []
    reach =
      extras.contains(.reach)
      ? measure.reach(views.first?.1 ?? [], population, roles: roles) : []
  }
}

/// What the measurements of one assessment share.
private struct Measurement {
  let attribution: Attribution
  let options: AssessmentOptions
  let asOf: CalendarDate?
  let groupings: [Grouping]
  let law: Grouping

  init(_ attribution: Attribution, options: AssessmentOptions, asOf: CalendarDate?) {
    self.attribution = attribution
    self.options = options
    self.asOf = asOf
    let control = LegalControl(attribution.rules.catalogue, asOf: asOf)
    law = Grouping(.jurisdiction, attribution, law: control)
    groupings = options.levels.map { Grouping($0, attribution, law: control) }
  }

  /// Both from one count of the groups, where both count alike.
  func sharesAndConcentration(
    _ views: [RoleView], by cut: Cut?
  ) -> (shares: [Share], concentration: [Concentration]) {
    var shares: [Share] = []
    var concentration: [Concentration] = []
    for view in views {
      for grouping in groupings {
        let tally = Tally(
          attribution, view, grouping: grouping, count: options.concentrationCount,
          tier: options.tier)
        shares += Share.measure(
          attribution, view, grouping: grouping, tally: tally, options: options, by: cut)
        if let found = Concentration.measure(
          attribution, view, grouping: grouping, law: law, tally: tally, options: options, by: cut)
        {
          concentration.append(found)
        }
      }
    }
    return (shares, concentration)
  }

  func redundancy(_ views: [RoleView], by cut: Cut?) -> [Redundancy] {
    views.flatMap { view in
      groupings.map { grouping in
        Redundancy.measure(
          attribution, view, grouping: grouping, tier: options.tier, by: cut)
      }
    }
  }

  /// Provider by provider nobody is tied to a service: a service is many roles, a company one.
  func ties(_ population: Population, roles: [Role], by cut: Cut?) -> [ServiceTies] {
    let levels = groupings.filter { $0.level != .provider }
    return Service.allCases.filter { service in roles.contains { $0.service == service } }
      .map { service in
        ServiceTies.measure(
          service, roles: roles, attribution, population,
          groupings: levels.isEmpty ? groupings : levels, by: cut)
      }
  }

  func reach(_ views: [RoleView], _ population: Population, roles: [Role]) -> [ProviderReach] {
    let chains = SupplyChains(attribution)
    let graph = DependencyGraph(
      attribution, population,
      options: .init(
        tier: options.tier, mode: options.mode, scope: options.scope, asOf: asOf))
    let points = Chokepoint.ranked(graph, kinds: [.provider, .company, .jurisdiction])
    return views.flatMap { view in
      groupings.flatMap { grouping in
        ProviderReach.measure(
          attribution, view, grouping: grouping, tier: options.tier, chains: chains,
          blast: view.role.function.map { function in
            Dictionary(
              points.filter { $0.kind.rawValue == grouping.level.rawValue }
                .map { ($0.id, $0.functions[function] ?? 0) }, uniquingKeysWith: max)
          })
      }
    }
  }

  func failure(_ population: Population) -> WhatIf {
    let needsHosts = options.stopped.contains { $0.kind == .host || $0.kind == .network }
    let graph = DependencyGraph(
      attribution, population,
      options: .init(
        tier: options.tier, mode: options.mode, scope: options.scope, asOf: asOf,
        includesHosts: needsHosts))
    return WhatIf.run(
      graph, stopping: options.stopped.compactMap { graph.find($0.kind, $0.id) },
      unit: options.unit, services: ServiceSet(options.selection.countedRoles.map(\.service)))
  }

  /// Both questions for every legal order over a provider in use, and for the reader's own.
  func exposure(
    _ graph: DependencyGraph, _ parts: [(cut: Cut?, population: Population)], to codes: [String]
  ) -> [Exposure] {
    let populations = parts.map(\.population)
    let laws = codes.compactMap { law.find($0) }
    var disclosure = Exposure.Disclosure.measure(
      attribution, populations, law: law, jurisdictions: laws, options: options)
    if options.extras.contains(.dataClasses), options.shareCount == .any {
      for part in parts.indices where parts[part].cut == nil {
        let holdings = Exposure.Holding.measure(
          attribution, populations[part], law: law, jurisdictions: laws, options: options)
        for index in laws.indices { disclosure[part][index].holdings = holdings[index] }
      }
    }
    let cutoff = Exposure.Cutoff.measure(
      graph, populations, jurisdictions: codes,
      relevant: ServiceSet(options.selection.countedRoles.map(\.service)))
    return parts.indices.flatMap { part in
      codes.indices.flatMap { index in
        [
          Exposure(
            jurisdiction: codes[index], unit: options.unit, by: parts[part].cut,
            answer: .disclosure(disclosure[part][index])),
          Exposure(
            jurisdiction: codes[index], unit: options.unit, by: parts[part].cut,
            answer: .cutoff(cutoff[part][index], scope: options.scope)),
        ]
      }
    }
  }

  func jurisdictionsInUse() -> [String] {
    var isUsed = [Bool](repeating: false, count: attribution.providers.count)
    for provider in attribution.providersInUse { isUsed[provider] = true }
    var groups: Set<Int> = []
    for (provider, used) in isUsed.enumerated() where used {
      groups.formUnion(law.groups(ofProvider: provider))
    }
    var codes = Set(groups.map { law.describe($0).id })
    if law.find(options.home) != nil { codes.insert(options.home) }
    return codes.sorted()
  }
}
