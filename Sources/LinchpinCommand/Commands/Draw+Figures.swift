import LinchpinCore
import LinchpinReporting

extension Draw {
  /// The figure asked for, in words and numbers.
  func make() throws -> Figure {
    let fail = try counting.suppositions.stopped
    if figure != .whatif { try counting.refuseFailures(in: "draw \(figure.rawValue)") }
    if figure == .whatif, fail.isEmpty {
      throw Failure(
        code: .usage, message: "nothing to stop is named",
        hint: "give --fail jurisdiction:US, or a --scenario in which something stops")
    }
    if figure == .migration { return try migration() }
    if figure == .trend { return try trend() }
    let loaded = try loaded(input.inputs, input.shared)
    let population = try loaded.population(counting)
    let assessment = loaded.assessment(counting, solvesStops: false)
    let options = figureOptions(loaded)
    func graph(includesHosts: Bool) throws -> DependencyGraph {
      try loaded.graph(
        of: Study(
          assessment.attribution, population, options: counting.assessment,
          scenario: loaded.scenario.statements), counting, includesHosts: includesHosts)
    }
    switch figure {
    case .flow:
      return try Figure.flow(assessment, role: counting.role.first, by: counting.by, options)
    case .card:
      return try Figure.card(assessment, focus: try organisation(in: loaded), options)
    case .chokepoints:
      return try Figure.chokepoints(
        Chokepoint.ranked(
          try graph(includesHosts: false), kinds: [.provider], by: counting.by ?? .sector),
        assessment, limit: top, by: counting.by, options)
    case .whatif:
      try AssessmentOptions.Stop.check(fail, counting)
      let needsHosts = fail.contains { $0.kind == .host || $0.kind == .network }
      let graph = try graph(includesHosts: needsHosts)
      let result = WhatIf.run(
        graph, stopping: try fail.map { try $0.node(in: graph) }, unit: counting.unit,
        services: counting.services, by: counting.by ?? Figure.dimension(of: population))
      return try Figure.whatIf(result, assessment, options)
    case .ownership: return try Figure.ownership(assessment, focus: focus ?? "", options)
    case .grid:
      return try Figure.grid(
        assessment, supplier: provider ?? "", role: counting.role.first, by: counting.by, options)
    case .graph:
      var view = self.graph.view
      view.focus = focus
      if focus != nil, loaded.original?.organisation(named: focus ?? "") != nil {
        view.focus = try organisation(in: loaded)
      }
      return try Figure.graph(
        try graph(includesHosts: voice.detail), assessment, view: view, options)
    case .migration: return try migration()
    case .trend: return try trend()
    }
  }

  private func migration() throws -> Figure {
    let new = try loaded(files(1), input.shared)
    let old = try loaded(files(0), earlier.flags(input.shared))
    try earlier.checkOrder(old.snapshot, new.snapshot)
    _ = try new.population(counting)
    let terms = try earlier.terms(old, new, counting)
    let comparison = Comparison(old.snapshot, new.snapshot, terms)
    try earlier.checkOverlap(comparison)
    return try Figure.migration(
      comparison, terms, new.assessment(counting), role: counting.role.first, figureOptions(new))
  }

  private func trend() throws -> Figure {
    let (trend, last) = try SeveralDates(
      inputs: input.inputs, reading: input.shared, counting: counting, voice: voice,
      successions: earlier.successions
    ).trend()
    return try Figure.trend(
      trend, last.assessment(counting), role: counting.role.first, level: counting.groupBy,
      figureOptions(last))
  }

  /// The files of one date.
  private func files(_ place: Int) -> [String] {
    input.inputs[place].split(separator: ",").map(String.init)
  }

  private func loaded(_ paths: [String], _ flags: ReadingFlags) throws -> LoadedInput {
    let loaded = try LoadedInput(paths, flags, supposing: counting.suppositions, voice: voice)
    return look.anonymise
      ? loaded.anonymised(calling: voice.language == .nl ? "Organisatie" : "Organisation") : loaded
  }

  /// The organisation in focus, by the id it has once it is anonymous.
  private func organisation(in loaded: LoadedInput) throws -> String {
    guard let focus else { return "" }
    try (loaded.original ?? loaded.snapshot).refuseNamesakes(of: focus)
    guard let original = loaded.original, let index = original.organisation(named: focus)
    else { return focus }
    return loaded.snapshot.organisations.id(index)
  }

  private func figureOptions(_ loaded: LoadedInput) -> FigureOptions {
    var options = FigureOptions()
    options.home = counting.home.uppercased()
    options.language = voice.language
    options.isFictional = loaded.snapshot.isFictional
    options.detail = voice.detail
    look.apply(to: &options)
    return options
  }
}
