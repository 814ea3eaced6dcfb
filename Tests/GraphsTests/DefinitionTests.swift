import Foundation
import Testing

@testable import Graphs

@Suite("Failure and single points follow the definition")
struct DefinitionTests {
  @Test("On every graph of up to three nodes, for every set of stopped nodes", arguments: 1...3)
  func everySmallGraph(count: Int) {
    for code in 0..<(1 << (count * count + count)) {
      let sample = Sample(count: count, code: code)
      compare(sample, stops: Array(0...sample.everyNode), enumerates: true, "code \(code)")
    }
  }

  /// All of them take some minutes: `EVERY_GRAPH=4 swift test --filter DefinitionTests`.
  @Test(
    "On 20,000 graphs of four nodes spread over all of them, or on each where that is asked for")
  func fourNodes() {
    let isEvery = ProcessInfo.processInfo.environment["EVERY_GRAPH"] == "4"
    for step in 0..<(isEvery ? 1 << 20 : 20_000) {
      // An odd stride meets no graph twice, since their number is a power of two.
      let code = (step * 611_953) & (1 << 20 - 1)
      let sample = Sample(count: 4, code: code)
      compare(sample, stops: [0, 1 << (step & 3), 0b0110], enumerates: true, "code \(code)")
    }
  }

  @Test("On 20,000 random graphs of up to ten nodes with cycles and self-loops")
  func randomGraphs() {
    for seed in 0..<20_000 {
      var random = Random(seed: UInt64(seed))
      let sample = Sample(limit: 10, using: &random)
      let stops = [random.below(2) * random.below(sample.everyNode + 1)]
      compare(sample, stops: stops, enumerates: false, "seed \(seed)")
    }
  }

  @Test("The plain iteration of the definition agrees with going through every subset")
  func bothWaysOfReadingTheDefinition() {
    for seed in 0..<2_000 {
      var random = Random(seed: UInt64(seed))
      let sample = Sample(limit: 6, using: &random)
      let stopped = random.below(sample.everyNode + 1)
      let iterated = Definition(sample)
      let enumerated = Definition(sample, enumerates: true)
      #expect(iterated.warm == enumerated.warm, "seed \(seed): \(sample)")
      #expect(iterated.failed(by: stopped) == enumerated.failed(by: stopped), "seed \(seed)")
    }
  }

  @Test("The random graphs have both warm components and ordinary ones with cycles")
  func bothKindsOccur() {
    var (warm, ordinary) = (0, 0)
    for seed in 0..<2_000 {
      var random = Random(seed: UInt64(seed))
      let definition = Definition(Sample(limit: 10, using: &random))
      for component in definition.components where component.nonzeroBitCount > 1 {
        if definition.warm.contains(component) { warm += 1 } else { ordinary += 1 }
      }
    }
    #expect(warm > 200)
    #expect(ordinary > 200)
  }

  /// Records nothing while all is well: tens of thousands of recorded checks would take minutes.
  private func compare(_ sample: Sample, stops: [Int], enumerates: Bool, _ label: String) {
    let definition = Definition(sample, enumerates: enumerates)
    let analysis = FailureAnalysis(sample.graph)
    let support = definition.warm.map { members($0) }.sorted { $0[0] < $1[0] }
    if analysis.unobservedSupport != support {
      Issue.record("\(label), warm \(analysis.unobservedSupport) not \(support): \(sample)")
    }
    for stopped in stops {
      let lost = definition.failed(by: stopped)
      let failed = analysis.failed(by: members(stopped))
      if Array(failed) != members(lost) {
        Issue.record("\(label), stopped \(members(stopped)), failed \(Array(failed)): \(sample)")
      }
      let points = analysis.singlePoints(alsoFailed: NodeSet(members(stopped)))
      let failures = (0..<sample.count).map { definition.failed(by: 1 << $0 | stopped) }
      for node in 0..<sample.count {
        let expected = (0..<sample.count).filter { failures[$0] >> node & 1 == 1 }.map(NodeID.init)
        if points.points(of: NodeID(node)) != expected
          || points.isLostAlready(NodeID(node)) != (lost >> node & 1 == 1)
        {
          Issue.record(
            "\(label), stopped \(members(stopped)), points of \(node) not \(expected): \(sample)")
        }
      }
    }
  }
}
