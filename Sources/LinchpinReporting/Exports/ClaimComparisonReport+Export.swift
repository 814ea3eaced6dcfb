import LinchpinCore

extension ClaimComparisonReport {
  static let columns = [
    "domain", "organisation", "role", "operator", "side", "reason", "deliberate", "claimed", "ours",
    "evidence", "source", "claimSource", "claimReason",
  ]

  static func csv(_ comparison: ClaimComparison, _ study: Study) -> String {
    var csv = CSV(columns, scenario: study.scenario)
    for row in comparison.differences {
      csv.append([
        .text(row.domain), .text(row.organisation), .text(row.role.label), .text(row.word),
        .text(row.side.rawValue), .text(row.reason.rawValue),
        .text(row.reason.isDeliberate ? "true" : "false"),
        .text(row.claimed.joined(separator: " ")), .text(row.ours),
        .text(row.evidence.joined(separator: "; ")), .text(row.source), .text(row.claimSource),
        .text(row.claimReason),
      ])
    }
    return csv.text
  }

  static func json(
    _ comparison: ClaimComparison, _ study: Study, _ context: ReportContext
  ) -> JSON {
    .object(
      study.head("claims", context) + [
        (
          "claims",
          .array(
            comparison.claims.files.map { file in
              .object([
                ("path", .string(file.path)), ("sha256", .string(file.sha256)),
                ("format", .string(file.format)), ("records", .integer(file.records)),
                ("findings", .integer(file.findings)),
              ])
            })
        ),
        (
          "pooled",
          .object([
            ("compared", .integer(comparison.compared)),
            ("agreeing", .integer(comparison.agreeing)),
            ("setApart", .integer(comparison.setApart)),
            ("disagreeing", .integer(comparison.disagreeing)),
            ("share", .optional(comparison.share)),
            ("unclaimed", .integer(comparison.unclaimed)),
            ("unmeasured", .strings(comparison.unmeasured)),
          ])
        ),
        ("agreement", .array(comparison.agreements.map(\.json))),
        ("matrix", .array(comparison.matrix.map(\.json))),
        ("differences", .array(comparison.differences.map(\.json))),
      ])
  }
}

extension ClaimComparison.Agreement {
  fileprivate var json: JSON {
    .object([
      ("role", .string(role.label)), ("operator", .string(word)), ("both", .integer(both)),
      ("onlyOurs", .integer(onlyOurs)), ("onlyTheirs", .integer(onlyTheirs)),
      ("neither", .integer(neither)), ("setApart", .integer(setApart)),
      ("share", .optional(share)),
    ])
  }
}

extension ClaimComparison.Cell {
  fileprivate var json: JSON {
    .object([
      ("role", .string(role.label)), ("claimed", .string(claimed)), ("ours", .string(ours)),
      ("number", .integer(number)),
    ])
  }
}

extension ClaimComparison.Difference {
  fileprivate var json: JSON {
    .object([
      ("domain", .string(domain)), ("organisation", .string(organisation)),
      ("role", .string(role.label)), ("operator", .string(word)), ("side", .string(side.rawValue)),
      ("reason", .string(reason.rawValue)), ("deliberate", .bool(reason.isDeliberate)),
      ("claimed", .strings(claimed)), ("ours", .string(ours)), ("evidence", .strings(evidence)),
      ("source", .string(source)), ("claimSource", .string(claimSource)),
      ("claimReason", .string(claimReason)),
    ])
  }
}
