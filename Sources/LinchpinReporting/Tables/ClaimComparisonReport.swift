public import LinchpinCore

/// How far our attribution and a published one agree, and why they differ where they do.
public enum ClaimComparisonReport {
  /// The comparison in one of the formats; CSV has one row for each difference.
  /// - Complexity: O(differences + matrix).
  public static func render(
    _ comparison: ClaimComparison, of study: Study, as format: OutputFormat,
    _ context: ReportContext
  ) -> String {
    switch format {
    case .json: json(comparison, study, context).document
    case .csv: csv(comparison, study)
    case .text, .markdown:
      document(comparison, study, context).render(markdown: format == .markdown)
    }
  }

  private static func document(
    _ comparison: ClaimComparison, _ study: Study, _ context: ReportContext
  ) -> Document {
    let words = context.words
    var document = study.opening(words.claimsTitle, context)
    document.facts(comparison.claims.files.map { (words.claimsFile, words.input($0)) })
    document.paragraph(words.claimsHeadline(comparison))
    document.paragraph(words.claimsReach(comparison))
    document.heading(words.agreementHeading)
    document.table(
      [
        .text(words.role), .text(words.operatorWord), .number(words.both),
        .number(words.onlyOurs), .number(words.onlyTheirs), .number(words.neither),
        .number(words.setApart), .number(words.agreement),
      ],
      comparison.agreements.map { row in
        [words.name(row.role), row.word.visible]
          + [row.both, row.onlyOurs, row.onlyTheirs, row.neither, row.setApart]
          .map { context.numbers.integer($0) }
          + [row.share.map { context.numbers.percentage($0) } ?? "–"]
      })
    document.append(matrix(comparison, context))
    document.append(differences(comparison, context))
    document.append(study.closing(context))
    return document
  }

  private static func matrix(
    _ comparison: ClaimComparison, _ context: ReportContext
  ) -> Document {
    let words = context.words
    var document = Document()
    document.heading(words.matrixHeading)
    for (role, cells) in comparison.cellsByRole {
      let columns = Set(cells.map(\.ours)).sorted()
      document.table(
        [.text(words.name(role) + ": " + words.claimed)]
          + columns.map { .number(words.claimColumn($0)) },
        Set(cells.map(\.claimed)).sorted().map { claimed in
          [claimed.visible]
            + columns.map { column in
              cells.first { $0.claimed == claimed && $0.ours == column }
                .map { context.numbers.integer($0.number) } ?? "·"
            }
        })
    }
    document.paragraph(words.matrixNote)
    return document
  }

  /// One line a class, with the domains in it; every record stands in CSV and JSON, and here when
  /// more is asked for.
  private static func differences(
    _ comparison: ClaimComparison, _ context: ReportContext
  ) -> Document {
    let words = context.words
    var document = Document()
    if comparison.differences.isEmpty { return document }
    document.heading(words.differencesHeading)
    for group in comparison.classes {
      document.paragraph(words.differenceClass(group))
      document.list([group.members.map { $0.domain.visible }.joined(separator: ", ")])
    }
    if context.isVerbose {
      document.table(
        [
          .text(words.units(.domain, 1), 30), .text(words.claimed, 16),
          .text(words.ourAnswer, 18), .text(words.reasonWord, 60),
          .text(words.evidence.lowercased(), .max),
        ],
        comparison.differences.map { difference in
          [
            difference.domain.visible, difference.claimed.joined(separator: " ").visible,
            words.claimColumn(difference.ours), words.name(difference.reason),
            difference.evidence.joined(separator: "; ").visible,
          ]
        })
    } else {
      document.paragraph(words.differencesHint)
    }
    return document
  }
}

extension ClaimComparison {
  /// Differences alike in role, operator, side and reason.
  struct DifferenceClass {
    var role: Role
    var word: String
    var side: Difference.Side
    var reason: Reason
    var members: [Difference]
  }

  /// The classes, those that are no decision of ours first, then the largest.
  var classes: [DifferenceClass] {
    struct Key: Hashable {
      var role: Role
      var word: String
      var side: Difference.Side
      var reason: Reason
    }
    return Dictionary(grouping: differences) {
      Key(role: $0.role, word: $0.word, side: $0.side, reason: $0.reason)
    }.map {
      DifferenceClass(
        role: $0.key.role, word: $0.key.word, side: $0.key.side, reason: $0.key.reason,
        members: $0.value)
    }.sorted {
      (
        $0.reason.isDeliberate ? 1 : 0, $1.members.count, $0.role.rawValue, $0.word,
        $0.reason.rawValue
      ) < (
        $1.reason.isDeliberate ? 1 : 0, $0.members.count, $1.role.rawValue, $1.word,
        $1.reason.rawValue
      )
    }
  }

  var cellsByRole: [(role: Role, cells: [Cell])] {
    Role.allCases.compactMap { role in
      let cells = matrix.filter { $0.role == role }
      return cells.isEmpty ? nil : (role, cells)
    }
  }
}
