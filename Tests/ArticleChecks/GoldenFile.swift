public import Foundation

/// A figure as it was when a person last looked at it.
///
/// `RECORD=1` rewrites it and fails, so that a person looks; `REVIEW=FOLDER` puts old beside new
/// on a page for those that differ.
public struct GoldenFile {
  public enum Outcome: Sendable {
    case same, recorded, differs
  }

  private let file: URL
  private let name: String

  public init(_ name: String, in folder: URL) {
    self.name = name
    file = folder.appending(path: "\(name).svg")
  }

  public func compare(_ svg: String) throws -> Outcome {
    let environment = ProcessInfo.processInfo.environment
    if environment["RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(svg.utf8).write(to: file)
      return .recorded
    }
    let old = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    if old == svg { return .same }
    if let review = environment["REVIEW"] {
      try show(old, beside: svg, in: URL(filePath: review))
    }
    return .differs
  }

  /// Adds both to the folder, and writes the page anew from everything in it.
  private func show(_ old: String, beside new: String, in folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(old.utf8).write(to: folder.appending(path: "\(name).old.svg"))
    try Data(new.utf8).write(to: folder.appending(path: "\(name).new.svg"))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".new.svg") }.map { String($0.dropLast(8)) }.sorted()
    let rows = names.map { name in
      "<h2>\(name)</h2><p><img src=\"\(name).old.svg\" alt=\"old\"> "
        + "<img src=\"\(name).new.svg\" alt=\"new\"></p>"
    }
    let page =
      "<!doctype html><meta charset=\"utf-8\"><title>Old beside new</title>\n"
      + "<style>p{display:flex;gap:1em;align-items:start}img{border:1px solid #999}</style>\n"
      + "<h1>Left: as it was. Right: as it is.</h1>\n" + rows.joined(separator: "\n") + "\n"
    try Data(page.utf8).write(to: folder.appending(path: "index.html"))
  }
}
