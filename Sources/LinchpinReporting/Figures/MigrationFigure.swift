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
    guard let role = chosen ?? defaultRole(assessment) else {
      throw .nothingToShow(
        "no role was measured in this input", hint: "linchpin assess shows what was measured")
    }
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
    let painter = MigrationPainter(migration, palette, words, dates: dates)
    let full = MigrationSelection(migration, most: 7)
    let small = MigrationSelection(migration, most: 5)
    let wide = try drawn { () throws(DrawingError) in try painter.chart(full) }
    let narrow = try drawn { () throws(DrawingError) in try painter.chart(small) }
    let story = painter.story(full)
    let files = [comparison.before, comparison.after].flatMap { $0.snapshot.files }
      .map { String($0.path.split(separator: "/").last ?? "") }
    var options = options
    if options.source.isEmpty { options.source = files.joined(separator: ", ") }
    let frame = ArticleFrame(
      assessment, options, prefix: "migration",
      title: ArticleWords.shortened(story.headline, to: 88), description: story.description,
      headline: story.headline, subtitle: story.subtitle, legend: painter.legend,
      method: words.migrationMethod(role), coverage: story.coverage, laws: painter.laws,
      measured: words.between(dates[0], dates[1]))
    return try Figure(
      name: "migration", frame: frame, charts: [.narrow: narrow, .medium: wide, .wide: wide],
      table: painter.table([("960 700", full), ("360", small)]),
      folded: full.folded > 0 ? "\(words.provider): \(full.folded)" : "", options: options)
  }
}

/// Which suppliers of a migration are shown by name: the largest, and those that moved most.
struct MigrationSelection {
  let shown: Set<String>
  let folded: Int

  init(_ migration: Migration, most: Int) {
    var sizes: [String: Double] = [:]
    var moves: [String: Double] = [:]
    for band in migration.bands {
      for party in Set([band.from, band.to]) {
        guard case .provider(let id) = party else { continue }
        sizes[id, default: 0] += band.size
        if band.isMove { moves[id, default: 0] += band.size }
      }
    }
    func ranked(_ sizes: [String: Double]) -> [String] {
      sizes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }
    var kept: [String] = []
    var largest = ranked(sizes)[...]
    var liveliest = ranked(moves)[...]
    while kept.count < most, !largest.isEmpty || !liveliest.isEmpty {
      for id in [largest.popFirst(), liveliest.popFirst()].compactMap(\.self)
      where kept.count < most && !kept.contains(id) { kept.append(id) }
    }
    // A rest of one would hide a name for nothing.
    if sizes.count == kept.count + 1 { kept = Array(sizes.keys) }
    shown = Set(kept)
    folded = sizes.count - kept.count
  }

  /// The cell a party stands in, at either date.
  func key(_ party: Migration.Party) -> String {
    guard case .provider(let id) = party, !shown.contains(id) else { return party.key }
    return "provider:(other)"
  }
}

/// Turns a migration into a chart, its legend, words and table.
private struct MigrationPainter {
  let migration: Migration
  let palette: LawPalette
  let words: FigureWords
  let dates: [String]

