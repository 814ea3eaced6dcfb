import Graphs
import Testing

@Suite("Failure has the properties it should have")
struct PropertyTests {
  @Test("Where every node is any and reaches one root, single points are dominators")
  func dominators() {
    for seed in 0..<60 {
      var random = Random(seed: UInt64(seed))
      let count = 2 + random.below(60)
      var builder = GraphBuilder()
      var edges: [[Int]] = [[]]
      _ = builder.addNode(.any)
      for node in 1..<count {
        _ = builder.addNode(.any)
        edges.append((0...random.below(3)).map { _ in max(0, node - 1 - random.below(6)) })
      }
      if seed % 2 == 1 {
        // Loops back up keep every node above the root, so nothing becomes warm.
        for _ in 0..<(count / 4) { edges[1 + random.below(count - 1)].append(random.below(count)) }
      }
      for (from, row) in edges.enumerated() {
        for to in row { builder.addEdge(from: NodeID(from), to: NodeID(to)) }
      }
      let points = builder.freeze().singlePoints()
      for node in 0..<count {
        let expected = (0..<count).filter { !reachesRoot(node, without: $0, edges) }
        #expect(points.points(of: NodeID(node)) == expected.map(NodeID.init), "seed \(seed)")
      }
    }
  }

  @Test("Stopping more never makes less fail")
  func monotone() {
    for seed in 0..<3_000 {
      var random = Random(seed: UInt64(seed))
      let sample = Sample(limit: 12, using: &random)
      let analysis = FailureAnalysis(sample.graph)
      let fewer = random.below(sample.everyNode + 1)
      let more = fewer | random.below(sample.everyNode + 1)
      let failed = analysis.failed(by: members(fewer))
      #expect(
        NodeSet(members(fewer)).isSubset(of: failed)
          && failed.isSubset(of: analysis.failed(by: members(more))), "seed \(seed): \(sample)")
    }
  }

  @Test("While nothing is stopped nothing fails, warm or not")
  func nothingStopped() {
    for seed in 0..<2_000 {
      var random = Random(seed: UInt64(seed))
      let sample = Sample(limit: 12, using: &random)
      #expect(FailureAnalysis(sample.graph).failed(by: []).isEmpty, "seed \(seed): \(sample)")
    }
  }

  @Test("Another alternative never adds a single point where nothing is warm")
  func anotherAlternative() {
    var tried = 0
    for seed in 0..<6_000 {
      var random = Random(seed: UInt64(seed))
      let sample = Sample(limit: 10, using: &random)
      let analysis = FailureAnalysis(sample.graph)
      let node = random.below(sample.count)
      guard analysis.unobservedSupport.isEmpty, sample.requirements[node] == .any,
        sample.needs[node] != 0
      else { continue }
      var richer = sample
      richer.needs[node] |= 1 << random.below(sample.count)
      let (before, after) = (analysis.singlePoints(), richer.graph.singlePoints())
      for other in 0..<NodeID(sample.count) {
        let (fewer, more) = (NodeSet(after.points(of: other)), NodeSet(before.points(of: other)))
        #expect(fewer.isSubset(of: more), "seed \(seed), node \(other): \(sample)")
      }
      tried += 1
    }
    #expect(tried > 500)
  }

  @Test("Other node numbers change nothing but the numbers")
  func relabelling() {
    for seed in 0..<2_000 {
      var random = Random(seed: UInt64(seed))
      let sample = Sample(limit: 10, using: &random)
      let names = Array(0..<sample.count).shuffled(using: &random)
      let renamed = { (nodes: [NodeID]) in nodes.map { NodeID(names[Int($0)]) }.sorted() }
      let (one, other) = (sample.graph, sample.relabelled(names).graph)
      let (first, second) = (one.singlePoints(), other.singlePoints())
      for node in 0..<sample.count {
        let points = second.points(of: NodeID(names[node]))
        #expect(points == renamed(first.points(of: NodeID(node))), "seed \(seed): \(sample)")
      }
      let support = FailureAnalysis(one).unobservedSupport.map(renamed).sorted { $0[0] < $1[0] }
      #expect(FailureAnalysis(other).unobservedSupport == support, "seed \(seed): \(sample)")
    }
  }

  @Test("Reach counts the targets that each node is a single point of")
  func reach() {
    for seed in 0..<1_500 {
      var random = Random(seed: UInt64(seed))
      let sample = Sample(limit: 10, using: &random)
      let definition = Definition(sample)
      let stopped = 1 << random.below(sample.count)
      let targets = (0..<random.below(6)).map { _ in
        Target(NodeID(random.below(sample.count)), weight: random.below(9))
      }
      let reach = sample.graph.singlePoints(alsoFailed: NodeSet(members(stopped)))
        .reach(of: targets)
      let lost = NodeSet(members(definition.failed(by: stopped)))
      #expect(reach.lostCount == targets.count { lost.contains($0.node) }, "seed \(seed)")
      for node in 0..<sample.count {
        let failed = NodeSet(members(definition.failed(by: 1 << node | stopped)))
        let hit = targets.filter { failed.contains($0.node) && !lost.contains($0.node) }
        #expect(reach.counts[node] == hit.count, "seed \(seed), node \(node): \(sample)")
        #expect(reach.weights[node] == hit.reduce(0) { $0 + $1.weight }, "seed \(seed)")
      }
    }
  }

  private func reachesRoot(_ node: Int, without removed: Int, _ edges: [[Int]]) -> Bool {
    var seen: Set<Int> = [removed]
    var open = [node]
    while let next = open.popLast() {
      guard seen.insert(next).inserted else { continue }
      if next == 0 { return true }
      open += edges[next]
    }
    return false
  }
}
