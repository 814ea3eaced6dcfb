/// Solves D(t) = {t} ∪ ⋃ D(dependencies) for `all` and {t} ∪ ⋂ D(dependencies) for `any`.
///
/// The greatest solution in ordinary components, the least in warm ones. Stored per node is the
/// union or intersection without {t}, which nodes with equal dependencies have in common.
struct SinglePointSolver {
  private(set) var pool = SetPool()
  private(set) var sets: ContiguousArray<UInt32>
  private let analysis: FailureAnalysis
  private let stopped: NodeSet
  private let lost: NodeSet
  private var merger = RunMerger()

  init(_ analysis: FailureAnalysis, alsoFailed: NodeSet) {
    self.analysis = analysis
    stopped = alsoFailed
    lost = analysis.failed(by: alsoFailed)
    sets = ContiguousArray(
      repeating: SinglePoints.everything, count: analysis.graph.nodeCount)
  }

  mutating func solve() {
    for component in 0..<UInt32(analysis.components.count) {
      if analysis.kind(of: component) == .acyclic {
        for node in analysis.components.members(of: component) where !lost.contains(node) {
          sets[Int(node)] = pool.intern(combinedPoints(of: node))
        }
      } else {
        solveCycles(in: component)
      }
    }
    pool.seal()
  }

  private mutating func combinedPoints(of node: NodeID) -> ContiguousArray<NodeID> {
    merger.clear()
    // A lost dependency has every point: it cannot narrow an intersection, and an `all` node
    // above it is lost itself.
    for dependency in analysis.graph.dependencies(of: node) where !lost.contains(dependency) {
      merger.append(pool[sets[Int(dependency)]], and: dependency)
    }
    return combine(analysis.graph.requirement(of: node))
  }

  private mutating func solveCycles(in component: UInt32) {
    let components = analysis.components
    let members = components.members(of: component)
    let isWarm = analysis.kind(of: component) == .warm
    // No value yet means every node is a point. In an ordinary component each member comes after
    // those that hold it up, so the first round gives every member a value.
    let standing = analysis.standing(in: component, stopped: stopped, failed: lost)
    var values = ContiguousArray<ContiguousArray<NodeID>?>(
      repeating: isWarm ? [] : nil, count: members.count)
    var isStale = ContiguousArray(repeating: true, count: members.count)
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for node in standing {
        let position = components.position(of: node) - members.startIndex
        guard isStale[position] else { continue }
        isStale[position] = false
        let value = combinedPoints(of: node, in: component, values)
        guard value != values[position] else { continue }
        values[position] = value
        hasChanged = true
        for dependent in analysis.dependents[node]
        where components.index(of: dependent) == component {
          isStale[components.position(of: dependent) - members.startIndex] = true
        }
      }
    }
    for node in standing {
      let position = components.position(of: node) - members.startIndex
      sets[Int(node)] = pool.intern(values[position] ?? [])
    }
  }

  private mutating func combinedPoints(
    of node: NodeID, in component: UInt32, _ values: ContiguousArray<ContiguousArray<NodeID>?>
  ) -> ContiguousArray<NodeID> {
    let components = analysis.components
    let start = components.members(of: component).startIndex
    merger.clear()
    for dependency in analysis.graph.dependencies(of: node) where !lost.contains(dependency) {
      if components.index(of: dependency) != component {
        merger.append(pool[sets[Int(dependency)]], and: dependency)
      } else if let value = values[components.position(of: dependency) - start] {
        merger.append(value, and: dependency)
      }
    }
    return combine(analysis.graph.requirement(of: node))
  }

  private mutating func combine(_ requirement: Requirement) -> ContiguousArray<NodeID> {
    switch requirement {
    case .all: merger.union()
    case .any: merger.intersection()
    }
  }
}
