import LinchpinCore

extension AssessmentTables {
  /// One table for each role; by provider where providers were asked for, since it shows company
  /// and law too, else by what was asked for; every level where more is wanted.
  var shares: Document {
    var document = Document()
    document.heading(words.sharesHeading)
    let asked = assessment.options.levels
    let levels = !context.isVerbose && asked.contains(.provider) ? [.provider] : asked
    var laws: Set<String> = []
    for role in assessment.coverage.map(\.role) {
      for level in levels {
        let rows = shares(role, level)
        let shown = rows.prefix(max(1, context.top))
        document.append(table(role, level, shown, more: rows.count - shown.count))
        laws.formUnion(self.laws(shown, level))
      }
    }
    document.paragraph(words.sharesNote(assessment.options))
    if assessment.options.isSample { document.paragraph(words.sampleNote) }
    document.paragraph(words.lawNotice(laws.sorted(), study.catalogue))
    return document
  }

  private func table(
    _ role: Role, _ level: GroupLevel, _ rows: ArraySlice<Share>, more: Int
  ) -> Document {
    var document = Document()
    guard let first = rows.first else { return document }
    document.heading(words.sharesTitle(first), level: 3)
    var columns: [Document.Column] = [.text(words.name(level), 34)]
    if level == .provider { columns.append(.text(words.name(GroupLevel.company), 28)) }
    if level != .jurisdiction { columns.append(.text(words.law, 8)) }
    let hasPercentages = first.share != nil
    columns.append(.number(words.units(first.unit, 2)))
    if hasPercentages { columns.append(.number(words.share)) }
    if hasPercentages, assessment.options.isSample { columns.append(.number(words.interval)) }
    columns.append(.number(words.bounds))
    document.table(columns, rows.map { cells($0, level, hasPercentages) })
    if more > 0 { document.paragraph(words.more(more, level)) }
    return document
  }

  private func cells(_ row: Share, _ level: GroupLevel, _ hasPercentages: Bool) -> [String] {
    let entry = directory.entry(row.group, level, study)
    var cells = [
      level == .jurisdiction ? words.lawName(row.group, study.catalogue) : row.name.visible
    ]
    if level == .provider { cells.append(entry.company.isEmpty ? "–" : entry.company.visible) }
    if level != .jurisdiction { cells.append(law(entry.law)) }
    let whole = numbers.integer(row.of)
    cells.append(numbers.count(row.number) + words.say(" of ", " van ") + whole)
    if hasPercentages { cells.append(row.share.map { numbers.percentage($0) } ?? "–") }
    if hasPercentages, assessment.options.isSample {
      cells.append(
        row.interval.map { numbers.percentage($0.low) + "–" + numbers.percentage($0.high) } ?? "–")
    }
    return cells + [numbers.integer(row.least) + "–" + numbers.integer(row.most)]
  }

  private func laws(_ rows: ArraySlice<Share>, _ level: GroupLevel) -> Set<String> {
    Set(
      rows.flatMap {
        level == .jurisdiction ? [$0.group] : directory.entry($0.group, level, study).law
      }
    )
  }
}
