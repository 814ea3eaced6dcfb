import LinchpinCore

extension ComparisonReport {
  static func json(
    _ comparison: Comparison, _ causes: Causes, _ points: [SinglePointChange], _ study: Study,
    _ context: ReportContext
  ) -> JSON {
    func side(_ attribution: Attribution, _ asOf: CalendarDate?) -> JSON {
      .object([
        ("measured", attribution.snapshot.measuredJSON),
        ("inputs", attribution.snapshot.inputsJSON),
        ("catalogue", attribution.rules.catalogue.identity), ("asOf", .optional(asOf)),
      ])
    }
    func membership(_ membership: Comparison.Membership) -> JSON {
      .object([
        ("added", .strings(membership.added)), ("removed", .strings(membership.removed)),
        ("kept", .integer(membership.kept)), ("succeeded", .strings(membership.succeeded)),
      ])
    }
    return .object([
      ("schema", .string("linchpin.compare/1")), ("tool", .string(context.tool)),
      ("options", study.options.json(context)), ("asOf", .optional(study.asOf)),
      ("scenario", .strings(study.scenario)),
      ("before", side(comparison.before, causes.asOfBefore)),
      ("after", side(comparison.after, causes.asOfAfter)),
      ("organisations", membership(comparison.organisations)),
      ("domains", membership(comparison.domains)),
      ("totals", .array(causes.totals.map(\.json))),
      (
        "moves",
        .array(
          study.options.levels.flatMap { level in
            comparison.moves(at: level, asOf: study.asOf, by: study.options.by).map(\.json)
          })
      ),
      (
        "singlePoints",
        .array(
          points.map { point in
            .object([
              ("kind", .string(point.kind.rawValue)), ("id", .string(point.id)),
              ("name", .string(point.name)), ("before", .integer(point.before)),
              ("after", .integer(point.after)),
            ])
          })
      ),
      ("changes", .array(comparison.changes.map(\.json))),
    ])
  }
}

extension Comparison.Move {
  fileprivate var json: JSON {
    .object(
      [
        ("level", .string(level.rawValue)), ("kind", .string(kind.rawValue)),
        ("role", .string(role.label)),
      ]
        + (by.map { [("by", $0.json)] } ?? [])
        + [
          ("from", .string(from)), ("to", .string(to)), ("number", .integer(number)),
          ("organisations", .integer(organisations.count)), ("weight", .number(weight)),
          ("ids", .strings(domains)),
        ])
  }
}

extension Comparison.Change {
  fileprivate var json: JSON {
    .object([
      ("organisation", .string(organisation)), ("domain", .string(domain)),
      ("question", .string(String(describing: question))),
      ("role", .optional(role?.label)), ("before", .strings(before)), ("after", .strings(after)),
      ("cause", .string(cause.rawValue)),
    ])
  }
}

extension TotalChange {
  /// Keys in the documented order; `gained` and `lost` hold only causes with somebody in them.
  var json: JSON {
    func numbers(_ values: [Comparison.Cause: Double]) -> JSON {
      .object(
        Comparison.Cause.allCases.compactMap { cause in
          values[cause].map { (cause.rawValue, .number($0)) }
        })
    }
    func names(_ values: [Comparison.Cause: [String]]) -> JSON {
      .object(
        Comparison.Cause.allCases.compactMap { cause in
          values[cause].map { (cause.rawValue, .strings($0)) }
        })
    }
    return .object(
      [("measure", .string(measure.key)), ("unit", .string(unit.rawValue))]
        + (measure.by.map { [("by", $0.json)] } ?? [])
        + [("before", .optional(before))]
        + Comparison.Cause.allCases.map { ($0.rawValue, .optional(parts[$0])) }
        + [
          ("after", .optional(after)), ("least", numbers(least)), ("most", numbers(most)),
          ("gained", names(gained)), ("lost", names(lost)),
        ])
  }
}
