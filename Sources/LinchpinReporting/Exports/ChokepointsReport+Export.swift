import LinchpinCore

extension ChokepointsReport {
  static func json(
    _ points: [Chokepoint], _ support: [UnobservedSupport], _ sets: [ChokepointSet],
    _ study: Study, _ context: ReportContext
  ) -> JSON {
    let unit = JSON.string(study.options.unit.rawValue)
    return .object(
      study.head("chokepoints", context) + [
        ("points", .array(points.map { $0.json(unit: unit) })),
        ("sets", .array(sets.map(\.json))),
        ("support", .array(support.map { .object([("members", .strings($0.members))]) })),
      ])
  }

  static func csv(_ points: [Chokepoint], _ study: Study) -> String {
    var csv = CSV(
      [
        "kind", "id", "name", "company", "jurisdiction", "unit", "direct", "indirect", "number",
        "weight", "of", "share",
      ] + Function.allCases.map(\.label))
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
      ("members", .strings(members)), ("number", .integer(number)), ("weight", .number(weight)),
      ("exact", .bool(isExact)), ("bound", .number(bound)),
    ])
  }
}
