import Graphs
import Testing

@Suite("What needs several nodes is counted as a node that needs them all would be")
struct TargetTableTests {
  /// A random graph, targets that need some of its nodes, and the graph with a node for each.
  private struct Case {
    let sample: Sample
    var table = TargetTable()
    let needs: [[NodeID]]
    let weights: [Int]
    let joined: Graph
    let tops: [NodeID]

    init(_ seed: Int) {
      var random = Random(seed: UInt64(seed))
      let sample = Sample(limit: 9, using: &random)
      self.sample = sample
      needs = (0..<random.below(5)).map { _ in
        (0..<random.below(4)).map { _ in NodeID(random.below(sample.count)) }
      }
      weights = needs.map { _ in random.below(7) }
      var builder = GraphBuilder()
      for requirement in sample.requirements { _ = builder.addNode(requirement) }
      for (from, mask) in sample.needs.enumerated() {
        for to in members(mask) { builder.addEdge(from: NodeID(from), to: to) }
      }
      var tops: [NodeID] = []
      for (needs, weight) in zip(needs, weights) {
        let top = builder.addNode(.all)
        for need in needs {
          builder.addEdge(from: top, to: need)
          table.need(need)
        }
        table.endTarget(number: 2, weight: weight)
        tops.append(top)
      }
      self.tops = tops
      joined = builder.freeze()
    }
  }

  @Test("Reach, for 3,000 random graphs with something stopped besides or not")
  func reach() {
    for seed in 0..<3_000 {
      let given = Case(seed)
      let stopped = NodeSet(seed % 3 == 0 ? [NodeID(seed % given.sample.count)] : [])
      let found = given.sample.graph.singlePoints(alsoFailed: stopped).reach(of: given.table)
      let expected = given.joined.singlePoints(alsoFailed: stopped).reach(
        of: zip(given.tops, given.weights).flatMap { top, weight in
          [Target(top, weight: weight), Target(top, weight: 0)]
        })
      let count = given.sample.count
      #expect(found.counts == Array(expected.counts[..<count]), "seed \(seed): \(given.sample)")
      #expect(found.weights == Array(expected.weights[..<count]), "seed \(seed): \(given.sample)")
      #expect(found.lostCount == expected.lostCount && found.lostWeight == expected.lostWeight)
    }
  }

  @Test("Minimal cut sets, for 1,500 random graphs")
  func cutSets() {
    for seed in 0..<1_500 {
      let given = Case(seed)
      let (all, joined) = (FailureAnalysis(given.sample.graph), FailureAnalysis(given.joined))
      let candidates = NodeSet((0..<NodeID(given.sample.count)).filter { $0 % 4 != 3 })
      for (needs, top) in zip(given.needs, given.tops) {
        let found = all.minimalCutSets(ofNeeding: needs, upTo: 3, among: candidates)
        let expected = joined.minimalCutSets(of: top, upTo: 3, among: candidates)
        #expect(found == expected, "seed \(seed), \(needs): \(given.sample)")
      }
    }
  }

  @Test("The worst joint failure, for 300 random graphs")
  func jointFailure() {
    for seed in 0..<300 {
      let given = Case(seed)
      let candidates = (0..<NodeID(given.sample.count)).filter { $0 % 3 != 2 }
      let targets = zip(given.tops, given.weights).map { Target($0, weight: $1) }
      for size in 1...4 {
        let found = FailureAnalysis(given.sample.graph)
          .jointFailure(of: size, among: candidates, hitting: given.table)
        let expected = FailureAnalysis(given.joined)
          .jointFailure(of: size, among: candidates, hitting: targets)
        #expect(found == expected, "seed \(seed): \(given.sample)")
      }
    }
  }

  @Test("A target that needs nothing is never lost")
  func nothingNeeded() {
    var table = TargetTable()
    table.endTarget()
    var builder = GraphBuilder()
    _ = builder.addNode()
    let reach = builder.freeze().singlePoints().reach(of: table)
    #expect(reach.counts == [0] && reach.lostCount == 0)
  }
}
