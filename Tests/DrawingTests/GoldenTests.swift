import ArticleChecks
import Foundation
import Testing

@Suite("Golden charts")
struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  @Test("Two charts are drawn as they were when last looked at", arguments: ["flow", "layers"])
  func golden(name: String) throws {
    let outcome = try GoldenFile("\(name)-960", in: Self.folder).compare(Examples.svg(name, .wide))
    #expect(outcome == .same, "RECORD=1 rewrites the figure, make review shows it beside the old")
  }
}
