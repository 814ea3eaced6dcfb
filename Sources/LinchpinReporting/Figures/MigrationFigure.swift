import Drawing
public import LinchpinCore

extension Figure {
  /// Who moved where between two dates? Movers coloured by the law they go to, stayers grey, rows
  /// of their own for what is new and what is gone.
  ///
  /// - Parameter assessment: of the later date; the frame of the figure is made from it.
  public static func migration(
    _ comparison: Comparison, _ terms: ComparisonTerms, _ assessment: Assessment,
    role chosen: Role?, _ options: FigureOptions
  ) throws(FigureError) -> Figure {
    let words = FigureWords(options.language)
    let role = try measured(chosen ?? defaultRole(assessment), assessment)
    let migration = comparison.migration(of: role, terms)
    if migration.of == 0 {
      throw .nothingToShow(
        "there is nothing to compare", hint: "give lists of organisations or fewer filters")
    }
    let palette = LawPalette(
      assessment.attribution.rules.catalogue, home: options.home, language: options.language)
    let dates = [comparison.before, comparison.after].map {
      words.period($0.snapshot.measured)
    }
    let painter = MigrationPainter(
      migration, palette, words, dates: dates, inGreys: options.theme == .print)
    let full = MigrationSelection(migration, most: 7)
    let small = MigrationSelection(migration, most: 5)
    let wide = try drawn { () throws(DrawingError) in try painter.chart(full) }
    let narrow = try drawn { () throws(DrawingError) in try painter.chart(small) }
    let story = painter.story(full)
    let files = comparison.before.snapshot.fileNames
    let newer = comparison.after.snapshot.fileNames.filter { !files.contains($0) }
    var options = options
    if options.source.isEmpty { options.source = (files + newer).joined(separator: ", ") }
    let frame = ArticleFrame(
      assessment, options, prefix: "migration",
      title: ArticleWords.shortened(story.headline, to: 88), description: story.description,
      headline: story.headline, subtitle: story.subtitle, legend: painter.legend,
      method: words.migrationMethod(role, migration.unit), coverage: story.coverage,
      laws: painter.laws,
      measured: words.between(dates[0], dates[1]))
    return try Figure(
      name: "migration", frame: frame, charts: [.narrow: narrow, .medium: wide, .wide: wide],
      table: painter.table([("960 700", full), ("360", small)]),
      folded: full.folded > 0 ? "\(words.provider): \(full.folded)" : "", options: options)
  }
}

/// Turns a migration into a chart, its legend, words and table.
private struct MigrationPainter {
  let migration: Migration
  let palette: LawPalette
  let words: FigureWords
  let dates: [String]
  /// Whether colours will be greys, so that words must not speak of them.
  let inGreys: Bool

  init(
    _ migration: Migration, _ palette: LawPalette, _ words: FigureWords, dates: [String],
    inGreys: Bool
  ) {
    self.inGreys = inGreys
    self.migration = migration
    self.palette = palette
    self.words = words
    self.dates = dates
  }

  private var numbers: NumberFormat { NumberFormat(words.language.drawing) }

  private struct Bundle {
    var from: String
    var to: String
    /// The law a move goes to; nil for what is not a move.
    var laws: [String]?
    var size = 0.0
  }

  /// Bands between the cells of a selection; moves into a rest stay apart by colour.
  private func bundles(_ selection: MigrationSelection) -> [Bundle] {
    var found: [String: Bundle] = [:]
    for band in selection.bands {
      let laws = band.isMove ? laws(of: band.to) : nil
      let colour = laws.map { palette.category($0).rawValue } ?? ""
      let (from, to) = ("before:" + selection.key(band.from), "after:" + selection.key(band.to))
      found["\(from)>\(to)>\(colour)", default: Bundle(from: from, to: to, laws: laws)].size +=
        band.size
    }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }

  private func laws(of party: Migration.Party) -> [String] {
    switch party {
    case .provider(let id): migration.suppliers[id]?.laws ?? []
    case .own: palette.home.isEmpty ? [] : [palette.home]
    case .unknown, .absent, .notMeasured, .notListed: []
    }
  }

