import Drawing
public import LinchpinCore

extension Figure {
  /// Since when? The largest groups of one role as lines over dated snapshots.
  ///
  /// Gaps are gaps; steps in which coverage or rules moved a line are dashed; changes of ownership
  /// are marked at their date.
  /// - Parameter assessment: of the last date; the frame of the figure is made from it.
  public static func trend(
    _ trend: Trend, _ assessment: Assessment, role chosen: Role?, level chosenLevel: GroupLevel?,
    _ options: FigureOptions
  ) throws(FigureError) -> Figure {
    let words = FigureWords(options.language)
    guard let role = chosen ?? assessment.coverage.map(\.role).first else {
      throw .nothingToShow(
        "no role was measured at the last date", hint: "linchpin archive trend shows what was")
    }
    let level = chosenLevel ?? .provider
    let all = trend.series.filter { series in
      // Figures stop at suppliers: who serves itself is named in tables alone.
      guard case .share(role, level, let group) = series.measure.kind,
        !group.hasPrefix("organisation:")
      else { return false }
      return series.measure.by == nil && series.most >= (trend.options.isWeighted ? 1 : 5)
    }.sorted { ($1.most, $0.measure.key) < ($0.most, $1.measure.key) }
    let shown = Array(all.prefix(6))
    if shown.isEmpty {
      throw .nothingToShow(
        "no \(level.rawValue) serves five or more in this role",
        hint: "choose another with --role or --group-by; linchpin archive trend has all")
    }
    let painter = TrendPainter(trend, assessment, shown, role: role, level: level, words, options)
    let wide = try drawn { () throws(DrawingError) in try painter.chart() }
    let story = painter.story()
    var options = options
    if options.source.isEmpty {
      options.source = painter.sources
    }
    let frame = ArticleFrame(
      assessment, options, prefix: "trend", title: ArticleWords.shortened(story.headline, to: 88),
      description: story.description, headline: story.headline, subtitle: story.subtitle,
      legend: painter.legend, method: words.trendMethod(role, trend.options.shareCount),
      coverage: story.coverage, laws: painter.laws, measured: painter.period)
    return try Figure(
      name: "trend", frame: frame, charts: [.narrow: wide, .medium: wide, .wide: wide],
      table: painter.table(),
      folded: all.count > shown.count ? words.others(all.count - shown.count) : "",
      options: options)
  }
}

/// Turns a trend into a chart, its legend, words and table.
private struct TrendPainter {
  let trend: Trend
  let shown: [Trend.Series]
  let role: Role
  let level: GroupLevel
  let words: FigureWords
  let numbers: NumberFormat
  private let palette: LawPalette
  private let lawsOfGroup: [String: [String]]

  init(
    _ trend: Trend, _ assessment: Assessment, _ shown: [Trend.Series], role: Role,
    level: GroupLevel, _ words: FigureWords, _ options: FigureOptions
  ) {
    self.trend = trend
    self.shown = shown
    self.role = role
    self.level = level
    self.words = words
    numbers = NumberFormat(options.language.drawing)
    let attribution = assessment.attribution
    palette = LawPalette(
      attribution.rules.catalogue, home: options.home, language: options.language)
    let control = LegalControl(attribution.rules.catalogue, asOf: assessment.asOf)
    var laws: [String: [String]] = [:]
    switch level {
    case .provider:
      for provider in attribution.providers {
        laws[provider.id] = attribution.laws(of: provider, control)
      }
    case .company:
      for (number, company) in attribution.rules.catalogue.companies.enumerated() {
        laws[company.id] = control.jurisdictions(of: number)
      }
    case .jurisdiction:
      for jurisdiction in attribution.rules.catalogue.jurisdictions {
        laws[jurisdiction.code] = [jurisdiction.code]
      }
    }
    lawsOfGroup = laws
  }

  private func group(_ series: Trend.Series) -> String {
    if case .share(_, _, let group) = series.measure.kind { group } else { "" }
  }

  private func name(_ series: Trend.Series) -> String {
    level == .jurisdiction ? palette.name(group(series)) : series.name
  }

  private func laws(_ series: Trend.Series) -> [String] { lawsOfGroup[group(series)] ?? [] }

  var laws: [String] { Set(shown.flatMap { laws($0) }).sorted() }

