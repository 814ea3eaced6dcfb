import LinchpinCore

/// Which table of a comparison CSV holds: it has room for one.
public enum ComparisonTable: String, CaseIterable, Sendable {
  /// Who moved: one line for each domain, role and level.
  case moves
  /// From whom to whom, with the numbers; by part of the population too where one is asked for.
  case matrix
  /// Every total with its parts.
  case totals
  /// Who came to which group and who left it, with the cause.
  case units
  /// Questions that domains answer otherwise.
  case changes
  /// Organisations and domains that came, went, or took over.
  case members
  /// Single points of failure of one date alone.
  case points
}

extension ComparisonReport {
  static func csv(
    _ table: ComparisonTable, _ comparison: Comparison, _ causes: Causes,
    _ points: [SinglePointChange], _ study: Study
  ) -> String {
    switch table {
    case .moves: moves(comparison, study)
    case .matrix: matrix(comparison, study)
    case .totals: totals(causes, study)
    case .units: units(causes, study)
    case .changes: changes(comparison, study)
    case .members: members(comparison, study)
    case .points: singlePoints(points, study)
    }
  }

  private static func moves(_ comparison: Comparison, _ study: Study) -> String {
    var csv = CSV(
      [
        "level", "role", "from", "fromName", "to", "toName", "kind", "domain", "organisation",
        "sector", "country", "region", "weight",
      ], scenario: study.scenario)
    for level in study.options.levels {
      for move in comparison.moves(at: level, asOf: study.asOf) {
        for movement in move.movements {
          let organisation = movement.organisation
          csv.append([
            .text(level.rawValue), .text(move.role.label), .text(move.from), .text(move.fromName),
            .text(move.to), .text(move.toName), .text(move.kind.rawValue), .text(movement.domain),
            .text(organisation.id), .text(organisation.sector), .text(organisation.country),
            .text(organisation.region), .optional(organisation.weight),
          ])
        }
      }
    }
    return csv.text
  }

  private static func matrix(_ comparison: Comparison, _ study: Study) -> String {
    var csv = CSV(
      [
        "level", "by", "role", "from", "fromName", "to", "toName", "kind", "domains",
        "organisations", "weight",
      ], scenario: study.scenario)
    for level in study.options.levels {
      for move in comparison.moves(at: level, asOf: study.asOf, by: study.options.by) {
        csv.append([
          .text(level.rawValue), .text(move.by?.value ?? ""), .text(move.role.label),
          .text(move.from), .text(move.fromName), .text(move.to), .text(move.toName),
          .text(move.kind.rawValue), .integer(move.number), .integer(move.organisations.count),
          .optional(move.weight),
        ])
      }
    }
    return csv.text
  }

  private static func totals(_ causes: Causes, _ study: Study) -> String {
    let all = Comparison.Cause.allCases
    let middle: [Comparison.Cause] = [.records, .coverage, .rules, .ownership]
    var csv = CSV(
      ["measure", "by", "unit", "before"] + all.map(\.rawValue) + ["after"]
        + middle.flatMap { ["\($0.rawValue)Least", "\($0.rawValue)Most"] })
    for total in causes.totals {
      csv.append(
        [
          .text(total.measure.key), .text(total.measure.by?.value ?? ""),
          .text(total.unit.rawValue), .optional(total.before),
        ] + all.map { .optional(total.parts[$0]) } + [.optional(total.after)]
          + middle.flatMap { [.optional(total.least[$0]), .optional(total.most[$0])] })
    }
    return csv.text
  }

  private static func units(_ causes: Causes, _ study: Study) -> String {
    var csv = CSV(["measure", "by", "change", "cause", "unit", "id"], scenario: study.scenario)
    for total in causes.totals {
      for (word, lists) in [("gained", total.gained), ("lost", total.lost)] {
        for cause in Comparison.Cause.allCases {
          for id in lists[cause] ?? [] {
            csv.append([
              .text(total.measure.key), .text(total.measure.by?.value ?? ""), .text(word),
              .text(cause.rawValue), .text(total.unit.rawValue), .text(id),
            ])
          }
        }
      }
    }
    return csv.text
  }

  private static func changes(_ comparison: Comparison, _ study: Study) -> String {
    var csv = CSV(
      ["organisation", "domain", "question", "role", "cause", "before", "after"],
      scenario: study.scenario)
    for change in comparison.changes {
      csv.append([
        .text(change.organisation), .text(change.domain),
        .text(String(describing: change.question)), .text(change.role?.label ?? ""),
        .text(change.cause.rawValue), .text(change.before.joined(separator: " ")),
        .text(change.after.joined(separator: " ")),
      ])
    }
    return csv.text
  }

  private static func members(_ comparison: Comparison, _ study: Study) -> String {
    var csv = CSV(["kind", "change", "id"], scenario: study.scenario)
    for (kind, membership) in [
      (Unit.organisation, comparison.organisations), (.domain, comparison.domains),
    ] {
      for (word, ids) in [
        ("added", membership.added), ("removed", membership.removed),
        ("succeeded", membership.succeeded),
      ] {
        for id in ids { csv.append([.text(kind.rawValue), .text(word), .text(id)]) }
      }
    }
    return csv.text
  }

  private static func singlePoints(_ points: [SinglePointChange], _ study: Study) -> String {
    var csv = CSV(["kind", "id", "name", "before", "after"], scenario: study.scenario)
    for point in points {
      csv.append([
        .text(point.kind.rawValue), .text(point.id), .text(point.name), .integer(point.before),
        .integer(point.after),
      ])
    }
    return csv.text
  }
}
