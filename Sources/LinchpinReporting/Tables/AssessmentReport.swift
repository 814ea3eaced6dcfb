public import LinchpinCore

/// The report on one assessment: coverage, shares, concentration and exposure.
public enum AssessmentReport {
  /// The assessment in one of the formats; CSV is the table of shares, see ``csv(_:_:)``.
  public static func render(
    _ assessment: Assessment, as format: OutputFormat, _ context: ReportContext
  ) -> String {
    switch format {
    case .json: json(assessment, context).document
    case .csv: csv(assessment, .shares)
    case .text, .markdown:
      AssessmentTables(assessment, context).document.render(markdown: format == .markdown)
    }
  }
}

/// Chooses what of an assessment people are shown, in which order.
struct AssessmentTables {
  let assessment: Assessment
  let context: ReportContext
  let study: Study
  let words: Words
  let numbers: NumberStyle
  let directory: ProviderDirectory
  private let sharesByTable: [TableKey: [Share]]

  private struct TableKey: Hashable {
    var role: Role
    var level: GroupLevel
    var cut: Cut?
  }

  init(_ assessment: Assessment, _ context: ReportContext) {
    self.assessment = assessment
    self.context = context
    study = Study(assessment)
    words = context.words
    numbers = context.numbers
    directory = ProviderDirectory(study)
    sharesByTable = Dictionary(grouping: assessment.shares) {
      TableKey(role: $0.role, level: $0.level, cut: $0.by)
    }
  }

  var document: Document {
    var document = study.opening(words.assessmentTitle, context)
    if assessment.coverage.isEmpty {
      document.paragraph(words.noRoles)
    } else {
      document.append(headline)
      document.append(profile)
      document.append(ties)
      document.append(coverage)
      document.append(operatorsWithoutCompany)
      document.append(shares)
      document.append(concentration)
      document.append(redundancy)
      document.append(reach)
      document.append(exposure)
      document.append(failure)
      document.append(cuts)
      document.append(tiesByPart)
    }
    document.append(study.closing(context))
    return document
  }

  /// What becomes of the units if what the scenario names stops.
  private var failure: Document {
    var document = Document()
    guard let failure = assessment.failure else { return document }
    document.heading(words.ifStops(failure.failed.map(\.visible)))
    document.append(WhatIfReport.outcome(failure, study, context))
    return document
  }

  /// The rows of the whole population, or of one part of it.
  func shares(_ role: Role, _ level: GroupLevel, by cut: Cut? = nil) -> [Share] {
    sharesByTable[TableKey(role: role, level: level, cut: cut), default: []]
  }

  func law(_ codes: [String]) -> String {
    codes.isEmpty ? words.unknown : codes.map(\.visible).joined(separator: " ")
  }

  // MARK: Headline and coverage

  /// For each role its leading company and its leading law; the reader's own law leads nothing.
  private var headline: Document {
    var document = Document()
    var named: [String] = []
    var sentences: [String] = []
    for role in assessment.coverage.map(\.role) {
      if let share = shares(role, .company).first {
        sentences.append(words.headline(share, subject: share.name.visible))
      }
      let laws = shares(role, .jurisdiction)
      if let share = laws.first(where: { $0.group != assessment.options.home }) ?? laws.first {
        named.append(share.group)
        sentences.append(
          words.headline(share, subject: words.sentenceName(share.group, study.catalogue)))
      }
    }
    if sentences.isEmpty { return document }
    document.heading(words.headline)
    document.list(sentences)
    document.paragraph(words.headlineNote(assessment.options))
    if !named.isEmpty {
      document.paragraph(words.lawNotice(Set(named).sorted(), study.catalogue))
    }
    return document
  }

  private var coverage: Document {
    var document = Document()
    document.heading(words.coverageHeading)
    document.table(
      [.text(words.role)] + BindingStatus.allCases.map { .number(words.name($0)) },
      assessment.coverage.map { row in
        [words.name(row.role)] + BindingStatus.allCases.map { numbers.integer(row[$0]) }
      })
    document.paragraph(words.coverageNote)
    return document
  }
}
