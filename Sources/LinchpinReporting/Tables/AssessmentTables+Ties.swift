import LinchpinCore

extension AssessmentTables {
  /// For each service whose evidence has more than one tier: three nested numbers and the bounds,
  /// with the names of the units that flip where more is asked for.
  var ties: Document {
    var document = Document()
    let shown = assessment.ties.filter { service in
      service.by == nil && service.ties.contains { $0.trace != $0.routing }
    }
    if shown.isEmpty { return document }
    document.heading(words.tiesHeading)
    for service in shown {
      for level in assessment.options.levels {
        let rows = service.ties.filter { $0.level == level }
        if rows.isEmpty { continue }
        document.heading(words.tiesTitle(service, level), level: 3)
        document.append(tieTable(service, level, Array(rows.prefix(max(1, context.top)))))
      }
    }
    document.paragraph(words.tiesNote)
    return document
  }

  /// The same cut by sector, country or region: the group that most are tied to, part by part.
  var tiesByPart: Document {
    var document = Document()
    let parts = assessment.ties.filter { $0.by != nil }
    for whole in assessment.ties where whole.by == nil {
      guard let leading = whole.ties.first(where: { $0.trace != $0.routing }) else { continue }
      let rows = parts.filter { $0.service == whole.service }.compactMap { part in
        part.ties.first { $0.level == leading.level && $0.group == leading.group }.map {
          (part, $0)
        }
      }
      if rows.isEmpty { continue }
      document.heading(words.tiesPartTitle(whole, leading.name.visible), level: 3)
      document.table(
        [.text(words.capitalised(rows[0].0.by.map { words.name($0.dimension) } ?? ""), 34)]
          + tieColumns,
        rows.map { part, tie in
          [(part.by?.value ?? "").visible] + tieCells(part, tie, folds: true)
        })
    }
    return document
  }

  private var tieColumns: [Document.Column] {
    Tier.allCases.map { .number(words.name($0)) } + [.number(words.bounds)]
  }

  private func tieTable(_ service: ServiceTies, _ level: GroupLevel, _ rows: [Tie]) -> Document {
    var document = Document()
    document.table(
      [.text(words.name(level), 34)] + tieColumns,
      rows.map { row in
        [
          level == .jurisdiction ? words.lawName(row.group, study.catalogue) : row.name.visible
        ] + tieCells(service, row)
      })
    guard context.isVerbose else { return document }
    for row in rows where !row.inferredOnly.isEmpty || !row.traceOnly.isEmpty {
      document.paragraph(words.flips(row.name.visible))
      document.list(
        [(row.inferredOnly, Tier.inferred), (row.traceOnly, .trace)].filter { !$0.0.isEmpty }
          .map { ids, tier in words.flips(ids.map(\.visible), tier) })
    }
    if !service.unknown.isEmpty {
      document.paragraph(words.tiesUnknown(service.unknown.map(\.visible)))
    }
    return document
  }

  /// In a part of the population small cells fold, as everywhere.
  private func tieCells(_ service: ServiceTies, _ row: Tie, folds: Bool = false) -> [String] {
    let isWeighted = assessment.options.isWeighted
    func isFolded(_ count: Tie.Count) -> Bool { folds && count.number > 0 && isSmall(count.number) }
    func text(_ count: Tie.Count) -> String {
      if isFolded(count) { return "<\(Self.smallestCell)" }
      if isWeighted { return numbers.count(count.weight) }
      return numbers.integer(count.number)
        + (service.share(count).map { " (\(numbers.percentage($0)))" } ?? "")
    }
    let bounds = [row.least, row.most].map {
      isFolded($0)
        ? "<\(Self.smallestCell)"
        : isWeighted ? numbers.count($0.weight) : numbers.integer($0.number)
    }
    return Tier.allCases.map { text(row[$0]) } + [bounds.joined(separator: "–")]
  }

  // MARK: Operators without a company

  /// The largest operators of which no company is known, and so no law either.
  var operatorsWithoutCompany: Document {
    var document = Document()
    let rows = assessment.operatorsWithoutCompany
    guard context.isVerbose, !rows.isEmpty else { return document }
    document.heading(words.withoutCompanyHeading)
    document.table(
      [
        .text(words.name(GroupLevel.provider), 40), .text(words.role),
        .number(words.units(assessment.options.unit, 2)),
      ],
      rows.prefix(max(1, context.top)).map {
        [$0.name.visible, words.name($0.role), numbers.count($0.number)]
      })
    document.paragraph(words.withoutCompanyNote)
    return document
  }

  // MARK: Reach

  /// Who is reached through others, beside what stops: only groups where the three differ.
  var reach: Document {
    var document = Document()
    let rows = assessment.reach.filter { row in
      row.concentration != row.direct || row.blast.map { $0 != row.direct } ?? false
    }
    guard context.isVerbose, !rows.isEmpty else { return document }
    document.heading(words.reachHeading)
    for role in assessment.coverage.map(\.role) {
      let shown = rows.filter { $0.role == role }.prefix(max(1, context.top))
      if shown.isEmpty { continue }
      document.heading(words.capitalised(words.name(role)), level: 3)
      document.table(
        [
          .text(words.group, 34), .number(words.direct), .number("C"), .number("I"),
          .number(words.blast),
        ],
        shown.map { row in
          [
            row.level == GroupLevel.jurisdiction
              ? words.lawName(row.group, study.catalogue)
              : "\(row.name.visible) (\(words.name(row.level)))",
            numbers.integer(row.direct), numbers.integer(row.concentration),
            numbers.integer(row.impact), row.blast.map { numbers.integer($0) } ?? "–",
          ]
        })
    }
    document.paragraph(words.reachNote)
    return document
  }
}
