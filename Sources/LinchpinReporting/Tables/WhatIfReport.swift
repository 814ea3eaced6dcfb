public import LinchpinCore

/// The report on who loses what when some things stop together.
public enum WhatIfReport {
  /// - Parameter graph: the one the result was read off; it tells hosts from providers, so that
  ///   the way to a named organisation's loss shows hosts only where detail was asked for.
  public static func render(
    _ result: WhatIf, on graph: DependencyGraph, of study: Study, as format: OutputFormat,
    _ context: ReportContext
  ) -> String {
    switch format {
    case .json: json(result, graph, study, context).document
    case .csv: csv(result, graph, study, context)
    case .text, .markdown:
      document(result, graph, study, context).render(markdown: format == .markdown)
    }
  }

  private static func document(
    _ result: WhatIf, _ graph: DependencyGraph, _ study: Study, _ context: ReportContext
  ) -> Document {
    let words = context.words
    var document = study.opening(words.whatIfTitle, context)
    document.facts([
      (words.stopped, result.failed.map(\.visible).joined(separator: ", ")),
      (words.mode, words.name(result.mode)),
    ])
    document.append(outcome(result, study, context))
    document.append(sectors(result, context))
    document.append(waves(result, context))
    document.append(losers(result, graph, context))
    document.append(study.closing(context))
    return document
  }

  /// Who loses what, and what the numbers mean: what other reports show of a scenario too.
  static func outcome(_ result: WhatIf, _ study: Study, _ context: ReportContext) -> Document {
    let words = context.words
    var document = Document()
    let share =
      result.of < Share.smallestPopulation ? nil : Double(result.losing) / Double(result.of)
    document.paragraph(words.whatIfHeadline(result, share: share))
    document.append(states(result, context))
    document.paragraph(words.functionsNote(result.unit))
    let unseen = result.functions.filter { $0.unknown == result.of && result.of > 0 }
    if !unseen.isEmpty, result.units[.unaffected, default: 0] == 0 {
      document.paragraph(words.nothingSeen(unseen.map(\.function), result.unit))
    }
    document.paragraph(words.scope(result.scope))
    document.append(law(result, study, context))
    return document
  }

  private static func states(_ result: WhatIf, _ context: ReportContext) -> Document {
    let words = context.words
    let numbers = context.numbers
    var document = Document()
    document.heading(words.unitsHeading)
    let all = UnitState.allCases.map { numbers.integer(result.units[$0, default: 0]) }
    document.table(
      columns("", UnitState.allCases.map { words.name($0) }, result.unit, words),
      [[words.total] + all + [numbers.integer(result.of)]])
    let scale = [FunctionState.lost, .degraded, .unaffected, .unknown].map { words.name($0) }
    let titles = [scale[0], words.direct, words.indirect] + scale.dropFirst()
    var columns: [Document.Column] = [.text(words.functionHeading)]
    columns += titles.map { .number($0) }
    document.table(
      columns,
      result.functions.flatMap { row in
        let counts = [
          row.lost, row.direct, row.indirect, row.degraded, row.unaffected, row.unknown,
        ]
        let line = [words.name(row.function)] + counts.map { numbers.integer($0) }
        guard row.function == .receive, row.lost > 0 else { return [line] }
        let gateways = [words.onlyGateway, numbers.integer(result.onlyGateway)]
        return [line, gateways + Array(repeating: "", count: counts.count - 1)]
      })
    return document
  }

  private static func columns(
    _ first: String, _ scale: [String], _ unit: Unit, _ words: Words
  ) -> [Document.Column] {
    [.text(first)] + scale.map { .number($0) } + [.number(words.units(unit, 2))]
  }

  /// The notice belongs under any table that stops a legal order.
  private static func law(
    _ result: WhatIf, _ study: Study, _ context: ReportContext
  ) -> Document {
    let prefix = Node.Kind.jurisdiction.rawValue + ":"
    let codes = result.failed.filter { $0.hasPrefix(prefix) }
      .map { String($0.dropFirst(prefix.count)) }
    var document = Document()
    if !codes.isEmpty {
      document.paragraph(context.words.lawNotice(codes.sorted(), study.catalogue))
    }
    return document
  }

