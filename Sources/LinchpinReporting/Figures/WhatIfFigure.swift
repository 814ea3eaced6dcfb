import Drawing
public import LinchpinCore

extension Figure {
  /// If these stop, who goes first, who next? A strip of all units, and the two waves under it.
  public static func whatIf(
    _ result: WhatIf, _ assessment: Assessment, _ options: FigureOptions
  ) throws(FigureError) -> Figure {
    let words = FigureWords(options.language)
    if result.of == 0 {
      throw .nothingToShow("there is nothing to count", hint: "give a list of organisations")
    }
    let palette = LawPalette(
      assessment.attribution.rules.catalogue, home: options.home, language: options.language)
    var painter = WavePainter(result, assessment, palette, words, detail: options.detail)
    painter.paint()
    let chart = try drawn { () throws(DrawingError) in
      try ShareStrip(parts: painter.parts, below: painter.chart())
    }
    let story = painter.story
    let frame = ArticleFrame(
      assessment, options, prefix: "whatif",
      title: ArticleWords.shortened(story.headline, to: 88), description: story.description,
      headline: story.headline, subtitle: story.subtitle, legend: [],
      method: words.whatIfMethod(
        services(assessment, words),
        hasMail: assessment.coverage.contains { $0.role == .mailExchange },
        scope: result.stopped.contains { $0.kind == .jurisdiction || $0.kind == .company }
          ? assessment.options.scope : nil, assessment.options.mode),
      coverage: story.coverage,
      laws: result.stopped.filter { $0.kind == .jurisdiction }.flatMap(\.jurisdictions).sorted(),
      isScenario: true, suppositions: painter.suppositions)
    return try Figure(
      name: "whatif", frame: frame,
      charts: Dictionary(uniqueKeysWithValues: FigureWidth.allCases.map { ($0, chart) }),
      table: painter.table, folded: painter.folded, options: options)
  }
}

/// Turns waves into boxes, links, the parts of the strip, words and a table.
private struct WavePainter {
  private(set) var boxes: [LayeredChart.Box] = []
  private(set) var links: [LayeredChart.Link] = []
  private var rows: [BarChart.Row] = []
  private(set) var table = FigureTable("whatif")
  private(set) var folded = ""

  private let result: WhatIf
  private let unit: Unit
  private let palette: LawPalette
  private let words: FigureWords
  private let detail: Bool
  private let hue: Hue
  private let catalogue: Catalogue

  private static let mostValues = 5
  private static let mostCarriers = 3
  private static let mostNext = 3

  init(
    _ result: WhatIf, _ assessment: Assessment, _ palette: LawPalette, _ words: FigureWords,
    detail: Bool
  ) {
    self.result = result
    self.palette = palette
    self.words = words
    self.detail = detail
    unit = assessment.options.unit
    catalogue = assessment.attribution.rules.catalogue
    hue = palette.hue(result.stopped.flatMap(\.jurisdictions))
  }

  private var numbers: NumberFormat { NumberFormat(words.language.drawing) }

  private func amount(_ number: Int) -> String {
    result.of < Share.smallestPopulation
      ? numbers.integer(number)
      : words.counted(numbers.integer(number), Double(number) / Double(result.of))
  }

  /// What stops, as a sentence names it.
  private func name(_ stopped: WhatIf.Stopped, inSentence: Bool) -> String {
    guard stopped.kind == .jurisdiction else { return stopped.name }
    return inSentence
      ? words.everythingUnder(Words(words.language).sentenceName(stopped.id, catalogue))
      : palette.name(stopped.id)
  }

  var parts: [ShareStrip.Part] {
    [
      .init(
        key: "direct", label: words.hitFirst.lowercasedStart,
        valueText: amount(result.hits.directNumber),
        value: Double(result.hits.directNumber), hue: hue),
      .init(
        key: "indirect", label: words.hitNext.lowercasedStart,
        valueText: amount(result.hits.indirectNumber), value: Double(result.hits.indirectNumber),
        hue: hue,
        pattern: .hatched, isAlwaysNamed: true),
      .init(
        key: "degraded", label: words.weakened,
        valueText: amount(result.units[.degraded, default: 0]),
        value: Double(result.units[.degraded, default: 0]), hue: .neutral),
      .init(
        key: "unaffected", label: words.unaffected,
        valueText: amount(result.units[.unaffected, default: 0]),
        value: Double(result.units[.unaffected, default: 0]), hue: .neutral, pattern: .open,
        isAlwaysNamed: true),
      .init(
        key: "unknown", label: words.notKnownWhether,
        valueText: amount(result.units[.unknown, default: 0]),
        value: Double(result.units[.unknown, default: 0]), hue: .grey, pattern: .hatched,
        isAlwaysNamed: true),
    ]
  }

  mutating func paint() {
    let units = words.units(unit, 2)
    table.add("population", id: "all", from: units, number: Double(result.of), of: result.of)
    for part in parts {
      table.add(
        "state", id: part.key, mark: "part", from: part.label, number: part.value, of: result.of)
    }
    addStopped()
    addFirst()
    addNext()
  }

