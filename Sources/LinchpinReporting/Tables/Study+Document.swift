import LinchpinCore

extension Study {
  /// What every report for people begins with: title, warnings, and what was counted how.
  func opening(_ title: String, _ context: ReportContext) -> Document {
    let words = context.words
    var document = Document()
    document.heading("Linchpin — " + title, level: 1)
    if context.isFictional { document.paragraph(words.fictional) }
    if !scenario.isEmpty { document.paragraph(words.scenario(scenario)) }
    for banner in context.banners { document.paragraph(banner.visible) }
    var facts = [
      (words.population, words.population(organisations: organisationCount, domains: domainCount))
    ]
    let chosen = selectionText
    if !chosen.isEmpty { facts.append((words.selection, chosen)) }
    facts += [
      (words.measured, snapshot.measured.map { words.days($0) } ?? words.dateUnknown),
      (words.ownershipAsOf, asOf?.description ?? words.latestKnown),
      (words.catalogue, catalogueText(context)),
    ]
    facts += snapshot.sortedFiles.map { (words.input, words.input($0)) }
    let findings = snapshot.findings
    facts += [
      (
        words.matching,
        words.matching(
          byRegistrable: findings.count(.matchedByRegistrableDomain),
          unlisted: findings.count(.unlistedDomain),
          unmeasured: findings.count(.notMeasured) + findings.count(.undelegated))
      ),
      (words.counting, words.counting(options)),
      (words.evidence, words.evidence(options.tier)),
    ]
    document.facts(facts)
    return document
  }

  /// What every report for people ends with: its limits, and what was wrong with the input.
  func closing(_ context: ReportContext) -> Document {
    let words = context.words
    var document = Document()
    document.heading(words.limitsHeading)
    document.list(words.limits(isSample: options.isSample))
    let counts = Finding.Code.allCases.map { ($0, snapshot.findings.count($0)) }
      .filter { $0.1 > 0 }
    if !counts.isEmpty {
      document.heading(words.findingsHeading)
      document.facts(counts.map { ($0.0.rawValue, context.numbers.integer($0.1)) })
      document.paragraph(words.findingsHint)
    }
    return document
  }

  private func catalogueText(_ context: ReportContext) -> String {
    let version = catalogue.version.isEmpty ? context.words.noVersion : catalogue.version.visible
    if catalogue.sha256.isEmpty { return version }
    let sum = context.isVerbose ? catalogue.sha256 : String(catalogue.sha256.prefix(12))
    return "\(version), sha256 \(sum)"
  }

  private var selectionText: String {
    let selection = options.selection
    let parts: [(String, [String])] = [
      ("sector", selection.sectors), ("country", selection.countries),
      ("region", selection.regions), ("service", selection.services.map(\.rawValue)),
      ("role", selection.roles.map(\.label)),
    ]
    return parts.filter { !$0.1.isEmpty }.map { name, values in
      "\(name): " + values.map(\.visible).sorted().joined(separator: ", ")
    }.joined(separator: "; ")
  }
}
