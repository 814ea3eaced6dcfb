/// How far a group reaches by one role: who uses it, who does through somebody else, and who has
/// nothing beside it.
///
/// Source: A. Kashaf, V. Sekar, Y. Agarwal, “Analyzing Third Party Service Dependencies in Modern
/// Web Services”, IMC 2020; unions of units, never sums. Impact misses the unit whose two operators
/// both rest on a third: the gap to the blast radius is that hidden shared dependency.
public struct ProviderReach: Sendable, Equatable {
  public var role: Role
  public var level: GroupLevel
  public var group: String
  public var name: String
  public var unit: Unit
  /// |D|: units with a binding to the group.
  public var direct: Int
  /// C = |D ∪ the units of everybody that uses it|.
  public var concentration: Int
  /// I: the same where no other operator stands beside it, at any step.
  public var impact: Int
  /// Units that lose the role's function when the group alone stops; nil for a role whose loss
  /// stops nothing at once.
  public var blast: Int?
}

extension ProviderReach {
  /// The reach of every group by one role, widest first.
  /// - Complexity: O(units × (bindings of the role + operators behind them)).
  static func measure(
    _ attribution: Attribution, _ view: RoleView, grouping: Grouping, tier: Tier,
    chains: SupplyChains, blast: [String: Int]?
  ) -> [ProviderReach] {
    let role = view.role
    var direct = [Int: Int]()
    var concentration = [Int: Int]()
    var impact = [Int: Int]()
    var parts: [Binding] = []
    view.forEachUnit { unit, number in
      var used: Set<Int> = []
      var reached: Set<Int> = []
      var critical: Set<Int> = []
      for domain in unit.domains {
        attribution.collect(&parts, role, domain, tier, primaryOnly: false)
        for part in parts {
          let groups = grouping.groups(of: part, unit.organisation)
          used.formUnion(groups)
          reached.formUnion(groups)
          if let provider = part.provider {
            for other in chains.all(of: provider) {
              reached.formUnion(grouping.groups(ofProvider: other))
            }
          }
        }
        critical.formUnion(alone(parts, unit, grouping, chains))
      }
      for group in used { direct[group, default: 0] += number }
      for group in reached { concentration[group, default: 0] += number }
      for group in critical { impact[group, default: 0] += number }
    }
    return concentration.map { group, number in
      let described = grouping.describe(group)
      return ProviderReach(
        role: role, level: grouping.level, group: described.id, name: described.name,
        unit: view.population.unit, direct: direct[group] ?? 0, concentration: number,
        impact: impact[group] ?? 0, blast: blast.map { $0[described.id] ?? 0 })
    }.sorted { ($1.concentration, $0.group) < ($0.concentration, $1.group) }
  }

  /// The groups that one domain has nothing beside: those of its only operator, and of what that
  /// operator cannot do without.
  private static func alone(
    _ parts: [Binding], _ unit: Population.Member, _ grouping: Grouping, _ chains: SupplyChains
  ) -> Set<Int> {
    guard let first = parts.first else { return [] }
    var shared = Set(grouping.groups(of: first, unit.organisation))
    for part in parts.dropFirst() {
      shared.formIntersection(grouping.groups(of: part, unit.organisation))
    }
    guard let provider = first.provider, parts.allSatisfy({ $0.provider == provider }) else {
      return shared
    }
    for other in chains.critical(of: provider) {
      shared.formUnion(grouping.groups(ofProvider: other))
    }
    return shared
  }
}

/// Which providers stand behind each, by what the catalogue says they run on.
struct SupplyChains {
  private let all: [Set<Int>]
  private let critical: [Set<Int>]

  init(_ attribution: Attribution) {
    let catalogue = attribution.rules.catalogue
    let index = attribution.rules.index.providers
    let count = attribution.providers.count
    var uses = [[Int]](repeating: [], count: count)
    var needs = uses
    for (number, provider) in catalogue.providers.enumerated() {
      let needed = provider.dependsOn.compactMap { index[$0] }
      let servers = provider.nameServers.compactMap { index[$0] }
      uses[number] = needed + servers
      needs[number] = needed + (servers.count == 1 ? servers : [])
    }
    all = (0..<count).map { Self.closure(of: $0, uses) }
    critical = (0..<count).map { Self.closure(of: $0, needs) }
  }

  /// Everybody a provider uses, directly or not; without itself.
  func all(of provider: Int) -> Set<Int> { all[provider] }

  /// Everybody it has no alternative to.
  func critical(of provider: Int) -> Set<Int> { critical[provider] }

  private static func closure(of provider: Int, _ edges: [[Int]]) -> Set<Int> {
    var found: Set<Int> = []
    var stack = edges[provider]
    while let next = stack.popLast() {
      if next != provider, found.insert(next).inserted { stack += edges[next] }
    }
    return found
  }
}

extension Role {
  /// What stops when nobody does it any more; a certificate matters only at its renewal.
  var function: Function? {
    Function.allCases.first { isNamed(by: $0) }
  }
}
