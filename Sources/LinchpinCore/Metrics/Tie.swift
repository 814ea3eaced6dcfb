/// How many units one service ties to each group: three nested counts, and the bounds around them.
///
/// "Tied" means any binding of the service, whatever its role. The counts nest (routing ⊆ inferred
/// ⊆ trace) but bound nothing; the bounds are routing, and every unit that is tied at any tier or
/// of which something is unknown.
public struct ServiceTies: Sendable, Equatable {
  public var service: Service
  public var unit: Unit
  public var by: Cut?
  /// All units of the population, and their weight.
  public var of: Int
  public var weight: Double
  /// Ids of the units of which something is hidden, unattributed, failed, unmeasured or under an
  /// unknown law; they stand between a group's trace and its most, unless they are in trace.
  public var unknown: [String]
  /// The most tied first.
  public var ties: [Tie]
}

/// One group's part of it.
public struct Tie: Sendable, Equatable {
  public var level: GroupLevel
  public var group: String
  public var name: String
  public var routing: Count
  public var inferred: Count
  public var trace: Count
  public var most: Count
  /// Ids of the units that only inferred evidence ties, and of those that only traces tie.
  public var inferredOnly: [String]
  public var traceOnly: [String]

  /// Units, and their weight.
  public struct Count: Sendable, Equatable {
    public var number: Int
    public var weight: Double
  }

  /// The certain part: what routing says.
  public var least: Count { routing }

  public subscript(tier: Tier) -> Count {
    switch tier {
    case .routing: routing
    case .inferred: inferred
    case .trace: trace
    }
  }
}

extension ServiceTies {
  /// The part of the whole by number, 0–1; nil below 30 units.
  public func share(_ count: Tie.Count) -> Double? {
    of < Share.smallestPopulation ? nil : Double(count.number) / Double(of)
  }

  /// Counts the ties of one service, of the roles given, over a population.
  /// - Complexity: O(units × bindings of the service).
  static func measure(
    _ service: Service, roles: [Role], _ attribution: Attribution, _ population: Population,
    groupings: [Grouping], by cut: Cut?
  ) -> ServiceTies {
    var tally = TieTally(service, roles: roles, attribution, groupings)
    population.forEachUnit { tally.add($0) }
    return ServiceTies(
      service: service, unit: population.unit, by: cut, of: population.count,
      weight: tally.weight.value, unknown: tally.unknown.sorted(),
      ties: groupings.indices.flatMap { tally.ties($0) })
  }
}

/// Collects, unit by unit, the strongest tier that ties it to each group.
private struct TieTally {
  private let roles: [Role]
  private let families: [RecordFamily]
  private let attribution: Attribution
  private let groupings: [Grouping]
  private(set) var unknown: [String] = []
  private(set) var weight = FractionSum()
  private var unknownWeight = FractionSum()
  /// By grouping, then group.
  private var members: [[Int: Members]]

  /// The units of one group, by the tier that ties them.
  private struct Members {
    var numbers = [0, 0, 0]
    var weights = [FractionSum(), FractionSum(), FractionSum()]
    var ids: [[String]] = [[], []]
    /// Those of which something is unknown as well.
    var unknown = 0
    var unknownWeight = FractionSum()
  }

  init(
    _ service: Service, roles: [Role], _ attribution: Attribution, _ groupings: [Grouping]
  ) {
    let own = roles.filter { $0.service == service }
    self.roles = own
    families = RecordFamily.allCases.filter { family in own.contains { $0.family == family } }
    self.attribution = attribution
    self.groupings = groupings
    members = groupings.map { _ in [:] }
  }

  mutating func add(_ unit: Population.Member) {
    weight.add(unit.weight, over: 1)
    var isUnknown = unit.domains.isEmpty
    var tiers = groupings.map { _ in [Int: Tier]() }
    for domain in unit.domains {
      var measured: [Role] = []
      for family in families {
        for binding in attribution.bindings(family, of: domain) where roles.contains(binding.role) {
          measured.append(binding.role)
          if binding.status == .absent { continue }
          for (level, grouping) in groupings.enumerated() {
            let groups = grouping.groups(of: binding, unit.organisation)
            if groups.isEmpty { isUnknown = true }
            for group in groups {
              tiers[level][group] = min(tiers[level][group] ?? .trace, binding.tier)
            }
          }
        }
      }
      if roles.contains(where: { !measured.contains($0) }) { isUnknown = true }
    }
    if isUnknown {
      unknown.append(id(of: unit))
      unknownWeight.add(unit.weight, over: 1)
    }
    for level in groupings.indices {
      for (group, tier) in tiers[level] {
        // Taken out while it changes: its lists of ids grow in place.
        var entry = members[level].removeValue(forKey: group) ?? Members()
        entry.numbers[Int(tier.rawValue)] += 1
        entry.weights[Int(tier.rawValue)].add(unit.weight, over: 1)
        if tier > .routing { entry.ids[Int(tier.rawValue) - 1].append(id(of: unit)) }
        if isUnknown {
          entry.unknown += 1
          entry.unknownWeight.add(unit.weight, over: 1)
        }
        members[level][group] = entry
      }
    }
  }

  private func id(of unit: Population.Member) -> String {
    guard unit.isDomain, let domain = unit.domains.first else {
      return attribution.snapshot.organisations.id(unit.organisation)
    }
    return attribution.snapshot.name(of: domain)
  }

  func ties(_ level: Int) -> [Tie] {
    let grouping = groupings[level]
    return members[level].map { group, entry in
      let described = grouping.describe(group)
      var counts: [Tie.Count] = []
      for tier in 0..<3 {
        counts.append(
          Tie.Count(
            number: entry.numbers[tier] + (counts.last?.number ?? 0),
            weight: entry.weights[tier].value + (counts.last?.weight ?? 0)))
      }
      let most = Tie.Count(
        number: counts[2].number + unknown.count - entry.unknown,
        weight: counts[2].weight + unknownWeight.value - entry.unknownWeight.value)
      return Tie(
        level: grouping.level, group: described.id, name: described.name, routing: counts[0],
        inferred: counts[1], trace: counts[2], most: most,
        inferredOnly: entry.ids[0].sorted(), traceOnly: entry.ids[1].sorted())
    }.sorted {
      ($1.trace.number, $1.inferred.number, $0.group)
        < ($0.trace.number, $0.inferred.number, $1.group)
    }
  }
}