  private static func sectors(_ result: WhatIf, _ context: ReportContext) -> Document {
    let words = context.words
    var document = Document()
    guard result.sectors.count > 1 else { return document }
    func isSmall(_ number: Int) -> Bool {
      !context.showsDetail && number < AssessmentTables.smallestCell
    }
    let parts = result.sectors.sorted { $0.key < $1.key }.map { sector, counts in
      (sector: sector, counts: counts, total: counts.values.reduce(0, +))
    }
    let shown = parts.filter { !isSmall($0.total) }
    var rows = shown.map { part in
      [part.sector.isEmpty ? words.unstated : part.sector.visible]
        + UnitState.allCases.map { state in
          let number = part.counts[state, default: 0]
          return number > 0 && isSmall(number)
            ? "<\(AssessmentTables.smallestCell)" : context.numbers.integer(number)
        } + [context.numbers.integer(part.total)]
    }
    if shown.count < parts.count {
      rows.append(
        [words.other(parts.count - shown.count, .sector)]
          + Array(repeating: "–", count: UnitState.allCases.count + 1))
    }
    document.heading(words.by(.sector))
    document.table(
      columns(
        words.name(Dimension.sector), UnitState.allCases.map { words.name($0) }, result.unit,
        words),
      rows)
    if !context.showsDetail { document.paragraph(words.folded(AssessmentTables.smallestCell)) }
    return document
  }

  /// What falls when, and with what: of each wave those that most units name.
  private static func waves(_ result: WhatIf, _ context: ReportContext) -> Document {
    let words = context.words
    let numbers = context.numbers
    var document = Document()
    if result.waves.count < 2 { return document }
    var rows: [[String]] = []
    for wave in result.waves {
      let number = numbers.integer(wave.number)
      let fallen = wave.fallen.filter { context.shows($0.kind) }
        .sorted { ($1.units, $0.kind.rawValue, $0.id) < ($0.units, $1.kind.rawValue, $1.id) }
      let shown = fallen.prefix(context.top)
      rows += shown.map { thing in
        [
          number, words.name(thing.kind), thing.name.visible,
          context.shown(thing.through).map(\.visible).joined(separator: ", "),
          numbers.integer(thing.units),
        ]
      }
      if fallen.count > shown.count {
        rows.append([number, "", words.morePoints(fallen.count - shown.count), "", ""])
      }
      if wave.units > 0 {
        rows.append(
          [number, "", words.firstLosses(result.unit), "", numbers.integer(wave.units)])
      }
    }
    document.heading(words.wavesHeading)
    document.table(
      [
        .number(words.wave), .text(words.kind), .text(words.falls, 44), .text(words.because, 44),
        .number(words.units(result.unit, 2)),
      ], rows)
    document.paragraph(words.wavesNote(result.unit))
    return document
  }

  private static func losers(
    _ result: WhatIf, _ graph: DependencyGraph, _ context: ReportContext
  ) -> Document {
    let words = context.words
    var document = Document()
    if result.lost.isEmpty { return document }
    let hidden = hiddenNames(graph, context)
    let shown = context.isVerbose ? result.lost[...] : result.lost.prefix(max(1, context.top))
    document.heading(words.losersHeading)
    document.table(
      [.text(words.units(result.unit, 1), 30), .text(words.loses, 34), .text(words.because, 60)],
      shown.flatMap { rows($0, hidden, words) })
    if result.lost.count > shown.count {
      document.paragraph(words.morePoints(result.lost.count - shown.count))
    }
    return document
  }

  /// One row for each way, with the functions that are lost by it.
  private static func rows(
    _ loss: WhatIf.Loss, _ hidden: Set<String>, _ words: Words
  ) -> [[String]] {
    var ways: [(way: [String], functions: [Function])] = []
    for (function, because) in zip(loss.functions, loss.because) {
      let way = because.filter { !hidden.contains($0) }
      if let place = ways.firstIndex(where: { $0.way == way }) {
        ways[place].functions.append(function)
      } else {
        ways.append((way, [function]))
      }
    }
    return ways.enumerated().map { place, found in
      var lost = found.functions.map { words.name($0) }.joined(separator: ", ")
      if loss.isOnlyGateway, found.functions.contains(.receive) {
        lost += " (\(words.onlyGateway))"
      }
      let way = found.way.map(\.visible).joined(separator: " → ")
      return [place == 0 ? loss.name.visible : "", lost, way.isEmpty ? "–" : way]
    }
  }
}
