import Graphs

/// What becomes of a function when something stops.
public enum FunctionState: String, CaseIterable, Comparable, Sendable {
  case unaffected
  /// Nothing is lost, but one of several alternatives is.
  case degraded
  /// Whether it is lost hangs on something not known.
  case unknown
  case lost

  private var rank: Int {
    switch self {
    case .unaffected: 0
    case .degraded: 1
    case .unknown: 2
    case .lost: 3
    }
  }

  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
}

/// Reads the state of functions off the two solutions: unknowns standing, and unknowns failed.
struct FunctionStates {
  let graph: DependencyGraph
  /// What fails while everything unknown stands.
  let failed: NodeSet
  /// What fails when everything unknown fails too.
  private let possible: NodeSet
  private var known: [FunctionState?]

  /// - Complexity: two solutions of the graph.
  init(_ graph: DependencyGraph, stopping stopped: NodeSet) {
    self.graph = graph
    failed = graph.failure.failed(by: stopped)
    possible = graph.failure.failed(by: stopped.union(graph.unknowns))
    known = Array(repeating: nil, count: graph.nodes.count)
  }

  /// The state of a domain's function; nil when the domain does not have it.
  mutating func state(of function: Function, for domain: DomainIndex) -> FunctionState? {
    guard let (main, other) = graph.parts(of: domain).pair(of: function, supposed: graph.supposed)
    else { return nil }
    let first = state(of: main)
    return other.map { max(first, state(of: $0)) } ?? first
  }

  /// Lost in the first is lost; unharmed in the second is unaffected or degraded; the rest is
  /// unknown. Each distinct node is judged once.
  mutating func state(of node: NodeID) -> FunctionState {
    if let state = known[Int(node)] { return state }
    let state: FunctionState =
      failed.contains(node)
      ? .lost
      : possible.contains(node) ? .unknown : isDegraded(node) ? .degraded : .unaffected
    known[Int(node)] = state
    return state
  }

  /// Whether an alternative below the function has failed; unnamed requirements and hosts belong
  /// to the function, providers and companies are others' affairs.
  private func isDegraded(_ function: NodeID) -> Bool {
    // What a lone provider or an own machine needs is its own affair.
    guard graph.nodes[Int(function)] == .requirement else { return false }
    // Zones can lead back to each other, so every node is looked at once.
    var seen: Set<NodeID> = [function]
    var stack = [function]
    while let node = stack.popLast() {
      let dependencies = graph.graph.dependencies(of: node)
      if graph.graph.requirement(of: node) == .any, dependencies.contains(where: failed.contains) {
        return true
      }
      for dependency in dependencies {
        switch graph.nodes[Int(dependency)] {
        case .requirement, .host: if seen.insert(dependency).inserted { stack.append(dependency) }
        default: continue
        }
      }
    }
    return false
  }
}
