/// One number of an assessment by name, so that it can be followed from date to date.
public struct Measure: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The population: organisations, and measured domains.
    case organisations, domains
    /// Units (or their weight) bound to a group.
    case share(Role, GroupLevel, group: String)
    /// The same over the population, 0–1.
    case ratio(Role, GroupLevel, group: String)
    /// By the key of a concentration metric.
    case concentration(Role, GroupLevel, metric: String)
    case insularity(Role)
    /// Units by class, towards a jurisdiction.
    case disclosure(jurisdiction: String, class: String)
    case cutoff(jurisdiction: String, class: String)
    /// Units by what becomes of them if what a scenario names stops.
    case failure(class: String)
  }

  public var kind: Kind
  public var by: Cut?

  public init(_ kind: Kind, by: Cut? = nil) {
    self.kind = kind
    self.by = by
  }

  /// `share.mailbox.company.microsoft`: parts from the general to the particular.
  public var key: String {
    switch kind {
    case .organisations: "organisations"
    case .domains: "domains"
    case .share(let role, let level, let group): "share.\(role.label).\(level.rawValue).\(group)"
    case .ratio(let role, let level, let group): "ratio.\(role.label).\(level.rawValue).\(group)"
    case .concentration(let role, let level, let metric):
      "concentration.\(role.label).\(level.rawValue).\(metric)"
    case .insularity(let role): "insularity.\(role.label)"
    case .disclosure(let jurisdiction, let name): "disclosure.\(jurisdiction).\(name)"
    case .cutoff(let jurisdiction, let name): "cutoff.\(jurisdiction).\(name)"
    case .failure(let name): "failure.\(name)"
    }
  }

  /// A count of units, whose missing value is zero; other measures are undefined where missing.
  public var isCount: Bool {
    switch kind {
    case .organisations, .domains, .share, .disclosure, .cutoff, .failure: true
    case .ratio, .concentration, .insularity: false
    }
  }
}

/// The values of all measures of one state, in whole millionths: differences of them add up to the
/// last digit printed, which differences of floating-point numbers do not.
struct MeasureValues: Sendable {
  private(set) var millionths: [Measure: Int] = [:]
  /// What the groups of shares are called.
  private(set) var names: [Measure: String] = [:]
  /// The roles that were measured at all.
  let roles: Set<Role>
  /// What stopped in this state's scenario: labels of what is there.
  let stopped: Set<String>
  /// The population of every part, by which missing ratios are told from undefined ones.
  private var sizes: [Cut?: Int] = [:]

  init(_ assessment: Assessment) {
    let isWeighted = assessment.options.isWeighted
    roles = Set(assessment.coverage.map(\.role))
    stopped = Set(assessment.failure?.failed ?? [])
    add(.organisations, nil, Double(assessment.organisationCount))
    add(.domains, nil, Double(assessment.domainCount))
    sizes[nil] =
      assessment.options.unit == .organisation
      ? assessment.organisationCount : assessment.domainCount
    for row in assessment.redundancy { sizes[row.by] = row.of }
    for share in assessment.shares {
      names[Measure(.share(share.role, share.level, group: share.group))] = share.name
      add(
        .share(share.role, share.level, group: share.group), share.by,
        isWeighted ? share.weight : share.number)
      if let ratio = share.share {
        add(.ratio(share.role, share.level, group: share.group), share.by, ratio)
      }
    }
    for row in assessment.concentration {
      for (metric, value) in row.values {
        add(.concentration(row.role, row.level, metric: metric), row.by, value)
      }
      if let insularity = row.insularity { add(.insularity(row.role), row.by, insularity) }
    }
    for row in assessment.exposure { add(row) }
    if let failure = assessment.failure { add(failure, assessment.options.by) }
  }

  /// nil where the measure is undefined in this state.
  func value(_ measure: Measure) -> Int? {
    if let known = millionths[measure] { return known }
    if measure.isCount { return 0 }
    if case .ratio = measure.kind, sizes[measure.by, default: 0] >= Share.smallestPopulation {
      return 0
    }
    return nil
  }

  private mutating func add(_ kind: Measure.Kind, _ cut: Cut?, _ value: Double) {
    guard value.isFinite else { return }
    millionths[Measure(kind, by: cut)] = Int((value * 1_000_000).rounded())
  }

  /// Cut by sector alone: an outage knows no other parts.
  private mutating func add(_ failure: WhatIf, _ dimension: Dimension?) {
    for state in UnitState.allCases {
      let kind = Measure.Kind.failure(class: state.rawValue)
      add(kind, nil, Double(failure.units[state, default: 0]))
      if dimension != .sector { continue }
      for (sector, counts) in failure.sectors {
        add(
          kind, Cut(dimension: .sector, value: sector), Double(counts[state, default: 0]))
      }
    }
  }

  private mutating func add(_ row: Exposure) {
    switch row.answer {
    case .disclosure(let found):
      for (name, count) in [
        ("none", found.none), ("metadata", found.metadata), ("some", found.some),
        ("all", found.all), ("unknown", found.unknown),
      ] {
        add(.disclosure(jurisdiction: row.jurisdiction, class: name), row.by, Double(count))
      }
    case .cutoff(let found, _):
      for (name, count) in [
        ("unaffected", found.unaffected), ("degraded", found.degraded), ("lost", found.lost),
        ("allLost", found.allLost), ("unknown", found.unknown),
      ] {
        add(.cutoff(jurisdiction: row.jurisdiction, class: name), row.by, Double(count))
      }
    }
  }
}