  init(
    _ migration: Migration, _ palette: LawPalette, _ words: FigureWords, dates: [String]
  ) {
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
    for band in migration.bands {
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

  func chart(_ selection: MigrationSelection) throws(DrawingError) -> FlowChart {
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

  private func cells(_ selection: MigrationSelection, _ side: String) -> [FlowChart.Cell] {
    var sizes: [Migration.Party: Double] = [:]
    for band in migration.bands {
      sizes[side == "before:" ? band.from : band.to, default: 0] += band.size
    }
    var cells: [String: FlowChart.Cell] = [:]
    for (party, size) in sizes.sorted(by: { $0.key.key < $1.key.key }) {
      let key = side + selection.key(party)
      let known = cells[key] ?? cell(party, key, side, selection)
      var cell = known
      cell.value += size
      cells[key] = cell
    }
    return cells.values.map { cell in
      var cell = cell
      cell.detail = detail(cell.value)
      return cell
    }
  }

  private func cell(
    _ party: Migration.Party, _ key: String, _ side: String, _ selection: MigrationSelection
  ) -> FlowChart.Cell {
    let isRest = key.hasSuffix("provider:(other)")
    return FlowChart.Cell(
      key: key, label: isRest ? words.others(selection.folded) : label(party, side), value: 0,
      hue: isRest ? .neutral : hue(party), pattern: party.isKnown ? .solid : .hatched,
      place: isRest || !party.isProvider ? .last : .free)
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

  private func detail(_ size: Double) -> String {
    if migration.of < Share.smallestPopulation { return numbers.decimal(size) }
    let count = size < 10 ? numbers.decimal(size) : numbers.decimal(size, decimals: 0)
    return "\(words.percent(size / Double(migration.of))) · \(count)"
  }

  /// The colours of moves, and grey for those who stay.
  var legend: [LegendEntry] {
    let used = Set(migration.bands.filter(\.isMove).map { palette.category(laws(of: $0.to)) })
    return LawPalette.Category.allCases.filter { used.contains($0) }.map {
      LegendEntry(.filled(palette.hue($0), .solid), words.movedTo(palette.legend($0)))
    } + [LegendEntry(.filled(.neutral, .solid), words.stayed)]
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
    table.add("moved", id: "moved", from: words.moved, number: migration.moved, of: of)
    for (name, selection) in layouts {
      for side in ["before:", "after:"] {
        for cell in cells(selection, side).sorted(by: { $0.key < $1.key }) {
          table.add(
            "cell \(name)", id: cell.key, mark: "cell", from: cell.label, number: cell.value,
            of: of)
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
      isMost: (top?.value ?? 0) * 2 > migration.moved)
    let largest = migration.bands.filter(\.isMove).prefix(4).map {
      "\(label($0.from, "before:")) → \(label($0.to, "after:")) \(numbers.decimal($0.size))"
    }.joined(separator: ", ")
    let unsure = migration.bands.filter {
      [$0.from, $0.to].contains { $0 == .unknown || $0 == .notMeasured }
    }.reduce(0) { $0 + $1.size }
    let come = migration.bands.filter { $0.from == .notListed }.reduce(0) { $0 + $1.size }
    let gone = migration.bands.filter { $0.to == .notListed }.reduce(0) { $0 + $1.size }
    return (
      headline, words.migrationSubtitle(dates[0], dates[1], units),
      words.migrationDescription(headline, largest),
      words.migrationCoverage(
        numbers.decimal(unsure), numbers.decimal(come), numbers.decimal(gone),
        numbers.integer(migration.of), units)
    )
  }
}

extension Migration.Party {
  fileprivate var isProvider: Bool { if case .provider = self { true } else { false } }
}

extension FigureWords {
  private var isDutch: Bool { language == .nl }

  var newcomer: String { isDutch ? "NIEUW: nog niet in de lijst" : "NEW: not yet in the list" }
  var goner: String { isDutch ? "WEG: niet meer in de lijst" : "GONE: no longer in the list" }
  var stayed: String { isDutch ? "Gebleven, of niet te zeggen" : "Stayed, or cannot be told" }
  var moved: String { isDutch ? "verhuisd, in delen" : "moved, in parts" }
  var movers: String { isDutch ? "geheel of deels verhuisd" : "moved, whole or in part" }

  func movedTo(_ law: String) -> String {
    isDutch ? "Verhuisd naar: \(law)" : "Moved to: \(law)"
  }

  func between(_ first: String, _ second: String) -> String {
    isDutch ? "\(first) en \(second)" : "\(first) and \(second)"
  }

  func migrationHeadline(
    _ role: String, _ moved: String, of all: String, _ units: String, to top: String?, isMost: Bool
  ) -> String {
    guard let top else {
      return isDutch
        ? "\(role): geen van de \(all) \(units) is van aanbieder gewisseld"
        : "\(role): none of \(all) \(units) changed provider"
    }
    if isDutch {
      let tail = isMost ? "de meeste naar \(top)" : "vaakst naar \(top)"
      return "\(role): \(moved) van de \(all) \(units) wisselden van aanbieder, \(tail)"
    }
    let tail = isMost ? "most of them to \(top)" : "most often to \(top)"
    return "\(role): \(moved) of \(all) \(units) changed provider, \(tail)"
  }

  func migrationSubtitle(_ first: String, _ second: String, _ units: String) -> String {
    isDutch
      ? "Van \(first) (links) naar \(second) (rechts). De breedte van een band is het aantal "
        + "\(units). Gekleurd is verhuisd, grijs is gebleven."
      : "From \(first) (left) to \(second) (right). The width of a band is the number of "
        + "\(units). Colour moved, grey stayed."
  }

  func migrationMethod(_ role: Role) -> String {
    isDutch
      ? "\(flowEvidence(role)), beide data met dezelfde regels; wie meer aanbieders of domeinen "
        + "heeft, telt in gelijke delen."
      : "\(flowEvidence(role)), both dates under the same rules; a unit with several providers "
        + "or domains is split equally."
  }

  func migrationDescription(_ headline: String, _ largest: String) -> String {
    let moves = largest.isEmpty ? (isDutch ? "geen" : "none") : largest
    return isDutch
      ? "Stroomdiagram van twee kolommen, een voor elke datum. \(headline). Grootste "
        + "verhuizingen: \(moves)."
      : "Flow diagram of two columns, one for each date. \(headline). Largest moves: \(moves)."
  }

  func migrationCoverage(
    _ unsure: String, _ come: String, _ gone: String, _ all: String, _ units: String
  ) -> String {
    isDutch
      ? "van \(unsure) van de \(all) \(units) is op een van de data niet bekend wie de aanbieder "
        + "is; \(come) kwamen in de lijst, \(gone) verdwenen eruit."
      : "of \(unsure) of \(all) \(units) the provider is not known at one of the dates; \(come) "
        + "came into the list, \(gone) left it."
  }
}
