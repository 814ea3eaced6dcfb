import Drawing
public import LinchpinCore

extension Figure {
  /// What would hurt most if it stopped? Ranked bars, direct and indirect; by a dimension, a panel
  /// for each of its values.
  ///
  /// - Parameter points: ranked by the same dimension.
  public static func chokepoints(
    _ points: [Chokepoint], _ assessment: Assessment, limit: Int = 10,
    by dimension: Dimension? = nil, _ options: FigureOptions
  ) throws(FigureError) -> Figure {
    let words = FigureWords(options.language)
    guard let first = points.first else {
      throw .nothingToShow(
        "nothing here is a single point of failure",
        hint: "linchpin chokepoints explains what was measured")
    }
    let palette = LawPalette(
      assessment.attribution.rules.catalogue, home: options.home, language: options.language)
    let numbers = NumberFormat(options.language.drawing)
    var shown = Array(points.prefix(limit))
    let unit = assessment.options.unit
    func amount(_ count: Int) -> String {
      first.of < Share.smallestPopulation
        ? numbers.integer(count)
        : words.counted(numbers.integer(count), Double(count) / Double(first.of))
    }
    var table = FigureTable("chokepoints")
    table.add(
      "population", id: "all", from: words.units(unit, 2), number: Double(first.of), of: first.of)
    table.add(
      "points", id: "points", from: words.chokepointsFound, number: Double(points.count),
      of: points.count)
    let mark = dimension == nil ? "row" : ""
    let rows = shown.map { point in
      let key = "\(point.kind.rawValue):\(point.id)"
      table.add(
        "direct", id: key, mark: mark, from: point.name, number: Double(point.direct), of: point.of
      )
      table.add(
        "indirect", id: key, mark: mark, from: point.name, number: Double(point.indirect),
        of: point.of)
      table.add(
        "total", id: key, mark: mark, from: point.name, number: Double(point.number), of: point.of)
      return BarChart.Row(
        key: key, label: point.name, detail: palette.label(point.jurisdictions),
        segments: [
          .init(Double(point.direct)), .init(Double(point.indirect), .hatched),
        ], valueText: amount(point.number), hue: palette.hue(point.jurisdictions))
    }
    var story = words.chokepointStory(
      first.name, numbers.integer(first.number), numbers.integer(first.of), words.units(unit, 2),
      numbers.integer(points.count), shown.count)
    var folded = words.othersFolded(points.count - shown.count)
    let chart: any Chart
    if let dimension {
      let small = try drawn { () throws(DrawingError) in
        try ChokepointPanels(
          points, assessment, by: dimension, palette, words, detail: options.detail, &table)
      }
      chart = try drawn { () throws(DrawingError) in try BarPanels(panels: small.panels) }
      story.subtitle = words.chokepointPanelsSubtitle(
        dimension, numbers.integer(first.of), words.units(unit, 2))
      shown = small.shown
      folded = small.folded > 0 ? "\(words.dimension(dimension)): \(small.folded)" : ""
    } else {
      chart = try drawn { () throws(DrawingError) in try BarChart(rows: rows) }
    }
    let used = Set(shown.map { palette.category($0.jurisdictions) })
    var legend = LawPalette.Category.allCases.filter { used.contains($0) }.map {
      LegendEntry(.filled(palette.hue($0), .solid), palette.legend($0))
    }
    if dimension == nil, shown.contains(where: { $0.indirect > 0 }) {
      legend.append(LegendEntry(.filled(.neutral, .hatched), words.indirect))
    }
    let ranked = points.prefix(5).map { "\($0.name) \(amount($0.number))" }
      .joined(separator: ", ")
    let frame = ArticleFrame(
      assessment, options, prefix: "chokepoints",
      title: ArticleWords.shortened(story.headline, to: 88),
      description: words.chokepointDescription(story.headline, ranked),
      headline: story.headline, subtitle: story.subtitle, legend: legend,
      method: words.chokepointMethod(services(assessment, words)), coverage: story.coverage,
      laws: first.jurisdictions)
    return try Figure(
      name: "chokepoints", frame: frame,
      charts: Dictionary(uniqueKeysWithValues: FigureWidth.allCases.map { ($0, chart) }),
      table: table, folded: folded, options: options)
  }

  static func services(_ assessment: Assessment, _ words: FigureWords) -> String {
    let roles = assessment.coverage.map(\.role).filter {
      [.mailExchange, .mailbox, .authoritativeDNS, .webEdge, .webOrigin].contains($0)
    }
    return Words(words.language).list(
      roles.map { words.role($0).lowercased() }, last: words.language == .nl ? "en" : "and")
  }
}

extension FigureWords {
  private var isDutch: Bool { language == .nl }

  var chokepointsFound: String {
    isDutch
      ? "aanbieders waarvan de uitval iets stillegt" : "providers whose failure stops something"
  }

  func chokepointStory(
    _ name: String, _ number: String, _ of: String, _ units: String, _ points: String,
    _ shown: Int
  ) -> (headline: String, subtitle: String, coverage: String) {
    let who =
      isDutch
      ? (shown == 1 ? "De aanbieder" : "De \(shown) aanbieders")
      : (shown == 1 ? "The provider" : "The \(shown) providers")
    return isDutch
      ? (
        "Als \(name) uitvalt, raken \(number) \(units) een dienst kwijt",
        "\(who) waarvan de uitval de meeste van de \(of) \(units) raakt. Een tweede aanbieder "
          + "telt als reserve, een tweede naam van dezelfde eigenaar niet.",
        "\(points) \(chokepointsFound); wat niet gemeten of niet bekend is, is als werkend "
          + "gerekend en kan dus nog bij de schade komen."
      )
      : (
        "If \(name) stops, \(number) \(units) lose a service",
        "\(who) whose failure hits the most of \(of) \(units). A second provider counts as a "
          + "reserve, a second name of the same owner does not.",
        "\(points) \(chokepointsFound); what was not measured or is not known counts as working "
          + "here, so the damage can be larger."
      )
  }

  func chokepointMethod(_ services: String) -> String {
    isDutch
      ? "exacte uitval van elke aanbieder, over \(services)."
      : "exact failure of each provider, over \(services)."
  }

  func chokepointDescription(_ headline: String, _ ranked: String) -> String {
    isDutch
      ? "Staafdiagram van de grootste knelpunten. \(headline). Volgorde: \(ranked)."
      : "Bar chart of the largest chokepoints. \(headline). In order: \(ranked)."
  }

  func othersFolded(_ count: Int) -> String {
    count > 0 ? (isDutch ? "\(count) aanbieders niet getoond" : "\(count) providers not shown") : ""
  }
}
