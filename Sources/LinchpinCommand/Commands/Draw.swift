import ArgumentParser
import LinchpinCore
import LinchpinReporting

/// Figures for articles.
struct Draw: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw a figure that can go into an article as it is.",
    discussion: """
      flow         who depends on whom, under which law?
      card         what does one organisation hang on?            --focus NAME
      chokepoints  what would hurt most if it stopped?            --top N
      whatif       if this stops, who goes first, who next?       --fail KIND:ID
      migration    who moved where between two dates?             BEFORE AFTER
      trend        since when?                                    ARCHIVE, or an input a date
      ownership    who owns the supplier, since when?             --focus COMPANY
      grid         how many of these use one provider?            --provider ID
      graph        let me explore; not for print                  --focus, --collapse, --max-nodes

      Writes one SVG for each width (360, 700, 960), the numbers as CSV, the alternative text, and \
      a snippet of HTML that gives every screen its own layout.
      """)

  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case flow, card, chokepoints, whatif, migration, trend, ownership, grid, graph
  }

  @Argument(help: "Which figure, from the list above.") var figure: Kind
  @OptionGroup var input: InputOptions
  @OptionGroup var counting: CountingOptions
  @OptionGroup var look: LookOptions
  @OptionGroup var voice: VoiceOptions

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("The folder to write into.", valueName: "folder"),
    completion: .directory)
  var output: String

  @Flag(help: "Replace existing files.") var force = false

  @Option(
    help: ArgumentHelp(
      "card: the organisation; ownership: the company or provider; graph: the node.",
      valueName: "name")) var focus: String?
  @Option(help: ArgumentHelp("chokepoints: how many bars.", valueName: "n")) var top = 10
  @Option(help: ArgumentHelp("grid: the provider, or a company for all of its.", valueName: "id"))
  var provider: String?
  @OptionGroup var graph: GraphOptions
  @OptionGroup(title: "Options for migration") var earlier: EarlierOptions

  func validate() throws {
    if focus == nil, figure == .card || figure == .ownership {
      throw ValidationError(
        "draw \(figure.rawValue) needs --focus with the name of "
          + (figure == .card ? "an organisation." : "a company or provider."))
    }
    if figure == .whatif, counting.fail.isEmpty, counting.scenario == nil {
      throw ValidationError("draw whatif needs --fail, such as --fail jurisdiction:US.")
    }
    if figure == .grid, provider == nil {
      throw ValidationError("draw grid needs --provider with the id of a provider or company.")
    }
    if figure == .migration, input.inputs.count != 2 {
      throw ValidationError(
        "draw migration needs two dates: BEFORE AFTER; files of one date are joined by commas: "
          + "zone.txt,registrants.csv")
    }
    if earlier.catalogueBefore != nil {
      throw ValidationError(
        "draw migration reads both dates under one catalogue, or a correction would look like a move."
      )
    }
    if !(1...20).contains(top) { throw ValidationError("--top takes a number from 1 to 20.") }
  }

  func run() throws {
    try look.check()
    let files: [Figure.File]
    let figure: Figure
    do {
      figure = try make()
      files = try figure.files(keepsLayouts: look.keepDot)
    } catch let error as FigureError {
      if look.keepDot, let layout = error.layout { try keep(layout) }
      throw Failure(error)
    }
    let folder = OutputFolder(path: output, replacing: force)
    let written = try folder.write(files, also: look.also)
    if !voice.quiet {
      for name in written { Output.note("wrote \(output)/\(name)") }
      if !figure.folded.isEmpty { Output.note("folded: \(figure.folded)") }
    }
  }

  /// The graph that could not be laid out, for whoever wants to know why.
  private func keep(_ layout: String) throws {
    let name = "\(figure.rawValue)-failed.dot"
    _ = try OutputFolder(path: output, replacing: true).write([(name, layout)], also: [])
    Output.note("kept \(output)/\(name)")
  }
}

extension Failure {
  init(_ error: FigureError) {
    self.init(
      code: error.isUnknownName ? .noSuchName : .failed, message: error.message, hint: error.hint)
  }
}
