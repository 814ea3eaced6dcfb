import LinchpinCore

extension ChokepointsReport {
  /// What would shrink the largest blast radius most: by all concerned, and by one alone.
  static func remedies(
    _ remedies: Remedies, _ study: Study, _ context: ReportContext
  ) -> Document {
    let words = context.words
    let unit = study.options.unit
    var document = Document()
    document.heading(words.remediesHeading)
    if remedies.together.isEmpty, remedies.alone.isEmpty {
      document.paragraph(words.noRemedies)
      return document
    }
    document.paragraph(words.together(unit))
    document.append(
      steps(remedies.together, context, first: words.secondProviderFor) { step in
        step.services.map(words.name).joined(separator: ", ")
      })
    document.paragraph(words.alone)
    document.append(
      steps(remedies.alone, context, first: words.whoActs) { step in
        words.name(step.decider, showsDetail: context.showsDetail)
      })
    document.paragraph(words.remediesNote(unit))
    return document
  }

  private static func steps(
    _ steps: [Remedies.Step], _ context: ReportContext, first title: String,
    _ text: (Remedies.Step) -> String
  ) -> Document {
    let words = context.words
    var document = Document()
    document.table(
      [
        .number(words.step), .text(title, 40), .text(words.against, 34), .number(words.acting),
        .number(words.fewer), .number(words.itsReach), .number(words.largestReach),
      ],
      steps.enumerated().map { place, step in
        [
          context.numbers.integer(place + 1), text(step).visible, step.name.visible,
          context.numbers.integer(step.acting), context.numbers.integer(step.freed),
          context.numbers.integer(step.after), context.numbers.integer(step.largest),
        ]
      })
    return document
  }

  /// Steps as pairs for JSON: bodies are named only where detail was asked for.
  static func json(_ remedies: Remedies, _ context: ReportContext) -> JSON {
    .object([
      ("kind", .string(remedies.kind.rawValue)),
      ("together", .array(remedies.together.map { $0.json(context) })),
      ("alone", .array(remedies.alone.map { $0.json(context) })),
    ])
  }

  static func csv(_ remedies: Remedies, _ study: Study, _ context: ReportContext) -> String {
    var csv = CSV(
      [
        "step", "decider", "id", "services", "chokepoint", "unit", "acting", "before", "after",
        "freed", "largest",
      ], scenario: study.scenario)
    for steps in [remedies.together, remedies.alone] {
      for (place, step) in steps.enumerated() {
        let (kind, id) = step.decider.parts(context)
        csv.append([
          .integer(place + 1), .text(kind), .text(id),
          .text(step.services.map(\.rawValue).joined(separator: " ")), .text(step.chokepoint),
          .text(study.options.unit.rawValue), .integer(step.acting), .integer(step.before),
          .integer(step.after), .integer(step.freed), .integer(step.largest),
        ])
      }
    }
    return csv.text
  }
}

extension Remedies.Decider {
  /// The word for who decides, and the id where it may be named.
  fileprivate func parts(_ context: ReportContext) -> (kind: String, id: String) {
    switch self {
    case .everyone: ("everyone", "")
    case .organisation(let id, _): ("organisation", context.showsDetail ? id : "")
    case .provider(let id, _): ("provider", id)
    }
  }
}

extension Remedies.Step {
  fileprivate func json(_ context: ReportContext) -> JSON {
    let (kind, id) = decider.parts(context)
    return .object([
      ("decider", .string(kind)), ("id", .string(id)),
      ("services", .strings(services.map(\.rawValue))), ("chokepoint", .string(chokepoint)),
      ("name", .string(name)), ("acting", .integer(acting)), ("before", .integer(before)),
      ("after", .integer(after)), ("freed", .integer(freed)), ("largest", .integer(largest)),
    ])
  }
}
