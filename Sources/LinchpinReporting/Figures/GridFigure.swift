import Drawing
public import LinchpinCore

extension Figure {
  /// How many of these use one supplier? One dot for one unit, or for several where they are many.
  ///
  /// - Parameter supplier: the id of a provider, or of a company for all its providers.
  public static func grid(
    _ assessment: Assessment, supplier: String, role chosen: Role?, by dimension: Dimension?,
    _ options: FigureOptions
  ) throws(FigureError) -> Figure {
    let words = FigureWords(options.language)
    let attribution = assessment.attribution
    let suppliers = attribution.providers(named: supplier)
    if suppliers.isEmpty {
      throw .unknownSupplier(
        supplier, nearest: NearestNames.find(supplier, among: attribution.providers.map(\.id)))
    }
    let role = try measured(chosen ?? usedRole(suppliers, assessment), assessment)
    let population = Population(assessment.snapshot, options: assessment.options)
    let usage = Usage.measure(
      attribution, population, role: role, suppliers: suppliers,
      by: dimension ?? Figure.dimension(of: population), tier: assessment.options.tier)
    if usage.of == 0 {
      throw .nothingToShow(
        "there is nothing to count", hint: "give a list of organisations or fewer filters")
    }
    let painter = GridPainter(
      usage, attribution, suppliers, named: supplier,
      LawPalette(
        attribution.rules.catalogue, home: options.home, language: options.language),
      assessment.asOf, words, detail: options.detail)
    let chart = try drawn { () throws(DrawingError) in try DotGrid(panels: painter.panels) }
    let story = painter.story
    let frame = ArticleFrame(
      assessment, options, prefix: "grid",
      title: ArticleWords.shortened(story.headline, to: 88), description: story.description,
      headline: story.headline, subtitle: story.subtitle, legend: painter.legend,
      method: words.gridMethod(role, usage.tier), coverage: story.coverage, laws: painter.laws)
    return try Figure(
      name: "grid", frame: frame,
      charts: Dictionary(uniqueKeysWithValues: FigureWidth.allCases.map { ($0, chart) }),
      table: painter.table, folded: painter.folded, options: options)
  }

  /// The role in which a supplier is used most, among those a reader asks about first.
  private static func usedRole(_ suppliers: Set<Int>, _ assessment: Assessment) -> Role? {
    let ids = Set(suppliers.map { assessment.attribution.providers[$0].id })
    let used = assessment.shares.filter {
      $0.level == .provider && $0.by == nil && ids.contains($0.group) && $0.number > 0
    }
    let first = [
      Role.mailbox, .mailExchange, .authoritativeDNS, .webOrigin, .webEdge, .application,
    ]
    .first { role in used.contains { $0.role == role } }
    return first ?? used.first?.role ?? defaultRole(assessment)
  }
}

/// Turns answers into panels of dots, a legend, words and a table.
private struct GridPainter {
  let panels: [DotGrid.Panel]
  let legend: [LegendEntry]
  let table: FigureTable
  let folded: String
  let laws: [String]
  let story: (headline: String, subtitle: String, description: String, coverage: String)

  private static let mostDots = 200
  private static let mostPanels = 12
  private static let fewestDots = 5

  init(
    _ usage: Usage, _ attribution: Attribution, _ suppliers: Set<Int>, named id: String,
    _ palette: LawPalette, _ asOf: CalendarDate?, _ words: FigureWords, detail: Bool
  ) {
    let control = LegalControl(attribution.rules.catalogue, asOf: asOf)
    let first = suppliers.min().map { attribution.providers[$0] }
    laws = first.map { attribution.laws(of: $0, control) } ?? []
    let company = attribution.rules.catalogue.companies.first { $0.id == id }
    let name = suppliers.count > 1 ? company?.name ?? id : first?.name ?? id
    let marks = GridMarks(
      name: name, hue: palette.hue(laws), words: words, per: Self.unitsPerDot(usage.of),
      isWhole: usage.of >= Share.smallestPopulation)
    let sizes = Dictionary(grouping: usage.members, by: \.value).mapValues(\.count)
    // Where a dot is many, the dots of a few would be all rounding.
    let fold = ValueFold(
      sizes, limit: Self.mostPanels - 1, detail: detail,
      smallest: marks.per == 1 ? 0 : marks.per * Self.fewestDots)
    let hasPanels = sizes.count > 1 && !fold.shown.isEmpty

    let parts = hasPanels ? Self.parts(usage, fold, words) : []
    panels =
      hasPanels ? parts.map { Self.panel($0, marks) } : [Self.single(usage, marks)]
    legend = hasPanels ? marks.legend(usage) : []
    folded = hasPanels && fold.folded > 0 ? "\(words.rows): \(fold.folded)" : ""
    table = Self.table(usage, parts, marks)
    story = marks.story(usage)
  }