  /// Boxes and arrows; bars where there is no second wave, which say more in less room.
  func chart() throws(DrawingError) -> (any Chart)? {
    if !rows.isEmpty { return try BarChart(rows: rows) }
    if boxes.count < 2 { return nil }
    return try LayeredChart(
      columns: [words.stops, words.hitFirst, words.hitNext], boxes: boxes, links: links)
  }

  private var hasNext: Bool { result.hits.indirectNumber > 0 }

  private mutating func addStopped() {
    // More than two things get one box: the picture is about what they take with them.
    let isOne = result.stopped.count > 2
    let titles = result.stopped.map { name($0, inSentence: false) }
    if isOne {
      boxes.append(
        .init(
          key: "stopped", column: 0, title: words.thingsStop(titles.count), lines: titles, hue: hue,
          style: .filled))
    }
    for (place, stopped) in result.stopped.enumerated() {
      let key = "\(stopped.kind.rawValue):\(stopped.id)"
      if !isOne {
        boxes.append(
          .init(
            key: key, column: 0, title: titles[place],
            lines: stopped.kind == .jurisdiction
              ? [words.allProvidersThere] : [palette.label(stopped.jurisdictions)],
            hue: hue, style: .filled, order: place))
      }
      table.add(
        "stops", id: key, mark: isOne || !hasNext ? "" : "box", from: titles[place],
        number: Double(result.hits.directNumber + result.hits.indirectNumber), of: result.of)
    }
  }

  private var sources: [String] {
    result.stopped.count > 2
      ? ["stopped"] : result.stopped.map { "\($0.kind.rawValue):\($0.id)" }
  }

  private mutating func link(toFirst key: String, number: Int) {
    let width = 1.5 + 10 * Double(number) / Double(max(result.hits.directNumber, 1))
    for source in sources { links.append(.init(from: source, to: key, hue: hue, width: width)) }
  }

  private mutating func addFirst() {
    let fold = ValueFold(
      result.hits.values.filter { result.hits.direct[$0.key, default: 0] > 0 },
      limit: Self.mostValues,
      detail: detail)
    var rest = result.hits.direct
    for value in fold.shown.sorted(by: {
      (result.hits.direct[$1, default: 0], $0) < (result.hits.direct[$0, default: 0], $1)
    }) {
      let number = rest.removeValue(forKey: value) ?? 0
      addFirst("first:" + value, words.value(value), [value], order: -number)
    }
    let others = rest.filter { $0.value > 0 }
    if !others.isEmpty {
      addFirst("first:(other)", words.others(others.count), others.keys.sorted(), order: 1)
      folded = words.valuesFolded(words.dimension(result.hits.dimension), others.count)
    }
  }

  private mutating func addFirst(
    _ key: String, _ title: String, _ values: [String], order: Int
  ) {
    func sum(_ state: UnitState) -> Int {
      values.reduce(0) { $0 + result.hits.states[$1, default: [:]][state, default: 0] }
    }
    let number = values.reduce(0) { $0 + result.hits.direct[$1, default: 0] }
    let all = UnitState.allCases.reduce(0) { $0 + sum($1) }
    let text = words.losing(numbers.integer(number), of: numbers.integer(all))
    table.add(
      "first", id: key, mark: hasNext ? "box" : "row", from: title, number: Double(number), of: all)
    if hasNext {
      boxes.append(
        .init(key: key, column: 1, title: title, lines: [text], hue: hue, order: order))
      link(toFirst: key, number: number)
      return
    }
    rows.append(
      BarChart.Row(
        key: key, label: title,
        segments: [
          .init(Double(number)), .init(Double(sum(.degraded)), hue: .neutral),
          .init(Double(sum(.unaffected)), .open, hue: .neutral),
          .init(Double(sum(.unknown)), .hatched, hue: .grey),
        ], valueText: text, hue: hue, isLast: order > 0))
    for state in [UnitState.degraded, .unaffected, .unknown] {
      table.add(
        "first \(state.rawValue)", id: key, mark: "row", from: title, number: Double(sum(state)),
        of: all)
    }
  }

  private mutating func addNext() {
    let carriers = result.hits.carriers
    let shown =
      carriers.count <= Self.mostCarriers + 1
      ? carriers : Array(carriers.prefix(Self.mostCarriers))
    var next: [(carrier: String, value: String, number: Int)] = []
    func collect(_ carrier: WhatIf.Carrier, _ key: String) {
      for (value, number) in carrier.values.sorted(by: { $0.key < $1.key }) {
        next.append((key, value, number))
      }
    }
    for (place, carrier) in shown.enumerated() {
      let key = "carrier:" + (carrier.id.isEmpty ? "(hosts)" : carrier.id)
      addCarrier(
        key, carrier.id.isEmpty ? words.hostsAndZones : carrier.name, carrier.number,
        carrier.jurisdictions, isMany: carrier.id.isEmpty, order: 10 + place)
      collect(carrier, key)
    }
    let rest = carriers.dropFirst(shown.count)
    if !rest.isEmpty {
      addCarrier(
        "carrier:(other)", words.otherSuppliers(rest.count),
        rest.reduce(0) { $0 + $1.number }, [], isMany: true, order: 30)
      for carrier in rest { collect(carrier, "carrier:(other)") }
    }
    addNextValues(next)
  }

