public import LinchpinCore

/// The report on single points of failure, the widest reach first.
public enum ChokepointsReport {
  public static func render(
    _ points: [Chokepoint], support: [UnobservedSupport], sets: [ChokepointSet] = [],
    of study: Study, as format: OutputFormat, _ context: ReportContext
  ) -> String {
    switch format {
    case .json: json(points, support, sets, study, context).document
    case .csv: csv(points, study)
    case .text, .markdown:
      document(points, support, sets, study, context).render(markdown: format == .markdown)
    }
  }

  private static func document(
    _ points: [Chokepoint], _ support: [UnobservedSupport], _ sets: [ChokepointSet],
    _ study: Study, _ context: ReportContext
  ) -> Document {
    let words = context.words
    let unit = study.options.unit
    let all = points
    let points = context.showsDetail ? all : all.filter { $0.kind.isPublic }
    var document = study.opening(words.chokepointsTitle, context)
    document.facts([(words.mode, words.name(study.options.mode))])
    if let first = points.first {
      document.paragraph(
        words.chokepointHeadline(first, unit, name: name(first, study, context)))
      document.append(tables(points, study, context))
    } else {
      document.paragraph(words.noChokepoints(unit))
    }
    if all.count > points.count {
      document.paragraph(words.hiddenPoints(all.count - points.count))
    }
    document.append(self.sets(sets, context))
    if !support.isEmpty {
      document.heading(words.supportHeading)
      document.list(support.map { $0.members.map(\.visible).joined(separator: ", ") })
      document.paragraph(words.supportNote)
    }
    document.append(study.closing(context))
    return document
  }

  /// The ranking twice over the same rows: how far each reaches, and by which function.
  private static func tables(
    _ points: [Chokepoint], _ study: Study, _ context: ReportContext
  ) -> Document {
    let words = context.words
    let numbers = context.numbers
    var document = Document()
    let shown = points.prefix(max(1, context.top))
    let hasPercentages = shown.contains { $0.share != nil }
    document.table(
      [
        .text(words.kind), .text(words.nameHeading, 34), .text(words.law, 8),
        .number(words.direct), .number(words.indirect), .number(words.total),
      ] + (hasPercentages ? [.number(words.share)] : []),
      shown.map { point in
        [
          words.name(point.kind), name(point, study, context),
          point.jurisdictions.isEmpty
            ? (point.kind.isPublic ? words.unknown : "–")
            : point.jurisdictions.map(\.visible).joined(separator: " "),
          numbers.integer(point.direct), numbers.integer(point.indirect),
          numbers.integer(point.number),
        ] + (hasPercentages ? [point.share.map { numbers.percentage($0) } ?? "–"] : [])
      })
    if points.count > shown.count {
      document.paragraph(words.morePoints(points.count - shown.count))
    }
    document.paragraph(words.chokepointsNote(study.options.unit, of: study.unitCount))
    document.paragraph(words.scope(study.options.scope))
    document.paragraph(
      words.lawNotice(Set(shown.flatMap(\.jurisdictions)).sorted(), study.catalogue))
    let functions = Function.allCases.filter { function in
      shown.contains { $0.functions[function, default: 0] > 0 }
    }
    document.heading(words.functionsHeading)
    document.table(
      [.text(words.nameHeading, 34)] + functions.map { .number(words.name($0)) },
      shown.map { point in
        [name(point, study, context)]
          + functions.map { numbers.integer(point.functions[$0, default: 0]) }
      })
    return document
  }

  private static func sets(_ sets: [ChokepointSet], _ context: ReportContext) -> Document {
    let words = context.words
    var document = Document()
    if sets.isEmpty { return document }
    document.heading(words.setsHeading)
    document.table(
      [
        .text(words.members, 60), .number(words.total), .number(words.upperBound),
        .text(words.exact),
      ],
      sets.map { set in
        [
          set.members.map(\.visible).joined(separator: " + "), context.numbers.integer(set.number),
          context.numbers.count(set.bound), set.isExact ? words.yes : words.no,
        ]
      })
    return document
  }

  private static func name(
    _ point: Chokepoint, _ study: Study, _ context: ReportContext
  ) -> String {
    point.kind == .jurisdiction
      ? context.words.lawName(point.id, study.catalogue) : point.name.visible
  }
}
