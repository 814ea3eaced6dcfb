import ArgumentParser
import Foundation
import LinchpinCore
import LinchpinReporting

/// Figures for articles.
struct Draw: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw a figure: flow, card or chokepoints.",
    discussion: """
      Writes one SVG for each width (360, 700, 960), the numbers as CSV, the alternative text, and \
      a snippet of HTML that gives every screen its own layout.
      """)

  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case flow, card, chokepoints
  }

  @Argument(help: "flow, card or chokepoints.") var figure: Kind
  @OptionGroup var input: InputOptions
  @OptionGroup var counting: CountingOptions
  @OptionGroup var voice: VoiceOptions

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("The folder to write into.", valueName: "folder"),
    completion: .directory)
  var output: String

  @Flag(help: "Replace existing files.") var force = false

  @Option(help: ArgumentHelp("card: the organisation.", valueName: "name")) var focus: String?
  @Option(help: ArgumentHelp("Your own headline.", valueName: "text")) var headline = ""
  @Option(help: ArgumentHelp("Your own subtitle.", valueName: "text")) var subtitle = ""
  @Option(help: ArgumentHelp("A note under the figure.", valueName: "text")) var note = ""
  @Option(help: ArgumentHelp("The source to name (default: the files).", valueName: "text"))
  var source = ""
  @Option(help: ArgumentHelp("The licence of the figure.", valueName: "text")) var licence = ""

  @Option(help: ArgumentHelp("chokepoints: how many bars.", valueName: "n")) var top = 10

  func validate() throws {
    if figure == .card, focus == nil {
      throw ValidationError("draw card needs --focus with the name of an organisation.")
    }
    if !(1...20).contains(top) { throw ValidationError("--top takes a number from 1 to 20.") }
  }

  func run() throws {
    let loaded = try LoadedInput(input.inputs, input.shared, assume: counting.assume, voice: voice)
    _ = try loaded.population(counting)
    let assessment = loaded.assessment(counting)
    let figure: Figure
    let files: [(name: String, contents: String)]
    do {
      figure = try make(loaded, assessment)
      files = try figure.files()
    } catch let error as FigureError {
      throw Failure(error)
    } catch {
      throw Failure(code: .failed, message: "the figure could not be drawn: \(error)")
    }
    try write(files)
    if !voice.quiet {
      for file in files { Output.note("wrote \(output)/\(file.name)") }
      if !figure.folded.isEmpty { Output.note("folded: \(figure.folded)") }
    }
  }

  private func make(_ loaded: LoadedInput, _ assessment: Assessment) throws -> Figure {
    var options = FigureOptions()
    options.home = counting.home.uppercased()
    options.language = voice.language
    options.headline = headline
    options.subtitle = subtitle
    options.note = note
    options.source = source
    options.licence = licence
    options.isFictional = loaded.snapshot.isFictional
    options.detail = voice.detail
    switch figure {
    case .flow:
      return try Figure.flow(
        assessment, role: counting.role.first, by: counting.by, options)
    case .card: return try Figure.card(assessment, focus: focus ?? "", options)
    case .chokepoints:
      let graph = try loaded.graph(of: Study(assessment), counting, includesHosts: false)
      return try Figure.chokepoints(
        Chokepoint.ranked(graph, kinds: [.provider]), assessment, limit: top, options)
    }
  }

  /// All files or none: nothing is replaced before everything is known to be writable.
  private func write(_ files: [(name: String, contents: String)]) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: output, withIntermediateDirectories: true)
    } catch {
      throw Failure(
        code: .cannotWrite, message: "\(output): \(error.localizedDescription)",
        hint: "name a folder that can be written", file: output)
    }
    if !force,
      let taken = files.first(where: {
        FileManager.default.fileExists(atPath: "\(output)/\($0.name)")
      })
    {
      throw Failure(
        code: .cannotWrite, message: "\(output)/\(taken.name) exists already",
        hint: "--force replaces it", file: "\(output)/\(taken.name)")
    }
    for file in files {
      try Output.write(file.contents, to: "\(output)/\(file.name)", replacing: true)
    }
  }
}

extension Failure {
  init(_ error: FigureError) {
    switch error {
    case .nothingToShow(let message, let hint):
      self.init(code: .noSuchName, message: message, hint: hint)
    case .unknownOrganisation(let name, let nearest):
      self.init(
        code: .noSuchName, message: "no organisation is called \(Finding.quoted(name))",
        hint: "nearest: " + nearest.joined(separator: ", "))
    case .drawing(let error):
      self.init(code: .failed, message: "the figure could not be drawn: \(error)")
    }
  }
}
