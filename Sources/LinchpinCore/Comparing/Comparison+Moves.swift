extension Comparison {
  /// Movements brought together by provider, company or legal order: from whom, or under whom, to
  /// whom, and whether a second one was added or dropped at that level.
  ///
  /// A move within one company, or between companies under the same law, is none at that level. A
  /// provider of unknown company or law stands as `(unknown)`; what has no provider keeps its
  /// status, but a body that serves itself is under its own country's law.
  /// - Parameters:
  ///   - asOf: the date whose ownership counts, for both sides: moves are of records alone.
  ///   - dimension: also for every part of the population, behind the moves of all.
  public func moves(
    at level: GroupLevel, asOf: CalendarDate?, by dimension: Dimension? = nil
  ) -> [Move] {
    let groups = PartyGroups(self, level, asOf)
    let whole = moves(level, movements, by: nil, groups)
    guard let dimension else { return whole }
    let parts = Dictionary(grouping: movements) { $0.organisation[dimension] }
    return whole
      + parts.sorted { $0.key < $1.key }.flatMap { value, part in
        moves(level, part, by: Cut(dimension: dimension, value: value), groups)
      }
  }

  private func moves(
    _ level: GroupLevel, _ movements: [Movement], by cut: Cut?, _ groups: PartyGroups
  ) -> [Move] {
    struct Key: Hashable {
      var role: Role
      var from: String
      var to: String
      var kind: Move.Kind
    }
    var found: [Key: [Movement]] = [:]
    for movement in movements {
      let kinds = Movement.kinds(
        groups.groups(of: movement.before, movement.organisation),
        groups.groups(of: movement.after, movement.organisation))
      for (from, to, kind) in kinds {
        found[Key(role: movement.role, from: from, to: to, kind: kind), default: []]
          .append(movement)
      }
    }
    return found.map { key, movements in
      let owners = Dictionary(
        movements.map { ($0.organisation.id, $0.organisation.weight) },
        uniquingKeysWith: { first, _ in first })
      return Move(
        role: key.role, level: level, by: cut, from: key.from, fromName: groups.name(key.from),
        to: key.to, toName: groups.name(key.to), kind: key.kind,
        movements: movements.sorted { $0.domain < $1.domain },
        weight: unit == .organisation
          ? owners.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
          : movements.reduce(0) { $0 + $1.organisation.weight })
    }.sorted {
      ($1.number, $0.role.rawValue, $0.from, $0.to, $0.kind.rawValue)
        < ($0.number, $1.role.rawValue, $1.from, $1.to, $1.kind.rawValue)
    }
  }
}

extension Organisation {
  fileprivate subscript(dimension: Dimension) -> String {
    switch dimension {
    case .sector: sector
    case .country: country
    case .region: region
    }
  }
}

/// The providers, companies or legal orders behind the parties of movements.
private struct PartyGroups {
  private let level: GroupLevel
  private var ofProvider: [String: [String]] = [:]
  private var names: [String: String]

  static let unknown = "(unknown)"

  init(_ comparison: Comparison, _ level: GroupLevel, _ asOf: CalendarDate?) {
    self.level = level
    names = comparison.providerNames
    if level == .provider { return }
    for side in [comparison.before, comparison.after] {
      let catalogue = side.rules.catalogue
      let law = LegalControl(catalogue, asOf: asOf)
      for provider in side.providers where comparison.providerNames[provider.id] != nil {
        if level == .jurisdiction {
          let codes = side.laws(of: provider, law)
          if !codes.isEmpty { ofProvider[provider.id] = codes }
        } else if let company = provider.company {
          ofProvider[provider.id] = [catalogue.companies[company].id]
          names[catalogue.companies[company].id] = catalogue.companies[company].name
        } else if case .organisation = provider.origin {
          ofProvider[provider.id] = [provider.id]
        }
      }
      if level == .jurisdiction {
        for jurisdiction in catalogue.jurisdictions {
          names[jurisdiction.code] = jurisdiction.name("en")
        }
      }
    }
  }

  func groups(of parties: [String], _ organisation: Organisation) -> Set<String> {
    var found: Set<String> = []
    for party in parties {
      if level == .provider {
        found.insert(party)
      } else if party == "(\(BindingStatus.selfHosted.label))", level == .jurisdiction,
        !organisation.country.isEmpty
      {
        found.insert(organisation.country)
      } else if party.hasPrefix("(") {
        found.insert(party)
      } else {
        found.formUnion(ofProvider[party] ?? [Self.unknown])
      }
    }
    return found
  }

  func name(_ group: String) -> String { names[group] ?? group }
}
