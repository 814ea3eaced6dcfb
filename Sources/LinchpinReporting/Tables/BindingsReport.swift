public import LinchpinCore

/// The attribution itself: one line for each organisation, domain, role and provider.
public enum BindingsReport {
  /// The rows in one of the formats; the columns of CSV are fixed.
  /// - Complexity: O(rows).
  public static func render(
    _ rows: [BindingRow], of study: Study, as format: OutputFormat, _ context: ReportContext
  ) -> String {
    switch format {
    case .json: json(rows, study, context).document
    case .csv: csv(rows)
    case .text, .markdown:
      document(rows, study, context).render(markdown: format == .markdown)
    }
  }

  private static func document(
    _ rows: [BindingRow], _ study: Study, _ context: ReportContext
  ) -> Document {
    let words = context.words
    var document = study.opening(words.bindingsTitle, context)
    document.table(
      [
        .text(words.units(.domain, 1), 30), .text(words.role, 18), .text(words.status, 16),
        .text(words.name(GroupLevel.provider), 24), .text(words.law, 8),
        .text(words.evidence, 60), .text(words.source, 40),
      ],
      rows.map { row in
        let why = row.reason == .none ? "" : " (\(row.reason.label))"
        return [
          row.domain.visible, words.name(row.role), words.name(row.status) + why,
          row.providerName.isEmpty ? "–" : row.providerName.visible,
          row.jurisdictions.isEmpty ? "–" : row.jurisdictions.map(\.visible).joined(separator: " "),
          row.tier.map { words.name($0) + ": " + row.evidence.visible } ?? "–",
          row.source.visible,
        ]
      })
    document.paragraph(
      words.lawNotice(Set(rows.flatMap(\.jurisdictions)).sorted(), study.catalogue))
    document.append(study.closing(context))
    return document
  }
}
