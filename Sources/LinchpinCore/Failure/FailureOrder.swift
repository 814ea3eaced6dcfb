import Graphs

/// How many things of one kind must stop together before a function is lost.
public enum FailureOrder: String, CaseIterable, Sendable {
  case one, two, three
  /// Four or more together.
  case more
  /// All of them together do not stop it: nothing of the kind stands behind it, or not alone.
  case none
  /// It hangs on something unknown.
  case unknown

  /// From the size of the smallest cut set.
  init?(size: Int) {
    switch size {
    case 1: self = .one
    case 2: self = .two
    case 3: self = .three
    default: return nil
    }
  }
}

/// Finds the order of functions at one level, before or after names are brought together.
struct FailureOrders {
  private let graph: DependencyGraph
  private let points: SinglePoints
  private let level: NodeSet
  /// What fails when everything of the kind stops, with unknowns standing and with them failed.
  private let reach: NodeSet
  private let reachWithUnknowns: NodeSet
  /// What anything unknown stands below.
  private let touchedByUnknown: NodeSet
  private let lostWithUnknowns: NodeSet
  private var found: [NodeID: Sizes] = [:]

  /// How many of the level must stop together, with unknowns standing and with them failed.
  private struct Sizes {
    var standing: Int
    var failed: Int

    /// Four or more, and never.
    static let more = 4
    static let never = 5
  }

  init(_ graph: DependencyGraph, _ points: SinglePoints, kind: Node.Kind) {
    self.graph = graph
    self.points = points
    level = NodeSet(graph.numbers(of: kind))
    reach = graph.failure.failed(by: level)
    reachWithUnknowns = graph.failure.failed(by: level.union(graph.unknowns))
    lostWithUnknowns = graph.failure.failed(by: graph.unknowns)
    var touched = graph.unknowns
    var open = Array(touched)
    while let node = open.popLast() {
      for above in graph.failure.dependents[node] where touched.insert(above) {
        open.append(above)
      }
    }
    touchedByUnknown = touched
  }

  /// The order of what needs all of several nodes; unknown where it differs between unknowns
  /// standing and failed.
  ///
  /// One thing that alone takes it away does so whatever is unknown.
  /// - Complexity: the minimal cut sets up to three, once for each distinct node.
  mutating func order(of needs: [NodeID]) -> FailureOrder {
    var least = Sizes(standing: Sizes.never, failed: Sizes.never)
    for node in needs {
      let own = sizes(of: node)
      least.standing = min(least.standing, own.standing)
      least.failed = min(least.failed, own.failed)
    }
    if least.standing == 1 { return .one }
    if least.standing != least.failed { return .unknown }
    return FailureOrder(size: least.standing) ?? (least.standing == Sizes.never ? .none : .more)
  }

  private mutating func sizes(of node: NodeID) -> Sizes {
    if let known = found[node] { return known }
    let sizes = measure(node)
    found[node] = sizes
    return sizes
  }

  private func measure(_ node: NodeID) -> Sizes {
    let isTouched = touchedByUnknown.contains(node)
    let standing: Int
    if points.points(of: node).contains(where: level.contains) {
      standing = 1
    } else if reach.contains(node) {
      standing = smallest(node, alsoFailed: [])
    } else {
      standing = Sizes.never
    }
    if !isTouched { return Sizes(standing: standing, failed: standing) }
    if lostWithUnknowns.contains(node) { return Sizes(standing: standing, failed: 0) }
    // Failing more never loses less: what one alone takes, it takes then too.
    if standing == 1 { return Sizes(standing: 1, failed: 1) }
    let failed =
      reachWithUnknowns.contains(node)
      ? smallest(node, alsoFailed: graph.unknowns) : Sizes.never
    return Sizes(standing: standing, failed: failed)
  }

  private func smallest(_ node: NodeID, alsoFailed: NodeSet) -> Int {
    let cuts = graph.failure.minimalCutSets(
      of: node, upTo: 3, among: level, alsoFailed: alsoFailed)
    return cuts.first?.count ?? Sizes.more
  }
}
