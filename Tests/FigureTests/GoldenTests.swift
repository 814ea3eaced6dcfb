import ArticleChecks
import Foundation
import Testing

@Suite("Golden figures")
struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  @Test(
    "A few figures are drawn as they were when last looked at",
    arguments: [
      ("whatif", 700), ("migration", 700), ("ownership", 960), ("grid", 360), ("graph", 360),
    ])
  func golden(name: String, width: Int) throws {
    let svg = try Drawn.file(
      "\(name)-\(width).svg", of: Drawn.figure(name, Drawn.options(.en)))
    let outcome = try GoldenFile("\(name)-\(width)", in: Self.folder).compare(svg)
    #expect(outcome == .same, "RECORD=1 rewrites the figure, make review shows it beside the old")
  }
}
