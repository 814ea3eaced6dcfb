public import LinchpinCore

/// The report on what differs between two snapshots.
public enum ComparisonReport {
  /// - Parameter study: the later snapshot and how both were counted.
  public static func render(
    _ comparison: Comparison, of study: Study, as format: OutputFormat, _ context: ReportContext
  ) -> String {
    switch format {
    case .json: json(comparison, study, context).document
    case .csv: csv(comparison)
    case .text, .markdown:
      document(comparison, study, context).render(markdown: format == .markdown)
    }
  }

  private static func document(
    _ comparison: Comparison, _ study: Study, _ context: ReportContext
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
    document.append(totals(comparison, study, context))
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

  private static func totals(
    _ comparison: Comparison, _ study: Study, _ context: ReportContext
  ) -> Document {
    let words = context.words
    let numbers = context.numbers
    var document = Document()
    document.heading(words.totalsHeading)
    let changed = comparison.shares.filter { $0.before != $0.after }
    if changed.isEmpty {
      document.paragraph(words.unchanged)
      return document
    }
    for level in study.options.levels {
      let rows = changed.filter { $0.level == level }
      if rows.isEmpty { continue }
      let shown = rows.prefix(max(1, context.top))
      document.table(
        [
          .text(words.role), .text(words.name(level), 34), .number(words.before),
          .number(words.after), .number(words.change),
        ],
        shown.map { row in
          let name =
            level == .jurisdiction ? words.lawName(row.group, study.catalogue) : row.name.visible
          let difference = row.after - row.before
          return [
            words.name(row.role), name, numbers.count(row.before), numbers.count(row.after),
            (difference > 0 ? "+" : "") + numbers.count(difference),
          ]
        })
      if rows.count > shown.count {
        document.paragraph(words.more(rows.count - shown.count, level))
      }
      if level == .jurisdiction {
        document.paragraph(words.lawNotice(Set(shown.map(\.group)).sorted(), study.catalogue))
      }
    }
    document.paragraph(words.totalsNote(study.options))
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
