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
        .text(words.units(.domain, 1), 30), .text(words.role, 18),
        .text(words.name(GroupLevel.provider), 28), .text(words.law, 8),
        .text(words.evidence, .max),
      ],
      rows.map { row in
        [
          row.domain.visible, words.name(row.role), provider(row, words),
          row.jurisdictions.isEmpty ? "–" : row.jurisdictions.map(\.visible).joined(separator: " "),
          row.tier.map { tier in
            "\(words.name(tier)): \(row.evidence.visible) (\(row.source.visible))"
          } ?? "–",
        ]
      })
    document.paragraph(
      words.lawNotice(Set(rows.flatMap(\.jurisdictions)).sorted(), study.catalogue))
    document.append(study.closing(context))
    return document
  }

  /// Who serves the role, or in words why nobody can be named.
  private static func provider(_ row: BindingRow, _ words: Words) -> String {
    if !row.providerName.isEmpty { return row.providerName.visible }
    let reason = row.reason == .none ? "" : ": " + row.reason.label
    return "(\(words.name(row.status))\(reason))"
  }
}
