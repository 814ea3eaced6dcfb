import Drawing
public import LinchpinCore

/// What part of a graph is drawn, and how.
public struct GraphView: Sendable {
  public enum Layout: String, Sendable, CaseIterable {
    case dot, sfdp, twopi

    var engine: GraphvizEngine {
      switch self {
      case .dot: .dot
      case .sfdp: .sfdp
      case .twopi: .twopi
      }
    }
  }

  public var layout = Layout.dot
  /// `KIND:ID`, an id or a name.
  public var focus: String?
  public var depth = 4
  /// Kinds to bring together; nil chooses by whether there is a focus.
  public var collapse: [String]?
  /// nil: as many as each width can show; 0: all.
  public var mostNodes: Int?

  public init() {}

  /// Kinds that can be brought together.
  public static let kinds = [
    "organisation", "domain", "function", "host", "network", "provider", "company", "jurisdiction",
  ]
}

extension Figure {
  /// Let me explore: the graph itself, around one node or as a whole; never called article-ready.
  public static func graph(
    _ graph: DependencyGraph, _ assessment: Assessment, view: GraphView, _ options: FigureOptions
  ) throws(FigureError) -> Figure {
    let words = FigureWords(options.language)
    let table = assessment.snapshot.organisations
    let sizes = Dictionary(
      grouping: assessment.snapshot.organisationIndices, by: { table.word(.sector, $0) }
    ).mapValues(\.count)
    var whole = GraphSelection(NamedNetwork(graph)) { id in
      guard let organisation = table.find(id) else { return "" }
      let sector = table.word(.sector, organisation)
      // What a handful of bodies use is theirs to tell.
      let isSmall = sizes.count > 1 && sizes[sector, default: 0] < AssessmentTables.smallestCell
      return isSmall && !options.detail ? words.smallSectors : table.string(sector)
    }
    let everything = whole.vertices.count
    if everything == 0 {
      throw .nothingToShow(
        "the graph is empty", hint: "linchpin assess shows what was measured")
    }
    let focus = try view.focus.map { text throws(FigureError) in try whole.find(text) }
    let kinds =
      view.collapse
      ?? (focus == nil ? ["organisation", "domain", "function", "host", "network"] : ["function"])
    for kind in kinds where focus?.kind != kind { whole.collapse(kind) }
    if let focus { whole.keep(around: focus.key, depth: view.depth) }
    let painter = GraphPainter(
      graph,
      LawPalette(
        assessment.attribution.rules.catalogue, home: options.home, language: options.language),
      words, view, focus: focus?.key, isAnonymous: options.isAnonymous)

    var charts: [FigureWidth: any Chart] = [:]
    var shown: [FigureWidth: GraphSelection] = [:]
    for width in FigureWidth.allCases {
      var part = whole
      // On a telephone companies are a step too many, unless somebody asked for them.
      if width == .narrow, view.collapse == nil, focus == nil { part.collapse("company") }
      if view.mostNodes == nil { part.foldSectors(most: GraphPainter.readable(width) / 5) }
      part.keepLargest(view.mostNodes ?? GraphPainter.readable(width), around: focus?.key)
      shown[width] = part
      charts[width] = try drawn { () throws(DrawingError) in try painter.chart(part) }
    }
    let widest = shown[.wide] ?? whole
    let story = painter.story(
      widest, shown: FigureWidth.allCases.compactMap { shown[$0]?.vertices.count },
      of: everything, focus: focus?.name)
    let frame = ArticleFrame(
      assessment, options, prefix: "graph",
      title: ArticleWords.shortened(story.headline, to: 88), description: story.description,
      headline: story.headline, subtitle: story.subtitle, legend: painter.legend(widest),
      method: words.graphMethod(view.layout.rawValue), coverage: story.coverage, laws: [],
      banners: [words.explorationBanner])
    return try Figure(
      name: "graph", frame: frame, charts: charts,
      table: painter.table(shown, of: everything), folded: story.coverage, options: options)
  }
}

extension GraphSelection {
  /// The vertex a person means: its key, its id, or its name.
  fileprivate func find(_ text: String) throws(FigureError) -> Vertex {
    let wanted = text.lowercased()
    let found =
      vertices.first { $0.key.lowercased() == wanted }
      ?? vertices.first {
        $0.key.split(separator: ":", maxSplits: 1).last.map(String.init) == wanted
      }
      ?? vertices.first { $0.name.lowercased() == wanted }
    if let found { return found }
    throw .unknownSupplier(
      text, nearest: NearestNames.find(text, among: vertices.map(\.name) + vertices.map(\.key)))
  }
}

