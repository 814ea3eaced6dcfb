public import LinchpinCore

/// The reports on the catalogue: what is in it, one entry, and what is wrong with it.
public enum CatalogueReport {
  /// Every provider with its company and law on a date; nil means the latest knowledge.
  public static func list(
    _ catalogue: Catalogue, asOf: CalendarDate?, as format: OutputFormat, _ context: ReportContext
  ) -> String {
    let entries = CatalogueEntries(catalogue, asOf: asOf)
    let providers = catalogue.providers.sorted { $0.id < $1.id }
    switch format {
    case .json:
      return head(
        "catalogueList", catalogue, asOf, context,
        [
          ("providers", .array(providers.map { entries.json(provider: $0) }))
        ]
      ).document
    case .csv:
      var csv = CSV(["id", "name", "company", "companyName", "jurisdiction", "gateway", "source"])
      for provider in providers {
        csv.append([
          .text(provider.id), .text(provider.name), .text(provider.company ?? ""),
          .text(entries.company(provider.company)?.name ?? ""),
          .text(entries.law(of: provider.company).joined(separator: " ")),
          .text(provider.isGateway ? "true" : "false"), .text(provider.citation.source),
        ])
      }
      return csv.text
    case .text, .markdown:
      let words = context.words
      var document = entries.head(words.catalogueListTitle, context)
      document.table(
        [
          .text("id", 30), .text(words.nameHeading, 30),
          .text(words.name(GroupLevel.company), 28), .text(words.law, 8),
          .number(words.signatures),
        ],
        providers.map { provider in
          let law = entries.law(of: provider.company)
          return [
            provider.id.visible, provider.name.visible,
            entries.company(provider.company)?.name.visible ?? words.unknown,
            law.isEmpty ? words.unknown : law.joined(separator: " ").visible,
            context.numbers.integer(provider.signatures.count),
          ]
        })
      document.paragraph(words.lawNotice(entries.laws(of: providers), catalogue))
      return document.render(markdown: format == .markdown)
    }
  }

  /// One entry: a provider, a company or a jurisdiction, all of them when they share the id.
  /// - Returns: nil when nothing in the catalogue has the id.
  public static func show(
    _ id: String, in catalogue: Catalogue, asOf: CalendarDate?, as format: OutputFormat,
    _ context: ReportContext
  ) -> String? {
    let entries = CatalogueEntries(catalogue, asOf: asOf)
    let provider = catalogue.providers.first { $0.id == id }
    let company = entries.company(id) ?? entries.company(provider?.company)
    let jurisdiction = catalogue.jurisdictions.first { $0.code == id.uppercased() }
    if provider == nil, company == nil, jurisdiction == nil { return nil }
    switch format {
    case .json:
      return head(
        "catalogueEntry", catalogue, asOf, context,
        [
          ("provider", provider.map { entries.json(provider: $0) } ?? .null),
          ("company", company.map { entries.json(company: $0) } ?? .null),
          ("jurisdiction", jurisdiction.map { entries.json(jurisdiction: $0) } ?? .null),
        ]
      ).document
    case .csv: return entries.csv(provider, company, jurisdiction)
    case .text, .markdown:
      let title = context.words.catalogueTitle + " " + id.visible
      var document = entries.head(title, context)
      if let provider { document.append(entries.document(provider: provider, context)) }
      if let company { document.append(entries.document(company: company, context)) }
      if let jurisdiction {
        document.append(entries.document(jurisdiction: jurisdiction, context))
      }
      return document.render(markdown: format == .markdown)
    }
  }

  /// What the catalogue's own check found.
  public static func check(
    _ problems: [Catalogue.Problem], of catalogue: Catalogue, as format: OutputFormat,
    _ context: ReportContext
  ) -> String {
    switch format {
    case .json:
      return head(
        "catalogueCheck", catalogue, nil, context,
        [
          (
            "problems",
            .array(
              problems.map { problem in
                .object([
                  ("origin", .string(problem.origin)), ("message", .string(problem.message)),
                  ("hint", .string(problem.hint)),
                ])
              })
          )
        ]
      ).document
    case .csv:
      var csv = CSV(["origin", "message", "hint"])
      for problem in problems {
        csv.append([.text(problem.origin), .text(problem.message), .text(problem.hint)])
      }
      return csv.text
    case .text, .markdown:
      let words = context.words
      var document = CatalogueEntries(catalogue, asOf: nil).head(words.problemsTitle, context)
      if problems.isEmpty { document.paragraph(words.noProblems) }
      document.list(
        problems.map { problem in
          "\(problem.origin.visible): \(problem.message.visible) → \(problem.hint.visible)"
        })
      return document.render(markdown: format == .markdown)
    }
  }

  private static func head(
    _ name: String, _ catalogue: Catalogue, _ asOf: CalendarDate?, _ context: ReportContext,
    _ rest: [(String, JSON)]
  ) -> JSON {
    .object(
      [
        ("schema", .string("linchpin.\(name)/1")), ("tool", .string(context.tool)),
        ("catalogue", catalogue.identity), ("asOf", .optional(asOf)),
      ] + rest)
  }
}
