import Drawing
import Testing

@Suite("Graphviz")
struct GraphvizTests {
  private static let one = "digraph g { a [comment=0, fixedsize=true, width=1] }"

  @Test("Broken DOT gives an error that says what is wrong, and the next graph still works")
  func broken() throws {
    for dot in ["digraph g { a -> ", "", "digraph \"g { a }", "digraph g { a [label=<<b>x]; }"] {
      let error = #expect(throws: GraphvizError.self) {
        try GraphvizLayout(dot: dot, cells: 1, curves: 0)
      }
      guard case .unreadable(let message) = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
      if !dot.isEmpty { #expect(message.contains("Error")) }
      let next = try GraphvizLayout(dot: Self.one, cells: 1, curves: 0)
      #expect(next.cells.map(\.width) == [72])
    }
  }

  @Test("Bad HTML is an error although Graphviz returns success")
  func badHTML() {
    let error = #expect(throws: GraphvizError.self) {
      try GraphvizLayout(
        dot: "digraph g { a [comment=0, label=<<TABLE><TR>x</TABLE>>] }", cells: 1, curves: 0)
    }
    guard case .reported(let message) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(message.contains("Error"))
  }

  @Test("What Graphviz only warns of is an error: the picture would not be what was asked")
  func warnings() {
    let dot = "digraph g { a [comment=0, width=1, height=1, fixedsize=true, label=\"long long\"] }"
    let narrow = dot.replacing("width=1, height=1", with: "width=0.1, height=0.1")
    #expect(throws: Never.self) { try GraphvizLayout(dot: dot, cells: 1, curves: 0) }
    let error = #expect(throws: GraphvizError.self) {
      try GraphvizLayout(dot: narrow, cells: 1, curves: 0)
    }
    guard case .reported(let message) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(message.contains("too small for label"))
  }

  @Test("A node that was promised and is not there is an error")
  func incomplete() {
    let error = #expect(throws: GraphvizError.self) {
      try GraphvizLayout(dot: Self.one, cells: 2, curves: 0)
    }
    #expect(error == .incomplete(Self.one))
  }

  @Test("A zero byte is refused before it can cut the graph short")
  func zero() {
    #expect(throws: GraphvizError.zeroByte) {
      try GraphvizLayout(dot: "digraph g { a }\u{0} rubbish", cells: 1, curves: 0)
    }
  }

  @Test("A layout keeps fixed sizes and runs down the page")
  func layout() throws {
    var graph = DOTGraph(name: "g", attributes: ["rankdir": .text("LR"), "nodesep": .inches(10)])
    graph.addCell("b", width: 80, height: 30)
    graph.addCell("a", width: 80, height: 30)
    graph.addCell("c", width: 50, height: 30)
    graph.addEdge(from: "a", to: "c", key: "one")
    graph.addEdge(from: "a", to: "c", key: "two")
    graph.addEdge(from: "b", to: "c")
    let laidOut = try graph.laidOut()
    let a = try #require(laidOut.nodes["a"])
    let b = try #require(laidOut.nodes["b"])
    let c = try #require(laidOut.nodes["c"])
    #expect(abs(a.width - 80) < 0.1 && abs(a.height - 30) < 0.1)
    #expect(a.centre.x == b.centre.x && c.centre.x > a.centre.x)
    #expect(abs(abs(a.centre.y - b.centre.y) - 40) < 0.5)
    #expect(laidOut.edges.map(\.key) == ["one", "two", ""])
    #expect(laidOut.edges.allSatisfy { $0.spline.count >= 4 && $0.spline.count % 3 == 1 })
  }

  @Test("Every engine puts everything in the same place twice", arguments: GraphvizEngine.allCases)
  func engines(engine: GraphvizEngine) throws {
    func graph(_ order: [Int]) -> DOTGraph {
      var graph = DOTGraph(name: "g", attributes: ["start": .number(7)])
      for node in order { graph.addEdge(from: "n\(node)", to: "n\(node * 7 % 20)") }
      return graph
    }
    let one = try graph(Array(0..<20)).laidOut(by: engine)
    #expect(try one == graph((0..<20).reversed()).laidOut(by: engine))
    #expect(one.edges.count == 20 && one.nodes.count == 20)
  }

  @Test("Many threads at once each get their own answer")
  func threads() async throws {
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for index in 0..<40 {
        group.addTask {
          if index % 4 == 3 {
            return (try? GraphvizLayout(dot: "digraph {", cells: 0, curves: 0)) == nil
          }
          let width = Double(index + 1)
          let dot = "digraph g { a [comment=0, label=\"\", width=\(width)] }"
          return try GraphvizLayout(dot: dot, cells: 1, curves: 0).cells[0].width == width * 72
        }
      }
      for try await answer in group { #expect(answer) }
    }
  }
}