  private mutating func addCarrier(
    _ key: String, _ title: String, _ number: Int, _ laws: [String], isMany: Bool, order: Int
  ) {
    boxes.append(
      .init(
        key: key, column: 1, title: title, lines: [words.stopsToo(isMany)],
        hue: laws.isEmpty ? .neutral : palette.hue(laws), order: order))
    for source in sources {
      links.append(.init(from: source, to: key, hue: hue, width: 1.5))
    }
    table.add(
      "supplier", id: key, mark: "box", from: title, number: Double(number), of: result.of)
  }

  private mutating func addNextValues(
    _ next: [(carrier: String, value: String, number: Int)]
  ) {
    var sizes: [String: Int] = [:]
    for hit in next { sizes[hit.value, default: 0] += hit.number }
    let wholes = result.hits.values.filter { sizes[$0.key] != nil }
    let fold = ValueFold(wholes, limit: Self.mostNext, detail: detail)
    let shown = Set(fold.shown)
    var boxes: [String: Int] = [:]
    var pairs: [String: Int] = [:]
    for hit in next {
      let key = "next:" + (shown.contains(hit.value) ? hit.value : "(other)")
      boxes[key, default: 0] += hit.number
      pairs["\(hit.carrier)\n\(key)", default: 0] += hit.number
    }
    for (key, number) in boxes.sorted(by: { $0.key < $1.key }) {
      let value = String(key.dropFirst(5))
      let isRest = value == "(other)" && !shown.contains(value)
      let title = isRest ? words.others(sizes.count - shown.count) : words.value(value)
      let all =
        isRest
        ? wholes.filter { !shown.contains($0.key) }.values.reduce(0, +)
        : wholes[value, default: 0]
      self.boxes.append(
        .init(
          key: key, column: 2, title: title,
          lines: [words.losingMore(numbers.integer(number), of: numbers.integer(all))], hue: hue,
          style: .dashed, order: isRest ? 1 : -number))
      table.add("next", id: key, mark: "box", from: title, number: Double(number), of: all)
    }
    for (pair, number) in pairs.sorted(by: { $0.key < $1.key }) {
      let ends = pair.split(separator: "\n").map(String.init)
      guard ends.count == 2 else { continue }
      let width = 1.5 + 2 * Double(number) / Double(result.hits.indirectNumber)
      links.append(.init(from: ends[0], to: ends[1], hue: hue, isDashed: true, width: width))
      table.add(
        "link", id: "\(ends[0])>\(ends[1])", mark: "link", from: ends[0], to: ends[1],
        number: Double(number), of: result.of)
    }
  }

  // MARK: Words

  /// What the run supposes to stop, by how the command line says it.
  var suppositions: [String: String] {
    let said = result.stopped.map { stopped in
      (
        "\(stopped.label) stops",
        words.stops(name(stopped, inSentence: true).capitalisedStart, stopped.label)
      )
    }
    return Dictionary(said, uniquingKeysWith: { first, _ in first })
  }

  var story: (headline: String, subtitle: String, description: String, coverage: String) {
    let names = result.stopped.map { name($0, inSentence: true) }
    let subject = Words(words.language).list(names, last: words.language == .nl ? "en" : "and")
    let units = words.units(unit, 2)
    let headline = words.whatIfHeadline(
      names.count > 2 ? words.thingsStop(names.count).lowercasedStart : subject,
      isMany: names.count > 1,
      result.hits.directNumber, result.hits.indirectNumber, of: result.of, units, numbers)
    let firsts =
      boxes.filter { $0.key.hasPrefix("first:") }
      .map { "\($0.title): \($0.lines.joined(separator: " "))" }
      + rows.map { "\($0.label): \($0.valueText)" }
    return (
      headline, words.whatIfSubtitle(units, hasNext: hasNext),
      words.whatIfDescription(
        headline, firsts.prefix(5).joined(separator: "; "),
        numbers.integer(result.units[.unaffected, default: 0]),
        numbers.integer(result.units[.unknown, default: 0])),
      words.whatIfCoverage(
        numbers.integer(result.units[.unknown, default: 0]), numbers.integer(result.of), units)
    )
  }
}

extension String {
  var capitalisedStart: String { prefix(1).uppercased() + dropFirst() }

  /// With a small first letter, unless the first word is an abbreviation.
  var lowercasedStart: String {
    guard let first, !dropFirst().prefix(1).allSatisfy(\.isUppercase) else { return self }
    return first.lowercased() + dropFirst()
  }
}
