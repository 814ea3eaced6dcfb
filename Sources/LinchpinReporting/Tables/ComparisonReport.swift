public import LinchpinCore

/// The report on what differs between two snapshots.
public enum ComparisonReport {
  /// - Parameter study: the later snapshot and how both were counted.
  public static func render(
    _ comparison: Comparison, _ causes: Causes, _ points: [SinglePointChange] = [],
    of study: Study, as format: OutputFormat, table: ComparisonTable = .moves,
    _ context: ReportContext
  ) -> String {
    switch format {
    case .json: json(comparison, causes, points, study, context).document
    case .csv: csv(table, comparison, causes, points, study)
    case .text, .markdown:
      document(comparison, causes, points, study, context).render(markdown: format == .markdown)
    }
  }

  private static func document(
    _ comparison: Comparison, _ causes: Causes, _ points: [SinglePointChange], _ study: Study,
    _ context: ReportContext
  ) -> Document {
    let words = context.words
    var document = study.opening(words.comparisonTitle, context)
    func days(_ attribution: Attribution) -> String {
      attribution.snapshot.measured.map { words.days($0) } ?? words.dateUnknown
    }
    document.facts([
      (words.capitalised(words.before), days(comparison.before)),
      (words.capitalised(words.after), days(comparison.after)),
    ])
    document.append(membership(comparison, context))
    document.append(CausesTables.document(causes, study, context))
    document.append(moves(comparison, study, context))
    document.append(singlePoints(points, context))
    document.append(records(comparison, context))
    document.append(study.closing(context))
    return document
  }

  private static func membership(
    _ comparison: Comparison, _ context: ReportContext
  ) -> Document {
    let words = context.words
    var document = Document()
    document.heading(words.membershipHeading)
    let rows: [(Unit, Comparison.Membership)] = [
      (.organisation, comparison.organisations), (.domain, comparison.domains),
    ]
    document.table(
      [.text(""), .number(words.removed), .number(words.kept), .number(words.added)],
      rows.map { unit, membership in
        [words.units(unit, 2)]
          + [membership.removed.count, membership.kept, membership.added.count].map {
            context.numbers.integer($0)
          }
      })
    return document
  }

  private static func moves(
    _ comparison: Comparison, _ study: Study, _ context: ReportContext
  ) -> Document {
    let words = context.words
    var document = Document()
    document.heading(words.movesHeading)
    if comparison.moves.isEmpty {
      document.paragraph(words.noMoves)
      return document
    }
    for level in study.options.levels {
      let moves = comparison.moves(at: level, asOf: study.asOf, by: study.options.by)
      let whole = moves.filter { $0.by == nil }
      if whole.isEmpty { continue }
      if level == .jurisdiction { document.paragraph(words.crossings) }
      document.append(table(whole, level, study, context))
      if let dimension = study.options.by {
        document.paragraph(words.movesBy(dimension, level))
        document.append(table(moves.filter { $0.by != nil }, level, study, context))
        if !context.showsDetail {
          document.paragraph(words.folded(AssessmentTables.smallestCell))
        }
      }
    }
    document.paragraph(words.movesNote)
    return document
  }

  /// One row a move, the most frequent first; of parts of the population small numbers fold.
  private static func table(
    _ moves: [Comparison.Move], _ level: GroupLevel, _ study: Study, _ context: ReportContext
  ) -> Document {
    let words = context.words
    var document = Document()
    let dimension = moves.first?.by?.dimension
    let shown = moves.prefix(max(1, context.top) * (dimension == nil ? 1 : 2))
    func number(_ move: Comparison.Move) -> String {
      let isSmall = move.by != nil && !context.showsDetail
      return isSmall && move.number < AssessmentTables.smallestCell
        ? "<\(AssessmentTables.smallestCell)" : context.numbers.integer(move.number)
    }
    func party(_ id: String, _ name: String) -> String {
      level == .jurisdiction && id.count == 2
        ? words.lawName(id, study.catalogue) : words.party(id, name)
    }
    document.table(
      (dimension.map { [.text(words.name($0))] } ?? []) + [
        .text(words.role), .text("\(words.name(level)), \(words.from)", 28),
        .text(words.to, 28), .number(words.units(.domain, 2)),
      ] + (study.options.isWeighted ? [.number(words.weight)] : []) + [.text(words.change)],
      shown.map { move in
        (move.by.map { [$0.value.visible] } ?? []) + [
          words.name(move.role), party(move.from, move.fromName), party(move.to, move.toName),
          number(move),
        ]
          + (study.options.isWeighted
            ? [number(move).hasPrefix("<") ? "–" : context.numbers.count(move.weight)] : [])
          + [words.name(move.kind)]
      })
    if moves.count > shown.count {
      document.paragraph(words.morePoints(moves.count - shown.count))
    }
    return document
  }

  private static func singlePoints(
    _ points: [SinglePointChange], _ context: ReportContext
  ) -> Document {
    let words = context.words
    var document = Document()
    if points.isEmpty { return document }
    document.heading(words.singlePointsHeading)
    let appeared = points.count { $0.hasAppeared }
    document.paragraph(words.singlePoints(appeared, points.count - appeared))
    let shown = points.prefix(max(1, context.top))
    document.table(
      [.text(""), .text(words.kindColumn), .text("", 34), .number(words.before)]
        + [.number(words.after)],
      shown.map { point in
        [
          point.hasAppeared ? words.appeared : words.vanished, words.name(point.kind),
          point.name.visible, context.numbers.integer(point.before),
          context.numbers.integer(point.after),
        ]
      })
    if points.count > shown.count {
      document.paragraph(words.morePoints(points.count - shown.count))
    }
    return document
  }

  /// Counts by question and cause; the records themselves name hosts and stay in JSON.
  private static func records(_ comparison: Comparison, _ context: ReportContext) -> Document {
    let words = context.words
    var document = Document()
    let rows = Question.allCases.compactMap { question -> [String]? in
      let changes = comparison.changes.filter { $0.question == question }
      if changes.isEmpty { return nil }
      return [words.name(question)]
        + [Comparison.Cause.records, .coverage].map { cause in
          context.numbers.integer(changes.count { $0.cause == cause })
        }
    }
    if rows.isEmpty { return document }
    document.heading(words.recordsHeading)
    document.table(
      [
        .text(words.question), .number(words.name(Comparison.Cause.records)),
        .number(words.name(Comparison.Cause.coverage)),
      ], rows)
    document.paragraph(words.recordsNote)
    return document
  }
}
