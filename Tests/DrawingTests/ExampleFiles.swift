import Drawing
import Foundation
import Testing

/// Writes the example figures to the folder named by EXAMPLES, for people and linters to look at.
@Test(
  "Every example is drawn at every width",
  arguments: Examples.names, FigureWidth.allCases)
func exampleFiles(name: String, width: FigureWidth) throws {
  let svg = try Examples.svg(name, width)
  #expect(svg.contains("viewBox=\"0 0 \(width.rawValue) "))
  if let folder = ProcessInfo.processInfo.environment["EXAMPLES"] {
    let file = URL(filePath: folder).appending(path: "\(name)-\(width.rawValue).svg")
    try Data(svg.utf8).write(to: file)
  }
}
