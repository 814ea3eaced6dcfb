import ArgumentParser
import LinchpinCore
import LinchpinReporting

/// The graph itself, for those who draw or compute elsewhere.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The dependency graph for other programs: graphml, gexf, dot, json or csv.")

  @OptionGroup var input: InputOptions
  @OptionGroup var counting: CountingOptions
  @OptionGroup var voice: VoiceOptions

  @Option(help: "graphml, gexf, dot, json or csv.") var to: GraphFormat

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Write here instead of standard output.", valueName: "path"),
    completion: .file())
  var output: String?

  @Flag(help: "Replace an existing file.") var force = false

  func run() throws {
    try counting.refuseFailures(in: "export")
    let loaded = try LoadedInput(
      input.inputs, input.shared, supposing: counting.suppositions, voice: voice)
    let study = try loaded.study(counting)
    let graph = try loaded.graph(of: study, counting, includesHosts: voice.detail)
    let text = GraphExport.render(graph, as: to, scenario: study.scenario)
    if let output {
      try Output.write(text, to: output, replacing: force)
    } else {
      try Output.print(text)
    }
  }
}
