import Graphs

/// What would shrink the largest blast radius most: greedy, with the effect of each step.
///
/// A remedy gives services an alternative that shares nothing with what they have; where it moves
/// them instead, the effect on the largest blast radius is the same.
public struct Remedies: Sendable, Equatable {
  /// Whose decision a step is.
  public enum Decider: Sendable, Equatable {
    /// All units for which the chokepoint alone stops the service.
    case everyone
    /// One body, for all its domains, and with it all that its zones serve.
    case organisation(id: String, name: String)
    /// A provider, for what itself runs on.
    case provider(id: String, name: String)
  }

  public struct Step: Sendable, Equatable {
    public var decider: Decider
    /// The services that get a second provider; all that hang on the chokepoint where a body or
    /// provider decides.
    public var services: [Service]
    /// The chokepoint that is relieved: the largest at this step.
    public var chokepoint: String
    public var name: String
    /// Units that have to act.
    public var acting: Int
    /// The chokepoint's blast radius before and after, in units.
    public var before: Int
    public var after: Int
    /// The largest blast radius of all after the step.
    public var largest: Int

    /// Units that this step frees.
    public var freed: Int { before - after }
  }

  /// The kind of chokepoint that is relieved.
  public var kind: Node.Kind
  /// Steps that everybody concerned takes for one service.
  public var together: [Step]
  /// Steps that one body or provider can take alone.
  public var alone: [Step]
}

extension Remedies {
  /// The first `count` steps of either kind.
  ///
  /// Each relieves what is the largest chokepoint by then, in the way that frees the most weight;
  /// ties go to the first by name. Greedy: no promise that `count` other steps would not do more.
  /// - Complexity: for each step one solution for every body with a zone that others hang on.
  public static func find(
    _ graph: DependencyGraph, kind: Node.Kind, count: Int
  ) -> Remedies {
    let ranked = Chokepoint.ranked(graph, kinds: [kind])
    var search = RemedySearch(graph, ranked)
    var together: [Step] = []
    while together.count < count, let step = search.together() { together.append(step) }
    search = RemedySearch(graph, ranked)
    var alone: [Step] = []
    while alone.count < count, let step = search.alone() { alone.append(step) }
    return Remedies(kind: kind, together: together, alone: alone)
  }
}

/// One greedy run: what has been remedied, and how large every chokepoint still is.
private struct RemedySearch {
  /// What one unit needs: a part of its services.
  fileprivate struct Need {
    var service: Service
    var node: NodeID
  }

  fileprivate struct Concern {
    var needs: [Need]
    var weight: Int
    /// The body that decides for it; several that share one service are one.
    var decider: String
    var name: String
  }

  /// A chokepoint with what was done about it.
  private struct Point {
    var node: NodeID
    var label: String
    var name: String
    var size: Int
    var weight: Int
    /// Services with an alternative, for everyone.
    var remedied: Set<Service> = []
    /// Bodies that have alternatives for everything.
    var free: Set<String> = []
    /// Zones and providers that stand without the chokepoint.
    var spared: NodeSet = []
    var isExhausted = false
  }

  private let graph: DependencyGraph
  private let concerns: [Concern]
  /// By body: the zones of its that other names hang on.
  private let zonesOf: [String: NodeSet]
  private let names: [String: String]
  private var points: [Point]

  init(_ graph: DependencyGraph, _ ranked: [Chokepoint]) {
    self.graph = graph
    concerns = graph.units.map { unit in
      let (decider, name) = graph.decider(of: unit.organisation)
      return Concern(
        needs: unit.domains.flatMap { Self.needs(graph, $0) },
        weight: unit.thousandths,
        decider: decider, name: name)
    }
    var zones: [String: NodeSet] = [:]
    var names: [String: String] = [:]
    for (node, domain) in graph.zones {
      let (decider, name) = graph.decider(of: graph.attribution.snapshot.organisation(of: domain))
      zones[decider, default: []].insert(node)
      names[decider] = name
    }
    for concern in concerns { names[concern.decider] = concern.name }
    zonesOf = zones
    self.names = names
    points = ranked.compactMap { point in
      graph.find(point.kind, point.id).map {
        Point(
          node: $0, label: "\(point.kind.rawValue):\(point.id)", name: point.name,
          size: point.number, weight: Int((point.weight * 1000).rounded()))
      }
    }
  }

  private static func needs(_ graph: DependencyGraph, _ domain: DomainIndex) -> [Need] {
    let parts = graph.parts(of: domain)
    return Function.allCases.flatMap { function in
      graph.needs(of: function, parts).enumerated().map { place, node in
        // What a function needs first is its own service; after it comes DNS, or identity.
        let other: Service = function == .read ? .identity : .dns
        return Need(service: place == 0 ? function.service : other, node: node)
      }
    }
  }

  /// The largest chokepoint about which something can still be done.
  private var largest: Int? {
    points.indices.filter { !points[$0].isExhausted && points[$0].size > 0 }
      .max { (points[$0].weight, points[$1].label) < (points[$1].weight, points[$0].label) }
  }

  private func failed(_ point: Point) -> NodeSet {
    graph.failure.failed(by: [point.node], sparing: point.spared)
  }

  private func loses(
    _ concern: Concern, _ point: Point, _ failed: NodeSet, remedied: Set<Service>
  ) -> Bool {
    !point.free.contains(concern.decider)
      && concern.needs.contains { failed.contains($0.node) && !remedied.contains($0.service) }
  }

