import ArgumentParser
import LinchpinCore
import LinchpinReporting

/// Headline, shares, concentration, exposure and coverage of one input.
struct Assess: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Headline, shares, concentration, exposure, coverage.")

  @OptionGroup var input: InputOptions
  @OptionGroup var counting: CountingOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let loaded = try LoadedInput(
      input.inputs, input.shared, assume: counting.assume, voice: output.voice, hash: output.json,
      keepsRecords: false)
    _ = try loaded.population(counting)
    let assessment = loaded.assessment(counting)
    try output.deliver(
      AssessmentReport.render(assessment, as: output.format, output.context(of: loaded)))
  }
}
