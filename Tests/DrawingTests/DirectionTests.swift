import Testing

@testable import Drawing

@Suite("Text direction")
struct DirectionTests {
  @Test("Text of both directions is drawn in the order it is read in")
  func directions() {
    func seen(_ text: String) -> [String] {
      TextDirection.stretches(of: text).map { ($0.isRightToLeft ? "<" : "") + $0.text }
    }
    #expect(seen("plain 12, text") == ["plain 12, text"])
    #expect(seen("a אב c") == ["a ", "<אב", " c"])
    // Words that run against the line keep their place in it; their neighbours follow on the left.
    #expect(seen("x אב, גד y") == ["x ", "<אב, גד", " y"])
    #expect(seen("אב 12.5 גד") == ["< גד", "12.5", "<אב "])
    #expect(seen("مستشفى 1") == ["1", "<مستشفى "])
    #expect(seen("1 אב") == ["1 ", "<אב"])
    // A point at the end belongs to the line, which runs from left to right.
    #expect(seen("אב.") == ["<אב", "."])
  }
}
