import Foundation
import Testing

/// What one module may import, and why not more.
struct ImportRule: Sendable, CustomTestStringConvertible {
  var module: String
  var allowed: Set<String>
  var reason: String

  var testDescription: String { module }

  static let all: [ImportRule] = [
    ImportRule(
      module: "Graphs", allowed: [],
      reason: "failure analysis is pure graph theory: no DNS word, no library"),
    ImportRule(
      module: "Drawing", allowed: ["Foundation", "CGraphviz", "CGraphvizShim", "CHarfBuzz"],
      reason: "only Drawing sees Graphviz, and it never sees the core"),
    ImportRule(
      module: "LinchpinCore",
      allowed: ["Graphs", "CPublicSuffix", "CIDN", "Glibc", "Darwin"],
      reason: "the core does no input or output and knows no clock and no environment"),
    ImportRule(
      module: "LinchpinReading",
      allowed: [
        "LinchpinCore", "CSimdJSON", "CZlib", "CZstd", "CHashing", "Yams", "GRDB",
        "GRDBSQLite", "Foundation",
        "Glibc", "Darwin", "Musl", "Dispatch", "Synchronization",
      ],
      reason: "readers hand over records; they never attribute, and never meet reporting"),
    ImportRule(
      module: "LinchpinReporting", allowed: ["LinchpinCore", "Drawing", "Foundation", "Graphs"],
      reason: "reporters format results; they never read"),
    ImportRule(
      module: "LinchpinCommand",
      allowed: [
        "LinchpinCore", "LinchpinReading", "LinchpinReporting", "ArgumentParser", "Foundation",
        "Glibc", "Darwin", "Synchronization",
      ], reason: "only the executable parses arguments, prints or exits"),
  ]
}

/// One source file of the project.
struct SourceText {
  var path: String
  var text: String

  var imports: Set<String> {
    Set(
      text.split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ").map(String.init)
        guard let place = words.firstIndex(of: "import"), place <= 1,
          place == 0 || ["public", "internal", "package", "@preconcurrency"].contains(words[0])
        else { return nil }
        return words.dropFirst(place + 1).first?.split(separator: ".").first.map(String.init)
      })
  }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func all(in module: String) -> [SourceText] {
    let folder = root.appendingPathComponent("Sources/\(module)")
    guard let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    else { return [] }
    return walk.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.compactMap { url in
      (try? String(contentsOf: url, encoding: .utf8)).map { SourceText(path: url.path, text: $0) }
    }
  }
}
