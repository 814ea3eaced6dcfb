import Foundation
import Testing

@Suite("Golden figures")
struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  @Test("Two figures are drawn as they were when last looked at", arguments: ["flow", "layers"])
  func golden(name: String) throws {
    let svg = try Examples.svg(name, .wide)
    let file = Self.folder.appending(path: "\(name)-960.svg")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try Data(svg.utf8).write(to: file)
      Issue.record("Recorded \(file.lastPathComponent); look at it, then run again without RECORD")
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(svg == expected, "RECORD=1 rewrites the figure")
  }
}
