import LinchpinCore

extension ChokepointsReport {
  static func json(
    _ findings: ChokepointFindings, _ study: Study, _ context: ReportContext
  ) -> JSON {
    let unit = JSON.string(study.options.unit.rawValue)
    var pairs = study.head("chokepoints", context)
    pairs += [
      ("points", .array(findings.points.map { $0.json(unit: unit) })),
      ("sets", .array(findings.sets.map(\.json))),
      ("support", .array(findings.support.map { $0.json(context) })),
    ]
    if !findings.addresses.isEmpty {
      pairs.append(("addresses", .array(findings.addresses.map(\.json))))
    }
    if let remedies = findings.remedies { pairs.append(("remedies", json(remedies, context))) }
    if let trust = findings.trust { pairs.append(("trust", json(trust, context))) }
    if let joint = findings.joint { pairs.append(("redundancy", joint.json(context))) }
    return .object(pairs)
  }

  static func csv(
    _ findings: ChokepointFindings, _ study: Study, _ context: ReportContext
  ) -> String {
    switch findings.table {
    case .points: csv(findings.points, study)
    case .sets: csv(findings.sets, study)
    case .redundancy: csv(findings.joint?.shared ?? [], study, context)
    case .trust: csv(findings.trust?.points ?? [], study, context)
    case .remedies: findings.remedies.map { csv($0, study, context) } ?? ""
    }
  }

  private static func csv(_ points: [Chokepoint], _ study: Study) -> String {
    var csv = CSV(
      [
        "kind", "id", "name", "company", "jurisdiction", "unit", "direct", "indirect", "number",
        "weight", "of", "share",
      ] + Function.allCases.map(\.label), scenario: study.scenario)
    for point in points {
      csv.append(
        [
          .text(point.kind.rawValue), .text(point.id), .text(point.name), .text(point.company),
          .text(point.jurisdictions.joined(separator: " ")),
          .text(study.options.unit.rawValue), .integer(point.direct), .integer(point.indirect),
          .integer(point.number), .number(point.weight), .integer(point.of),
          .optional(point.share),
        ] + Function.allCases.map { .integer(point.functions[$0, default: 0]) })
    }
    return csv.text
  }

  private static func csv(_ sets: [ChokepointSet], _ study: Study) -> String {
    var csv = CSV(
      ["kind", "members", "unit", "number", "weight", "bound", "exact"],
      scenario: study.scenario)
    for set in sets {
      csv.append([
        .text(set.kind.rawValue), .text(set.members.joined(separator: " ")),
        .text(study.options.unit.rawValue), .integer(set.number), .number(set.weight),
        .number(set.bound), .text(set.isExact ? "true" : "false"),
      ])
    }
    return csv.text
  }

  /// The redundancy that is not; with detail a line for each unit.
  private static func csv(
    _ shared: [SharedDependency], _ study: Study, _ context: ReportContext
  ) -> String {
    var csv = CSV(
      ["function", "one", "shared", "name", "providers", "unit", "number", "weight"]
        + (context.showsDetail ? ["id"] : []), scenario: study.scenario)
    for item in shared {
      let cells: [CSV.Cell] = [
        .text(item.function.label), .text(item.kind.rawValue), .text(item.shared),
        .text(item.name), .text(item.providers.joined(separator: "; ")),
        .text(study.options.unit.rawValue), .integer(item.units), .number(item.weight),
      ]
      if context.showsDetail {
        for id in item.ids { csv.append(cells + [.text(id)]) }
      } else {
        csv.append(cells)
      }
    }
    return csv.text
  }
}

extension Chokepoint {
  fileprivate func json(unit: JSON) -> JSON {
    .object([
      ("kind", .string(kind.rawValue)), ("id", .string(id)), ("name", .string(name)),
      ("company", .string(company)), ("jurisdiction", .strings(jurisdictions)), ("unit", unit),
      ("direct", .integer(direct)), ("indirect", .integer(indirect)),
      ("number", .integer(number)), ("weight", .number(weight)), ("share", .optional(share)),
      (
        "functions",
        .object(Function.allCases.map { ($0.label, .integer(functions[$0, default: 0])) })
      ),
      (
        "sectors",
        .object(sectors.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value)) })
      ),
    ])
  }
}

extension ChokepointSet {
  fileprivate var json: JSON {
    .object([
      ("kind", .string(kind.rawValue)), ("members", .strings(members)),
      ("number", .integer(number)), ("weight", .number(weight)), ("exact", .bool(isExact)),
      ("bound", .number(bound)),
    ])
  }
}

extension UnobservedSupport {
  fileprivate func json(_ context: ReportContext) -> JSON {
    let shown = context.showsDetail ? records : []
    return .object([
      ("members", .strings(members)),
      (
        "records",
        .array(
          shown.map { record in
            .object([
              ("from", .string(record.from)), ("to", .string(record.to)),
              ("record", .string(record.record)), ("source", .string(record.source)),
            ])
          })
      ),
    ])
  }
}

extension AddressCoverage {
  fileprivate var json: JSON {
    .object([
      ("record", .string(record.label)), ("hosts", .integer(hosts)),
      ("withAddress", .integer(withAddress)), ("withNetwork", .integer(withNetwork)),
    ])
  }
}

extension JointFailures {
  /// Cut sets and ids of units only where detail was asked for.
  fileprivate func json(_ context: ReportContext) -> JSON {
    var pairs: [(String, JSON)] = [
      (
        "orders",
        .array(
          rows.map { row in
            .object(
              [
                ("function", .string(row.function.label)), ("kind", .string(row.kind.rawValue)),
              ]
                + FailureOrder.allCases.map {
                  ($0.rawValue, .integer(row.orders[$0, default: 0]))
                } + [("of", .integer(row.of))])
          })
      ),
      ("shared", .array(shared.map { $0.json(context) })),
    ]
    if context.showsDetail {
      pairs.append(
        (
          "cuts",
          .array(
            cuts.map { cut in
              .object([
                ("id", .string(cut.id)), ("function", .string(cut.function.label)),
                ("kind", .string(cut.kind.rawValue)),
                ("sets", .array(cut.sets.map { .strings($0) })),
              ])
            })
        ))
    }
    return .object(pairs)
  }
}

extension SharedDependency {
  fileprivate func json(_ context: ReportContext) -> JSON {
    .object(
      [
        ("function", .string(function.label)), ("one", .string(kind.rawValue)),
        ("shared", .string(shared)), ("name", .string(name)),
        ("providers", .strings(providers)), ("number", .integer(units)),
        ("weight", .number(weight)),
      ] + (context.showsDetail ? [("ids", .strings(ids))] : []))
  }
}