  /// The bands; where most stay, only the changes, under a strip that says how many those are.
  func chart(_ selection: MigrationSelection) throws(DrawingError) -> any Chart {
    if !migration.isMostlyStill { return try flow(selection) }
    return try ShareStrip(
      parts: parts, below: selection.bands.isEmpty ? nil : flow(selection))
  }

  private func flow(_ selection: MigrationSelection) throws(DrawingError) -> FlowChart {
    let bundles = bundles(selection)
    let columns = ["before:", "after:"].enumerated().map { place, side in
      FlowChart.Column(
        heading: dates[place].prefix(1).uppercased() + dates[place].dropFirst(),
        cells: cells(selection, side))
    }
    return try FlowChart(
      columns: columns,
      links: bundles.map { bundle in
        FlowChart.Link(
          from: bundle.from, to: bundle.to, value: bundle.size,
          hue: bundle.laws.map { palette.hue($0) } ?? .neutral, isStrong: bundle.laws != nil)
      })
  }

  /// A cell and how many stand behind it at its date, whether or not they are drawn.
  private struct Counted {
    var cell: FlowChart.Cell
    var whole: Double
  }

  private func cells(_ selection: MigrationSelection, _ side: String) -> [FlowChart.Cell] {
    counted(selection, side).map(\.cell)
  }

  private func counted(_ selection: MigrationSelection, _ side: String) -> [Counted] {
    func sizes(_ bands: [Migration.Band]) -> [Migration.Party: Double] {
      bands.reduce(into: [:]) { $0[side == "before:" ? $1.from : $1.to, default: 0] += $1.size }
    }
    let shown = sizes(selection.bands)
    var found: [String: Counted] = [:]
    for (party, size) in sizes(migration.bands).sorted(by: { $0.key.key < $1.key.key }) {
      let key = side + selection.key(party)
      let known = found[key] ?? Counted(cell: cell(party, key, side, selection), whole: 0)
      var counted = known
      counted.cell.value += shown[party] ?? 0
      counted.whole += size
      found[key] = counted
    }
    return found.values.filter { $0.cell.value > 0 }.map { counted in
      var counted = counted
      counted.cell.detail = detail(counted, side)
      return counted
    }
  }

  private func cell(
    _ party: Migration.Party, _ key: String, _ side: String, _ selection: MigrationSelection
  ) -> FlowChart.Cell {
    let isRest = key.hasSuffix("provider:(other)")
    return FlowChart.Cell(
      key: key, label: isRest ? words.others(selection.folded) : label(party, side), value: 0,
      hue: isRest ? .neutral : hue(party), pattern: party.isKnown ? .solid : .hatched,
      place: isRest ? .rest : party.isProvider ? .free : .last)
  }

  private func hue(_ party: Migration.Party) -> Hue {
    switch party {
    case .provider, .own: palette.hue(laws(of: party))
    case .unknown: .grey
    case .absent, .notMeasured, .notListed: .neutral
    }
  }

  private func label(_ party: Migration.Party, _ side: String) -> String {
    switch party {
    case .provider(let id): migration.suppliers[id]?.name ?? id
    case .own: words.ownServers
    case .unknown: words.notKnown
    case .absent: words.noService
    case .notMeasured: words.notMeasured
    case .notListed: side == "before:" ? words.newcomer : words.goner
    }
  }

  private func count(_ size: Double) -> String {
    size < 10 ? numbers.decimal(size) : numbers.decimal(size, decimals: 0)
  }

  private func detail(_ counted: Counted, _ side: String) -> String {
    let (size, whole) = (counted.cell.value, counted.whole)
    if migration.isMostlyStill {
      if counted.cell.key == side + Migration.Party.notListed.key { return count(size) }
      return side == "before:"
        ? words.less(count(size), of: count(whole)) : words.more(count(size), now: count(whole))
    }
    return amount(size)
  }

  private func amount(_ size: Double) -> String {
    migration.of < Share.smallestPopulation
      ? numbers.decimal(size)
      : words.amount(count(size), size / Double(migration.of))
  }

