public import LinchpinCore

/// The report of `explain`: one name, the path behind it, and the evidence of every step.
public enum ExplanationReport {
  public static func render(
    _ explanation: Explanation, of study: Study, as format: OutputFormat, _ context: ReportContext
  ) -> String {
    switch format {
    case .json: json(explanation, study, context).document
    case .csv: csv(explanation, study)
    case .text, .markdown:
      document(explanation, study, context).render(markdown: format == .markdown)
    }
  }

  private static func document(
    _ explanation: Explanation, _ study: Study, _ context: ReportContext
  ) -> Document {
    var document = Document()
    document.heading("\(explanation.name.visible) (\(explanation.subject.rawValue))", level: 1)
    if !study.scenario.isEmpty { document.paragraph(context.words.scenario(study.scenario)) }
    for section in explanation.sections {
      document.heading(section.heading.visible)
      document.facts(
        section.steps.map { step in
          let source = step.source.isEmpty ? "" : "  [\(step.source.visible)]"
          return (step.label, step.value.visible + source)
        })
    }
    return document
  }

  private static func csv(_ explanation: Explanation, _ study: Study) -> String {
    var csv = CSV(["section", "label", "value", "source"], scenario: study.scenario)
    for section in explanation.sections {
      for step in section.steps {
        csv.append([
          .text(section.heading), .text(step.label), .text(step.value), .text(step.source),
        ])
      }
    }
    return csv.text
  }

  private static func json(
    _ explanation: Explanation, _ study: Study, _ context: ReportContext
  ) -> JSON {
    let sections = explanation.sections.map { section in
      JSON.object([
        ("heading", .string(section.heading)),
        (
          "steps",
          .array(
            section.steps.map { step in
              .object([
                ("label", .string(step.label)), ("value", .string(step.value)),
                ("source", .string(step.source)),
              ])
            })
        ),
      ])
    }
    return .object(
      study.head("explain", context) + [
        ("subject", .string(explanation.subject.rawValue)), ("id", .string(explanation.id)),
        ("name", .string(explanation.name)), ("sections", .array(sections)),
      ])
  }
}
