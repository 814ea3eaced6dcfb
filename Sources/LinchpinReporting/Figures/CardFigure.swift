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
  /// Suppliers without a box of their own.
  private var foldedSuppliers = 0
  private var foreign: [String: Int] = [:]
  private var unknown = 0
  /// Services at least one of whose suppliers is under no known law.
  private var lawless = 0
  private var categories: Set<LawPalette.Category> = []
  private var suppliers: [String: Supplier] = [:]
  private var laws: [String: LayeredChart.Box] = [:]

  private let assessment: Assessment
  private let index: OrganisationIndex
  private let palette: LawPalette
  private let words: FigureWords
  private let detail: Bool
  private let isAnonymous: Bool

  /// One who serves, in whatever services.
  private struct Supplier {
    let name: String
    let laws: [String]
    var services: Set<String> = []
  }

  /// More services, or more suppliers, than this are not legible on one card.
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
    let about = [entry.sector.isEmpty ? "" : words.value(entry.sector), entry.region].filter {
      !$0.isEmpty
    }.joined(separator: " · ")
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
    var found: [String: Supplier] = [:]
    for binding in bindings {
      guard let (id, supplier) = supplier(of: binding) else { continue }
      found[id] = supplier
    }
    for (id, supplier) in found { suppliers[id, default: supplier].services.insert(key) }
    let laws = found.values.map(\.laws)
    for law in Set(laws.joined()).subtracting([palette.home]) { foreign[law, default: 0] += 1 }
    if laws.contains(where: \.isEmpty) { lawless += 1 }
    if found.keys.contains(where: { $0.hasPrefix("unknown:") }) { unknown += 1 }
    table.add(
      "service", id: key, mark: "box", from: "\(name) \(role.label)",
      to: found.sorted { $0.key < $1.key }.map(\.value.name).joined(separator: " + "),
      number: Double(found.count), of: found.count)
  }

  private func supplier(of binding: Binding) -> (id: String, supplier: Supplier)? {
    let attribution = assessment.attribution
    switch binding.status {
    case .attributed:
      guard let number = binding.provider else { return nil }
      let provider = attribution.providers[number]
      let control = LegalControl(attribution.rules.catalogue, asOf: assessment.asOf)
      return (
        "provider:" + provider.id,
        Supplier(name: provider.name, laws: attribution.laws(of: provider, control))
      )
    case .selfHosted:
      let country = assessment.snapshot.organisations.country(index)
      return ("own", Supplier(name: words.ownServers, laws: country.isEmpty ? [] : [country]))
    default:
      return (
        "unknown:" + binding.status.label, Supplier(name: words.unseen(binding.status), laws: [])
      )
    }
  }

  private mutating func finish() {
    for (id, supplier) in suppliers.sorted(by: { $0.key < $1.key }) {
      table.add(
        "provider", id: id, mark: isShown(id) ? "box" : "", from: supplier.name,
        number: Double(supplier.services.count), of: services)
      categories.insert(palette.category(supplier.laws))
    }
    for (key, supplier) in shownSuppliers() { add(supplier, key) }
    boxes += laws.sorted { $0.key < $1.key }.map(\.value)
    for (code, count) in foreign.sorted(by: { $0.key < $1.key }) {
      table.add(
        "law", id: "law:" + code, mark: "box", from: palette.name(code), number: Double(count),
        of: services)
    }
    table.add(
      "law", id: "law:", mark: lawless > 0 ? "box" : "", from: words.unknownLaw,
      number: Double(lawless), of: services)
    table.add("unknown", id: "unknown", from: words.notKnown, number: Double(unknown), of: services)
    if foldedSuppliers > 0 {
      folded = [folded, "\(words.provider): \(foldedSuppliers)"].filter { !$0.isEmpty }
        .joined(separator: ", ")
    }
  }

  /// Those with a box of their own: all, or those that serve most.
  private var named: [String] {
    let ranked = suppliers.sorted {
      ($1.value.services.count, $0.key) < ($0.value.services.count, $1.key)
    }.map(\.key)
    return ranked.count <= Self.largest + 1 ? ranked : Array(ranked.prefix(Self.largest))
  }

  private func isShown(_ id: String) -> Bool { named.contains(id) }

  /// By the key of the box: the rest is put together by the colour of its law.
  private mutating func shownSuppliers() -> [(key: String, supplier: Supplier)] {
    let named = Set(named)
    let rest = Dictionary(
      grouping: suppliers.filter { !named.contains($0.key) }.sorted { $0.key < $1.key }
    ) { palette.category($0.value.laws) }
    let rests = rest.sorted { $0.key.rawValue < $1.key.rawValue }.map { category, members in
      let laws = members.map(\.value.laws).reduce(into: [String]()) { all, laws in
        all += laws.filter { !all.contains($0) }
      }
      let name = words.others(palette.legend(category), members.count)
      var supplier = Supplier(name: name, laws: laws)
      for member in members { supplier.services.formUnion(member.value.services) }
      foldedSuppliers += members.count
      return (key: "provider:(other):" + category.rawValue, supplier: supplier)
    }
    let shown = suppliers.filter { named.contains($0.key) }.map {
      (key: $0.key, supplier: $0.value)
    }
    for rest in rests {
      table.add(
        "rest", id: rest.key, mark: "box", from: rest.supplier.name,
        number: Double(rest.supplier.services.count), of: services)
    }
    return (shown + rests).sorted { $0.key < $1.key }
  }

  private mutating func add(_ supplier: Supplier, _ key: String) {
    let hue = palette.hue(supplier.laws)
    boxes.append(
      LayeredChart.Box(
        key: key, column: 3, title: supplier.name,
        lines: [words.serviceCount(supplier.services.count, of: services)], hue: hue,
        style: supplier.laws.isEmpty ? .dashed : .tinted, order: supplier.laws.isEmpty ? 1 : 0))
    for service in supplier.services.sorted() {
      links.append(.init(from: service, to: key, hue: hue, width: 2))
    }
    for code in supplier.laws.isEmpty ? [""] : supplier.laws {
      let hue = palette.hue(code.isEmpty ? [] : [code])
      addLaw("law:" + code, code, hue)
      links.append(.init(from: key, to: "law:" + code, hue: hue, isDashed: code.isEmpty, width: 2))
    }
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
      ?? words.cardNoneForeign(services, lawless: lawless)
    let missing = assessment.options.selection.countedRoles.filter { role in
      !assessment.snapshot.domains(of: index).contains { domain in
        assessment.attribution.bindings(of: domain).contains { $0.role == role }
      }
    }
    let named = suppliers.values.map(\.name).sorted().joined(separator: ", ")
    let headline = words.cardHeadline(name)
    return (
      headline, subtitle, words.cardDescription(headline, subtitle, named),
      words.cardCoverage(missing.map { words.role($0).lowercased() }, unknown)
    )
  }
}
