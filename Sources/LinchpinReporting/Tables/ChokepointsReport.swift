import LinchpinCore

/// The report on what hurts most if it stops: single points, joint failures and what they rest on.
public enum ChokepointsReport {
  public static func render(
    _ findings: ChokepointFindings, of study: Study, as format: OutputFormat,
    _ context: ReportContext
  ) -> String {
    switch format {
    case .json: json(findings, study, context).document
    case .csv: csv(findings, study, context)
    case .text, .markdown:
      document(findings, study, context).render(markdown: format == .markdown)
    }
  }

  private static func document(
    _ findings: ChokepointFindings, _ study: Study, _ context: ReportContext
  ) -> Document {
    let words = context.words
    let unit = study.options.unit
    let points = findings.points.filter { context.shows($0.kind) }
    var document = study.opening(words.chokepointsTitle, context)
    document.facts([(words.mode, words.name(study.options.mode))])
    if let first = points.first {
      // A host that is not named may reach further than all that are.
      let widest = findings.points.map(\.number).max() ?? 0
      document.paragraph(
        words.chokepointHeadline(
          first, unit, name: name(first, study, context), isWidest: first.number == widest))
      document.append(rankings(points, study, context))
    } else if findings.points.isEmpty {
      document.paragraph(words.noChokepoints(unit))
    }
    if findings.points.count > points.count {
      document.paragraph(words.hiddenPoints(findings.points.count - points.count))
    }
    document.append(coverage(findings.addresses, context))
    document.append(sets(findings.sets, study, context))
    if let joint = findings.joint { document.append(redundancy(joint, study, context)) }
    if let remedies = findings.remedies { document.append(self.remedies(remedies, study, context)) }
    if let trust = findings.trust { document.append(self.trust(trust, study, context)) }
    document.append(support(findings.support, context))
    document.append(study.closing(context))
    return document
  }

  /// One ranking for each kind, and beside it the same rows by function.
  private static func rankings(
    _ points: [Chokepoint], _ study: Study, _ context: ReportContext
  ) -> Document {
    let words = context.words
    var document = Document()
    var shown: [Chokepoint] = []
    for kind in Node.Kind.allCases {
      let ranking = points.filter { $0.kind == kind }
      if ranking.isEmpty { continue }
      let top = ranking.prefix(context.top)
      shown += top
      document.heading(words.plural(kind))
      document.append(table(top, study, context))
      if ranking.count > top.count {
        document.paragraph(words.morePoints(ranking.count - top.count))
      }
    }
    document.paragraph(words.chokepointsNote(study.options.unit, of: study.unitCount))
    document.paragraph(words.scope(study.options.scope))
    document.paragraph(
      words.lawNotice(Set(shown.flatMap(\.jurisdictions)).sorted(), study.catalogue))
    return document
  }

  /// How far each reaches, directly and not, and by which function.
  private static func table(
    _ shown: ArraySlice<Chokepoint>, _ study: Study, _ context: ReportContext
  ) -> Document {
    let words = context.words
    let numbers = context.numbers
    var document = Document()
    let hasPercentages = shown.contains { $0.share != nil }
    let functions = Function.allCases.filter { function in
      shown.contains { $0.functions[function, default: 0] > 0 }
    }
    var columns: [Document.Column] = [
      .text(words.nameHeading, 34), .text(words.law, 8), .number(words.direct),
      .number(words.indirect), .number(words.total),
    ]
    if hasPercentages { columns.append(.number(words.share)) }
    columns += functions.map { .number(words.name($0)) }
    document.table(
      columns,
      shown.map { point in
        var row = [
          name(point, study, context), law(of: point, words), numbers.integer(point.direct),
          numbers.integer(point.indirect), numbers.integer(point.number),
        ]
        if hasPercentages { row.append(point.share.map { numbers.percentage($0) } ?? "–") }
        return row + functions.map { numbers.integer(point.functions[$0, default: 0]) }
      })
    return document
  }

  private static func law(of point: Chokepoint, _ words: Words) -> String {
    if !point.jurisdictions.isEmpty {
      return point.jurisdictions.map(\.visible).joined(separator: " ")
    }
    return point.kind.isPublic ? words.unknown : "–"
  }

  /// A ranking of networks is worth as much as the addresses that are known.
  private static func coverage(
    _ coverage: [AddressCoverage], _ context: ReportContext
  ) -> Document {
    var document = Document()
    for row in coverage { document.paragraph(context.words.addressCoverage(row)) }
    return document
  }

  private static func sets(
    _ sets: [ChokepointSet], _ study: Study, _ context: ReportContext
  ) -> Document {
    let words = context.words
    var document = Document()
    let shown = sets.filter { context.shows($0.kind) }
    if shown.isEmpty { return document }
    document.heading(words.setsHeading)
    document.table(
      [
        .text(words.kind), .text(words.members, 60),
        .number(words.units(study.options.unit, 2)), .number(words.upperBound),
        .text(words.exact),
      ],
      shown.map { set in
        [
          words.name(set.kind), set.names.map(\.visible).joined(separator: " + "),
          context.numbers.integer(set.number), context.numbers.count(set.bound),
          set.isExact ? words.yes : words.no,
        ]
      })
    document.paragraph(words.setsNote(study.options.unit, isWeighted: study.options.isWeighted))
    return document
  }

  /// What only holds itself up, and with detail the records that say so.
  private static func support(
    _ support: [UnobservedSupport], _ context: ReportContext
  ) -> Document {
    let words = context.words
    var document = Document()
    if support.isEmpty { return document }
    document.heading(words.supportHeading)
    document.list(support.map { $0.members.map(\.visible).joined(separator: ", ") })
    document.paragraph(words.supportNote)
    let records = support.flatMap(\.records)
    if context.showsDetail {
      document.table(
        [
          .text(words.nameHeading), .text(words.needs), .text(words.record, 44),
          .text(words.source, 60),
        ],
        records.map { [$0.from.visible, $0.to.visible, $0.record.visible, $0.source.visible] })
    } else if !records.isEmpty {
      document.paragraph(words.hiddenRecords(records.count))
    }
    return document
  }

  static func name(
    _ point: Chokepoint, _ study: Study, _ context: ReportContext
  ) -> String {
    point.kind == .jurisdiction
      ? context.words.lawName(point.id, study.catalogue) : point.name.visible
  }
}