  private typealias Part = (key: String, label: String, members: [Usage.Member])

  /// The members by value, those folded together in a last part.
  private static func parts(_ usage: Usage, _ fold: ValueFold, _ words: FigureWords) -> [Part] {
    let shown = Set(fold.shown)
    var parts: [Part] = fold.shown.map { value in
      ("value:" + value, words.value(value), usage.members.filter { $0.value == value })
    }
    let rest = usage.members.filter { !shown.contains($0.value) }
    if !rest.isEmpty {
      parts.append(("value:(other)", words.others(fold.folded), rest))
    }
    return parts
  }

  private static func panel(_ part: Part, _ marks: GridMarks) -> DotGrid.Panel {
    DotGrid.Panel(
      key: part.key, label: part.label,
      valueText: marks.words.losing(
        marks.numbers.integer(part.members.count { $0.answer == .uses }),
        of: marks.numbers.integer(part.members.count)),
      groups: marks.groups(part.members, in: part.key))
  }

  private static func single(_ usage: Usage, _ marks: GridMarks) -> DotGrid.Panel {
    DotGrid.Panel(
      key: "all", label: "", valueText: "", groups: marks.groups(usage.members, in: ""),
      namesGroups: true)
  }

  private static func table(
    _ usage: Usage, _ parts: [Part], _ marks: GridMarks
  ) -> FigureTable {
    var table = FigureTable("grid")
    table.add(
      "population", id: "all", from: marks.words.units(usage.unit, 2), number: Double(usage.of),
      of: usage.of)
    table.add(
      "dot", id: "dot", from: marks.words.dotStandsFor, number: Double(marks.per), of: usage.of)
    for answer in Usage.Answer.allCases {
      table.add(
        "answer", id: answer.rawValue,
        mark: parts.isEmpty && usage.count(answer) > 0 ? "group" : "",
        from: marks.label(answer), number: Double(usage.count(answer)), of: usage.of)
    }
    for part in parts {
      for answer in Usage.Answer.allCases {
        table.add(
          "panel \(answer.rawValue)", id: part.key, mark: "panel", from: part.label,
          to: marks.label(answer), number: Double(part.members.count { $0.answer == answer }),
          of: part.members.count)
      }
    }
    if marks.per == 1 {
      for member in usage.members {
        table.add(
          "unit", id: member.id, mark: "dot", from: member.name, to: marks.label(member.answer),
          number: 1, of: usage.of)
      }
    }
    return table
  }

  /// Round numbers, so that a reader can count in them.
  private static func unitsPerDot(_ units: Int) -> Int {
    var scale = 1
    while true {
      for step in [1, 2, 5] where units <= mostDots * step * scale { return step * scale }
      scale *= 10
    }
  }
}

/// How answers look and what they are called.
private struct GridMarks {
  let name: String
  let hue: Hue
  let words: FigureWords
  /// Units for each dot.
  let per: Int
  /// Whether percentages may be printed.
  let isWhole: Bool

  var numbers: NumberFormat { NumberFormat(words.language.drawing) }

  func label(_ answer: Usage.Answer) -> String {
    switch answer {
    case .uses: name
    case .another: words.anotherProvider
    case .own: words.ownServers
    case .unknown: words.notKnown
    case .absent: words.noService
    case .notMeasured: words.notMeasured
    }
  }

  private func look(_ answer: Usage.Answer) -> (look: DotLook, hue: Hue) {
    switch answer {
    case .uses: (.filled, hue)
    case .another: (.ring, .neutral)
    case .own: (.target, .neutral)
    case .unknown: (.hatched, .grey)
    case .absent: (.crossed, .neutral)
    case .notMeasured: (.dashed, .neutral)
    }
  }

