import Graphs

/// A single point of failure that appeared or vanished between two dates.
public struct SinglePointChange: Sendable, Equatable {
  public var kind: Node.Kind
  public var id: String
  public var name: String
  /// Units that lose a service if it stops; 0 where it was no single point.
  public var before: Int
  public var after: Int

  public init(kind: Node.Kind, id: String, name: String, before: Int, after: Int) {
    self.kind = kind
    self.id = id
    self.name = name
    self.before = before
    self.after = after
  }

  public var hasAppeared: Bool { before == 0 }

  /// Those that are a single point at one date alone, the widest reach first.
  /// - Complexity: one solution of all single points for each date; who is reached directly, and in
  ///   which sector, is not asked.
  public static func between(
    _ before: DependencyGraph, _ after: DependencyGraph, kinds: [Node.Kind]
  ) -> [SinglePointChange] {
    let (old, new) = (points(of: before, kinds), points(of: after, kinds))
    let appeared = new.filter { old[$0.key] == nil }.map { point, reach in
      SinglePointChange(
        kind: point.kind, id: point.id, name: after.describe(reach.node).name, before: 0,
        after: reach.number)
    }
    let vanished = old.filter { new[$0.key] == nil }.map { point, reach in
      SinglePointChange(
        kind: point.kind, id: point.id, name: before.describe(reach.node).name,
        before: reach.number, after: 0)
    }
    return (appeared + vanished).sorted {
      (max($1.before, $1.after), $0.kind.rawValue, $0.id)
        < (max($0.before, $0.after), $1.kind.rawValue, $1.id)
    }
  }

  private struct Point: Hashable {
    var kind: Node.Kind
    var id: String
  }

  /// How many units each one takes a service from.
  private static func points(of graph: DependencyGraph, _ kinds: [Node.Kind])
    -> [Point: (number: Int, node: Node)]
  {
    guard let population = graph.population, let signatures = graph.signatures else { return [:] }
    let units = UnitSignatures(population, signatures)
    let reach = graph.failure.singlePoints().reach(of: graph.targets(units, signatures))
    var found: [Point: (number: Int, node: Node)] = [:]
    for (index, node) in graph.nodes.enumerated() {
      guard let kind = node.kind, kinds.contains(kind), reach.counts[index] > 0 else { continue }
      found[Point(kind: kind, id: graph.describe(node).id)] = (reach.counts[index], node)
    }
    return found
  }
}
