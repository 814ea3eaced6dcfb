import Testing

@testable import Graphs

@Suite("Graphs are built and taken apart")
struct GraphTests {
  @Test("Edges may come in any order and more than once")
  func orderOfEdges() {
    let edges: [(NodeID, NodeID)] = [(0, 2), (0, 1), (2, 2), (0, 2), (1, 0), (2, 0), (0, 1)]
    let graphs = [edges, edges.reversed()].map { edges in
      var builder = GraphBuilder()
      for _ in 0..<4 { _ = builder.addNode() }
      for (from, to) in edges { builder.addEdge(from: from, to: to) }
      return builder.freeze()
    }
    for graph in graphs {
      #expect((0..<4).map { Array(graph.dependencies(of: $0)) } == [[1, 2], [0], [0, 2], []])
      #expect(graph.edgeCount == 5)
    }
  }

  @Test("Dependents are the dependencies turned round")
  func dependents() {
    for seed in 0..<200 {
      var random = Random(seed: UInt64(seed))
      let graph = Sample(limit: 12, using: &random).graph
      let dependents = graph.dependents()
      #expect(dependents.entryCount == graph.edgeCount)
      for node in 0..<NodeID(graph.nodeCount) {
        let expected = (0..<NodeID(graph.nodeCount)).filter {
          graph.dependencies(of: $0).contains(node)
        }
        #expect(Array(dependents[node]) == expected, "seed \(seed)")
      }
    }
  }

  @Test("Components are the classes of mutual reachability, dependencies first")
  func components() {
    for seed in 0..<1_000 {
      var random = Random(seed: UInt64(seed))
      let sample = Sample(limit: 12, using: &random)
      let graph = sample.graph
      let components = graph.components
      let found = (0..<UInt32(components.count)).map { components.members(of: $0).sorted() }
      let expected = Definition(sample).components.map { members($0) }
      #expect(Set(found) == Set(expected) && found.count == expected.count, "seed \(seed)")
      for node in 0..<NodeID(graph.nodeCount) {
        #expect(found[Int(components.index(of: node))].contains(node))
        for dependency in graph.dependencies(of: node) {
          #expect(components.index(of: dependency) <= components.index(of: node), "seed \(seed)")
        }
      }
    }
  }

  @Test("A chain of a hundred thousand nodes and a ring of as many need no deep stack")
  func deepGraphs() {
    let length: NodeID = 100_000
    var builder = GraphBuilder()
    for _ in 0..<(2 * length) { _ = builder.addNode(.any) }
    for node in 1..<length { builder.addEdge(from: node, to: node - 1) }
    for node in 0..<length {
      builder.addEdge(from: length + node, to: length + (node + 1) % length)
    }
    let analysis = FailureAnalysis(builder.freeze())
    #expect(analysis.components.count == Int(length) + 1)
    #expect(analysis.unobservedSupport.map(\.count) == [Int(length)])
    #expect(analysis.failed(by: [0]).count == Int(length))
    #expect(analysis.failed(by: [length]).count == Int(length))
  }

  @Test("Nodes with the same dependencies share one stored set")
  func sharedSets() {
    var builder = GraphBuilder()
    let provider = builder.addNode()
    for _ in 0..<1_000 { builder.addEdge(from: builder.addNode(), to: provider) }
    let points = builder.freeze().singlePoints()
    #expect(points.distinctSetCount == 2)
    #expect(points.points(of: 700) == [0, 700])
  }

  @Test("A node set behaves as a set of numbers")
  func nodeSet() {
    for seed in 0..<100 {
      var random = Random(seed: UInt64(seed))
      var set: NodeSet = []
      var expected: Set<NodeID> = []
      for _ in 0..<200 {
        let node = NodeID(random.below(300))
        if random.below(3) == 0 {
          #expect(set.remove(node) == (expected.remove(node) != nil))
        } else {
          #expect(set.insert(node) == expected.insert(node).inserted)
        }
      }
      let other = (0..<50).map { _ in NodeID(random.below(400)) }
      #expect(Array(set) == expected.sorted() && set.count == expected.count)
      #expect(set.isSubset(of: NodeSet(other)) == expected.isSubset(of: other))
      set.formUnion(NodeSet(other))
      #expect(Array(set) == expected.union(other).sorted())
      #expect(set.count == expected.union(other).count)
      #expect(set.first(from: 128) == expected.union(other).filter { $0 >= 128 }.min())
    }
  }

  @Test("Equal node sets may differ in capacity")
  func capacityOfSets() {
    var wide = NodeSet(capacity: 1_000)
    wide.insert(3)
    #expect(wide == [3])
    wide.insert(900)
    #expect(wide != [3] && [3] != wide)
  }

  @Test("An empty graph has nothing to fail")
  func emptyGraph() {
    let graph = GraphBuilder().freeze()
    #expect(graph.components.count == 0)
    #expect(FailureAnalysis(graph).failed(by: []).isEmpty)
    #expect(graph.singlePoints().reach(of: []).counts.isEmpty)
  }
}
