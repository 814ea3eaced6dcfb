import LinchpinCore

/// What changed in the totals, and why: sentences first, then the parts that add up.
enum CausesTables {
  static func document(
    _ causes: Causes, _ study: Study, _ context: ReportContext
  ) -> Document {
    let words = context.words
    var document = Document()
    document.heading(words.totalsHeading)
    let changed = causes.totals.filter { $0.hasChanged && $0.measure.by == nil }
    if changed.isEmpty {
      document.paragraph(words.unchanged)
      return document
    }
    let names = causes.names
    let table = Columns(changed, causes, context)
    for level in study.options.levels {
      let rows = changed.compactMap { total in
        ShareRow(total, at: level, names, study, words).map { (total, $0) }
      }.sorted { $0.0.turnover > $1.0.turnover }
      if rows.isEmpty { continue }
      let shown = rows.prefix(max(1, context.top))
      if level == study.options.levels[0] {
        let units = sizes(causes, study)
        document.list(
          shown.compactMap { total, row in
            guard let said = words.bothWays(total, row.title) else { return nil }
            guard study.options.isSample, min(units.before, units.after) >= Share.smallestPopulation
            else { return said }
            return words.sampled(total, of: units.before, units.after).map { "\(said); \($0)" }
              ?? said
          })
      }
      document.table(
        [.text(words.role), .text(words.name(level), 34)] + table.columns,
        shown.map { [words.name($0.1.role), $0.1.name] + table.cells($0.0) })
      if rows.count > shown.count {
        document.paragraph(words.more(rows.count - shown.count, level))
      }
      if level == .jurisdiction {
        document.paragraph(
          words.lawNotice(Set(shown.map(\.1.group)).sorted(), study.catalogue))
      }
    }
    document.append(concentration(changed, table, context))
    document.append(exposure(changed, table, study, context))
    document.append(failure(causes, table, study, context))
    document.append(cuts(causes, names, study, context))
    document.paragraph(words.causesNote(study.options, causes))
    return document
  }

  /// The population at both dates.
  private static func sizes(_ causes: Causes, _ study: Study) -> (before: Int, after: Int) {
    let kind: Measure.Kind = study.options.unit == .organisation ? .organisations : .domains
    let total = causes.totals.first { $0.measure == Measure(kind) }
    return (Int(total?.before ?? 0), Int(total?.after ?? 0))
  }

  /// A share's place in the tables.
  private struct ShareRow {
    var role: Role
    var group: String
    var name: String
    var title: String

    init?(
      _ total: TotalChange, at level: GroupLevel, _ names: [Measure: String], _ study: Study,
      _ words: Words
    ) {
      guard case .share(let role, level, let group) = total.measure.kind else { return nil }
      self.role = role
      self.group = group
      name =
        level == .jurisdiction
        ? words.lawName(group, study.catalogue)
        : (names[Measure(total.measure.kind)] ?? group).visible
      title = words.name(role) + ", " + name
    }
  }

  /// The others differ by the same movements; `--verbose` and JSON have them all.
  private static let headline: Set<String> = [
    ConcentrationMetric.herfindahlHirschman.key, ConcentrationMetric.effectiveNumber.key,
    ConcentrationMetric.concentrationRatio(4).key,
  ]

  private static func concentration(
    _ changed: [TotalChange], _ table: Columns, _ context: ReportContext
  ) -> Document {
    let words = context.words
    var document = Document()
    let rows = changed.compactMap { total -> [String]? in
      switch total.measure.kind {
      case .concentration(let role, let level, let metric)
      where context.isVerbose || headline.contains(metric):
        let known = ConcentrationMetric.all.first { $0.key == metric }
        return [words.name(role), words.name(level), known?.title ?? metric]
          + table.cells(total, places: total.isLarge ? 1 : 4)
      case .insularity(let role):
        return [words.name(role), "", words.insularity] + table.cells(total, places: 4)
      default: return nil
      }
    }
    if rows.isEmpty { return document }
    document.heading(words.concentrationChangeHeading)
    document.table(
      [.text(words.role), .text(words.level), .text(words.metric)] + table.columns, rows)
    return document
  }

