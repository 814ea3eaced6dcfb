import ArticleChecks
import Drawing
import Foundation
import LinchpinCore
import LinchpinReporting
import Testing

@Suite("Figures of the samples")
struct ArticleTests {
  @Test(
    "Every figure passes what a news desk's importer asks, at every width, in both languages",
    arguments: Drawn.names, LinchpinReporting.Language.allCases)
  func article(name: String, language: LinchpinReporting.Language) throws {
    for theme in FigureTheme.allCases {
      var options = Drawn.options(language)
      options.theme = theme
      let figure = try Drawn.figure(name, options)
      let files = try figure.files()
      for width in FigureWidth.allCases {
        let file = try #require(files.first { $0.name == "\(figure.name)-\(width.rawValue).svg" })
        #expect(
          ArticleCheck.problems(in: file.contents, width: width).isEmpty,
          "\(file.name): \(ArticleCheck.problems(in: file.contents, width: width).prefix(5))")
      }
    }
  }

  @Test("Every mark with an id in the table stands in a picture", arguments: Drawn.names)
  func marks(name: String) throws {
    let figure = try Drawn.figure(name, Drawn.options(.en))
    let files = try figure.files()
    let pictures = files.filter { $0.name.hasSuffix(".svg") }.map(\.contents).joined()
    let table = try #require(files.first { $0.name.hasSuffix(".csv") }).contents
    let lines = table.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let column = try #require(lines.first?.firstIndex(of: "mark"))
    let marks = Set(lines.dropFirst().compactMap { $0.count > column ? String($0[column]) : nil })
      .subtracting([""]).filter { $0.hasPrefix(figure.name + "-") }
    #expect(marks.count > 3)
    for mark in marks { #expect(pictures.contains("id=\"\(mark)\""), "\(mark)") }
  }

  @Test("The fictional banner stands on every width", arguments: Drawn.names)
  func banner(name: String) throws {
    for file in try Drawn.figure(name, Drawn.options(.en)).files() where file.name.hasSuffix(".svg")
    {
      #expect(file.contents.contains("FICTIONAL EXAMPLE"), "\(file.name)")
      #expect(file.contents.contains("SCENARIO, NOT FACT") == (name == "whatif"), "\(file.name)")
    }
  }

  @Test("The same input in another order gives the same bytes", arguments: Drawn.names)
  func order(name: String) throws {
    let first = try Drawn.figure(name, Drawn.options(.nl)).files()
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "linchpin-order-\(name)-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func turned(_ path: String) throws -> String {
      var lines = try String(contentsOfFile: path, encoding: .utf8)
        .split(separator: "\n").map(String.init)
      let header =
        path.hasSuffix(".csv") ? lines.filter { $0.hasPrefix("#") || $0.hasPrefix("id,") } : []
      lines.removeAll { header.contains($0) }
      let file = folder.appending(path: URL(filePath: path).lastPathComponent)
      let text = (header + lines.reversed()).joined(separator: "\n") + "\n"
      try Data(text.utf8).write(to: file)
      return file.path
    }
    let again = try Drawn.figure(
      name, Drawn.options(.nl), snapshot: Drawn.snapshot(Drawn.after.map(turned)),
      before: Drawn.snapshot(Drawn.before.map(turned))
    ).files()
    #expect(first.map(\.name) == again.map(\.name))
    for (one, other) in zip(first, again) {
      #expect(one.contents == other.contents, "\(one.name)")
    }
  }
}
