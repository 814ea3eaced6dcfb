public import LinchpinCore

/// The report of `check`: every finding with its place, what was found, and what to do.
public enum FindingsReport {
  public static func render(
    _ log: FindingLog, files: [SourceFile], as format: OutputFormat, _ context: ReportContext
  ) -> String {
    let findings = log.kept.sorted { a, b in
      (a.file, a.line, a.column, a.code.rawValue, a.message)
        < (b.file, b.line, b.column, b.code.rawValue, b.message)
    }
    switch format {
    case .json: return json(findings, log, files, context).document
    case .csv: return csv(findings)
    case .text: return text(findings, log, files, context)
    case .markdown:
      var document = Document()
      document.heading("Linchpin — " + context.words.checkTitle, level: 1)
      document.list(findings.map { line($0, context) })
      document.append(summary(log, files, context))
      return document.render(markdown: true)
    }
  }

  /// One finding to a block of its own, as compilers print them, so that editors can jump there.
  private static func text(
    _ findings: [Finding], _ log: FindingLog, _ files: [SourceFile], _ context: ReportContext
  ) -> String {
    let lines = findings.map { finding in
      let hint = finding.hint.isEmpty ? "" : "\n    → " + finding.hint.visible
      return place(finding) + ": " + head(finding, context) + hint + "\n"
    }
    let gap = findings.isEmpty ? "" : "\n"
    return lines.joined() + gap + summary(log, files, context).render(markdown: false)
  }

  private static func line(_ finding: Finding, _ context: ReportContext) -> String {
    let hint = finding.hint.isEmpty ? "" : " → " + finding.hint.visible
    return place(finding) + ": " + head(finding, context) + hint
  }

  private static func head(_ finding: Finding, _ context: ReportContext) -> String {
    context.words.name(finding.severity) + " [\(finding.code.rawValue)]: "
      + finding.message.visible
  }

  private static func place(_ finding: Finding) -> String {
    var place = finding.file.visible
    if finding.line > 0 { place += ":\(finding.line)" }
    if finding.line > 0, finding.column > 0 { place += ":\(finding.column)" }
    return place
  }

  private static func summary(
    _ log: FindingLog, _ files: [SourceFile], _ context: ReportContext
  ) -> Document {
    let words = context.words
    let numbers = context.numbers
    var document = Document()
    document.heading(words.summaryHeading)
    document.facts(
      files.sorted { ($0.path, $0.sha256) < ($1.path, $1.sha256) }
        .map { (words.input, words.input($0)) })
    let codes = Finding.Code.allCases.filter { log.count($0) > 0 }
    if codes.isEmpty {
      document.paragraph(words.noFindings)
    } else {
      document.table(
        [.text(words.findingCode), .number(words.number)],
        codes.map { [$0.rawValue, numbers.integer(log.count($0))] })
    }
    if log.count > log.kept.count {
      document.paragraph(words.findingsCut(log.kept.count, of: log.count))
    }
    return document
  }

  // MARK: For machines

  private static func json(
    _ findings: [Finding], _ log: FindingLog, _ files: [SourceFile], _ context: ReportContext
  ) -> JSON {
    .object([
      ("schema", .string("linchpin.check/1")), ("tool", .string(context.tool)),
      (
        "inputs",
        .array(
          files.sorted { ($0.path, $0.sha256) < ($1.path, $1.sha256) }.map { file in
            .object([
              ("path", .string(file.path)), ("sha256", .string(file.sha256)),
              ("format", .string(file.format)), ("records", .integer(file.records)),
              ("findings", .integer(file.findings)),
            ])
          })
      ),
      ("total", .integer(log.count)),
      (
        "counts",
        .object(
          Finding.Code.allCases.filter { log.count($0) > 0 }
            .map { ($0.rawValue, .integer(log.count($0))) })
      ),
      (
        "findings",
        .array(
          findings.map { finding in
            .object([
              ("severity", .string(finding.severity.rawValue)),
              ("code", .string(finding.code.rawValue)), ("file", .string(finding.file)),
              ("line", .integer(finding.line)), ("column", .integer(finding.column)),
              ("message", .string(finding.message)), ("hint", .string(finding.hint)),
            ])
          })
      ),
    ])
  }

  private static func csv(_ findings: [Finding]) -> String {
    var csv = CSV(["severity", "code", "file", "line", "column", "message", "hint"])
    for finding in findings {
      csv.append([
        .text(finding.severity.rawValue), .text(finding.code.rawValue), .text(finding.file),
        .integer(finding.line), .integer(finding.column), .text(finding.message),
        .text(finding.hint),
      ])
    }
    return csv.text
  }
}
