import Drawing
import Testing

@Suite("Graphviz")
struct GraphvizTests {
  @Test("Broken DOT gives an error that says what is wrong, and the next graph still works")
  func broken() throws {
    for dot in ["digraph g { a -> ", "", "digraph \"g { a }", "digraph g { a [label=<<b>x]; }"] {
      let error = #expect(throws: GraphvizError.self) {
        try GraphvizRendering(dot: dot, format: .plain)
      }
      guard case .unreadable(let message) = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
      if !dot.isEmpty { #expect(message.contains("Error")) }
      #expect(try GraphvizRendering(dot: "digraph g { a }", format: .plain).text.contains("node a"))
    }
  }

  @Test("Bad HTML is an error although Graphviz returns success")
  func badHTML() {
    let error = #expect(throws: GraphvizError.self) {
      try GraphvizRendering(dot: "digraph g { a [label=<<TABLE><TR>x</TABLE>>] }", format: .svg)
    }
    guard case .reported(let message) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(message.contains("Error"))
  }

  @Test("An unknown colour, which Graphviz calls a success, comes back as a warning")
  func warnings() throws {
    let dot = "digraph g { a [style=filled, fillcolor=nosuchcolour] }"
    #expect(try GraphvizRendering(dot: dot, format: .svg).warnings.contains("nosuchcolour"))
  }

  @Test("A zero byte is refused before it can cut the graph short")
  func zero() {
    #expect(throws: GraphvizError.zeroByte) {
      try GraphvizRendering(dot: "digraph g { a }\u{0} rubbish", format: .plain)
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

  @Test("Every engine writes the same bytes twice", arguments: GraphvizEngine.allCases)
  func engines(engine: GraphvizEngine) throws {
    func dot(_ order: [Int]) -> String {
      var graph = DOTGraph(name: "g", attributes: ["start": .number(7)])
      for node in order { graph.addEdge(from: "n\(node)", to: "n\(node * 7 % 20)") }
      return graph.text
    }
    let one = try GraphvizRendering(dot: dot(Array(0..<20)), engine: engine, format: .xdot)
    let other = try GraphvizRendering(dot: dot((0..<20).reversed()), engine: engine, format: .xdot)
    #expect(one == other)
  }

  @Test("Many threads at once each get their own answer")
  func threads() async throws {
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for index in 0..<40 {
        group.addTask {
          if index % 4 == 3 {
            return (try? GraphvizRendering(dot: "digraph {", format: .plain)) == nil
          }
          let dot = "digraph g { a -> own\(index) }"
          return try GraphvizRendering(dot: dot, format: .plain).text.contains("own\(index) ")
        }
      }
      for try await answer in group { #expect(answer) }
    }
  }
}