  func groups(_ members: [Usage.Member], in panel: String) -> [DotGrid.Group] {
    Usage.Answer.allCases.compactMap { answer in
      let found = members.filter { $0.answer == answer }
      guard let first = found.first else { return nil }
      let key = panel.isEmpty ? answer.rawValue : "\(panel):\(answer.rawValue)"
      // A few are never rounded away; the number beside the dots is exact.
      let count = max(1, Int((Double(found.count) / Double(per)).rounded()))
      let dots =
        per == 1 ? found.map(\.id) : (1...count).map { "\(key):\(first.value):\($0)" }
      let look = look(answer)
      return DotGrid.Group(
        key: key, label: label(answer), valueText: amount(found.count, of: members.count),
        look: look.look, hue: look.hue, dots: dots)
    }
  }

  private func amount(_ number: Int, of all: Int) -> String {
    isWhole
      ? words.counted(numbers.integer(number), Double(number) / Double(all))
      : numbers.integer(number)
  }

  func legend(_ usage: Usage) -> [LegendEntry] {
    Usage.Answer.allCases.filter { usage.count($0) > 0 }.map { answer in
      let look = look(answer)
      return LegendEntry(
        .dot(look.look, look.hue),
        "\(label(answer)): \(numbers.integer(usage.count(answer)))")
    }
  }

  func story(
    _ usage: Usage
  ) -> (headline: String, subtitle: String, description: String, coverage: String) {
    let units = words.units(usage.unit, 2)
    let using = usage.count(.uses)
    let headline = words.gridHeadline(
      numbers.integer(using), of: numbers.integer(usage.of), units, usage.role, name)
    let unsure = usage.count(.unknown) + usage.count(.notMeasured)
    let list = Usage.Answer.allCases.filter { usage.count($0) > 0 }
      .map { "\(label($0)) \(numbers.integer(usage.count($0)))" }.joined(separator: ", ")
    return (
      headline,
      words.gridSubtitle(
        per: numbers.integer(per), isOne: per == 1, words.units(usage.unit, 1), units),
      words.gridDescription(headline, list),
      words.gridCoverage(numbers.integer(unsure), numbers.integer(usage.of), units)
    )
  }
}

extension FigureWords {
  private var isDutch: Bool { language == .nl }

  var rows: String { isDutch ? "Rijen" : "Rows" }
  var anotherProvider: String { isDutch ? "Andere aanbieder" : "Another provider" }
  var dotStandsFor: String { isDutch ? "één stip staat voor" : "one dot stands for" }

  func gridHeadline(
    _ number: String, of all: String, _ units: String, _ role: Role, _ name: String
  ) -> String {
    let verb = verb(role, afterPercentage: false)
    return isDutch
      ? "\(number) van de \(all) \(units) \(verb) \(name)"
      : "\(number) of \(all) \(units) \(verb) \(name)"
  }

  func gridSubtitle(per: String, isOne: Bool, _ unit: String, _ units: String) -> String {
    if isDutch {
      let dot =
        isOne ? "Elke stip is één \(unit)." : "Eén stip staat voor \(per) \(units), afgerond."
      return dot + " Niet gevonden is geen nee en heeft een eigen stip."
    }
    let dot = isOne ? "Each dot is one \(unit)." : "One dot stands for \(per) \(units), rounded."
    return dot + " Not found does not mean no, and has a dot of its own."
  }

  func gridMethod(_ role: Role, _ tier: Tier) -> String {
    let evidence = flowEvidence(role)
    return isDutch
      ? "\(evidence); wie de aanbieder ergens gebruikt, telt mee, ook naast een andere."
      : "\(evidence); whoever uses the provider anywhere counts, also beside another."
  }

  func gridDescription(_ headline: String, _ list: String) -> String {
    isDutch
      ? "Stippen, een voor elke organisatie of een vast aantal. \(headline). Alle antwoorden: "
        + "\(list)."
      : "Dots, one for each organisation or a fixed number of them. \(headline). All answers: "
        + "\(list)."
  }

  func gridCoverage(_ number: String, _ all: String, _ units: String) -> String {
    isDutch
      ? "van \(number) van de \(all) \(units) is niet bekend of niet gemeten wie de aanbieder is."
      : "of \(number) of \(all) \(units) the provider is not known or was not measured."
  }
}
