import LinchpinCore

extension ComparisonReport {
  static func json(
    _ comparison: Comparison, _ study: Study, _ context: ReportContext
  ) -> JSON {
    func side(_ attribution: Attribution) -> JSON {
      .object([
        ("measured", attribution.snapshot.measuredJSON),
        ("inputs", attribution.snapshot.inputsJSON),
        ("catalogue", attribution.rules.catalogue.identity),
      ])
    }
    func membership(_ membership: Comparison.Membership) -> JSON {
      .object([
        ("added", .strings(membership.added)), ("removed", .strings(membership.removed)),
        ("kept", .integer(membership.kept)),
      ])
    }
    return .object([
      ("schema", .string("linchpin.compare/1")), ("tool", .string(context.tool)),
      ("options", study.options.json(context)), ("asOf", .optional(study.asOf)),
      ("scenario", .strings(study.scenario)),
      ("before", side(comparison.before)), ("after", side(comparison.after)),
      ("organisations", membership(comparison.organisations)),
      ("domains", membership(comparison.domains)),
      ("totals", .array(comparison.shares.map(\.json))),
      ("moves", .array(comparison.moves.map(\.json))),
      ("changes", .array(comparison.changes.map(\.json))),
    ])
  }

  /// Who moved: one line for each domain.
  static func csv(_ comparison: Comparison) -> String {
    var csv = CSV(["role", "from", "fromName", "to", "toName", "kind", "domain"])
    for move in comparison.moves {
      for domain in move.domains {
        csv.append([
          .text(move.role.label), .text(move.from), .text(move.fromName), .text(move.to),
          .text(move.toName), .text(move.kind.rawValue), .text(domain),
        ])
      }
    }
    return csv.text
  }
}

extension Comparison.Move {
  fileprivate var json: JSON {
    .object([
      ("role", .string(role.label)), ("from", .string(from)), ("to", .string(to)),
      ("number", .integer(number)), ("ids", .strings(domains)),
    ])
  }
}

extension Comparison.Change {
  fileprivate var json: JSON {
    .object([
      ("organisation", .string(organisation)), ("domain", .string(domain)),
      ("role", .optional(role?.label)), ("before", .strings(before)), ("after", .strings(after)),
      ("cause", .string(cause.rawValue)),
    ])
  }
}

extension Comparison.ShareChange {
  /// The measure is named `share.ROLE.LEVEL.GROUP`.
  fileprivate var json: JSON {
    .object([
      ("measure", .string("share.\(role.label).\(level.rawValue).\(group)")),
      ("unit", .string(unit.rawValue)), ("before", .number(before)),
      ("population", .null), ("records", .null), ("coverage", .null), ("rules", .null),
      ("ownership", .null), ("after", .number(after)), ("least", .object([])),
      ("most", .object([])),
    ])
  }
}
