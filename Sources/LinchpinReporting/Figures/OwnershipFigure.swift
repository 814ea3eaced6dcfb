import Drawing
public import LinchpinCore

extension Figure {
  /// Who owns the supplier, since when? What it runs, the company, its owners, their law; what is
  /// announced, prohibited or over is dashed.
  ///
  /// - Parameter focus: the id or name of a company, or of a provider for the company behind it.
  public static func ownership(
    _ assessment: Assessment, focus: String, _ options: FigureOptions
  ) throws(FigureError) -> Figure {
    let words = FigureWords(options.language)
    let catalogue = assessment.attribution.rules.catalogue
    guard let company = catalogue.company(named: focus) else {
      let names = catalogue.companies.map(\.name) + catalogue.providers.map(\.name)
      throw .unknownSupplier(focus, nearest: NearestNames.find(focus, among: names))
    }
    let chain = OwnershipChain(company, in: catalogue, asOf: assessment.asOf, limit: 6)
    var painter = OwnershipPainter(
      chain, assessment,
      LawPalette(catalogue, home: options.home, language: options.language), words)
    painter.paint()
    let chart = try drawn { () throws(DrawingError) in
      try LayeredChart(columns: painter.columns, boxes: painter.boxes, links: painter.links)
    }
    let narrow = try drawn { () throws(DrawingError) in try painter.narrowChart }
    let story = painter.story
    let frame = ArticleFrame(
      assessment, options, prefix: "ownership",
      title: ArticleWords.shortened(story.headline, to: 88), description: story.description,
      headline: story.headline, subtitle: story.subtitle, legend: painter.legend,
      method: words.ownershipMethod, coverage: story.coverage, laws: painter.foreignLaws,
      measured: words.asOf(assessment.asOf.map { words.date($0) } ?? words.dateUnknown),
      notes: [ArticleFrame.Note(words.ownershipSources, painter.sources)])
    return try Figure(
      name: "ownership", frame: frame,
      charts: [.narrow: narrow, .medium: chart, .wide: chart],
      table: painter.table, folded: painter.folded, options: options)
  }
}

extension Catalogue {
  /// The company a person means: by its id or name, or through a provider's.
  func company(named text: String) -> Company? {
    let wanted = text.lowercased()
    if let known = companies.first(where: { $0.id == wanted || $0.name.lowercased() == wanted }) {
      return known
    }
    let provider = providers.first { $0.id == wanted || $0.name.lowercased() == wanted }
    return companies.first { $0.id == provider?.company }
  }
}

/// Turns a chain into boxes, links, words and a table.
private struct OwnershipPainter {
  private(set) var boxes: [LayeredChart.Box] = []
  private(set) var links: [LayeredChart.Link] = []
  private(set) var table = FigureTable("ownership")
  private(set) var folded = ""
  let columns: [String]

  private let chain: OwnershipChain
  private let assessment: Assessment
  private let palette: LawPalette
  private let words: FigureWords
  private let catalogue: Catalogue
  private let deepest: Int

  private static let mostProviders = 3

  init(
    _ chain: OwnershipChain, _ assessment: Assessment, _ palette: LawPalette, _ words: FigureWords
  ) {
    self.chain = chain
    self.assessment = assessment
    self.palette = palette
    self.words = words
    catalogue = assessment.attribution.rules.catalogue
    deepest = chain.members.map(\.level).max() ?? 0
    let owners = deepest == 0 ? [] : (1...deepest).map { $0 == 1 ? words.owner : words.ownerAbove }
    columns = [words.runs, words.company] + owners + [words.lawOfSeat]
  }

  private var company: OwnershipChain.Member? { chain.members.first }
  private var numbers: NumberFormat { NumberFormat(words.language.drawing) }

  mutating func paint() {
    addProviders()
    // A minority stake or a licence is a fact, but brings no law with it.
    let held = Set(chain.links.filter(\.isInForce).map(\.owner))
    let controlling = controlling
    for (place, member) in chain.members.enumerated() {
      let isFact = member.level == 0 || held.contains(member.id)
      boxes.append(
        .init(
          key: "company:" + member.id, column: member.level + 1, title: member.name,
          lines: lines(of: member), hue: palette.hue([member.seat].filter { !$0.isEmpty }),
          style: member.level == 0 ? .filled : isFact ? .tinted : .dashed, order: place))
      table.add(
        "company", id: "company:" + member.id, mark: "box", from: member.name, to: member.seat,
        number: Double(member.level), of: 0)
      addLaw(of: member, applies: controlling.contains(member.id))
    }
    for link in chain.links { add(link) }
    if chain.leftOut > 0 { folded = words.ownersFolded(chain.leftOut) }
  }

