import Testing

@testable import Graphs

@Suite("A cascade falls wave by wave")
struct CascadeTests {
  @Test("All fall with the first they need, any with the last")
  func order() {
    var builder = GraphBuilder()
    let (slow, fast) = (builder.addNode(), builder.addNode())
    let middle = builder.addNode()
    let (all, any) = (builder.addNode(.all), builder.addNode(.any))
    builder.addEdge(from: middle, to: slow)
    for node in [all, any] {
      builder.addEdge(from: node, to: middle)
      builder.addEdge(from: node, to: fast)
    }
    let analysis = FailureAnalysis(builder.freeze())
    let both = analysis.cascade(from: [slow, fast])
    #expect([slow, fast, middle, all, any].map { both.wave(of: $0) } == [0, 0, 1, 1, 2])
    #expect(both.count == 3)
    let timeless = analysis.cascade(from: [slow, fast]) { $0 == any }
    #expect([middle, all, any].map { timeless.wave(of: $0) } == [0, 0, 1])
    let one = analysis.cascade(from: [fast])
    #expect([slow, middle, any].allSatisfy { one.wave(of: $0) == nil })
    #expect(analysis.cascade(from: [] as [NodeID]).count == 0)
  }

  @Test("What held only each other up falls together, one wave after its last hold")
  func collapse() {
    var builder = GraphBuilder()
    let hold = builder.addNode()
    let (one, two) = (builder.addNode(.any), builder.addNode(.any))
    let above = builder.addNode()
    for (from, to) in [(one, two), (two, one), (one, hold), (above, two)] {
      builder.addEdge(from: from, to: to)
    }
    let cascade = FailureAnalysis(builder.freeze()).cascade(from: [hold])
    #expect([hold, one, two, above].map { cascade.wave(of: $0) } == [0, 1, 1, 2])
  }

  @Test("On random graphs exactly the failed fall, each as its need says", arguments: 0..<2_000)
  func randomGraphs(seed: Int) {
    var random = Random(seed: UInt64(seed))
    let sample = Sample(limit: 9, using: &random)
    let definition = Definition(sample)
    let stopped = random.below(sample.everyNode + 1)
    let slow = random.below(sample.everyNode + 1)
    let lost = definition.failed(by: stopped)
    let cascade = FailureAnalysis(sample.graph).cascade(from: members(stopped)) {
      slow >> Int($0) & 1 == 1
    }
    let expected = waves(sample, definition, stopped: stopped, lost: lost, slow: slow)
    for node in 0..<sample.count {
      let found = cascade.wave(of: NodeID(node))
      if found != expected[node] {
        Issue.record(
          "seed \(seed), stopped \(members(stopped)), slow \(members(slow)), node \(node): \(found ?? -1) not \(expected[node] ?? -1): \(sample)"
        )
      }
    }
  }

  /// Every component's waves lowered from "never" until nothing changes; who is left then held
  /// only each other up.
  private func waves(
    _ sample: Sample, _ definition: Definition, stopped: Int, lost: Int, slow: Int
  ) -> [Int?] {
    var waves = [Int?](repeating: nil, count: sample.count)
    for component in definition.components {
      let failing = members(component & lost).map { Int($0) }
      var hasChanged = true
      while hasChanged {
        hasChanged = false
        for node in failing {
          let below = members(sample.needs[node]).map { waves[Int($0)] }
          let known = below.compactMap(\.self)
          var wave: Int?
          if stopped >> node & 1 == 1 {
            wave = 0
          } else if sample.requirements[node] == .all {
            wave = known.min().map { $0 + (slow >> node & 1) }
          } else if known.count == below.count {
            wave = known.max().map { $0 + (slow >> node & 1) }
          }
          if let wave, wave < waves[node] ?? .max {
            waves[node] = wave
            hasChanged = true
          }
        }
      }
      let rest = failing.filter { waves[$0] == nil }
      let last = rest.flatMap { members(sample.needs[$0]) }.compactMap { waves[Int($0)] }.max() ?? 0
      let isSlow = rest.contains { slow >> $0 & 1 == 1 }
      for node in rest { waves[node] = last + (isSlow ? 1 : 0) }
    }
    return waves
  }
}
