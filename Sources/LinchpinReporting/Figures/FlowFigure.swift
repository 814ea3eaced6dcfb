import Drawing
public import LinchpinCore

extension Figure {
  /// Who depends on whom, under which law? Sector → provider → law; band width is units, each
  /// counted once.
  public static func flow(
    _ assessment: Assessment, role chosen: Role?, by dimension: Dimension?, _ options: FigureOptions
  ) throws(FigureError) -> Figure {
    let words = FigureWords(options.language)
    let role = try measured(chosen ?? defaultRole(assessment), assessment)
    let population = Population(assessment.snapshot, options: assessment.options)
    let flow = Flow.measure(
      assessment.attribution, population, role: role,
      by: dimension ?? Figure.dimension(of: population), tier: assessment.options.tier,
      asOf: assessment.asOf)
    let palette = LawPalette(
      assessment.attribution.rules.catalogue, home: options.home, language: options.language)
    func selection(_ budget: FlowSelection.Budget) -> FlowSelection {
      FlowSelection(
        flow, assessment.attribution, palette: palette, words: words, budget: budget)
    }
    let full = selection(.init(values: 6, providers: 5, laws: 3))
    let small = selection(.init(values: 5, providers: 4, laws: 3, smallest: 0.03))
    if full.providers.isEmpty {
      throw .nothingToShow(
        "nothing in this input has the role \(role.label)",
        hint: "choose another role with --role; linchpin assess shows what was measured")
    }
    let picture = FlowPainter(flow: flow, palette: palette, words: words)
    let wide = try drawn { () throws(DrawingError) in try picture.chart(full, columns: 3) }
    let narrow = try drawn { () throws(DrawingError) in try picture.chart(small, columns: 2) }
    let story = FlowStory(flow, assessment, full, palette, words)
    let frame = ArticleFrame(
      assessment, options, prefix: "flow", title: story.title, description: story.description,
      headline: story.headline, subtitle: story.subtitle, legend: picture.legend(full),
      method: story.method, coverage: story.coverage, laws: story.laws)
    return try Figure(
      name: "flow", frame: frame, charts: [.narrow: narrow, .medium: wide, .wide: wide],
      table: picture.table(full, small, story), folded: full.folded.joined(separator: ", "),
      options: options)
  }

  /// The role, if anybody was asked about it: else every unit would be one of which nothing is known.
  static func measured(
    _ role: Role?, _ assessment: Assessment
  ) throws(FigureError) -> Role {
    guard let role else {
      throw .nothingToShow(
        "no role was measured in this input", hint: "linchpin assess shows what was measured")
    }
    let roles = assessment.coverage.map(\.role)
    if !roles.contains(role) {
      throw .nothingToShow(
        "the role \(role.label) was not measured in this input",
        hint: "measured were: " + roles.map(\.label).joined(separator: ", "))
    }
    return role
  }

  /// The role a reader asks about first, among those measured.
  static func defaultRole(_ assessment: Assessment) -> Role? {
    let measured = Set(assessment.coverage.map(\.role))
    return [.mailbox, .mailExchange, .authoritativeDNS, .webOrigin, .application]
      .first { measured.contains($0) } ?? measured.min { $0.rawValue < $1.rawValue }
  }

  /// Sectors, unless all organisations that state one state the same and their regions differ.
  public static func dimension(of population: Population) -> Dimension {
    [Dimension.sector, .region, .country].first { dimension in
      population.split(by: dimension).count { !$0.value.isEmpty } > 1
    } ?? .sector
  }
}

/// Turns a selection into a chart, its legend and its table.
private struct FlowPainter {
  let flow: Flow
  let palette: LawPalette
  let words: FigureWords

  private var numbers: NumberFormat { NumberFormat(words.language.drawing) }

  func chart(_ selection: FlowSelection, columns: Int) throws(DrawingError) -> FlowChart {
    var all = [
      column(words.dimension(flow.dimension), selection.values, isCoded: false),
      column(words.provider, selection.providers, isCoded: true),
    ]
    if columns == 3 { all.append(column(words.law, selection.laws, isCoded: true)) }
    let links = columns == 3 ? selection.toProviders + selection.toLaws : selection.toProviders
    return try FlowChart(
      columns: all,
      links: links.map {
        FlowChart.Link(from: $0.from, to: $0.to, value: $0.size, hue: palette.hue($0.laws))
      })
  }

  private func column(
    _ heading: String, _ cells: [FlowSelection.Cell], isCoded: Bool
  ) -> FlowChart.Column {
    FlowChart.Column(
      heading: heading,
      cells: cells.map { cell in
        FlowChart.Cell(
          key: cell.key, label: cell.label, detail: detail(cell.size), value: cell.size,
          hue: isCoded ? palette.hue(cell.laws) : .ink,
          pattern: isCoded && cell.laws.isEmpty ? .hatched : .solid,
          place: cell.place)
      })
  }

  /// `74.8% · 257`, or the count alone below thirty units.
  func detail(_ size: Double) -> String {
    if flow.of < Share.smallestPopulation { return numbers.decimal(size) }
    // Parts of a unit are in the table; a picture of hundreds shows whole ones.
    let count = size < 10 ? numbers.decimal(size) : numbers.decimal(size, decimals: 0)
    return words.amount(count, size / Double(flow.of))
  }

  /// The colours in use, in a fixed order.
  func legend(_ selection: FlowSelection) -> [LegendEntry] {
    let used = Set(selection.providers.map { palette.category($0.laws) })
    return LawPalette.Category.allCases.filter { used.contains($0) }.map { category in
      LegendEntry(
        .filled(palette.hue(category), category == .unknown ? .hatched : .solid),
        palette.legend(category))
    }
  }

  func table(
    _ full: FlowSelection, _ small: FlowSelection, _ story: FlowStory
  ) -> FigureTable {
    var table = FigureTable("flow")
    table.add(
      "population", id: "all", from: words.units(flow.unit, 2), number: Double(flow.of),
      of: flow.of)
    table.add(
      "headline", id: "headline", from: story.leader, number: story.leaderSize, of: flow.of)
    table.add(
      "left out", id: "absent", from: words.noService, number: full.absent, of: flow.of)
    for fact in story.coverageFacts {
      table.add("coverage", id: fact.label, from: fact.label, number: fact.size, of: flow.of)
    }
    // On a telephone the column of laws is left out; its colours stay.
    for (layout, selection, hasLaws) in [("960 700", full, true), ("360", small, false)] {
      for cell in selection.values + selection.providers + (hasLaws ? selection.laws : []) {
        table.add(
          "cell \(layout)", id: cell.key, mark: "cell", from: cell.label, number: cell.size,
          of: flow.of)
      }
      for link in selection.toProviders + (hasLaws ? selection.toLaws : []) {
        table.add(
          "band \(layout)", id: "\(link.from)>\(link.to)", mark: "link", from: link.from,
          to: link.to, number: link.size, of: flow.of)
      }
    }
    return table
  }
}
