import Graphs
import Testing

@Suite("Joint failures follow the definition")
struct CutSetTests {
  @Test("Minimal cut sets up to order three are those found by trying every set")
  func minimalCutSets() {
    for seed in 0..<1_500 {
      var random = Random(seed: UInt64(seed))
      let sample = Sample(limit: 8, using: &random)
      let definition = Definition(sample)
      let node = random.below(sample.count)
      let candidates = random.below(2) == 0 ? nil : random.below(sample.everyNode + 1)
      let mayStop = candidates ?? sample.everyNode
      let stops = (1...sample.everyNode).filter { $0.nonzeroBitCount <= 3 && $0 & ~mayStop == 0 }
      let cuts = stops.filter { definition.failed(by: $0) >> node & 1 == 1 }
      let minimal = cuts.filter { cut in !cuts.contains { $0 != cut && $0 & ~cut == 0 } }
        .map(members)
        .sorted { $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1) }
      let found = FailureAnalysis(sample.graph).minimalCutSets(
        of: NodeID(node), upTo: 3, among: candidates.map { NodeSet(members($0)) })
      #expect(found == minimal, "seed \(seed), node \(node): \(sample)")
    }
  }

  @Test("Two providers of one owner make the owner a cut set of order one")
  func hiddenOwner() {
    var builder = GraphBuilder()
    let service = builder.addNode(.any)
    let providers = [builder.addNode(), builder.addNode()]
    let owner = builder.addNode()
    for provider in providers {
      builder.addEdge(from: service, to: provider)
      builder.addEdge(from: provider, to: owner)
    }
    let analysis = FailureAnalysis(builder.freeze())
    let before = analysis.minimalCutSets(of: service, upTo: 3, among: NodeSet(providers))
    let after = analysis.minimalCutSets(of: service, upTo: 3, among: [1, 2, 3])
    #expect(before == [[1, 2]])
    #expect(after == [[3], [1, 2]])
  }

  @Test("The worst joint failure of up to three nodes is the one found by trying every set")
  func exactJointFailure() {
    for seed in 0..<1_500 {
      let (sample, targets, weights, candidates) = problem(seed)
      let definition = Definition(sample)
      for size in 0...3 {
        let found = FailureAnalysis(sample.graph).jointFailure(
          of: size, among: members(candidates), hitting: targets)
        let most = worst(definition, weights, candidates, size)
        let mask = found.nodes.reduce(0) { $0 | 1 << Int($1) }
        #expect(found.weight == most && found.isExact, "seed \(seed), size \(size): \(sample)")
        #expect(found.nodes.count <= size && mask & ~candidates == 0, "seed \(seed)")
        #expect(loss(definition, weights, mask) == most, "seed \(seed), size \(size): \(sample)")
      }
    }
  }

  @Test("Above three nodes the true worst lies between what greedy found and its upper bound")
  func greedyJointFailure() {
    var proven = 0
    for seed in 0..<500 {
      let (sample, targets, weights, candidates) = problem(seed)
      let definition = Definition(sample)
      let found = FailureAnalysis(sample.graph).jointFailure(
        of: 4, among: members(candidates), hitting: targets)
      let most = worst(definition, weights, candidates, 4)
      let mask = found.nodes.reduce(0) { $0 | 1 << Int($1) }
      #expect(loss(definition, weights, mask) == found.weight, "seed \(seed): \(sample)")
      #expect(found.weight <= most && most <= found.upperBound, "seed \(seed): \(sample)")
      if found.isExact { proven += 1 }
    }
    #expect(proven < 500, "a bound that always equals what was found would prove nothing")
  }

  @Test("The bound of a greedy choice is the greedy coverage / (1 − 1/e), rounded up")
  func greedyBound() {
    var builder = GraphBuilder()
    let shared = builder.addNode(.any)
    var candidates: [NodeID] = []
    for _ in 0..<4 {
      candidates.append(builder.addNode())
      builder.addEdge(from: shared, to: candidates[candidates.count - 1])
    }
    var targets = [Target(shared, weight: 10)]
    for _ in 0..<20 {
      candidates.append(builder.addNode())
      targets.append(Target(candidates[candidates.count - 1], weight: 2))
    }
    let found = FailureAnalysis(builder.freeze())
      .jointFailure(of: 5, among: candidates, hitting: targets)
    // Greedy never starts on the four that only fail the shared target together: 10, not 12.
    #expect(found.weight == 10)
    // Coverage 10 + 4 · 2 = 18, and 18 · 1.58198 = 28.48.
    #expect(found.upperBound == 29)
    #expect(!found.isExact)
  }

  @Test("The order of candidates and targets changes nothing")
  func orderOfLists() {
    for seed in 0..<200 {
      var random = Random(seed: UInt64(seed))
      let (sample, targets, _, candidates) = problem(seed)
      let analysis = FailureAnalysis(sample.graph)
      let straight = analysis.jointFailure(of: 2, among: members(candidates), hitting: targets)
      let shuffled = analysis.jointFailure(
        of: 2, among: members(candidates).shuffled(using: &random),
        hitting: targets.shuffled(using: &random))
      #expect(straight == shuffled, "seed \(seed): \(sample)")
    }
  }

  private func problem(
    _ seed: Int
  ) -> (sample: Sample, targets: [Target], weights: [Int], candidates: Int) {
    var random = Random(seed: UInt64(seed))
    let sample = Sample(limit: 9, using: &random)
    let weights = (0..<sample.count).map { _ in max(0, random.below(12) - 6) }
    let targets = weights.enumerated().map { Target(NodeID($0.offset), weight: $0.element) }
    return (sample, targets, weights, random.below(sample.everyNode + 1))
  }

  private func loss(_ definition: Definition, _ weights: [Int], _ stopped: Int) -> Int {
    members(definition.failed(by: stopped)).reduce(0) { $0 + weights[Int($1)] }
  }

  private func worst(
    _ definition: Definition, _ weights: [Int], _ candidates: Int, _ size: Int
  ) -> Int {
    (0...candidates).filter { $0 & ~candidates == 0 && $0.nonzeroBitCount <= size }
      .map { loss(definition, weights, $0) }.max() ?? 0
  }
}
