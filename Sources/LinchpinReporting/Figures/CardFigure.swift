import Drawing
public import LinchpinCore

extension Figure {
  /// What does this one organisation hang on? Organisation → domain → service → provider → law.
  public static func card(
    _ assessment: Assessment, focus: String, _ options: FigureOptions
  ) throws(FigureError) -> Figure {
    let snapshot = assessment.snapshot
    guard let index = snapshot.organisation(named: focus) else {
      let names = snapshot.organisationIndices.map { snapshot.organisations[$0].name }
      throw .unknownOrganisation(focus, nearest: NearestNames.find(focus, among: names))
    }
    let words = FigureWords(options.language)
    let palette = LawPalette(
      assessment.attribution.rules.catalogue, home: options.home, language: options.language)
    var card = CardPainter(
      assessment, index, palette, words, detail: options.detail && !options.isAnonymous,
      isAnonymous: options.isAnonymous)
    card.paint()
    if card.services == 0 {
      throw .nothingToShow(
        "no service of \(Finding.quoted(snapshot.organisations[index].name)) was measured",
        hint: "linchpin explain shows what is known")
    }
    let chart = try drawn { () throws(DrawingError) in
      try LayeredChart(
        columns: [words.organisation, words.domain, words.service, words.provider, words.law],
        boxes: card.boxes, links: card.links)
    }
    let name = snapshot.organisations[index].name
    let story = card.story(name)
    let frame = ArticleFrame(
      assessment, options, prefix: "card", title: ArticleWords.shortened(story.headline, to: 88),
      description: story.description, headline: story.headline, subtitle: story.subtitle,
      legend: card.legend, method: words.cardMethod, coverage: story.coverage,
      laws: card.foreignLaws)
    return try Figure(
      name: "card", frame: frame,
      charts: Dictionary(uniqueKeysWithValues: FigureWidth.allCases.map { ($0, chart) }),
      table: card.table, folded: card.folded, options: options)
  }
}

/// Collects the boxes and links of one organisation's card.
private struct CardPainter {
  private(set) var boxes: [LayeredChart.Box] = []
  private(set) var links: [LayeredChart.Link] = []
  private(set) var table = FigureTable("card")
  private(set) var services = 0
  private(set) var folded = ""
  private var foreign: [String: Int] = [:]
  private var unknown = 0
  private var categories: Set<LawPalette.Category> = []
  private var providers: [String: (box: LayeredChart.Box, count: Int, laws: [String])] = [:]
  private var laws: [String: LayeredChart.Box] = [:]

  private let assessment: Assessment
  private let index: OrganisationIndex
  private let palette: LawPalette
  private let words: FigureWords
  private let detail: Bool
  private let isAnonymous: Bool

  /// More services than this are not legible on one card.
  private static let largest = 12

  init(
    _ assessment: Assessment, _ index: OrganisationIndex, _ palette: LawPalette,
    _ words: FigureWords, detail: Bool, isAnonymous: Bool
  ) {
    self.assessment = assessment
    self.index = index
    self.palette = palette
    self.words = words
    self.detail = detail
    self.isAnonymous = isAnonymous
  }

  mutating func paint() {
    let snapshot = assessment.snapshot
    let entry = snapshot.organisations[index]
    let domains = snapshot.domains(of: index).sorted {
      snapshot.name(of: $0) < snapshot.name(of: $1)
    }
    let about = [entry.sector, entry.region].filter { !$0.isEmpty }.joined(separator: " · ")
    boxes.append(
      .init(
        key: "organisation", column: 0, title: entry.name,
        lines: [about, words.domainCount(domains.count)].filter { !$0.isEmpty }))
    var left = Self.largest
    var hidden = 0
    for (order, domain) in domains.enumerated() {
      let roles = shownRoles(of: domain)
      if roles.isEmpty { continue }
      if left == 0 {
        hidden += roles.count
        continue
      }
      let name =
        isAnonymous ? "\(words.domain) \(order + 1)" : snapshot.name(of: domain)
      boxes.append(.init(key: "domain:" + name, column: 1, title: name, order: order))
      links.append(.init(from: "organisation", to: "domain:" + name, hasArrow: false))
      for role in roles.prefix(left) { add(role, of: domain, name) }
      hidden += max(0, roles.count - left)
      left = max(0, left - roles.count)
    }
    if hidden > 0 { folded = words.servicesFolded(hidden) }
    finish()
  }