/// Turns a selection into a chart, its legend, words and table.
private struct GraphPainter {
  private let palette: LawPalette
  private let words: FigureWords
  private let view: GraphView
  private let focus: String?
  private let isAnonymous: Bool
  private let laws: [String: [String]]

  /// As many boxes as a width can show.
  static func readable(_ width: FigureWidth) -> Int {
    switch width {
    case .narrow: 16
    case .medium: 30
    case .wide: 40
    }
  }

  init(
    _ graph: DependencyGraph, _ palette: LawPalette, _ words: FigureWords, _ view: GraphView,
    focus: String?, isAnonymous: Bool
  ) {
    self.palette = palette
    self.words = words
    self.view = view
    self.focus = focus
    self.isAnonymous = isAnonymous
    var laws: [String: [String]] = [:]
    for node in graph.nodes {
      guard let kind = node.kind, kind != .host, kind != .network else { continue }
      let described = graph.describe(node)
      laws["\(kind.rawValue):\(described.id)"] = described.jurisdictions
    }
    self.laws = laws
  }

  private func isCoded(_ vertex: GraphSelection.Vertex) -> Bool {
    ["provider", "company", "jurisdiction"].contains(vertex.kind)
  }

  private func hue(_ vertex: GraphSelection.Vertex) -> Hue {
    if vertex.kind == "unknown" { return .grey }
    return isCoded(vertex) ? palette.hue(laws[vertex.key] ?? []) : .neutral
  }

  private func title(_ vertex: GraphSelection.Vertex) -> String {
    switch vertex.kind {
    case "sector":
      return vertex.sectors > 0 ? words.others(vertex.sectors) : words.value(vertex.name)
    case "own": return words.ownServers
    case "unknown": return words.unknownNode(vertex.name)
    case "jurisdiction":
      return palette.name(String(vertex.key.dropFirst("jurisdiction:".count)))
    case "domain", "function", "host":
      return isAnonymous ? words.kind(vertex.kind) : vertex.name
    default: return vertex.name
    }
  }

  func chart(_ selection: GraphSelection) throws(DrawingError) -> NodeMap {
    let nodes = selection.vertices.map { vertex in
      let count =
        vertex.kind == "sector"
        ? words.organisations(vertex.number)
        : vertex.dependents > 1
          ? "\(words.kind(vertex.kind)) · \(vertex.dependents)" : words.kind(vertex.kind)
      let isNamedByKind = vertex.kind == "own" || vertex.kind == "unknown"
      return NodeMap.Node(
        key: vertex.key, title: title(vertex), lines: isNamedByKind ? [] : [count],
        hue: hue(vertex),
        style: vertex.key == focus ? .filled : vertex.kind == "unknown" ? .dashed : .tinted)
    }
    let most = Double(selection.edges.map(\.number).max() ?? 1)
    return try NodeMap(
      nodes: nodes,
      links: selection.edges.map { edge in
        NodeMap.Link(
          from: edge.from, to: edge.to, hue: .neutral, isDashed: edge.need == "any",
          width: 1 + 3 * Double(edge.number) / most)
      }, engine: view.layout.engine, centre: focus)
  }

  func legend(_ selection: GraphSelection) -> [LegendEntry] {
    let used = Set(
      selection.vertices.filter(isCoded).map { palette.category(laws[$0.key] ?? []) })
    var entries = LawPalette.Category.allCases.filter { used.contains($0) }.map {
      LegendEntry(.filled(palette.hue($0), .solid), palette.legend($0))
    }
    entries.append(LegendEntry(.line(.neutral, dashed: false), words.needed))
    if selection.edges.contains(where: { $0.need == "any" }) {
      entries.append(LegendEntry(.line(.neutral, dashed: true), words.oneOfSeveral))
    }
    return entries
  }

  func table(_ shown: [FigureWidth: GraphSelection], of everything: Int) -> FigureTable {
    var table = FigureTable("graph")
    table.add(
      "nodes", id: "all", from: words.nodes, number: Double(everything), of: everything)
    for width in FigureWidth.allCases {
      guard let selection = shown[width] else { continue }
      table.add(
        "shown \(width.rawValue)", id: "shown", from: words.nodes,
        number: Double(selection.vertices.count), of: everything)
      for vertex in selection.vertices {
        table.add(
          "node \(width.rawValue)", id: vertex.key, mark: "box", from: title(vertex),
          to: vertex.kind, number: Double(max(vertex.number, vertex.dependents)), of: everything)
      }
      for edge in selection.edges {
        table.add(
          "edge \(width.rawValue)", id: "\(edge.from)>\(edge.to)", mark: "link", from: edge.from,
          to: edge.to, number: Double(edge.number), of: everything, note: edge.need)
      }
    }
    return table
  }

