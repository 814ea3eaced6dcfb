public import LinchpinCore

/// The attribution itself: one line for each organisation, domain, role and provider.
public enum BindingsReport {
  /// The rows in one of the formats; the columns of CSV are fixed,
  /// but for `scenario`, which stands behind them under a supposition.
  /// - Complexity: O(rows).
  public static func render(
    _ rows: [BindingRow], of study: Study, as format: OutputFormat, _ context: ReportContext
  ) -> String {
    switch format {
    case .json: json(rows, study, context).document
    case .csv: csv(rows, study)
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
        .text(words.evidence.lowercased(), .max),
      ],
      rows.map { row in
        [
          row.domain.visible, words.name(row.role), provider(row, words),
          law(row, words), evidence(row, words),
        ]
      })
    document.paragraph(
      words.lawNotice(Set(rows.flatMap(\.jurisdictions)).sorted(), study.catalogue))
    document.append(study.closing(context))
    return document
  }

  private static func law(_ row: BindingRow, _ words: Words) -> String {
    if row.jurisdictions.isEmpty { return row.status.isKnown ? words.unknown : "–" }
    return row.jurisdictions.map(\.visible).joined(separator: " ")
  }

  /// Tier, record and place; a long policy is cut and the folders of the file left out, which
  /// CSV and JSON both have whole.
  private static func evidence(_ row: BindingRow, _ words: Words) -> String {
    guard let tier = row.tier else { return "–" }
    let place = row.source.split(separator: "/").last.map(String.init) ?? row.source
    let record = row.evidence.isEmpty ? "" : row.evidence.visible.clipped(to: 60) + " "
    return "\(words.name(tier)): \(record)(\(place.visible))"
  }

  /// Who serves the role, or in words why nobody can be named.
  private static func provider(_ row: BindingRow, _ words: Words) -> String {
    if !row.providerName.isEmpty { return row.providerName.visible }
    let reason = row.reason == .none ? "" : ": " + row.reason.label
    return "(\(words.name(row.status))\(reason))"
  }
}