  /// First and last value, or the only one.
  private func ends(_ series: Trend.Series) -> (first: Double, last: Double) {
    let values = series.values.compactMap(\.self)
    return (values.first ?? 0, values.last ?? 0)
  }

  private func text(_ value: Double) -> String {
    value == value.rounded() ? numbers.integer(Int(value)) : numbers.decimal(value)
  }

  func chart() throws(DrawingError) -> LineChart {
    try LineChart(
      lines: shown.map { series in
        let (first, last) = ends(series)
        return LineChart.Line(
          key: series.measure.key, label: name(series),
          valueText: first == last ? text(last) : "\(text(first)) → \(text(last))",
          values: series.values,
          isComparable: series.steps.indices.map { series.isComparable(step: $0) },
          hue: palette.hue(laws(series)))
      }, moments: moments, ticks: ticks)
  }

  private var moments: [LineChart.Moment] {
    let days = trend.moments.enumerated().map { place, moment in
      moment.date.map { Double($0.dayNumber) } ?? Double(place)
    }
    let isDated = trend.moments.allSatisfy { $0.date != nil } && Set(days).count == days.count
    let places = isDated ? days : days.indices.map { Double($0) }
    let (first, last) = (places.first ?? 0, places.last ?? 1)
    return trend.moments.enumerated().map { place, moment in
      LineChart.Moment(
        place: (places[place] - first) / max(last - first, 1),
        label: moment.date.map { words.shortDate($0) } ?? moment.name,
        mark: place > 0 && changesOwner(place - 1) ? words.ownershipChanged : "")
    }
  }

  private func changesOwner(_ step: Int) -> Bool {
    shown.contains { $0.steps[step][.ownership, default: 0] != 0 }
  }

  /// From nought, in round steps, to above the largest value.
  private var ticks: [LineChart.Tick] {
    let most = max(shown.map(\.most).max() ?? 1, 1)
    var step = 1.0
    let factors = [2.0, 2.5, 2.0]
    var place = 0
    while most / step > 5 {
      step *= factors[place % factors.count]
      place += 1
    }
    let whole = step.rounded(.up)
    return stride(from: 0, through: (most / whole).rounded(.up) * whole, by: whole).map {
      LineChart.Tick(value: $0, label: numbers.integer(Int($0)))
    }
  }

  var legend: [LegendEntry] {
    var used: [LawPalette.Category] = []
    for series in shown where !used.contains(palette.category(laws(series))) {
      used.append(palette.category(laws(series)))
    }
    var entries = LawPalette.Category.allCases.filter { used.contains($0) }.map {
      LegendEntry(.line(palette.hue($0), dashed: false), palette.legend($0))
    }
    let isBroken = shown.contains { series in
      series.steps.indices.contains { !series.isComparable(step: $0) }
    }
    if isBroken {
      entries.append(LegendEntry(.line(.neutral, dashed: true), words.measuredOtherwise))
    }
    return entries
  }

  var sources: String {
    let names = trend.moments.flatMap(\.files).map {
      String($0.path.split(separator: "/").last ?? "")
    }
    let distinct = names.enumerated().filter { names.firstIndex(of: $0.element) == $0.offset }
      .map(\.element)
    return distinct.count > 4
      ? distinct.prefix(2).joined(separator: ", ") + " … " + (distinct.last ?? "")
      : distinct.joined(separator: ", ")
  }

  var period: String {
    let dates = trend.moments.compactMap(\.date)
    guard let first = dates.first, let last = dates.last else { return words.dateUnknown }
    return words.dates(trend.moments.count, words.period(first...max(first, last)))
  }

  func story() -> (headline: String, subtitle: String, description: String, coverage: String) {
    func moved(_ series: Trend.Series) -> Double {
      series.steps.reduce(0) { sum, step in
        sum + [.population, .records, .ownership].reduce(0) { $0 + step[$1, default: 0] }
      }.magnitude
    }
    let told = shown.max { (moved($0), $0.most) < (moved($1), $1.most) } ?? shown[0]
    let (first, last) = ends(told)
    let of = numbers.integer(trend.units(at: trend.moments.count - 1))
    let units = words.units(trend.options.unit, 2)
    let headline = words.trendHeadline(name(told), text(first), text(last), of, units)
    let all = shown.map { series -> String in
      let (first, last) = ends(series)
      return "\(name(series)) \(text(first)) → \(text(last))"
    }
    let artefact = shown.reduce(0.0) { sum, series in
      sum + series.steps.reduce(0) { $0 + ($1[.coverage] ?? 0).magnitude }
    }
    return (
      headline, words.trendSubtitle(role, units, trend.moments.count),
      words.trendDescription(headline, all.joined(separator: ", ")),
      words.trendCoverage(artefact > 0)
    )
  }

