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

  @Option(
    help: ArgumentHelp(
      "Count as a published study did: nos-2026 (by owners of networks, unit domain).",
      valueName: "name"))
  var profile: StudyProfile?

  func run() throws {
    let loaded = try LoadedInput(
      input.inputs, input.shared, supposing: counting.suppositions, voice: output.voice,
      hash: output.json,
      keepsRecords: !gate.isEmpty || profile != nil || counting.stopsHosts)
    var counting = counting
    if profile != nil { counting.unit = .domain }
    _ = try loaded.population(counting)
    let assessment = loaded.assessment(counting, extras: extras)
    try counting.checkFailures(against: assessment.failure?.failed ?? [])
    try output.deliver(
      AssessmentReport.render(assessment, as: output.format, output.context(of: loaded)))
    if !gate.isEmpty {
      let rows = try loaded.rows(counting)
      try gate.check(try gate.gates(hasTwoDates: false).map { ($0, $0.cases(rows)) })
    }
  }

  private var extras: AssessmentOptions.Extras {
    profile == nil ? output.usualExtras : output.usualExtras.union(.networkProfile)
  }
}

/// A published way of counting.
enum StudyProfile: String, ExpressibleByArgument, CaseIterable {
  case nos2026 = "nos-2026"
}
