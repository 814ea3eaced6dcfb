public import LinchpinCore

/// The report on totals over several dates.
public enum TrendReport {
  public static func render(
    _ trend: Trend, as format: OutputFormat, _ context: ReportContext
  ) -> String {
    switch format {
    case .json: json(trend, context).document
    case .csv: csv(trend)
    case .text, .markdown: document(trend, context).render(markdown: format == .markdown)
    }
  }

  private static func document(_ trend: Trend, _ context: ReportContext) -> Document {
    let words = context.words
    let numbers = context.numbers
    var document = Document()
    document.heading(words.trendTitle, level: 1)
    if !trend.scenario.isEmpty { document.paragraph(words.scenario(trend.scenario)) }
    if context.isFictional { document.paragraph(words.fictional) }
    document.facts([
      (words.catalogue, trend.last.rules.catalogue.version),
      (words.counting, words.counting(trend.options)),
      (words.evidence, words.evidence(trend.options.tier)),
    ])
    document.table(
      [
        .text(words.snapshot), .text(words.measured), .number(words.units(.organisation, 2)),
        .number(words.units(.domain, 2)),
      ],
      trend.moments.map { moment in
        [
          moment.name.visible, moment.measured.map { words.days($0) } ?? words.dateUnknown,
          numbers.integer(moment.organisations), numbers.integer(moment.domains),
        ]
      })
    let roles = Role.allCases.filter { role in
      trend.series.contains { $0.measure.role == role && $0.most > 0 }
    }
    for level in trend.options.levels {
      for role in roles {
        let shown = largest(trend, role, level).prefix(6)
        if shown.isEmpty { continue }
        document.heading(words.capitalised(words.name(role)) + ", " + words.name(level))
        document.table(
          [.text(words.snapshot)] + shown.map { .number(title($0, level, trend, words)) },
          trend.moments.indices.map { place in
            [trend.moments[place].name.visible]
              + shown.map { cell($0, place, numbers, words) }
          })
      }
    }
    document.append(failure(trend, context))
    document.append(questions(trend, context))
    document.paragraph(words.trendNote)
    let laws = trend.series.compactMap { series -> String? in
      if case .share(_, .jurisdiction, let code) = series.measure.kind { code } else { nil }
    }
    if !laws.isEmpty {
      document.paragraph(
        words.lawNotice(Set(laws).sorted(), trend.last.rules.catalogue))
    }
    return document
  }

  /// What would have become of the units at each date if what the scenario names had stopped.
  private static func failure(_ trend: Trend, _ context: ReportContext) -> Document {
    let words = context.words
    var document = Document()
    let shown = trend.series.compactMap { series -> (UnitState, Trend.Series)? in
      guard series.measure.by == nil, case .failure(let name) = series.measure.kind else {
        return nil
      }
      return UnitState(rawValue: name).map { ($0, series) }
    }
    if shown.isEmpty { return document }
    document.heading(words.ifStops(trend.options.stopped.map(\.label.visible)))
    document.table(
      [.text(words.snapshot)] + shown.map { .number(words.name($0.0)) },
      trend.moments.indices.map { place in
        [trend.moments[place].name.visible]
          + shown.map { cell($0.1, place, context.numbers, words) }
      })
    return document
  }

  private static func largest(_ trend: Trend, _ role: Role, _ level: GroupLevel) -> [Trend.Series] {
    trend.series.filter { series in
      guard case .share(role, level, _) = series.measure.kind else { return false }
      return series.measure.by == nil && series.most > 0
    }.sorted { ($1.most, $0.measure.key) < ($0.most, $1.measure.key) }
  }

  private static func title(
    _ series: Trend.Series, _ level: GroupLevel, _ trend: Trend, _ words: Words
  ) -> String {
    guard level == .jurisdiction, case .share(_, _, let code) = series.measure.kind else {
      return series.name.visible
    }
    return words.lawName(code, trend.last.rules.catalogue)
  }

