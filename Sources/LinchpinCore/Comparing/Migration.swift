/// Who went where between two dates in one role: every unit counted once, split over what it uses.
public struct Migration: Sendable, Equatable {
  /// What stands behind a part of a unit at one date.
  public enum Party: Hashable, Sendable {
    /// By id, the same at both dates.
    case provider(String)
    case own
    /// Something is there, whose it is cannot be told, or the look-up failed.
    case unknown
    /// Asked, and there is none.
    case absent
    case notMeasured
    /// The unit is not in the list of that date.
    case notListed

    /// For ids and for order.
    public var key: String {
      switch self {
      case .provider(let id): "provider:" + id
      case .own: "own"
      case .unknown: "unknown"
      case .absent: "absent"
      case .notMeasured: "not-measured"
      case .notListed: "not-listed"
      }
    }

    /// Whether somebody known serves.
    public var isKnown: Bool {
      switch self {
      case .provider, .own: true
      case .unknown, .absent, .notMeasured, .notListed: false
      }
    }
  }

  public struct Band: Sendable, Equatable {
    public var from: Party
    public var to: Party
    public var size: Double

    /// Known at both dates, and another.
    public var isMove: Bool { from != to && from.isKnown && to.isKnown }
  }

  public struct Supplier: Sendable, Equatable {
    public var name: String
    /// Seat first, then those it is controlled from, at the later date if it is there.
    public var laws: [String]
  }

  public var role: Role
  public var unit: Unit
  public var tier: Tier
  public var bands: [Band]
  /// By provider id.
  public var suppliers: [String: Supplier]
  /// Units listed at either date; the sizes of the bands add up to it.
  public var of: Int
  public var before: Int
  public var after: Int
  /// Units of which any part moved.
  public var movers: Int

  /// The parts that moved, in units; with the four that follow, everybody.
  public var moved: Double { sum(\.isMove) }
  /// Known at both dates, and the same.
  public var stayed: Double { sum { $0.from == $0.to && $0.from.isKnown } }
  /// Not in the list of the earlier date.
  public var came: Double { sum { $0.from == .notListed } }
  /// Not in the list of the later date.
  public var left: Double { sum { $0.to == .notListed } }
  /// Listed at both, and at one of them not known to be served by anybody.
  public var untold: Double {
    sum { band in
      [band.from, band.to].allSatisfy { $0 != .notListed }
        && !(band.from.isKnown && band.to.isKnown)
    }
  }

  private func sum(_ isCounted: (Band) -> Bool) -> Double {
    bands.filter(isCounted).reduce(0) { $0 + $1.size }
  }
}

extension Comparison {
  /// The alluvial of one role. A unit is split equally over its domains with the service, and
  /// those over their suppliers; what is the same at both dates stays, the rest is shared out in
  /// proportion.
  /// - Complexity: O(bindings of the role), and sorting the units.
  public func migration(of role: Role, _ terms: ComparisonTerms) -> Migration {
    let options = terms.options
    var old = Parties(before, options, role)
    let new = Parties(after, options, role)
    if options.unit == .organisation { old.rename(by: terms.successions) }
    let units = Set(old.units.keys).union(new.units.keys).sorted()
    var sums: [String: Migration.Band] = [:]
    var movers = 0
    for unit in units {
      let bands = Self.bands(
        old.units[unit] ?? [.notListed: 1], new.units[unit] ?? [.notListed: 1])
      if bands.contains(where: \.isMove) { movers += 1 }
      for band in bands {
        let key = band.from.key + ">" + band.to.key
        sums[key, default: Migration.Band(from: band.from, to: band.to, size: 0)].size += band.size
      }
    }
    return Migration(
      role: role, unit: options.unit, tier: options.tier,
      bands: sums.sorted { ($1.value.size, $0.key) < ($0.value.size, $1.key) }.map(\.value),
      suppliers: old.suppliers.merging(new.suppliers) { _, later in later }, of: units.count,
      before: old.units.count, after: new.units.count, movers: movers)
  }

  /// What one unit's parts did: as much as can stays where it is.
  static func bands(
    _ was: [Migration.Party: Double], _ now: [Migration.Party: Double]
  ) -> [Migration.Band] {
    var left: [(party: Migration.Party, size: Double)] = []
    var come: [(party: Migration.Party, size: Double)] = []
    var bands: [Migration.Band] = []
    for party in Set(was.keys).union(now.keys).sorted(by: { $0.key < $1.key }) {
      let (old, new) = (was[party] ?? 0, now[party] ?? 0)
      let same = min(old, new)
      if same > 0 { bands.append(Migration.Band(from: party, to: party, size: same)) }
      if old > same { left.append((party, old - same)) }
      if new > same { come.append((party, new - same)) }
    }
    let whole = left.reduce(0) { $0 + $1.size }
    for from in left {
      for to in come {
        bands.append(
          Migration.Band(from: from.party, to: to.party, size: from.size * to.size / whole))
      }
    }
    return bands
  }
}

/// What serves each unit of one date.
private struct Parties {
  var units: [String: [Migration.Party: Double]] = [:]
  var suppliers: [String: Migration.Supplier] = [:]

  init(_ attribution: Attribution, _ options: AssessmentOptions, _ role: Role) {
    let snapshot = attribution.snapshot
    let population = Population(snapshot, options: options)
    let control = LegalControl(
      attribution.rules.catalogue, asOf: options.asOf ?? snapshot.measured?.upperBound)
    var parts: [Binding] = []
    population.forEachUnit { unit in
      let serving = unit.domains.filter { attribution.hasService(role, $0, options.tier) }
        .sorted { snapshot.name(of: $0) < snapshot.name(of: $1) }
      var found: [Migration.Party: Double] = [:]
      if serving.isEmpty {
        let isAsked = unit.domains.contains { domain in
          attribution.bindings(of: domain).contains { $0.role == role }
        }
        found[isAsked ? .absent : .notMeasured] = 1
      }
      for domain in serving {
        attribution.collect(&parts, role, domain, options.tier, primaryOnly: false)
        for part in parts {
          found[party(part, attribution, control), default: 0] +=
            1 / Double(serving.count * parts.count)
        }
      }
      let domain = unit.isDomain ? unit.domains.first.map { snapshot.name(of: $0) } : nil
      units[domain ?? snapshot.organisations.id(unit.organisation)] = found
    }
  }

  /// Calls units as they are called at the later date; of several that became one, each counts for
  /// an equal part of what that one was.
  mutating func rename(by successions: Successions) {
    if successions.isEmpty { return }
    let groups = Dictionary(grouping: units.keys) { successions.successor(of: $0) }
    units = groups.mapValues { members in
      var sum: [Migration.Party: Double] = [:]
      for member in members.sorted() {
        for (party, size) in units[member] ?? [:] {
          sum[party, default: 0] += size / Double(members.count)
        }
      }
      return sum
    }
  }

  private mutating func party(
    _ part: Binding, _ attribution: Attribution, _ control: LegalControl
  ) -> Migration.Party {
    switch part.status {
    case .attributed:
      guard let number = part.provider else { return .unknown }
      let provider = attribution.providers[number]
      if suppliers[provider.id] == nil {
        suppliers[provider.id] = Migration.Supplier(
          name: provider.name, laws: attribution.laws(of: provider, control))
      }
      return .provider(provider.id)
    case .selfHosted: return .own
    case .unattributed, .hidden, .failed, .absent, .notMeasured: return .unknown
    }
  }
}