  private static func exposure(
    _ changed: [TotalChange], _ table: Columns, _ study: Study, _ context: ReportContext
  ) -> Document {
    let words = context.words
    var document = Document()
    let rows = changed.compactMap { total -> [String]? in
      switch total.measure.kind {
      case .disclosure(let code, let name):
        return [
          words.disclosureQuestion, words.lawName(code, study.catalogue), words.className(name),
        ]
          + table.cells(total)
      case .cutoff(let code, let name):
        return [words.cutoffQuestion, words.lawName(code, study.catalogue), words.className(name)]
          + table.cells(total)
      default: return nil
      }
    }
    if rows.isEmpty { return document }
    document.heading(words.exposureChangeHeading)
    let shown = rows.prefix(max(1, context.top) * 2)
    document.table(
      [.text(words.question), .text(words.law, 28), .text(words.status)] + table.columns,
      Array(shown))
    if rows.count > shown.count {
      document.paragraph(words.more(rows.count - shown.count, .jurisdiction))
    }
    return document
  }

  /// What would have become of the units at each date if what the scenario names had stopped.
  private static func failure(
    _ causes: Causes, _ table: Columns, _ study: Study, _ context: ReportContext
  ) -> Document {
    let words = context.words
    var document = Document()
    let rows = causes.totals.compactMap { total -> [String]? in
      guard total.measure.by == nil, case .failure(let name) = total.measure.kind,
        let state = UnitState(rawValue: name)
      else { return nil }
      return [words.name(state)] + table.cells(total)
    }
    if rows.isEmpty { return document }
    document.heading(words.ifStops(study.options.stopped.map(\.label.visible)))
    document.table([.text(words.units(study.options.unit, 2))] + table.columns, rows)
    return document
  }

  /// The same by sector, country or region, where a cut was asked for: the largest movements.
  private static func cuts(
    _ causes: Causes, _ names: [Measure: String], _ study: Study, _ context: ReportContext
  ) -> Document {
    let words = context.words
    var document = Document()
    let changed = causes.totals.filter { $0.hasChanged && $0.measure.by != nil }
    let table = Columns(changed, causes, context)
    for level in study.options.levels {
      let rows = changed.compactMap { total in
        ShareRow(total, at: level, names, study, words).map { (total, $0) }
      }.sorted { $0.0.turnover > $1.0.turnover }
      if rows.isEmpty { continue }
      document.heading(words.by(rows[0].0.measure.by?.dimension ?? .sector, level))
      let shown = rows.prefix(max(1, context.top))
      document.table(
        [.text(words.name(rows[0].0.measure.by?.dimension ?? .sector)), .text(words.role)]
          + [.text(words.name(level), 34)] + table.columns,
        shown.map { total, row in
          [total.measure.by?.value.visible ?? "", words.name(row.role), row.name]
            + table.cells(total)
        })
      if rows.count > shown.count {
        document.paragraph(words.more(rows.count - shown.count, level))
      }
    }
    return document
  }

  /// Before, the parts that are not zero throughout, after.
  private struct Columns {
    let causes: [Comparison.Cause]
    let words: Words
    let numbers: NumberStyle

    init(_ changed: [TotalChange], _ causes: Causes, _ context: ReportContext) {
      words = context.words
      numbers = context.numbers
      self.causes = Comparison.Cause.allCases.filter { cause in
        switch cause {
        case .population, .records, .coverage: true
        case .rules: causes.hasTwoCatalogues
        case .ownership: changed.contains { $0.parts[.ownership, default: 0] != 0 }
        }
      }
    }

    var columns: [Document.Column] {
      [.number(words.before)] + causes.map { .number(words.shortName($0)) }
        + [.number(words.after)]
    }

    func cells(_ total: TotalChange, places: Int? = nil) -> [String] {
      func plain(_ value: Double) -> String {
        places.map { numbers.decimal(value, $0) } ?? numbers.count(value)
      }
      func signed(_ value: Double) -> String { (value > 0 ? "+" : "") + plain(value) }
      func part(_ cause: Comparison.Cause) -> String {
        guard let value = total.parts[cause] else { return "–" }
        guard let least = total.least[cause], let most = total.most[cause], least != most
        else { return signed(value) }
        let range = "\(signed(value)) (\(signed(least))…\(signed(most)))"
        return total.isInseparable(cause) ? range + " " + words.inseparableMark : range
      }
      return [total.before.map(plain) ?? "–"] + causes.map(part)
        + [total.after.map(plain) ?? "–"]
    }
  }
}

extension TotalChange {
  /// Everybody who came and everybody who left; where there are no lists, the size of the change.
  var turnover: Double {
    let lists = gained.values.reduce(0) { $0 + $1.count } + lost.values.reduce(0) { $0 + $1.count }
    return lists > 0
      ? Double(lists) : parts.values.reduce(0) { $0 + $1.magnitude }
  }

  /// Whether the measure runs to thousands (HHI, effective numbers) rather than 0–1.
  var isLarge: Bool { max(before ?? 0, after ?? 0) > 10 }
}