  /// Everybody, by what became of them.
  private var parts: [ShareStrip.Part] {
    func part(
      _ key: String, _ label: String, _ size: Double, _ hue: Hue, _ pattern: MarkPattern,
      _ isAlwaysNamed: Bool = false
    ) -> ShareStrip.Part {
      ShareStrip.Part(
        key: key, label: label,
        valueText: migration.of < Share.smallestPopulation
          ? count(size) : words.counted(count(size), size / Double(migration.of)),
        value: size, hue: hue, pattern: pattern, isAlwaysNamed: isAlwaysNamed)
    }
    return [
      part("moved", words.movedPart, migration.moved, .ink, .solid, true),
      part("came", words.came, migration.came, .neutral, .solid),
      part("left", words.left, migration.left, .ink, .hatched),
      part("stayed", words.stayedPart, migration.stayed, .neutral, .open),
      part("untold", words.untold, migration.untold, .grey, .hatched, true),
    ]
  }

  /// The colours of moves, and grey for those who stay.
  var legend: [LegendEntry] {
    let used = Set(migration.bands.filter(\.isMove).map { palette.category(laws(of: $0.to)) })
    return LawPalette.Category.allCases.filter { used.contains($0) }.map {
      LegendEntry(.filled(palette.hue($0), .solid), words.movedTo(palette.legend($0)))
    } + [
      LegendEntry(
        .filled(.neutral, .solid), migration.isMostlyStill ? words.otherChange : words.stayed)
    ]
  }

  /// The legal orders moves go to, for the notice under the figure.
  var laws: [String] {
    let moves = migration.bands.filter(\.isMove).flatMap { laws(of: $0.to) }
    return Set(moves).subtracting([palette.home]).sorted()
  }

  func table(
    _ layouts: [(name: String, selection: MigrationSelection)]
  ) -> FigureTable {
    var table = FigureTable("migration")
    let of = migration.of
    table.add(
      "population", id: "all", from: words.units(migration.unit, 2), number: Double(of), of: of)
    table.add(
      "movers", id: "movers", from: words.movers, number: Double(migration.movers), of: of)
    for part in parts {
      table.add(
        "part", id: part.key, mark: migration.isMostlyStill && part.value > 0 ? "part" : "",
        from: part.label, number: part.value, of: of)
    }
    for (name, selection) in layouts {
      for side in ["before:", "after:"] {
        let cells = counted(selection, side).sorted { $0.cell.key < $1.cell.key }
        for counted in cells {
          let cell = counted.cell
          table.add(
            "cell \(name)", id: cell.key, mark: "cell", from: cell.label, number: cell.value,
            of: of)
          if counted.whole != cell.value {
            table.add(
              "whole \(name)", id: cell.key, mark: "cell", from: cell.label,
              number: counted.whole, of: of)
          }
        }
      }
      for bundle in bundles(selection) {
        table.add(
          "band \(name)", id: "\(bundle.from)>\(bundle.to)", mark: "link", from: bundle.from,
          to: bundle.to, number: bundle.size, of: of,
          note: bundle.laws.map { palette.category($0).rawValue } ?? "")
      }
    }
    return table
  }

  func story(
    _ selection: MigrationSelection
  ) -> (headline: String, subtitle: String, description: String, coverage: String) {
    var arrivals: [Migration.Party: Double] = [:]
    for band in migration.bands where band.isMove { arrivals[band.to, default: 0] += band.size }
    let top = arrivals.max { ($0.value, $1.key.key) < ($1.value, $0.key.key) }
    let units = words.units(migration.unit, 2)
    let headline = words.migrationHeadline(
      words.role(migration.role), numbers.integer(migration.movers),
      of: numbers.integer(migration.of), units, to: top.map { label($0.key, "after:") },
      isMost: (top?.value ?? 0) * 2 > migration.moved,
      isAll: arrivals.count == 1 ? migration.movers : 0)
    let largest = migration.bands.filter(\.isMove).prefix(4).map {
      "\(label($0.from, "before:")) → \(label($0.to, "after:")) \(numbers.decimal($0.size))"
    }.joined(separator: ", ")
    return (
      headline,
      words.migrationSubtitle(
        dates[0], dates[1], units, isMostlyStill: migration.isMostlyStill,
        parts: parts.first?.value == Double(migration.movers)
          ? nil : (numbers.integer(migration.movers), count(migration.moved)),
        inGreys: inGreys),
      words.migrationDescription(headline, largest),
      words.migrationCoverage(
        count(migration.untold), count(migration.came), count(migration.left),
        numbers.integer(migration.of), units)
    )
  }
}
