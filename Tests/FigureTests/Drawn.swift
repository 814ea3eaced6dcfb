import Drawing
import Foundation
import LinchpinCore
import LinchpinReading
import LinchpinReporting

/// Every figure of the samples, made as the program makes it.
enum Drawn {
  static let names = [
    "flow", "card", "chokepoints", "whatif", "migration", "ownership", "grid", "graph",
    "chokepoints by sector",
  ]

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func sample(_ name: String) -> String { root.appending(path: "samples/\(name)").path }

  private static let rules: Rules? = try? Rules(
    catalogue: CatalogueReader.load(overlay: sample("catalogue.yaml")).catalogue,
    networks: NetworkRangesReader.read([sample("networks.tsv")]))

  struct Missing: Error {}

  static func rulesOrThrow() throws -> Rules {
    guard let rules else { throw Missing() }
    return rules
  }

  static func snapshot(_ files: [String]) throws -> Snapshot {
    try InputReader.snapshot(
      from: files, organisations: [],
      options: ReadingOptions(format: nil, measuredOn: nil, hash: false))
  }

  static let after = ["observations-2026-09.jsonl", "organisations-2026-09.csv"].map(sample)
  static let before = ["observations-2026-03.jsonl", "organisations.csv"].map(sample)

  static func options(_ language: LinchpinReporting.Language) -> FigureOptions {
    var options = FigureOptions()
    options.home = "XL"
    options.language = language
    options.isFictional = true
    return options
  }

  /// The figure of a name; `assessment` may be of any input.
  static func figure(
    _ name: String, _ options: FigureOptions, snapshot given: Snapshot? = nil,
    before earlier: Snapshot? = nil, counting: AssessmentOptions = AssessmentOptions(),
    focus: String = "Elm Hospital", supplier: String = "cumulus-mail"
  ) throws -> Figure {
    let rules = try rulesOrThrow()
    let snapshot = try given ?? snapshot(after)
    let assessment = Assessment(snapshot, under: rules, options: counting)
    let population = Population(snapshot, options: counting)
    func graph() -> DependencyGraph {
      DependencyGraph(
        assessment.attribution, population, options: .init(asOf: assessment.asOf))
    }
    switch name {
    case "flow": return try Figure.flow(assessment, role: nil, by: nil, options)
    case "card": return try Figure.card(assessment, focus: focus, options)
    case "chokepoints":
      return try Figure.chokepoints(
        Chokepoint.ranked(graph(), kinds: [.provider]), assessment, options)
    case "chokepoints by sector":
      return try Figure.chokepoints(
        Chokepoint.ranked(graph(), kinds: [.provider]), assessment, by: .sector, options)
    case "whatif":
      let graph = graph()
      let stopped = [graph.find(.provider, "cumulus-cloud") ?? graph.find(.provider, supplier)]
      // As a run states it that was asked what then happens.
      let supposing = Assessment(
        snapshot, under: rules, options: counting, scenario: ["provider:cumulus-cloud stops"])
      let result = WhatIf.run(
        graph, stopping: stopped.compactMap(\.self), unit: counting.unit,
        services: ServiceSet(counting.selection.countedRoles.map(\.service)),
        by: Figure.dimension(of: population))
      return try Figure.whatIf(result, supposing, options)
    case "migration":
      let old = try earlier ?? Drawn.snapshot(before)
      let terms = ComparisonTerms(old, snapshot, under: rules, options: counting)
      return try Figure.migration(
        Comparison(old, snapshot, terms), terms, assessment, role: nil, options)
    case "ownership": return try Figure.ownership(assessment, focus: "grachten", options)
    case "grid":
      return try Figure.grid(assessment, supplier: supplier, role: nil, by: nil, options)
    default: return try Figure.graph(graph(), assessment, view: GraphView(), options)
    }
  }

  static func file(_ name: String, of figure: Figure) throws -> String {
    guard let file = try figure.files().first(where: { $0.name == name }) else { throw Missing() }
    return file.contents
  }
}
