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
  private var found: [NodeID: FailureOrder] = [:]

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

  /// The order of a function; unknown where it differs between unknowns standing and failed.
  ///
  /// One thing that alone takes it away does so whatever is unknown.
  /// - Complexity: the minimal cut sets up to three, once for each distinct function.
  mutating func order(of node: NodeID) -> FailureOrder {
    if let known = found[node] { return known }
    let order = measure(node)
    found[node] = order
    return order
  }

  private func measure(_ node: NodeID) -> FailureOrder {
    if points.points(of: node).contains(where: level.contains) { return .one }
    if lostWithUnknowns.contains(node) { return .unknown }
    let isTouched = touchedByUnknown.contains(node)
    guard reach.contains(node) else {
      return isTouched && reachWithUnknowns.contains(node) ? .unknown : .none
    }
    let standing = smallest(node, alsoFailed: [])
    return isTouched && smallest(node, alsoFailed: graph.unknowns) != standing
      ? .unknown : standing
  }

  private func smallest(_ node: NodeID, alsoFailed: NodeSet) -> FailureOrder {
    let cuts = graph.failure.minimalCutSets(
      of: node, upTo: 3, among: level, alsoFailed: alsoFailed)
    return cuts.first.map { FailureOrder(size: $0.count) ?? .more } ?? .more
  }
}