  /// The value, and what of its change since the date before was no change in the world.
  private static func cell(
    _ series: Trend.Series, _ place: Int, _ numbers: NumberStyle, _ words: Words
  ) -> String {
    guard let value = series.values[place] else { return "–" }
    let text = numbers.count(value)
    if place == 0 { return text }
    let notes = Comparison.Cause.allCases.compactMap { cause -> String? in
      let part = series.steps[place - 1][cause, default: 0]
      if part == 0 || cause == .records { return nil }
      return (part > 0 ? "+" : "") + numbers.count(part) + " " + words.shortName(cause)
    }
    return notes.isEmpty ? text : "\(text) (\(notes.joined(separator: ", ")))"
  }

  /// How many domains answered each question at each date: where it moves, totals move with it.
  private static func questions(_ trend: Trend, _ context: ReportContext) -> Document {
    let words = context.words
    var document = Document()
    let asked = Question.allCases.filter { question in
      trend.moments.contains { $0.questions.contains { $0.question == question } }
    }
    if asked.isEmpty { return document }
    document.heading(words.askedHeading)
    document.table(
      [.text(words.snapshot)] + asked.map { .number(words.name($0)) },
      trend.moments.map { moment in
        [moment.name.visible]
          + asked.map { question in
            guard let row = moment.questions.first(where: { $0.question == question }) else {
              return "–"
            }
            return context.numbers.integer(row.answered + row.absent)
          }
      })
    document.paragraph(words.askedNote)
    return document
  }

  // MARK: Machines

  /// One line a measure and date: the value, and the parts of its change since the date before.
  private static func csv(_ trend: Trend) -> String {
    var csv = CSV(
      ["date", "measure", "by", "name", "unit", "value", "of"]
        + Comparison.Cause.allCases.map(\.rawValue), scenario: trend.scenario)
    for series in trend.series {
      for (place, value) in series.values.enumerated() {
        let step = place == 0 ? nil : series.steps[place - 1]
        csv.append(
          [
            .text(trend.moments[place].name), .text(series.measure.key),
            .text(series.measure.by?.value ?? ""), .text(series.name),
            .text(series.unit.rawValue), .optional(value), .integer(trend.units(at: place)),
          ] + Comparison.Cause.allCases.map { .optional(step?[$0]) })
      }
    }
    return csv.text
  }

  private static func json(_ trend: Trend, _ context: ReportContext) -> JSON {
    .object([
      ("schema", .string("linchpin.trend/1")), ("tool", .string(context.tool)),
      ("options", trend.options.json(context)),
      ("catalogue", trend.last.rules.catalogue.identity),
      ("scenario", .strings(trend.scenario)),
      (
        "dates",
        .array(
          trend.moments.map { moment in
            .object([
              ("name", .string(moment.name)),
              (
                "measured",
                .object([
                  ("from", .optional(moment.measured?.lowerBound)),
                  ("to", .optional(moment.measured?.upperBound)),
                ])
              ),
              ("organisations", .integer(moment.organisations)),
              ("domains", .integer(moment.domains)),
              ("questions", .array(moment.questions.map(\.json))),
            ])
          })
      ),
      (
        "series",
        .array(
          trend.series.map { series in
            .object(
              [("measure", .string(series.measure.key)), ("name", .string(series.name))]
                + (series.measure.by.map { [("by", $0.json)] } ?? [])
                + [
                  ("unit", .string(series.unit.rawValue)),
                  ("values", .array(series.values.map { .optional($0) })),
                  (
                    "steps",
                    .array(
                      series.steps.map { step in
                        .object(
                          Comparison.Cause.allCases.map { ($0.rawValue, .optional(step[$0])) })
                      })
                  ),
                ])
          })
      ),
    ])
  }
}

extension Words {
  var trendTitle: String { say("Linchpin — since when", "Linchpin — sinds wanneer") }
  var askedHeading: String { say("What was asked at each date", "Wat er elke keer gevraagd is") }
  var askedNote: String {
    say(
      "Domains with an answer, or with the answer that there is none.",
      "Domeinen met een antwoord, of met het antwoord dat er niets is.")
  }
  var trendNote: String {
    say(
      "One catalogue for all dates. In brackets: what of the change since the date before was "
        + "population, coverage or ownership; the rest is records. – was not measured.",
      "Eén catalogus voor alle data. Tussen haakjes: wat van het verschil met de vorige keer "
        + "populatie, dekking of eigendom was; de rest is records. – is niet gemeten.")
  }
}
