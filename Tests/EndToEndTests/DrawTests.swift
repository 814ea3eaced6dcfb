import Foundation
import Testing

@Suite("Drawing from the command line")
struct DrawTests {
  private static let before = [
    Program.sample("observations-2026-03.jsonl"), Program.sample("organisations.csv"),
  ].joined(separator: ",")

  private func draw(
    _ figure: [String], _ more: [String] = [], folder: String, environment: [String: String] = [:]
  ) throws -> Program.Result {
    let input =
      figure[0] == "migration"
      ? [Self.before, Program.after.joined(separator: ",")] : Program.after
    return try Program.run(
      ["draw"] + figure + input + Program.fiction + ["--home", "XL", "-o", folder] + more,
      environment: environment)
  }

  private func files(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test(
    "Every figure writes every width, the numbers, the words and a snippet",
    arguments: [
      ["whatif", "--fail", "provider:cumulus-cloud"], ["migration"],
      ["ownership", "--focus", "grachten"], ["grid", "--provider", "cumulus-mail"], ["graph"],
      ["graph", "--layout", "sfdp"],
      ["graph", "--layout", "twopi", "--focus", "cumulus-cloud", "--depth", "1"],
    ])
  func figures(figure: [String]) throws {
    let folder = try Program.folder()
    let result = try draw(figure, folder: folder)
    #expect(result.code == 0, "\(result.messages)")
    let name = figure[0]
    #expect(
      try files(folder)
        == [
          "\(name)-360.svg", "\(name)-700.svg", "\(name)-960.svg", "\(name).csv", "\(name).html",
          "\(name).txt",
        ])
  }

  @Test("A figure without what it asks about is wrong use")
  func usage() throws {
    let folder = try Program.folder()
    for figure in [["card"], ["ownership"], ["whatif"], ["grid"]] {
      #expect(try draw(figure, folder: folder).code == 64, "\(figure)")
    }
    let one = try Program.run(
      ["draw", "migration", Self.before] + Program.fiction + ["-o", folder])
    #expect(one.code == 64)
    #expect(one.messages.contains("two dates"))
    let three = ["--annotate", "a=b", "--annotate", "c=d", "--annotate", "e=f"]
    #expect(try draw(["flow"], three, folder: folder).code == 64)
    #expect(try draw(["graph", "--collapse", "everything"], folder: folder).code == 64)
    #expect(try draw(["flow"], ["--also", "gif"], folder: folder).code == 64)
    #expect(try files(folder).isEmpty)
  }

  @Test("Names that nothing has are answered with the nearest")
  func unknownNames() throws {
    let folder = try Program.folder()
    for (figure, nearest) in [
      (["grid", "--provider", "cumulus-male"], "cumulus-mail"),
      (["ownership", "--focus", "Grachten Gruppe"], "Grachten Groep"),
      (["graph", "--focus", "cumulus-clout"], "Cumulus Cloud"),
      (["flow", "--annotate", "provider:letterbix=Here"], "provider:letterbox"),
      (["flow", "--sector", "no such sector"], "--sector no such sector"),
    ] {
      let result = try draw(figure, folder: folder)
      #expect(result.code == 66, "\(figure)")
      #expect(result.messages.contains(nearest), "\(result.messages)")
    }
    #expect(try files(folder).isEmpty)
  }

  @Test(
    "A filter that leaves nobody is named, whatever the figure", arguments: SameBytesTests.figures)
  func emptyFilter(figure: [String]) throws {
    let folder = try Program.folder()
    let result = try draw(
      figure, ["--sector", "hospital", "--country", "ZZ", "--quiet"], folder: folder)
    #expect(result.code == 66, "\(figure)")
    #expect(result.messages.contains("--country ZZ"), "\(result.messages)")
    #expect(try files(folder).isEmpty)
  }

  @Test("When Graphviz fails, its message and its input are kept and nothing is half-written")
  func graphvizFails() throws {
    let folder = try Program.folder()
    // Without its plug-ins it has no layout engine.
    let result = try draw(
      ["flow"], ["--keep-dot"], folder: folder, environment: ["GVBINDIR": "/no/such/folder"])
    #expect(result.code == 1)
    #expect(result.messages.contains("Graphviz"))
    #expect(try files(folder) == ["flow-failed.dot"])
    let dot = try String(contentsOfFile: "\(folder)/flow-failed.dot", encoding: .utf8)
    #expect(dot.hasPrefix("digraph"))
  }

  @Test("What Graphviz was asked is kept when asked for")
  func keepDot() throws {
    let folder = try Program.folder()
    #expect(try draw(["flow"], ["--keep-dot"], folder: folder).code == 0)
    #expect(try files(folder).contains("flow-960.dot"))
  }

  @Test("Without rsvg-convert --also says what to install, and draws nothing")
  func noRasteriser() throws {
    let folder = try Program.folder()
    let result = try draw(
      ["flow"], ["--also", "png,pdf"], folder: folder, environment: ["PATH": "/no/such/folder"])
    #expect(result.code == 1)
    #expect(result.messages.contains("librsvg2-bin"))
    #expect(try files(folder).isEmpty)
  }

  @Test("Graphs open elsewhere: GraphML and GEXF", arguments: ["graphml", "gexf"])
  func exports(format: String) throws {
    let result = try Program.run(
      ["export"] + Program.after + Program.fiction + ["--to", format, "--quiet"])
    #expect(result.code == 0)
    #expect(result.output.hasPrefix("<?xml"))
    #expect(result.output.contains("mailExchange"))
  }
}
