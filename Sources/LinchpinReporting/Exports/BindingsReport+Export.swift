import LinchpinCore

extension BindingsReport {
  static let columns = [
    "organisation", "organisationName", "sector", "country", "domain", "service", "role", "status",
    "reason", "provider", "company", "jurisdiction", "tier", "evidence", "source",
  ]

  static func csv(_ rows: [BindingRow], _ study: Study) -> String {
    var csv = CSV(columns, scenario: study.scenario)
    for row in rows {
      csv.append([
        .text(row.organisation), .text(row.organisationName), .text(row.sector),
        .text(row.country), .text(row.domain), .text(row.role.service.rawValue),
        .text(row.role.label), .text(row.status.label), .text(row.reason.label),
        .text(row.provider), .text(row.company),
        .text(row.jurisdictions.joined(separator: " ")), .text(row.tier?.label ?? ""),
        .text(row.evidence), .text(row.source),
      ])
    }
    return csv.text
  }

  static func json(_ rows: [BindingRow], _ study: Study, _ context: ReportContext) -> JSON {
    .object(
      study.head("bindings", context) + [
        (
          "bindings",
          .array(
            rows.map { row in
              .object([
                ("organisation", .string(row.organisation)),
                ("organisationName", .string(row.organisationName)),
                ("sector", .string(row.sector)), ("country", .string(row.country)),
                ("domain", .string(row.domain)), ("service", .string(row.role.service.rawValue)),
                ("role", .string(row.role.label)), ("status", .string(row.status.label)),
                ("reason", .string(row.reason.label)), ("provider", .string(row.provider)),
                ("company", .string(row.company)), ("jurisdiction", .strings(row.jurisdictions)),
                ("tier", .optional(row.tier?.label)), ("evidence", .string(row.evidence)),
                ("source", .string(row.source)),
              ])
            })
        )
      ])
  }
}
