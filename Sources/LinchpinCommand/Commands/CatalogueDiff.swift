import ArgumentParser
import LinchpinCore
import LinchpinReporting

/// Which published figures a change of the catalogue moves.
struct CatalogueDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Which figures move when the catalogue changes: what a correction has to say.",
    discussion: """
      One input under two catalogues, so that every difference is one of rules. A catalogue is a \
      file as --catalogue takes it, or the word “shipped”.
      """)

  @Argument(help: "The catalogue that figures were published under.", completion: .file())
  var old: String
  @Argument(help: "The catalogue as it is now.", completion: .file()) var new: String
  @OptionGroup var input: InputOptions
  @OptionGroup var counting: CountingOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var table: TableOptions

  func validate() throws {
    try table.check(output)
    if input.shared.catalogue != nil {
      throw ValidationError("catalogue diff takes its two catalogues as arguments.")
    }
  }

  func run() throws {
    var flags = input.shared
    flags.catalogue = path(new)
    let loaded = try LoadedInput(
      input.inputs, flags, supposing: counting.suppositions, voice: output.voice, hash: output.json)
    let before = Rules(
      catalogue: loaded.scenario.applied(to: try LoadedInput.catalogue(path(old))),
      networks: loaded.rules.networks)
    let terms = ComparisonTerms(
      loaded.snapshot, loaded.snapshot, under: loaded.rules, before: before,
      options: counting.assessment, scenario: loaded.scenario.statements)
    let (comparison, causes) = Comparison.withCauses(loaded.snapshot, loaded.snapshot, terms)
    try counting.checkFailures(against: causes.stopped)
    let study = try loaded.study(counting, comparison.after)
    try output.deliver(
      ComparisonReport.render(
        comparison, causes, [], of: study, as: output.format, table: table.table ?? .totals,
        output.context(of: loaded)))
  }

  private func path(_ name: String) -> String? { name == "shipped" ? nil : name }
}
