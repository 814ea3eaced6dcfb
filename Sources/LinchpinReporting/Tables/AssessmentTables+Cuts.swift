import LinchpinCore

extension AssessmentTables {
  /// Cells below this are folded unless detail was asked for.
  static let smallestCell = 5

  /// The parts of the population: each role's leading company, and both questions for the laws
  /// that reach most.
  var cuts: Document {
    var document = Document()
    guard let dimension = assessment.options.by else { return document }
    document.heading(words.by(dimension))
    for role in assessment.coverage.map(\.role) {
      document.append(leaders(role, dimension))
    }
    for code in widestLaws {
      for isCutoff in [false, true] {
        document.append(exposure(code, dimension, isCutoff: isCutoff))
      }
      document.paragraph(words.scope(assessment.options.scope))
      document.paragraph(words.lawNotice([code], study.catalogue))
    }
    if !context.showsDetail { document.paragraph(words.folded(Self.smallestCell)) }
    return document
  }

  /// The parts of the population in order of their names.
  private var cutValues: [String] {
    Set(
      assessment.exposure.compactMap { $0.by?.value }
        + assessment.shares.compactMap { $0.by?.value }
    )
    .sorted()
  }

  private func leaders(_ role: Role, _ dimension: Dimension) -> Document {
    var document = Document()
    let rows = cutValues.compactMap { value in
      shares(role, .company, by: Cut(dimension: dimension, value: value)).first
    }
    let shown = rows.filter { !isSmall($0.of) }
    guard let first = rows.first else { return document }
    document.heading(
      words.capitalised(words.name(role)) + ": " + words.leader, level: 3)
    var table = shown.map { row in
      [
        label(row.by), row.name.visible,
        cell(Int(row.number.rounded())) + words.say(" of ", " van ") + numbers.integer(row.of),
        row.share.map { numbers.percentage($0) } ?? "–",
        cell(row.least) + "–" + cell(row.most),
      ]
    }
    if shown.count < rows.count {
      table.append([words.other(rows.count - shown.count, dimension), "–", "–", "–", "–"])
    }
    document.table(
      [
        .text(words.name(dimension)), .text(words.leader), .number(words.units(first.unit, 2)),
        .number(words.share), .number(words.bounds),
      ], table)
    return document
  }

  private func exposure(_ code: String, _ dimension: Dimension, isCutoff: Bool) -> Document {
    var document = Document()
    let rows = assessment.exposure.filter {
      $0.jurisdiction == code && $0.by != nil && $0.answer.isCutoff == isCutoff
    }
    guard let first = rows.first else { return document }
    let shown = rows.filter { !isSmall($0.answer.total) }
    document.heading(
      words.lawName(code, study.catalogue) + ": "
        + (isCutoff ? words.cutoffTitle : words.disclosureTitle), level: 3)
    var table = shown.map { row in
      [label(row.by)] + row.answer.counts.map { cell($0.number) }
        + [numbers.integer(row.answer.total)]
    }
    if shown.count < rows.count {
      let blanks = Array(repeating: "–", count: first.answer.counts.count + 1)
      table.append([words.other(rows.count - shown.count, dimension)] + blanks)
    }
    document.table(columns(words.name(dimension), isCutoff: isCutoff, first.unit), table)
    return document
  }

  /// The three laws beside the reader's own that reach most units of the whole population.
  private var widestLaws: [String] {
    assessment.exposure.filter {
      $0.by == nil && !$0.answer.isCutoff && $0.jurisdiction != assessment.options.home
        && $0.answer.reached > 0
    }.sorted {
      ($1.answer.reached, $0.jurisdiction) < ($0.answer.reached, $1.jurisdiction)
    }.prefix(3).map(\.jurisdiction)
  }

  private func label(_ cut: Cut?) -> String {
    guard let cut, !cut.value.isEmpty else { return words.unstated }
    return cut.dimension == .country
      ? words.lawName(cut.value, study.catalogue) : cut.value.visible
  }

  func isSmall(_ size: Int) -> Bool { !context.showsDetail && size < Self.smallestCell }

  private func cell(_ number: Int) -> String {
    number > 0 && isSmall(number) ? "<\(Self.smallestCell)" : numbers.integer(number)
  }
}

extension Exposure.Answer {
  /// All units the row is about.
  fileprivate var total: Int { counts.reduce(0) { $0 + $1.number } }

  /// Units with some or all of their content within reach.
  fileprivate var reached: Int {
    if case .disclosure(let answer) = self { answer.some + answer.all } else { 0 }
  }
}
