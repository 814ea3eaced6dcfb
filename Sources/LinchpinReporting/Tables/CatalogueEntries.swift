import LinchpinCore

/// The catalogue's entries on one date, ready to be shown.
struct CatalogueEntries {
  let catalogue: Catalogue
  let asOf: CalendarDate?
  let control: LegalControl
  private let places: [String: Int]

  init(_ catalogue: Catalogue, asOf: CalendarDate?) {
    self.catalogue = catalogue
    self.asOf = asOf
    control = LegalControl(catalogue, asOf: asOf)
    places = Dictionary(
      catalogue.companies.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func company(_ id: String?) -> Company? {
    id.flatMap { places[$0] }.map { catalogue.companies[$0] }
  }

  /// Seat first, then those it is controlled from.
  func law(of company: String?) -> [String] {
    company.flatMap { places[$0] }.map { control.jurisdictions(of: $0) } ?? []
  }

  func laws(of providers: [Provider]) -> [String] {
    Set(providers.flatMap { law(of: $0.company) }).sorted()
  }

  /// Every edge that was ever stated about who stands above a company, nearest first: the chain
  /// in force on the date, then those announced, prohibited, ended or to come.
  func edges(above company: Company) -> [Ownership] {
    guard let place = places[company.id] else { return [] }
    let chain = control.chain(of: place)
    let owned = Set(chain.map(\.owned) + [company.id])
    return chain
      + catalogue.ownerships.filter { owned.contains($0.owned) && !chain.contains($0) }
      .sorted { first, second in
        (first.owned, first.validFrom?.description ?? "", first.owner)
          < (second.owned, second.validFrom?.description ?? "", second.owner)
      }
  }

  func head(_ title: String, _ context: ReportContext) -> Document {
    let words = context.words
    var document = Document()
    document.heading("Linchpin — " + title, level: 1)
    var facts = [
      (
        words.catalogue,
        catalogue.version.isEmpty ? words.noVersion : catalogue.version.visible
      )
    ]
    if !catalogue.sha256.isEmpty { facts.append(("sha256", catalogue.sha256)) }
    facts.append((words.ownershipAsOf, asOf?.description ?? words.latestKnown))
    document.facts(facts)
    return document
  }

  // MARK: Rows

  func citation(_ citation: Citation, _ words: Words) -> String {
    let source = citation.source.isEmpty ? words.noSource : citation.source.visible
    return citation.checkedOn.map { "\(source) (\(words.checkedOn) \($0))" } ?? source
  }

  func edge(_ edge: Ownership, _ words: Words) -> [String] {
    let share = edge.share.map { " (\(words.numbers.percentage($0 / 100)))" } ?? ""
    return [
      (company(edge.owner)?.name ?? edge.owner).visible,
      words.name(edge.kind) + share,
      (company(edge.owned)?.name ?? edge.owned).visible,
      words.name(edge.status), span(edge.validFrom, edge.validTo),
      citation(edge.citation, words),
    ]
  }

  func span(_ from: CalendarDate?, _ to: CalendarDate?) -> String {
    "\(from?.description ?? "…") – \(to?.description ?? "…")"
  }

  /// Whether an instrument holds on the date, in a word; empty when it plainly does.
  func standing(_ instrument: Instrument, _ words: Words) -> String {
    var found: [String] = []
    if let date = asOf {
      if let to = instrument.validTo, to <= date { found.append(words.lapsed) }
      if let from = instrument.validFrom, date < from { found.append(words.notYet) }
    } else if instrument.validTo != nil {
      found.append(words.lapsed)
    }
    if instrument.isUncertain { found.append(words.uncertain) }
    return found.joined(separator: ", ")
  }
}