  private func size(_ point: Point, _ failed: NodeSet) -> (number: Int, weight: Int) {
    concerns.reduce(into: (0, 0)) { sum, concern in
      if loses(concern, point, failed, remedied: point.remedied) {
        sum.0 += 1
        sum.1 += concern.weight
      }
    }
  }

  // MARK: Steps that everybody takes

  mutating func together() -> Remedies.Step? {
    while let index = largest {
      let point = points[index]
      let failed = failed(point)
      let concerned = concerns.filter {
        loses($0, point, failed, remedied: point.remedied)
      }
      let open = Set(
        concerned.flatMap { concern in
          concern.needs.filter { failed.contains($0.node) }.map(\.service)
        }
      ).subtracting(point.remedied).sorted { $0.rawValue < $1.rawValue }
      // All at once comes last: one service after the other says more, where that frees anybody.
      let choices = open.map { [$0] } + (open.count > 1 ? [open] : [])
      func left(_ services: [Service]) -> [Concern] {
        concerned.filter {
          loses($0, point, failed, remedied: point.remedied.union(services))
        }
      }
      var best: (services: [Service], left: [Concern])?
      for services in choices {
        let rest = left(services)
        if rest.count == concerned.count { continue }
        if let best, best.left.total <= rest.total || services.count > 1 { continue }
        best = (services, rest)
      }
      guard let best else {
        points[index].isExhausted = true
        continue
      }
      let acting = concerned.count { concern in
        concern.needs.contains {
          failed.contains($0.node) && best.services.contains($0.service)
        }
      }
      points[index].remedied.formUnion(best.services)
      points[index].size = best.left.count
      points[index].weight = best.left.total
      return step(.everyone, best.services, point, acting: acting, after: best.left.count)
    }
    return nil
  }

  // MARK: Steps that one takes

  mutating func alone() -> Remedies.Step? {
    while let index = largest {
      let point = points[index]
      let failed = failed(point)
      var own: [String: Int] = [:]
      for concern in concerns where loses(concern, point, failed, remedied: []) {
        own[concern.decider, default: 0] += concern.weight
      }
      var best: (decider: Remedies.Decider, change: Point, gain: Int)?
      func consider(_ decider: Remedies.Decider, _ change: Point, _ gain: Int) {
        if gain > best?.gain ?? 0 { best = (decider, change, gain) }
      }
      // Bodies whose zones hold others up are tried one by one; the rest free only themselves.
      let holders = Set(zonesOf.filter { $0.value.contains(where: failed.contains) }.keys)
      let plain = own.filter { !holders.contains($0.key) }
        .max { ($0.value, $1.key) < ($1.value, $0.key) }
      for decider in holders.union(plain.map { [$0.key] } ?? []).sorted() {
        var change = point
        change.free.insert(decider)
        change.spared.formUnion(zonesOf[decider] ?? [])
        consider(
          .organisation(id: decider, name: names[decider] ?? decider), change,
          point.weight - size(change, self.failed(change)).weight)
      }
      for node in suppliers(failed, except: point) {
        var change = point
        change.spared.insert(node)
        let described = graph.describe(graph.nodes[Int(node)])
        consider(
          .provider(id: described.id, name: described.name), change,
          point.weight - size(change, self.failed(change)).weight)
      }
      guard let best else {
        points[index].isExhausted = true
        continue
      }
      let (number, weight) = size(best.change, self.failed(best.change))
      points[index] = best.change
      points[index].size = number
      points[index].weight = weight
      return step(best.decider, [], point, acting: 1, after: number)
    }
    return nil
  }

  /// Providers that fail with the chokepoint only because they run on it or are served by it.
  private func suppliers(_ failed: NodeSet, except point: Point) -> [NodeID] {
    graph.numbers(of: .provider).filter { node in
      guard node != point.node, failed.contains(node), !point.spared.contains(node) else {
        return false
      }
      // What belongs to it by ownership or law cannot be moved away by itself.
      return graph.graph.dependencies(of: node).allSatisfy { below in
        switch graph.nodes[Int(below)] {
        case .company, .jurisdiction: !failed.contains(below)
        default: true
        }
      }
    }.sorted { graph.label(of: $0) < graph.label(of: $1) }
  }

  private func step(
    _ decider: Remedies.Decider, _ services: [Service], _ point: Point, acting: Int, after: Int
  ) -> Remedies.Step {
    Remedies.Step(
      decider: decider, services: services, chokepoint: point.label, name: point.name,
      acting: acting, before: point.size, after: after,
      largest: points.map(\.size).max() ?? 0)
  }
}

extension [RemedySearch.Concern] {
  fileprivate var total: Int { reduce(0) { $0 + $1.weight } }
}

extension DependencyGraph {
  /// Who decides for an organisation: bodies that share a service decide together.
  fileprivate func decider(of organisation: OrganisationIndex) -> (id: String, name: String) {
    let entry = attribution.snapshot.organisations[organisation]
    if entry.sharedServiceOf.isEmpty { return (entry.id, entry.name) }
    let table = attribution.snapshot.organisations
    let name = table.find(entry.sharedServiceOf).map { table[$0].name }
    return (entry.sharedServiceOf, name ?? entry.sharedServiceOf)
  }
}
