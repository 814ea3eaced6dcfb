import Foundation
import Testing

@Suite("The same figure everywhere")
struct SameBytesTests {
  static let figures = [
    ["flow"], ["card", "--focus", "Elm Hospital"], ["chokepoints"],
    ["chokepoints", "--by", "sector"],
    ["whatif", "--fail", "provider:cumulus-cloud"], ["migration"],
    ["ownership", "--focus", "grachten"], ["grid", "--provider", "cumulus-mail"],
    ["graph", "--layout", "sfdp"], ["graph"],
  ]

  @Test(
    "Ten runs give the same bytes: shuffled input, no fonts, no plug-in that measures them",
    arguments: figures)
  func bytes(figure: [String]) throws {
    let first = try draw(figure, turned: false, [:])
    #expect(first.count == 6)
    let noFonts = ["FONTCONFIG_FILE": try Self.noFonts()]
    for run in 0..<9 {
      let noPango = run % 3 == 0 ? try Self.noPango() : [:]
      let again = try draw(
        figure, turned: run % 2 == 0,
        run % 3 == 1 ? noFonts : noPango.merging(noFonts) { one, _ in one })
      #expect(again.map(\.name) == first.map(\.name))
      for (one, other) in zip(first, again) {
        #expect(one.bytes == other.bytes, "\(one.name), run \(run)")
      }
    }
  }

  @Test("The plug-in that measures fonts can be left out, and then measures none")
  func withoutPango() throws {
    // Else the test above would compare a thing with itself.
    guard let config = try Self.noPango()["GVBINDIR"] else { return }
    let files = try FileManager.default.contentsOfDirectory(atPath: config)
    let name = try #require(files.first { $0.hasPrefix("config") })
    let text = try String(contentsOfFile: "\(config)/\(name)", encoding: .utf8)
    #expect(text.contains("dot_layout") && !text.contains("pango"))
  }

  private func draw(
    _ figure: [String], turned: Bool, _ environment: [String: String]
  ) throws -> [(name: String, bytes: Data)] {
    let copies = try Program.folder()
    func files(_ names: [String]) throws -> [String] {
      try names.map { turned ? try Self.turned($0, in: copies) : Program.sample($0) }
    }
    let after = try files(["observations-2026-09.jsonl", "organisations-2026-09.csv"])
    let before = try files(["observations-2026-03.jsonl", "organisations.csv"])
    let input =
      figure[0] == "migration"
      ? [before.joined(separator: ","), after.joined(separator: ",")] : after
    let folder = try Program.folder()
    let result = try Program.run(
      ["draw"] + figure + input + Program.fiction + ["--home", "XL", "-o", folder, "--lang", "nl"],
      environment: environment)
    #expect(result.code == 0, "\(result.messages)")
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map {
      ($0, try Data(contentsOf: URL(filePath: "\(folder)/\($0)")))
    }
  }

  /// A copy of a sample under its own name, its rows from the last to the first.
  private static func turned(_ name: String, in folder: String) throws -> String {
    let text = try String(contentsOfFile: Program.sample(name), encoding: .utf8)
    let lines = text.split(separator: "\n").map(String.init)
    let isTable = name.hasSuffix(".csv")
    let head = isTable ? lines.filter { $0.hasPrefix("#") || $0.hasPrefix("id,") } : []
    let rows = lines.filter { !head.contains($0) }.reversed()
    let path = "\(folder)/\(name)"
    try Data(((head + rows).joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: path))
    return path
  }

  /// A configuration of fonts that knows none.
  private static func noFonts() throws -> String {
    try Program.file(Data("<?xml version=\"1.0\"?><fontconfig></fontconfig>".utf8), "fonts.conf")
  }

  /// Graphviz's own folder of plug-ins without pango's; nothing if it is not where it usually is.
  private static func noPango() throws -> [String: String] {
    let files = FileManager.default
    let roots = ["/usr/lib", "/usr/local/lib", "/opt/homebrew/lib"]
    let folders = roots.flatMap { root in
      [root] + ((try? files.contentsOfDirectory(atPath: root)) ?? []).map { "\(root)/\($0)" }
    }.map { "\($0)/graphviz" }
    for folder in folders {
      let names = (try? files.contentsOfDirectory(atPath: folder)) ?? []
      guard let config = names.first(where: { $0.hasPrefix("config") }) else { continue }
      let copy = try Program.folder()
      for name in names where name != config {
        try files.createSymbolicLink(
          atPath: "\(copy)/\(name)", withDestinationPath: "\(folder)/\(name)")
      }
      var isKept = true
      let text = try String(contentsOfFile: "\(folder)/\(config)", encoding: .utf8)
      // A plug-in is a line at the margin and all that is set in under it.
      let kept = text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
        if line.hasPrefix("lib") || line.hasPrefix("/") { isKept = !line.contains("pango") }
        return isKept
      }
      try Data(kept.joined(separator: "\n").utf8).write(to: URL(filePath: "\(copy)/\(config)"))
      return ["GVBINDIR": copy]
    }
    return [:]
  }
}