  private mutating func addProviders() {
    guard let company else { return }
    let providers = providers(of: company.id)
    let all = providers.map { provider in
      (provider, use(of: provider))
    }.sorted { ($1.1?.number ?? 0, $0.0.id) < ($0.1?.number ?? 0, $1.0.id) }
    // What else it runs matters only where nothing of it is in use.
    let inUse = all.filter { $0.1 != nil }
    let uses = inUse.isEmpty ? all : inUse
    let shown = uses.prefix(uses.count == Self.mostProviders + 1 ? uses.count : Self.mostProviders)
    for (place, (provider, use)) in shown.enumerated() {
      let key = "provider:" + provider.id
      let line = use.map { words.used(numbers.integer(Int($0.number)), words.role($0.role)) }
      boxes.append(
        .init(
          key: key, column: 0, title: provider.name, lines: [line ?? words.notSeenInUse],
          order: place))
      links.append(.init(from: key, to: "company:" + company.id, hasArrow: false))
      table.add(
        "provider", id: key, mark: "box", from: provider.name, number: use?.number ?? 0,
        of: use?.of ?? 0, note: use?.role.label ?? "")
    }
    if uses.count > shown.count {
      let key = "provider:(other)"
      boxes.append(
        .init(key: key, column: 0, title: words.others(uses.count - shown.count), order: 9))
      links.append(.init(from: key, to: "company:" + company.id, hasArrow: false))
    }
  }

  /// What a company runs; of one that runs nothing itself, what the companies it controls run.
  private func providers(of company: String) -> [Provider] {
    let own = catalogue.providers.filter { $0.company == company }
    if !own.isEmpty { return own }
    let held = Set(
      catalogue.ownerships.filter {
        $0.owner == company && $0.givesControl(on: assessment.asOf)
      }.map(\.owned))
    return catalogue.providers.filter { $0.company.map(held.contains) ?? false }
  }

  /// The role in which most units use a provider.
  private func use(of provider: Provider) -> Share? {
    assessment.shares.filter {
      $0.level == .provider && $0.by == nil && $0.group == provider.id && $0.number > 0
    }.max { ($0.number, $1.role.rawValue) < ($1.number, $0.role.rawValue) }
  }

  private func lines(of member: OwnershipChain.Member) -> [String] {
    let links = chain.links.filter { $0.owner == member.id }
    return links.flatMap { link -> [String] in
      let owned = links.count > 1 ? chain.members.first { $0.id == link.owned }?.name : nil
      let edges = words.stakes(link, asOf: assessment.asOf)
      return (owned.map { [$0 + ":"] } ?? []) + edges
    }
  }

  /// The company and those whose control reaches it on the day, step by step.
  private var controlling: Set<String> {
    var found = Set(company.map { [$0.id] } ?? [])
    for member in chain.members {
      for link in chain.links where link.owned == member.id && found.contains(member.id) {
        if link.givesControl { found.insert(link.owner) }
      }
    }
    return found
  }

  private mutating func addLaw(of member: OwnershipChain.Member, applies: Bool) {
    let column = deepest + 2
    let key = "law:" + (member.seat.isEmpty ? "unknown" : member.seat)
    let hue = palette.hue([member.seat].filter { !$0.isEmpty })
    if let place = boxes.firstIndex(where: { $0.key == key }) {
      if applies, boxes[place].style == .dashed, !member.seat.isEmpty {
        boxes[place].style = .tinted
        boxes[place].lines = [words.reachesNow]
      }
    } else {
      boxes.append(
        .init(
          key: key, column: column,
          title: member.seat.isEmpty ? words.unknownLaw : palette.name(member.seat),
          lines: member.seat.isEmpty ? [] : [applies ? words.reachesNow : words.reachesNot],
          hue: hue, style: applies && !member.seat.isEmpty ? .tinted : .dashed,
          order: boxes.count))
    }
    links.append(
      .init(from: "company:" + member.id, to: key, hue: hue, isDashed: !applies, width: 1.5))
  }

