import LinchpinCore

extension AssessmentTables {
  /// How many hang on one operator, by role; then for each value of the dimension asked for.
  var redundancy: Document {
    var document = Document()
    for level in assessment.options.levels where level != .jurisdiction {
      let rows = assessment.redundancy.filter { $0.level == level }
      if rows.isEmpty { continue }
      document.heading(words.redundancyTitle(level))
      document.table(
        [
          .text(words.role), .text(words.part), .number(words.oneOperator), .number(words.share),
          .number(words.severalOperators), .number(words.unknown), .number(words.noService),
          .number(words.ofAll),
        ], rows.filter { $0.of > 0 && isPrinted($0) }.map(cells))
    }
    document.paragraph(words.redundancyNote)
    return document
  }

  /// Cells of very few organisations point at them.
  private func isPrinted(_ row: Redundancy) -> Bool {
    row.by == nil || row.of >= 5 || context.showsDetail
  }

  private func cells(_ row: Redundancy) -> [String] {
    [
      words.name(row.role), row.by.map { $0.value.visible } ?? words.all,
      numbers.integer(row.one), row.share.map { numbers.percentage($0) } ?? "–",
      numbers.integer(row.several), numbers.integer(row.unknown), numbers.integer(row.absent),
      numbers.integer(row.of),
    ]
  }
}

extension Words {
  func redundancyTitle(_ level: GroupLevel) -> String {
    say("One \(name(level)) or several", "Eén \(name(level)) of meer")
  }

  var part: String { say("part", "deel") }
  var all: String { say("all", "alle") }
  var oneOperator: String { say("one", "één") }
  var severalOperators: String { say("several", "meer") }
  var noService: String { say("no such service", "geen dienst") }
  var ofAll: String { say("of", "van") }

  var redundancyNote: String {
    say(
      "One: everything of the unit in this role is with one known operator. Several: two or more "
        + "known ones. Unknown: one at most is known and something is not. Two providers of one "
        + "company count as one in the table by company.",
      "Eén: alles van de eenheid in deze rol ligt bij één bekende beheerder. Meer: twee of meer "
        + "bekende. Onbekend: hooguit één is bekend en iets is het niet. Twee aanbieders van één "
        + "bedrijf tellen in de tabel per bedrijf als één.")
  }
}
