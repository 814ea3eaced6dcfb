import LinchpinCore

extension AssessmentTables {
  /// One table for each role and level; at provider level with the company and law behind it.
  var shares: Document {
    var document = Document()
    document.heading(words.sharesHeading)
    for role in assessment.coverage.map(\.role) {
      for level in assessment.options.levels {
        document.append(table(role, level, shares(role, level)))
      }
    }
    return document
  }

  private func table(_ role: Role, _ level: GroupLevel, _ rows: [Share]) -> Document {
    var document = Document()
    guard let first = rows.first else { return document }
    document.heading(words.sharesTitle(role, level), level: 3)
    var columns: [Document.Column] = [.text(words.name(level), 34)]
    if level == .provider { columns.append(.text(words.name(GroupLevel.company), 28)) }
    if level != .jurisdiction { columns.append(.text(words.law, 8)) }
    let hasPercentages = first.share != nil
    columns.append(.number(words.units(first.unit, 2)))
    if hasPercentages { columns.append(.number(words.share)) }
    columns.append(.number(words.bounds))
    let shown = rows.prefix(max(1, context.top))
    document.table(columns, shown.map { cells($0, level, hasPercentages) })
    if rows.count > shown.count {
      document.paragraph(words.more(rows.count - shown.count, level))
    }
    document.paragraph(words.sharesNote(first))
    document.paragraph(words.lawNotice(laws(shown, level), study.catalogue))
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
    return cells + [numbers.integer(row.least) + "–" + numbers.integer(row.most)]
  }

  private func laws(_ rows: ArraySlice<Share>, _ level: GroupLevel) -> [String] {
    Set(
      rows.flatMap {
        level == .jurisdiction ? [$0.group] : directory.entry($0.group, level, study).law
      }
    ).sorted()
  }
}
