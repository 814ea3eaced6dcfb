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
  @OptionGroup var gate: GateOptions

  func run() throws {
    let loaded = try LoadedInput(
      input.inputs, input.shared, supposing: counting.suppositions, voice: output.voice,
      hash: output.json,
      keepsRecords: !gate.isEmpty)
    _ = try loaded.population(counting)
    let assessment = loaded.assessment(counting, extras: extras)
    try output.deliver(
      AssessmentReport.render(assessment, as: output.format, output.context(of: loaded)))
    if !gate.isEmpty {
      let rows = try loaded.rows(counting)
      try gate.check(try gate.gates(hasTwoDates: false).map { ($0, $0.cases(rows)) })
    }
  }

  /// Tables of shares have no room for ranges; reach costs a solution of every single failure.
  private var extras: AssessmentOptions.Extras {
    switch output.format {
    case .csv: []
    case .json: [.ties, .reach]
    case .text, .markdown: output.voice.verbose ? [.ties, .reach] : [.ties]
    }
  }
}
