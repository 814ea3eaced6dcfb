import Graphs

extension Explanation {
  /// The same, with what stops the subject alone, or what stops with it only through others, and
  /// the way there.
  /// - Parameter home: the reader's own country; empty takes the organisation's.
  /// - Parameter showsDetail: whether hosts, networks, cut sets and remedies are named.
  public func withFailures(
    in graph: DependencyGraph, home: String, showsDetail: Bool
  ) -> Explanation {
    let explainer = FailureExplainer(graph, home: home, showsDetail: showsDetail)
    let snapshot = graph.attribution.snapshot
    var explained = self
    switch subject {
    case .domain:
      if let domain = snapshot.find(domain: id) {
        explained.sections += explainer.sections(of: domain)
      }
    case .organisation:
      guard let index = snapshot.organisations.find(id) else { break }
      explained.sections += snapshot.domains(of: index).flatMap { explainer.sections(of: $0) }
      if showsDetail { explained.sections += explainer.wayOut(of: index) }
    case .provider, .company, .jurisdiction:
      guard let kind = Node.Kind(rawValue: subject.rawValue), let node = graph.find(kind, id)
      else { break }
      explained.sections += explainer.indirect(through: node)
    }
    return explained
  }
}

private struct FailureExplainer {
  let graph: DependencyGraph
  let home: String
  let showsDetail: Bool
  let points: SinglePoints

  /// Examples of an indirect loss.
  private static let examples = 5

  init(_ graph: DependencyGraph, home: String, showsDetail: Bool) {
    self.graph = graph
    self.home = home
    self.showsDetail = showsDetail
    points = graph.failure.singlePoints()
  }

  private func isShown(_ kind: Node.Kind) -> Bool {
    showsDetail || kind != .host && kind != .network
  }

  // MARK: What stops a domain

  func sections(of domain: DomainIndex) -> [Explanation.Section] {
    let name = graph.attribution.snapshot.name(of: domain)
    let steps = graph.functions(of: domain).flatMap { function, needs in
      alone(function, needs, named: Set(graph.named(by: function, domain)))
        + (showsDetail ? together(function, needs) : [])
    }
    return steps.isEmpty
      ? [] : [Explanation.Section(heading: "\(name): what stops it", steps: steps)]
  }

  /// Everything that takes a function away alone; through what, where no record names it.
  private func alone(
    _ function: Function, _ needs: [NodeID], named: Set<NodeID>
  ) -> [Explanation.Step] {
    Set(needs.flatMap { points.points(of: $0) }).filter {
      graph.nodes[Int($0)].kind.map(isShown) ?? false
    }
    .map { ($0, graph.label(of: $0)) }
    .sorted { ($0.1.kindRank, $0.1) < ($1.1.kindRank, $1.1) }
    .map { point, label in
      if named.contains(point) {
        return Explanation.Step("\(function.label) alone", "\(label), direct")
      }
      return Explanation.Step(
        "\(function.label) alone", "\(label), indirect: " + way(from: needs, to: point))
    }
  }

  private func together(_ function: Function, _ needs: [NodeID]) -> [Explanation.Step] {
    graph.cutSets(ofNeeding: needs, among: NodeSet(graph.numbers(of: .provider)))
      .filter { $0.count > 1 }
      .map { Explanation.Step("\(function.label) together", $0.joined(separator: " + ")) }
  }

  private func way(from needs: [NodeID], to point: NodeID) -> String {
    let hidden = Set(
      graph.nodes.indices.filter { graph.nodes[$0].kind.map { !isShown($0) } ?? false }
        .map { graph.describe(graph.nodes[$0]).name })
    let way = graph.reason(
      ofNeeding: needs, failed: graph.failure.failed(by: [point]), stops: [point])
    return way.filter { !hidden.contains($0) }.joined(separator: " → ")
  }

  // MARK: What hangs on a provider, company or legal order

  /// Who loses something with it though no record of theirs names it, with the way for a few.
  func indirect(through point: NodeID) -> [Explanation.Section] {
    let failed = graph.failure.failed(by: [point])
    var found: [(name: String, function: Function, needs: [NodeID])] = []
    for unit in graph.units {
      var losses: [(name: String, function: Function, needs: [NodeID])] = []
      var isDirect = false
      for domain in unit.domains {
        for (function, needs) in graph.functions(of: domain)
        where needs.contains(where: failed.contains) {
          if graph.named(by: function, domain).contains(point) { isDirect = true }
          losses.append((graph.attribution.snapshot.name(of: domain), function, needs))
        }
      }
      if !isDirect { found += losses }
    }
    if found.isEmpty { return [] }
    found.sort { ($0.name, $0.function.rawValue) < ($1.name, $1.function.rawValue) }
    let shown = showsDetail ? found[...] : found.prefix(Self.examples)
    var steps = shown.map { loss in
      Explanation.Step(
        loss.name, "\(loss.function.label): " + way(from: loss.needs, to: point))
    }
    if found.count > shown.count {
      steps.append(Explanation.Step("more", "\(found.count - shown.count) functions of domains"))
    }
    return [
      Explanation.Section(heading: "What stops with it, though no record names it", steps: steps)
    ]
  }

  // MARK: The way out

  func wayOut(of organisation: OrganisationIndex) -> [Explanation.Section] {
    guard let exit = ExitDistance.of(organisation, in: graph, points, home: home) else {
      return []
    }
    var distance = exit.isUpperBound ? "at most \(exit.least) changes" : "\(exit.least) changes"
    if !exit.unknown.isEmpty {
      distance += ", and up to \(exit.unknown.count) more where it is not known"
    }
    func step(_ change: ExitDistance.Change, _ word: String) -> Explanation.Step {
      let why =
        change.jurisdictions.isEmpty
        ? "unknown" : "stops with " + change.jurisdictions.joined(separator: ", ")
      let who = change.providers.isEmpty ? "" : " (\(change.providers.joined(separator: ", ")))"
      return Explanation.Step(word, "\(change.domain): \(change.role.label), \(why)\(who)")
    }
    return [
      Explanation.Section(
        heading: "Until no single failure outside \(exit.home) stops its mail",
        steps: [Explanation.Step("distance", distance)]
          + exit.changes.map { step($0, "change") } + exit.unknown.map { step($0, "unknown") })
    ]
  }
}

extension String {
  /// Providers before companies before legal orders, as they are reached.
  fileprivate var kindRank: Int {
    let kind = Node.Kind(rawValue: String(prefix { $0 != ":" }))
    return kind.flatMap { Node.Kind.allCases.firstIndex(of: $0) } ?? 0
  }
}
