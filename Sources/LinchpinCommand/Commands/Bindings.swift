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

  func run() throws {
    let study = try Study(
      input.inputs, input.shared, assume: counting.assume, voice: output.voice, hash: output.json)
    let population = try study.population(counting)
    let attribution = Attribution(study.snapshot, under: study.rules)
    let options = counting.assessment
    let rows = BindingRow.rows(
      attribution, population, roles: options.selection.countedRoles,
      asOf: options.asOf ?? study.snapshot.measured?.upperBound)
    try output.deliver(
      BindingsReport.render(rows, as: output.format, output.context(of: study)))
  }
}
