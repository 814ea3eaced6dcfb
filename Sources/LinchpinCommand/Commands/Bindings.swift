import ArgumentParser
import LinchpinCore
import LinchpinReporting

/// The attribution itself.
struct Bindings: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "One row per organisation, domain, role and provider, with its evidence.")

  @OptionGroup var input: InputOptions
  @OptionGroup var counting: CountingOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      "Compare with a published attribution: matrix and reasons in place of the rows.",
      valueName: "file"), completion: .file())
  var compareClaims: [String] = []

  func run() throws {
    try counting.refuseFailures(in: "bindings")
    let loaded = try LoadedInput(
      input.inputs, input.shared, supposing: counting.suppositions, voice: output.voice,
      hash: output.json)
    let study = try loaded.study(counting)
    if !compareClaims.isEmpty {
      let comparison = ClaimComparison(
        try loaded.claims(compareClaims, output.voice, hash: output.json),
        with: study.attribution, try loaded.population(counting))
      return try output.deliver(
        ClaimComparisonReport.render(
          comparison, of: study, as: output.format, output.context(of: loaded)))
    }
    let rows = BindingRow.rows(
      study.attribution, try loaded.population(counting),
      roles: study.options.selection.countedRoles, asOf: study.asOf)
    try output.deliver(
      BindingsReport.render(rows, of: study, as: output.format, output.context(of: loaded)))
  }
}
