import LinchpinCore

extension AssessmentTables {
  /// The two questions in tables of their own, never mixed; `unknown` always the last column.
  var exposure: Document {
    var document = Document()
    for isCutoff in [false, true] {
      let rows = assessment.exposure.filter { $0.by == nil && $0.answer.isCutoff == isCutoff }
      guard let first = rows.first else { continue }
      document.heading(isCutoff ? words.cutoffTitle : words.disclosureTitle)
      document.table(
        columns(words.law, isCutoff: isCutoff, first.unit),
        rows.map { row in
          [words.lawName(row.jurisdiction, study.catalogue)] + counts(row.answer)
            + [numbers.integer(study.unitCount)]
        })
      if !isCutoff { document.append(holdings(rows, first.unit)) }
      document.append(notes(rows, isCutoff: isCutoff, first.unit))
    }
    return document
  }

  /// By class of data: units with a holder under the law, and those of which it is not known.
  private func holdings(_ rows: [Exposure], _ unit: Unit) -> Document {
    var document = Document()
    let found = rows.compactMap { row -> (law: String, holdings: [Exposure.Holding])? in
      guard case .disclosure(let answer) = row.answer, !answer.holdings.isEmpty else { return nil }
      return (row.jurisdiction, answer.holdings)
    }
    guard let first = found.first else { return document }
    document.table(
      [.text(words.law)]
        + first.holdings.flatMap { holding -> [Document.Column] in
          [.number(words.name(holding.dataClass)), .number(words.unknown)]
        },
      found.map { row in
        [words.lawName(row.law, study.catalogue)]
          + row.holdings.flatMap { [numbers.integer($0.held), numbers.integer($0.unknown)] }
      })
    document.paragraph(words.dataClassNote(unit))
    return document
  }

  func columns(_ first: String, isCutoff: Bool, _ unit: Unit) -> [Document.Column] {
    let scale = isCutoff ? words.cutoffScale : words.disclosureScale
    return [.text(first)] + scale.map { .number($0) } + [.number(words.units(unit, 2))]
  }

  func counts(_ answer: Exposure.Answer) -> [String] {
    answer.counts.map { numbers.integer($0.number) }
  }

  func notes(_ rows: [Exposure], isCutoff: Bool, _ unit: Unit) -> Document {
    var document = Document()
    if isCutoff {
      document.paragraph(words.cutoffNote(unit, assessment.options.mode))
      document.paragraph(words.scope(assessment.options.scope))
    } else {
      document.paragraph(words.disclosureNote(unit))
    }
    document.paragraph(
      words.lawNotice(Set(rows.map(\.jurisdiction)).sorted(), study.catalogue))
    return document
  }
}

extension Exposure.Answer {
  var isCutoff: Bool {
    if case .cutoff = self { true } else { false }
  }
}
