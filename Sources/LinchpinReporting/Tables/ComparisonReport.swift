public import LinchpinCore

/// The report on what differs between two snapshots.
public enum ComparisonReport {
  /// - Parameter study: the later snapshot and how both were counted.
  public static func render(
    _ comparison: Comparison, _ causes: Causes, of study: Study, as format: OutputFormat,
    _ context: ReportContext
  ) -> String {
    switch format {
    case .json: json(comparison, causes, study, context).document
    case .csv: csv(comparison)
    case .text, .markdown:
      document(comparison, causes, study, context).render(markdown: format == .markdown)
    }
  }

  private static func document(
    _ comparison: Comparison, _ causes: Causes, _ study: Study, _ context: ReportContext
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
    document.append(CausesTables.document(causes, comparison, study, context))
    document.append(moves(comparison, context))
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

  private static func moves(_ comparison: Comparison, _ context: ReportContext) -> Document {
    let words = context.words
    var document = Document()
    document.heading(words.movesHeading)
    if comparison.moves.isEmpty {
      document.paragraph(words.noMoves)
      return document
    }
    let shown = comparison.moves.prefix(max(1, context.top))
    document.table(
      [
        .text(words.role), .text(words.from, 28), .text(words.to, 28),
        .number(words.units(.domain, 2)), .text(words.change),
      ],
      shown.map { move in
        [
          words.name(move.role), words.party(move.from, move.fromName),
          words.party(move.to, move.toName), context.numbers.integer(move.number),
          words.name(move.kind),
        ]
      })
    if comparison.moves.count > shown.count {
      document.paragraph(words.morePoints(comparison.moves.count - shown.count))
    }
    document.paragraph(words.movesNote)
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