  private mutating func add(_ link: OwnershipChain.Link) {
    let owner = chain.members.first { $0.id == link.owner }
    let hue = palette.hue([owner?.seat ?? ""].filter { !$0.isEmpty })
    links.append(
      .init(
        from: "company:" + link.owned, to: "company:" + link.owner, hue: hue,
        isDashed: !link.isInForce, width: link.givesControl ? 3.5 : 1.5))
    for edge in link.edges {
      table.add(
        edge.status.rawValue, id: "company:\(link.owned)>company:\(link.owner)", mark: "link",
        from: link.owned, to: link.owner, number: edge.share ?? .nan, of: 0,
        note: [
          edge.kind.rawValue, edge.validFrom.map { "from \($0)" }, edge.validTo.map { "to \($0)" },
          edge.citation.source, edge.citation.checkedOn.map { "checked \($0)" },
        ].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "; "))
    }
  }

  /// Without boxes for what the company runs: on a telephone that is said in its own box.
  var narrowChart: LayeredChart {
    get throws(DrawingError) {
      let runs = boxes.filter { $0.column == 0 }
      let kept = boxes.filter { $0.column > 0 }.map { box in
        var box = box
        if box.column == 1 {
          box.lines = runs.map { ([$0.title] + $0.lines).joined(separator: " – ") } + box.lines
        }
        return box
      }
      let keys = Set(kept.map(\.key))
      return try LayeredChart(
        columns: columns, boxes: kept, links: links.filter { keys.contains($0.from) })
    }
  }

  // MARK: Words

  var legend: [LegendEntry] {
    var entries = [LegendEntry(.line(.ink, dashed: false), words.inForce)]
    if chain.links.contains(where: { !$0.isInForce }) {
      entries.append(LegendEntry(.line(.ink, dashed: true), words.notInForce))
    }
    return entries
  }

  var foreignLaws: [String] {
    let control = LegalControl(catalogue, asOf: assessment.asOf)
    guard let index = catalogue.companies.firstIndex(where: { $0.id == company?.id })
    else { return [] }
    return control.jurisdictions(of: index)
  }

  /// The sites behind the edges, with the day they were read.
  var sources: String {
    let cited = chain.links.flatMap(\.edges).map(\.citation).filter { !$0.source.isEmpty }
    let sites = Set(cited.map { words.site($0) }).sorted()
    return sites.isEmpty ? words.noOwnerSourced : sites.joined(separator: "; ")
  }

  var story: (headline: String, subtitle: String, description: String, coverage: String) {
    let name = company?.name ?? ""
    let owners = chain.links.filter { $0.owned == company?.id }
    func owner(_ link: OwnershipChain.Link) -> String {
      chain.members.first { $0.id == link.owner }?.name ?? link.owner
    }
    let headline: String
    if let link = owners.first(where: { $0.latest?.status == .prohibited }), let edge = link.latest
    {
      headline = words.saleProhibited(name, owner(link), words.on(edge.validFrom))
    } else if let link = owners.first(where: { $0.latest?.status == .announced }),
      let edge = link.latest
    {
      headline = words.saleAnnounced(name, owner(link), words.on(edge.validFrom))
    } else if case let holders = owners.filter(\.givesControl), let link = holders.first {
      headline =
        holders.count > 1
        ? words.sharedBy(name, holders.map(owner))
        : words.ownedBy(name, owner(link), words.since(link.latest?.validFrom))
    } else {
      headline = words.noOwner(name)
    }
    let laws = foreignLaws.map { Words(words.language).sentenceName($0, catalogue) }
    let list = Words(words.language).list(laws, last: words.language == .nl ? "en" : "and")
    let steps = chain.links.map { link in
      "\(owner(link)) – \(words.stakes(link, asOf: assessment.asOf).joined(separator: ", "))"
    }.joined(separator: "; ")
    return (
      headline, words.ownershipSubtitle(name, list, laws.count),
      words.ownershipDescription(headline, steps.isEmpty ? words.noOwner(name) : steps),
      words.ownershipCoverage(chain.links.count, chain.leftOut)
    )
  }
}
