import Drawing
import LinchpinCore

/// Chooses which cells of a flow are shown and what is folded into “other”.
struct FlowSelection {
  /// How many cells a column may have, and how small a cell may be.
  struct Budget {
    var values = 6
    var providers = 6
    var laws = 4
    var smallest = 0.02
  }

  struct Cell {
    var key: String
    var label: String
    var size: Double
    var laws: [String]
    var place: FlowChart.Cell.Place
    var isRest: Bool { place != .free }
  }

  private(set) var values: [Cell] = []
  private(set) var providers: [Cell] = []
  private(set) var laws: [Cell] = []
  private(set) var toProviders: [Link] = []
  private(set) var toLaws: [Link] = []
  /// Units left out because they have no such service.
  private(set) var absent = 0.0
  /// Cells folded away, by column.
  private(set) var folded: [String] = []

  struct Link {
    var from: String
    var to: String
    var size: Double
    var laws: [String]
  }

  private let words: FigureWords
  private let palette: LawPalette
  private let attribution: Attribution

  init(
    _ flow: Flow, _ attribution: Attribution, palette: LawPalette, words: FigureWords,
    budget: Budget
  ) {
    self.words = words
    self.palette = palette
    self.attribution = attribution
    absent = flow.bands.filter { $0.supplier == .absent }.reduce(0) { $0 + $1.size }
    let bands = flow.bands.filter { $0.supplier != .absent }
    let total = bands.reduce(0) { $0 + $1.size }

    let valueKeys = fold(bands, limit: budget.values, smallest: 0, total) { $0.value }
    let providerKeys = fold(
      bands, limit: budget.providers, smallest: budget.smallest, total
    ) { band in
      if case .provider = band.supplier { attribution.key(of: band.supplier) } else { nil }
    }
    let lawKeys = fold(bands, limit: budget.laws, smallest: budget.smallest, total) { band in
      band.laws.isEmpty ? nil : band.laws.joined(separator: "+")
    }
    collect(
      bands, valueKeys, providerKeys.union(alone(bands, providerKeys, lawKeys)), lawKeys)
  }

  /// Providers that would be the only one of their rest.
  private func alone(
    _ bands: [Flow.Band], _ kept: Set<String>, _ lawKeys: Set<String>
  ) -> Set<String> {
    var rests: [String: Set<String>] = [:]
    for band in bands {
      guard case .provider = band.supplier else { continue }
      let id = attribution.key(of: band.supplier)
      let law = band.laws.joined(separator: "+")
      if !kept.contains(id) {
        rests[lawKeys.contains(law) ? law : "(other)", default: []].insert(id)
      }
    }
    return rests.values.filter { $0.count == 1 }.reduce(into: []) { $0.formUnion($1) }
  }

  /// The keys that keep a cell of their own: the largest, above the smallest size.
  private func fold(
    _ bands: [Flow.Band], limit: Int, smallest: Double, _ total: Double,
    _ key: (Flow.Band) -> String?
  ) -> Set<String> {
    var sizes: [String: Double] = [:]
    for band in bands {
      if let key = key(band) { sizes[key, default: 0] += band.size }
    }
    let ranked = sizes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let kept = ranked.prefix(limit).filter { $0.value >= smallest * total }
    // A rest of one would hide a name for nothing.
    return Set((ranked.count - kept.count == 1 ? ranked : kept).map(\.key))
  }

  private mutating func collect(
    _ bands: [Flow.Band], _ valueKeys: Set<String>, _ providerKeys: Set<String>,
    _ lawKeys: Set<String>
  ) {
    var valueCells: [String: Cell] = [:]
    var providerCells: [String: Cell] = [:]
    var lawCells: [String: Cell] = [:]
    var first: [String: Link] = [:]
    var second: [String: Link] = [:]
    var foldedValues: Set<String> = []
    var foldedProviders: [String: Set<String>] = [:]
    var foldedLaws: Set<String> = []
    for band in bands {
      var value = Cell(
        key: "value:" + band.value, label: words.value(band.value), size: 0, laws: [], place: .free
      )
      if !valueKeys.contains(band.value) {
        foldedValues.insert(band.value)
        value = Cell(key: "value:(other)", label: "", size: 0, laws: [], place: .rest)
      }
      let lawKey = band.laws.joined(separator: "+")
      var law = Cell(
        key: "law:" + lawKey, label: palette.label(band.laws), size: 0, laws: band.laws,
        place: band.laws.isEmpty ? .last : .free)
      if !band.laws.isEmpty, !lawKeys.contains(lawKey) {
        foldedLaws.insert(lawKey)
        law = Cell(key: "law:(other)", label: "", size: 0, laws: band.laws, place: .rest)
      }
      let provider = cell(of: band, kept: providerKeys, law: law)
      if provider.key.hasPrefix("provider:(other)") {
        foldedProviders[provider.key, default: []].insert(attribution.key(of: band.supplier))
      }
      valueCells[value.key, default: value].size += band.size
      providerCells[provider.key, default: provider].size += band.size
      lawCells[law.key, default: law].size += band.size
      let a = Link(from: value.key, to: provider.key, size: 0, laws: provider.laws)
      first[value.key + ">" + provider.key, default: a].size += band.size
      let b = Link(from: provider.key, to: law.key, size: 0, laws: provider.laws)
      second[provider.key + ">" + law.key, default: b].size += band.size
    }
    valueCells["value:(other)"]?.label = words.others(foldedValues.count)
    lawCells["law:(other)"]?.label = words.otherLaws(foldedLaws.count)
    for (key, names) in foldedProviders {
      guard let laws = providerCells[key]?.laws else { continue }
      let law =
        key.hasSuffix(":law:(other)")
        ? words.elsewhere
        : laws.isEmpty ? words.unknownLaw.lowercasedStart : palette.label(laws)
      providerCells[key]?.label = words.others(law, names.count)
    }
    values = ranked(valueCells)
    providers = ranked(providerCells)
    laws = ranked(lawCells)
    toProviders = first.sorted { $0.key < $1.key }.map(\.value)
    toLaws = second.sorted { $0.key < $1.key }.map(\.value)
    note(words.dimensionFolded, foldedValues.count)
    note(words.provider, foldedProviders.values.reduce(0) { $0 + $1.count })
    note(words.law, foldedLaws.count)
  }

  private func cell(of band: Flow.Band, kept: Set<String>, law: Cell) -> Cell {
    switch band.supplier {
    case .provider(let number):
      let entry = attribution.providers[number]
      if kept.contains(entry.id) {
        return Cell(
          key: "provider:" + entry.id, label: entry.name, size: 0, laws: band.laws, place: .free)
      }
      return Cell(
        key: "provider:(other):" + law.key, label: "", size: 0, laws: band.laws,
        place: band.laws.isEmpty ? .last : .rest)
    case .own:
      return Cell(
        key: "own:" + law.key, label: words.ownServers, size: 0, laws: band.laws, place: .rest)
    case .unknown, .absent:
      return Cell(key: "unknown", label: words.notKnown, size: 0, laws: [], place: .last)
    case .notMeasured:
      return Cell(key: "not-measured", label: words.notMeasured, size: 0, laws: [], place: .last)
    }
  }

  private func ranked(_ cells: [String: Cell]) -> [Cell] {
    cells.values.sorted { ($1.size, $0.key) < ($0.size, $1.key) }
  }

  private mutating func note(_ column: String, _ count: Int) {
    if count > 0 { folded.append("\(column): \(count)") }
  }
}

extension FigureWords {
  var dimensionFolded: String { language == .nl ? "Rijen" : "Rows" }
}