  func story(
    _ selection: GraphSelection, shown: [Int], of everything: Int, focus: String?
  ) -> (headline: String, subtitle: String, description: String, coverage: String) {
    let numbers = NumberFormat(words.language.drawing)
    let counts = Set(shown).sorted().map { numbers.integer($0) }
    let all = numbers.integer(everything)
    let headline = words.graphHeadline(focus)
    let largest = selection.vertices.filter { $0.kind == "provider" }
      .sorted { ($1.dependents, $0.key) < ($0.dependents, $1.key) }.prefix(4)
      .map { "\(title($0)) (\($0.dependents))" }.joined(separator: ", ")
    return (
      headline, words.graphSubtitle,
      words.graphDescription(headline, counts.last ?? "", largest),
      words.graphShown(counts, of: all, selection.collapsed.map { words.kind($0).lowercased() })
    )
  }
}

extension FigureWords {
  private func say(_ english: String, _ dutch: String) -> String {
    language == .nl ? dutch : english
  }

  var explorationBanner: String {
    say("WORKING DRAWING, NOT FOR PRINT", "WERKTEKENING, NIET VOOR PUBLICATIE")
  }
  var nodes: String { say("nodes", "knopen") }
  var needed: String { say("Needed", "Nodig") }
  var oneOfSeveral: String { say("One of several will do", "Een van meer volstaat") }

  var smallSectors: String { language == .nl ? "Kleine sectoren" : "Small sectors" }

  func organisations(_ count: Int) -> String {
    "\(NumberStyle(language).integer(count)) \(units(.organisation, Double(count)))"
  }

  func kind(_ kind: String) -> String {
    switch kind {
    case "organisation": organisation
    case "sector": dimension(.sector)
    case "domain": domain
    case "function": service
    case "host": say("Host", "Server")
    case "network": say("Network", "Netwerk")
    case "provider": provider
    case "company": company
    case "jurisdiction": law
    case "own": ownServers
    default: say("Not known", "Niet bekend")
    }
  }

  /// A node of the graph that stands for what is not known.
  func unknownNode(_ name: String) -> String {
    if name.contains("law") { return unknownLaw }
    if name.contains("hidden") {
      return say("Hidden behind a filter", "Verborgen achter een filter")
    }
    if name.contains("failed") { return say("No answer", "Geen antwoord") }
    if name.contains("notMeasured") { return notMeasured }
    return notKnown
  }

  func graphHeadline(_ focus: String?) -> String {
    guard let focus else { return say("What hangs on what", "Wat waarvan afhangt") }
    return say("What hangs together with \(focus)", "Wat met \(focus) samenhangt")
  }

  var graphSubtitle: String {
    say(
      "A part of the dependency graph. An arrow leads from what needs something to what it needs.",
      "Een deel van de afhankelijkheidsgraaf. Een pijl loopt van wat iets nodig heeft naar wat het "
        + "nodig heeft.")
  }

  func graphDescription(_ headline: String, _ shown: String, _ largest: String) -> String {
    let tail =
      largest.isEmpty ? "" : say(" Most hangs on: ", " Het meeste hangt aan: ") + largest + "."
    return say(
      "Network drawing for exploration, with \(shown) nodes. \(headline).\(tail)",
      "Netwerktekening om te verkennen, met \(shown) knopen. \(headline).\(tail)")
  }

  func graphMethod(_ layout: String) -> String {
    say(
      "the dependency graph as computed, laid out by Graphviz (\(layout)).",
      "de berekende afhankelijkheidsgraaf, geplaatst door Graphviz (\(layout)).")
  }

  func graphShown(_ counts: [String], of all: String, _ collapsed: [String]) -> String {
    let kinds = collapsed.joined(separator: ", ")
    let list = Words(language).list(counts, last: say("or", "of"))
    let folded =
      kinds.isEmpty ? "" : say("; brought together: \(kinds)", "; samengenomen: \(kinds)")
    return say(
      "\(list) of \(all) nodes shown, by width of the figure\(folded).",
      "\(list) van de \(all) knopen getoond, naar breedte van de figuur\(folded).")
  }
}