  /// Roles with something to show; what was never asked is told in the foot.
  private func shownRoles(of domain: DomainIndex) -> [Role] {
    let bindings = assessment.attribution.bindings(of: domain)
    return assessment.options.selection.countedRoles.filter { role in
      bindings.contains {
        $0.role == role && $0.status != .absent && $0.status != .notMeasured
          && $0.tier <= max(assessment.options.tier, role.strongestTier)
      }
    }
  }

  private mutating func add(_ role: Role, of domain: DomainIndex, _ name: String) {
    services += 1
    let key = "service:\(name):\(role.label)"
    let attribution = assessment.attribution
    let bindings = attribution.bindings(of: domain).filter { $0.role == role }
    let kinds = Set(
      bindings.compactMap { $0.evidence.map { assessment.snapshot.fact($0).kind.label } })
    var lines = kinds.isEmpty ? [] : [kinds.sorted().joined(separator: " · ")]
    if detail, let first = bindings.first { lines.append(attribution.evidence(of: first)) }
    boxes.append(
      .init(
        key: key, column: 2, title: words.role(role), lines: lines, order: Int(role.rawValue)))
    links.append(.init(from: "domain:" + name, to: key, hasArrow: false))
    let control = LegalControl(attribution.rules.catalogue, asOf: assessment.asOf)
    var reached: Set<String> = []
    for binding in bindings.prefix(4) {
      let laws: [String]
      let title: String
      let id: String
      switch binding.status {
      case .attributed:
        guard let number = binding.provider else { continue }
        let provider = attribution.providers[number]
        laws = attribution.laws(of: provider, control)
        title = provider.name
        id = "provider:" + provider.id
      case .selfHosted:
        let country = assessment.snapshot.organisations.country(index)
        laws = country.isEmpty ? [] : [country]
        title = words.ownServers
        id = "own"
      default:
        laws = []
        title = words.notKnown
        id = "unknown:" + binding.status.label
        unknown += 1
      }
      reached.formUnion(laws.filter { $0 != palette.home })
      link(key, to: id, title: title, laws: laws)
    }
    for law in reached { foreign[law, default: 0] += 1 }
    table.add(
      "service", id: key, mark: "box", from: "\(name) \(role.label)",
      to: bindings.compactMap { $0.provider.map { attribution.providers[$0].name } }
        .joined(separator: " + "), number: Double(bindings.count), of: bindings.count)
  }

  private mutating func link(_ service: String, to id: String, title: String, laws: [String]) {
    let hue = palette.hue(laws)
    categories.insert(palette.category(laws))
    links.append(.init(from: service, to: id, hue: hue, width: 2))
    let box = LayeredChart.Box(
      key: id, column: 3, title: title, hue: hue, style: laws.isEmpty ? .dashed : .tinted,
      order: laws.isEmpty ? 1 : 0)
    providers[id, default: (box, 0, laws)].count += 1
  }

  private mutating func finish() {
    for (id, entry) in providers.sorted(by: { $0.key < $1.key }) {
      var box = entry.box
      box.lines = [words.serviceCount(entry.count, of: services)]
      boxes.append(box)
      table.add(
        "provider", id: id, mark: "box", from: box.title, number: Double(entry.count), of: services)
      let laws = entry.laws.isEmpty ? [""] : entry.laws
      for code in laws {
        let key = "law:" + code
        let own = code.isEmpty ? [] : [code]
        let hue = palette.hue(own)
        addLaw(key, code, hue)
        links.append(.init(from: id, to: key, hue: hue, isDashed: code.isEmpty, width: 2))
      }
    }
    boxes += self.laws.sorted { $0.key < $1.key }.map(\.value)
    for (code, count) in foreign.sorted(by: { $0.key < $1.key }) {
      table.add(
        "law", id: "law:" + code, mark: "box", from: palette.name(code), number: Double(count),
        of: services)
    }
    table.add("unknown", id: "unknown", from: words.notKnown, number: Double(unknown), of: services)
  }

