extension Comparison {
  /// Movements brought together by company or legal order: from whom, or under whom, to whom.
  ///
  /// A move within one company, or between companies under the same law, is none at that level. A
  /// provider of unknown company or law stands as `(unknown)`; what has no provider keeps its status.
  /// - Parameter asOf: the date whose ownership counts, for both sides: moves are of records alone.
  public func moves(at level: GroupLevel, asOf: CalendarDate?) -> [Move] {
    if level == .provider { return moves }
    let names = GroupNames([before, after], level, asOf)
    struct Key: Hashable {
      var role: Role
      var from: String
      var to: String
      var kind: Move.Kind
    }
    var found: [Key: Set<String>] = [:]
    for move in moves {
      let from = names.groups(of: move.from)
      let to = names.groups(of: move.to)
      for left in from {
        for came in to where left != came {
          found[Key(role: move.role, from: left, to: came, kind: move.kind), default: []]
            .formUnion(move.domains)
        }
      }
    }
    return found.map { key, domains in
      Move(
        role: key.role, from: key.from, fromName: names.name(key.from), to: key.to,
        toName: names.name(key.to), kind: key.kind, domains: domains.sorted())
    }.sorted {
      ($1.number, $0.role.rawValue, $0.from, $0.to, $0.kind.rawValue)
        < ($0.number, $1.role.rawValue, $1.from, $1.to, $1.kind.rawValue)
    }
  }
}

/// The companies or legal orders behind the ids of moves.
private struct GroupNames {
  private var ofProvider: [String: [String]] = [:]
  private var names: [String: String] = [:]

  static let unknown = "(unknown)"

  init(_ sides: [Attribution], _ level: GroupLevel, _ asOf: CalendarDate?) {
    for side in sides {
      let catalogue = side.rules.catalogue
      let law = LegalControl(catalogue, asOf: asOf)
      for provider in side.providers {
        switch level {
        case .provider: ofProvider[provider.id] = [provider.id]
        case .company:
          if let company = provider.company {
            ofProvider[provider.id] = [catalogue.companies[company].id]
            names[catalogue.companies[company].id] = catalogue.companies[company].name
          } else if case .organisation = provider.origin {
            ofProvider[provider.id] = [provider.id]
            names[provider.id] = provider.name
          }
        case .jurisdiction:
          let codes = side.laws(of: provider, law)
          if !codes.isEmpty { ofProvider[provider.id] = codes }
        }
      }
      if level == .jurisdiction {
        for jurisdiction in catalogue.jurisdictions {
          names[jurisdiction.code] = jurisdiction.name("en")
        }
      }
    }
  }

  func groups(of id: String) -> [String] {
    if id.isEmpty || id.hasPrefix("(") { return [id] }
    return ofProvider[id] ?? [Self.unknown]
  }

  func name(_ group: String) -> String { names[group] ?? group }
}
