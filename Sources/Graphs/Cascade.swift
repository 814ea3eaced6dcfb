/// In what order nodes fall when some stop: the stopped ones first, then wave upon wave.
///
/// A node that needs all falls with the first of its dependencies, one that needs any with the
/// last. Some nodes take a step of time and some none, so that unnamed requirements do not count.
///
/// ```swift
/// let cascade = analysis.cascade(from: [server]) { !requirements.contains($0) }
/// cascade.wave(of: service)  // 2: the server in wave 0, its zone in 1, the service in 2
/// ```
public struct Cascade: Sendable {
  private let waves: ContiguousArray<UInt32>
  private static let stands = UInt32.max

  /// The number of waves, the stopped nodes' own included; 0 when nothing was stopped.
  public let count: Int

  /// The wave in which the node falls, from 0; nil if it stands.
  public func wave(of node: NodeID) -> Int? {
    let wave = waves[Int(node)]
    return wave == Self.stands ? nil : Int(wave)
  }

  /// - Parameter takesTime: whether a node falls one wave after what it needed, or with it.
  init(
    _ analysis: FailureAnalysis, from stopped: NodeSet, failed: NodeSet,
    takesTime: @escaping (NodeID) -> Bool
  ) {
    var fall = Fall(analysis, stopped: stopped, failed: failed, takesTime: takesTime)
    fall.run()
    waves = fall.waves
    count = waves.reduce(0) { $1 == Self.stands ? $0 : max($0, Int($1) + 1) }
  }

  /// The waves under construction, component by component, dependencies first.
  private struct Fall {
    let analysis: FailureAnalysis
    let stopped: NodeSet
    let failed: NodeSet
    let takesTime: (NodeID) -> Bool
    var waves: ContiguousArray<UInt32>
    /// By node of a cyclic component: dependencies that have not fallen yet.
    var missing: [NodeID: Int] = [:]

    init(
      _ analysis: FailureAnalysis, stopped: NodeSet, failed: NodeSet,
      takesTime: @escaping (NodeID) -> Bool
    ) {
      self.analysis = analysis
      self.stopped = stopped
      self.failed = failed
      self.takesTime = takesTime
      waves = ContiguousArray(repeating: Cascade.stands, count: analysis.graph.nodeCount)
    }

    mutating func run() {
      let order = failed.map { (analysis.components.index(of: $0), $0) }.sorted { $0 < $1 }
      var start = 0
      while start < order.count {
        var end = start + 1
        while end < order.count, order[end].0 == order[start].0 { end += 1 }
        let members = order[start..<end].map(\.1)
        if analysis.kind(of: order[start].0) == .acyclic {
          waves[Int(members[0])] = wave(of: members[0])
        } else {
          fallTogether(members, order[start].0)
        }
        start = end
      }
    }

    private func step(_ node: NodeID) -> UInt32 { takesTime(node) ? 1 : 0 }

    /// The waves of the dependencies that have fallen so far.
    private func fallen(below node: NodeID) -> some Sequence<UInt32> {
      analysis.graph.dependencies(of: node).lazy.map { waves[Int($0)] }
        .filter { $0 != Cascade.stands }
    }

    private func wave(of node: NodeID) -> UInt32 {
      if stopped.contains(node) { return 0 }
      let below = fallen(below: node)
      let last =
        analysis.graph.requirement(of: node) == .all ? below.min() ?? 0 : below.max() ?? 0
      return last + step(node)
    }

    /// Lets the members of a cycle fall in the order of time: those that fall next are settled
    /// first, so nobody's wave changes afterwards (Knuth, Information Processing Letters 6, 1977).
    private mutating func fallTogether(_ members: [NodeID], _ component: UInt32) {
      var due: [[NodeID]] = []
      func schedule(_ node: NodeID, _ wave: UInt32) {
        while due.count <= Int(wave) { due.append([]) }
        due[Int(wave)].append(node)
      }
      missing.removeAll(keepingCapacity: true)
      for node in members {
        let needed = analysis.graph.dependencies(of: node)
        let inside = needed.count { analysis.components.index(of: $0) == component }
        missing[node] = inside
        let isReached =
          analysis.graph.requirement(of: node) == .all
          ? fallen(below: node).contains { _ in true } : inside == 0
        if stopped.contains(node) || isReached { schedule(node, wave(of: node)) }
      }
      var now = 0
      while now < due.count {
        var place = 0
        while place < due[now].count {
          let node = due[now][place]
          place += 1
          guard waves[Int(node)] == Cascade.stands else { continue }
          waves[Int(node)] = UInt32(now)
          for dependent in analysis.dependents[node] {
            guard let left = missing[dependent], waves[Int(dependent)] == Cascade.stands,
              failed.contains(dependent)
            else { continue }
            missing[dependent] = left - 1
            if analysis.graph.requirement(of: dependent) == .all || left == 1 {
              schedule(dependent, max(wave(of: dependent), UInt32(now)))
            }
          }
        }
        now += 1
      }
      collapse(members.filter { waves[Int($0)] == Cascade.stands })
    }

    /// What is left held only each other up: it falls with the last that held any of it.
    private mutating func collapse(_ rest: [NodeID]) {
      if rest.isEmpty { return }
      let last = rest.flatMap { fallen(below: $0) }.max() ?? 0
      let wave = last + (rest.contains(where: takesTime) ? 1 : 0)
      for node in rest { waves[Int(node)] = wave }
    }
  }
}

extension FailureAnalysis {
  /// The cascade that follows when nodes stop.
  ///
  /// Nodes in a cycle that none but each other held up fall together, in the wave after the last
  /// that held any of them.
  /// - Parameter takesTime: whether a node falls one wave after what it needed, or with it.
  /// - Complexity: O(edges at the failed nodes), plus sorting these.
  public func cascade(
    from stopped: some Sequence<NodeID>, takesTime: (NodeID) -> Bool = { _ in true }
  ) -> Cascade {
    let stopped = NodeSet(stopped)
    return withoutActuallyEscaping(takesTime) { takesTime in
      Cascade(self, from: stopped, failed: failed(by: stopped), takesTime: takesTime)
    }
  }
}