  private mutating func addLaw(_ key: String, _ code: String, _ hue: Hue) {
    let instruments =
      assessment.attribution.rules.catalogue.jurisdictions.first { $0.code == code }?.instruments
      .filter { $0.kind == .disclosure && $0.validTo == nil && !$0.isUncertain }.prefix(2)
      .map(\.name) ?? []
    laws[key] = LayeredChart.Box(
      key: key, column: 4, title: code.isEmpty ? words.unknownLaw : palette.name(code),
      lines: code.isEmpty || code == palette.home
        ? [] : instruments.map { ArticleWords.shortened($0, to: 34) }, hue: hue,
      style: code.isEmpty ? .dashed : .tinted, order: code.isEmpty ? 1 : 0)
  }

  // MARK: Words

  var legend: [LegendEntry] {
    LawPalette.Category.allCases.filter { categories.contains($0) }.map {
      LegendEntry(.line(palette.hue($0), dashed: $0 == .unknown), palette.legend($0))
    }
  }

  var foreignLaws: [String] { foreign.keys.sorted() }

  func story(_ name: String) -> (
    headline: String, subtitle: String, description: String, coverage: String
  ) {
    let top = foreign.max { ($0.value, $1.key) < ($1.value, $0.key) }
    let subtitle =
      top.map {
        words.cardForeign(
          $0.value, services,
          Words(words.language).sentenceName($0.key, assessment.attribution.rules.catalogue))
      }
      ?? words.cardNoneForeign(services)
    let missing = assessment.options.selection.countedRoles.filter { role in
      !assessment.snapshot.domains(of: index).contains { domain in
        assessment.attribution.bindings(of: domain).contains { $0.role == role }
      }
    }
    let named = providers.values.map { $0.box.title }.sorted().joined(separator: ", ")
    let headline = words.cardHeadline(name)
    return (
      headline, subtitle, words.cardDescription(headline, subtitle, named),
      words.cardCoverage(missing.map { words.role($0).lowercased() }, unknown)
    )
  }
}

extension FigureWords {
  private var isDutch: Bool { language == .nl }

  func domainCount(_ count: Int) -> String {
    "\(count) \(units(.domain, Double(count)))"
  }

  func serviceCount(_ count: Int, of all: Int) -> String {
    isDutch ? "\(count) van \(all) diensten" : "\(count) of \(all) services"
  }

  func servicesFolded(_ count: Int) -> String {
    isDutch ? "\(count) diensten niet getoond" : "\(count) services not shown"
  }

  func cardHeadline(_ name: String) -> String {
    isDutch ? "Waar \(name) van afhangt" : "What \(name) hangs on"
  }

  func cardForeign(_ count: Int, _ all: Int, _ law: String) -> String {
    isDutch
      ? "\(count) van de \(all) gevonden diensten lopen via een bedrijf onder het recht van "
        + "\(law)."
      : "\(count) of the \(all) services found run through a company under the law of \(law)."
  }

  func cardNoneForeign(_ all: Int) -> String {
    isDutch
      ? "\(all) diensten gevonden; van geen ervan is een aanbieder onder buitenlands recht bekend."
      : "\(all) services found; of none of them a provider under foreign law is known."
  }

  func cardDescription(_ headline: String, _ subtitle: String, _ named: String) -> String {
    isDutch
      ? "\(headline): een schema van organisatie, domeinen, diensten, aanbieders en recht. "
        + "\(subtitle) Aanbieders: \(named)."
      : "\(headline): a diagram of organisation, domains, services, providers and law. "
        + "\(subtitle) Providers: \(named)."
  }

  var cardMethod: String {
    isDutch
      ? "openbare DNS-records; per dienst de aanbieder die het record noemt."
      : "public DNS records; for each service the provider its record names."
  }

  func cardCoverage(_ missing: [String], _ unknown: Int) -> String {
    var parts: [String] = []
    if !missing.isEmpty {
      parts.append(
        (isDutch ? "niet gemeten: " : "not measured: ") + missing.joined(separator: ", "))
    }
    parts.append(
      isDutch
        ? "beheerder onbekend: \(unknown)" : "operator unknown: \(unknown)")
    return parts.joined(separator: "; ") + "."
  }
}