  func table() -> FigureTable {
    var table = FigureTable("trend")
    for (place, moment) in trend.moments.enumerated() {
      table.add(
        "population", id: moment.name, from: words.units(trend.options.unit, 2),
        number: Double(trend.units(at: place)), of: trend.units(at: place))
    }
    for series in shown {
      for (place, value) in series.values.enumerated() {
        guard let value else { continue }
        table.add(
          "value", id: series.measure.key, mark: place == 0 ? "line" : "", from: name(series),
          to: trend.moments[place].name, number: value, of: trend.units(at: place))
      }
      for (place, step) in series.steps.enumerated() {
        for cause in Comparison.Cause.allCases where step[cause, default: 0] != 0 {
          table.add(
            cause.rawValue, id: series.measure.key, from: name(series),
            to: trend.moments[place + 1].name, number: step[cause] ?? 0,
            of: trend.units(at: place + 1))
        }
      }
    }
    table.add(
      "dates", id: "dates", from: words.trendDates, number: Double(trend.moments.count),
      of: trend.moments.count)
    return table
  }
}

extension FigureWords {
  private var isDutch: Bool { language == .nl }

  var ownershipChanged: String { isDutch ? "eigendom gewijzigd" : "ownership changed" }
  var measuredOtherwise: String {
    isDutch ? "Niet gelijk gemeten: geen verandering" : "Not measured alike: no change"
  }
  var trendDates: String { isDutch ? "meetmomenten" : "dates" }

  func dates(_ count: Int, _ period: String) -> String {
    isDutch ? "\(count) momenten, \(period)" : "\(count) dates, \(period)"
  }

  /// `15 Mar 2026`.
  func shortDate(_ date: CalendarDate) -> String {
    let english = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let dutch = [
      "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
    ]
    guard let month = date.month else { return String(date.year) }
    let name = (isDutch ? dutch : english)[month - 1]
    return [date.day.map { String($0) }, name, String(date.year)].compactMap(\.self)
      .joined(separator: " ")
  }

  func trendHeadline(
    _ name: String, _ first: String, _ last: String, _ of: String, _ units: String
  ) -> String {
    first == last
      ? isDutch
        ? "\(name) blijft op \(last) van \(of) \(units)"
        : "\(name) stays at \(last) of \(of) \(units)"
      : isDutch
        ? "\(name): van \(first) naar \(last), van \(of) \(units)"
        : "\(name): from \(first) to \(last), of \(of) \(units)"
  }

  func trendSubtitle(_ role: Role, _ units: String, _ dates: Int) -> String {
    isDutch
      ? "\(self.role(role)): \(units) per aanbieder op \(dates) momenten; wie er meer heeft, telt bij "
        + "elk mee. Wat niet gemeten is, is een gat."
      : "\(self.role(role)): \(units) by supplier at \(dates) dates; who has several counts with each. "
        + "What was not measured is a gap."
  }

  func trendMethod(_ role: Role, _ count: Count) -> String {
    let telling = Words(language).name(count)
    return isDutch
      ? "één catalogus voor alle data; telling: \(telling). Elke stap is ontleed in populatie, "
        + "records, dekking en eigendom."
      : "one catalogue for all dates; count: \(telling). Every step is taken apart into "
        + "population, records, coverage and ownership."
  }

  func trendDescription(_ headline: String, _ all: String) -> String {
    isDutch
      ? "Lijnen over de tijd. \(headline). Van het eerste tot het laatste moment: \(all)."
      : "Lines over time. \(headline). From the first to the last date: \(all)."
  }

  func trendCoverage(_ hasArtefacts: Bool) -> String {
    hasArtefacts
      ? isDutch
        ? "niet op elk moment is hetzelfde gevraagd; wat daardoor verschilt, is gestippeld."
        : "not every date asked the same; what differs for that reason is dashed."
      : isDutch
        ? "elk moment vroeg de hier getelde organisaties hetzelfde."
        : "every date asked the same of those counted here."
  }
}
