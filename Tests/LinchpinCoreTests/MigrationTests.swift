import Testing

@testable import LinchpinCore

@Suite("Migration")
struct MigrationTests {
  private func providers(_ parts: [(String, Double)]) -> [Migration.Party: Double] {
    Dictionary(uniqueKeysWithValues: parts.map { (Migration.Party.provider($0.0), $0.1) })
  }

  @Test("Who keeps one of two providers moves by half")
  func half() {
    let bands = Comparison.bands(
      providers([("a", 0.5), ("b", 0.5)]), providers([("a", 0.5), ("c", 0.5)]))
    #expect(bands.filter(\.isMove).map(\.size) == [0.5])
    #expect(bands.reduce(0) { $0 + $1.size } == 1)
  }

  @Test("Who adds a second provider moves by half, to the new one")
  func second() {
    let bands = Comparison.bands(providers([("a", 1)]), providers([("a", 0.5), ("b", 0.5)]))
    let moves = bands.filter(\.isMove)
    #expect(moves.map(\.to) == [.provider("b")])
    #expect(moves.map(\.size) == [0.5])
  }

  @Test("What is not known at one of the dates is no move")
  func unknown() {
    let bands = Comparison.bands([.unknown: 1], providers([("a", 1)]))
    #expect(bands.count == 1)
    #expect(!bands[0].isMove)
  }

  @Test("Every unit is counted once, whatever it does")
  func once() {
    let was = providers([("a", 0.25), ("b", 0.25), ("c", 0.5)])
    let now: [Migration.Party: Double] = [.own: 0.5, .provider("a"): 0.125, .absent: 0.375]
    let bands = Comparison.bands(was, now)
    #expect(abs(bands.reduce(0) { $0 + $1.size } - 1) < 1e-12)
    for (party, size) in was {
      let left = bands.filter { $0.from == party }.reduce(0) { $0 + $1.size }
      #expect(abs(left - size) < 1e-12)
    }
    for (party, size) in now {
      let came = bands.filter { $0.to == party }.reduce(0) { $0 + $1.size }
      #expect(abs(came - size) < 1e-12)
    }
  }
}
