import LinchpinCore

extension WhatIfReport {
  static func json(
    _ result: WhatIf, _ graph: DependencyGraph, _ study: Study, _ context: ReportContext
  ) -> JSON {
    let hidden = hiddenNames(graph, context)
    return .object(
      study.head("whatif", context).filter { $0.0 != "unit" } + [
        ("failed", .strings(result.failed)), ("scope", .string(result.scope.rawValue)),
        ("mode", .string(result.mode.rawValue)), ("unit", .string(result.unit.rawValue)),
        ("units", .object(WhatIf.json(result.units))),
        ("functions", .array(result.functions.map(\.json))),
        ("onlyGateway", .integer(result.onlyGateway)),
        (
          "by",
          .array(
            result.sectors.sorted { $0.key < $1.key }.map { sector, counts in
              .object(
                [("dimension", .string(Dimension.sector.rawValue)), ("value", .string(sector))]
                  + WhatIf.json(counts))
            })
        ),
        ("waves", .array(result.waves.map { $0.json(context) })),
        (
          "lost",
          .array(
            result.lost.map { loss in
              .object([
                ("id", .string(loss.id)), ("functions", .strings(loss.functions.map(\.label))),
                (
                  "because",
                  .array(loss.because.map { .strings($0.filter { !hidden.contains($0) }) })
                ), ("onlyGateway", .bool(loss.isOnlyGateway)),
              ])
            })
        ),
      ])
  }

  /// One line for each unit that loses something, and each function it loses.
  static func csv(
    _ result: WhatIf, _ graph: DependencyGraph, _ study: Study, _ context: ReportContext
  ) -> String {
    let hidden = hiddenNames(graph, context)
    var csv = CSV(
      ["id", "name", "sector", "function", "because", "onlyGateway"], scenario: study.scenario)
    for loss in result.lost {
      for (function, path) in zip(loss.functions, loss.because) {
        csv.append([
          .text(loss.id), .text(loss.name), .text(loss.sector), .text(function.label),
          .text(path.filter { !hidden.contains($0) }.joined(separator: " → ")),
          .text(function == .receive ? String(loss.isOnlyGateway) : ""),
        ])
      }
    }
    return csv.text
  }

  /// Hosts and networks on the way to a named organisation are shown only where detail was asked.
  static func hiddenNames(_ graph: DependencyGraph, _ context: ReportContext) -> Set<String> {
    context.showsDetail ? [] : graph.namesOfDetail
  }
}

extension WhatIf.FunctionCounts {
  fileprivate var json: JSON {
    .object([
      ("function", .string(function.label)), ("lost", .integer(lost)),
      ("direct", .integer(direct)), ("indirect", .integer(indirect)),
      ("degraded", .integer(degraded)), ("unaffected", .integer(unaffected)),
      ("unknown", .integer(unknown)),
    ])
  }
}

extension WhatIf.Wave {
  fileprivate func json(_ context: ReportContext) -> JSON {
    .object([
      ("wave", .integer(number)),
      ("fallen", .array(fallen.filter { context.shows($0.kind) }.map { $0.json(context) })),
      ("units", .integer(units)),
      (
        "functions",
        .object(Function.allCases.map { ($0.label, .integer(functions[$0, default: 0])) })
      ),
    ])
  }
}

extension WhatIf.Fallen {
  fileprivate func json(_ context: ReportContext) -> JSON {
    .object([
      ("kind", .string(kind.rawValue)), ("id", .string(id)), ("name", .string(name)),
      ("company", .string(company)), ("jurisdiction", .strings(jurisdictions)),
      ("through", .strings(context.shown(through))), ("units", .integer(units)),
    ])
  }
}

extension WhatIf {
  static func json(_ counts: [UnitState: Int]) -> [(String, JSON)] {
    UnitState.allCases.map { ($0.rawValue, .integer(counts[$0, default: 0])) }
  }

  /// What other documents hold of a scenario in which something stops.
  var outcomeJSON: JSON {
    .object([
      ("failed", .strings(failed)), ("scope", .string(scope.rawValue)),
      ("mode", .string(mode.rawValue)), ("unit", .string(unit.rawValue)),
      ("units", .object(Self.json(units))), ("functions", .array(functions.map(\.json))),
    ])
  }
}
