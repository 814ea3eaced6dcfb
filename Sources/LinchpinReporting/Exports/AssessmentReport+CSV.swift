public import LinchpinCore

extension AssessmentReport {
  /// The tables of an assessment that stand in a file of their own.
  public enum Sheet: String, CaseIterable, Sendable {
    case shares, concentration, exposure, coverage
  }

  /// One table of an assessment as CSV, with the keys of the JSON as columns; `by` takes two,
  /// `dimension` and `value`, empty for the whole population.
  /// Under a supposition every row names it.
  public static func csv(_ assessment: Assessment, _ sheet: Sheet) -> String {
    switch sheet {
    case .shares: shares(assessment.shares, assessment.scenario)
    case .concentration: concentration(assessment.concentration, assessment.scenario)
    case .exposure: exposure(assessment.exposure, assessment.scenario)
    case .coverage: coverage(assessment.coverage, assessment.scenario)
    }
  }

  private static func shares(_ shares: [Share], _ scenario: [String]) -> String {
    var csv = CSV(
      [
        "role", "groupBy", "group", "name", "tier", "count", "unit", "dimension", "value",
        "number", "weight", "of", "share", "least", "most",
      ], scenario: scenario)
    for share in shares {
      csv.append([
        .text(share.role.label), .text(share.level.rawValue), .text(share.group),
        .text(share.name), .text(share.tier.label), .text(share.count.rawValue),
        .text(share.unit.rawValue), .text(share.by?.dimension.rawValue ?? ""),
        .text(share.by?.value ?? ""), .number(share.number), .number(share.weight),
        .integer(share.of), .optional(share.share), .integer(share.least), .integer(share.most),
      ])
    }
    return csv.text
  }

  private static func concentration(
    _ rows: [Concentration], _ scenario: [String]
  ) -> String {
    var csv = CSV(
      ["role", "groupBy", "unit", "count", "dimension", "value", "n", "unknown"]
        + ConcentrationMetric.all.map(\.key) + ["insularity"], scenario: scenario)
    for row in rows {
      csv.append(
        [
          .text(row.role.label), .text(row.level.rawValue), .text(row.unit.rawValue),
          .text(row.count.rawValue), .text(row.by?.dimension.rawValue ?? ""),
          .text(row.by?.value ?? ""), .integer(row.n), .number(row.unknown),
        ] + ConcentrationMetric.all.map { .optional(row.values[$0.key]) }
          + [.optional(row.insularity)])
    }
    return csv.text
  }

  /// Long, since the two questions have scales of their own.
  private static func exposure(_ rows: [Exposure], _ scenario: [String]) -> String {
    var csv = CSV(
      ["jurisdiction", "question", "scope", "unit", "dimension", "value", "state", "number"],
      scenario: scenario)
    for row in rows {
      var question = "disclosure"
      var scope = ""
      if case .cutoff(_, let reach) = row.answer {
        question = "cutoff"
        scope = reach.rawValue
      }
      for (state, number) in row.answer.counts {
        csv.append([
          .text(row.jurisdiction), .text(question), .text(scope), .text(row.unit.rawValue),
          .text(row.by?.dimension.rawValue ?? ""), .text(row.by?.value ?? ""), .text(state),
          .integer(number),
        ])
      }
    }
    return csv.text
  }

  private static func coverage(_ rows: [Coverage], _ scenario: [String]) -> String {
    var csv = CSV(["role"] + BindingStatus.allCases.map(\.label), scenario: scenario)
    for row in rows {
      csv.append([.text(row.role.label)] + BindingStatus.allCases.map { .integer(row[$0]) })
    }
    return csv.text
  }
}
