import LinchpinCore

extension AssessmentTables {
  /// One table for each level, a row for each role, and one note under them all; n and what is
  /// unknown stand in every row.
  var concentration: Document {
    var document = Document()
    for level in assessment.options.levels {
      let rows = assessment.concentration.filter { $0.level == level && $0.by == nil }
      if rows.isEmpty { continue }
      document.heading(words.concentrationTitle(level))
      document.table(
        [
          .text(words.role), .number("n"), .number("HHI"), .number("CR-1"), .number("CR-4"),
          .number(words.effective), .number(words.entropy), .number(words.inequality),
          .number(words.centralization), .number(words.insularity), .number(words.unknown),
        ],
        rows.map(cells))
    }
    document.paragraph(
      words.concentrationNote(assessment.options.concentrationCount, assessment.options.unit))
    return document
  }

  private func cells(_ row: Concentration) -> [String] {
    [
      words.name(row.role), numbers.integer(row.n), numbers.decimal(row.values["hhi"], 0),
      numbers.decimal(row.values["cr1"]), numbers.decimal(row.values["cr4"]),
      numbers.decimal(row.values["effective"], 1), numbers.decimal(row.values["entropy"]),
      numbers.decimal(row.values["gini"]), numbers.decimal(row.values["centralization"]),
      numbers.decimal(row.insularity), numbers.count(row.unknown),
    ]
  }
}
