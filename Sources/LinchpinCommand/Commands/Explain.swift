import ArgumentParser
import LinchpinCore
import LinchpinReporting

/// Everything known about one name.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Everything known about one organisation, domain, provider, company or country.")

  @Argument(help: "The name, id or domain.") var name: String
  @OptionGroup var input: InputOptions
  @OptionGroup var counting: CountingOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      "A published attribution: what it claims, and why ours differs; inputs that are one need no option.",
      valueName: "file"),
    completion: .file())
  var compareClaims: [String] = []

  func run() throws {
    try counting.refuseFailures(in: "explain")
    let loaded = try LoadedInput(
      input.inputs, input.shared, supposing: counting.suppositions, voice: output.voice,
      hash: output.json)
    let assessment = loaded.assessment(counting)
    guard var explanation = Explanation.of(name, in: assessment) else {
      try loaded.snapshot.refuseNamesakes(of: name)
      let nearest = NearestNames.find(name, among: Explanation.candidates(in: assessment))
      throw Failure(
        code: .noSuchName, message: "nothing here is called \(Finding.quoted(name))",
        hint: "nearest: " + nearest.joined(separator: ", "))
    }
    let published = compareClaims + loaded.claimPaths
    if !published.isEmpty {
      let comparison = ClaimComparison(
        try loaded.claims(published, output.voice, hash: output.json),
        with: assessment.attribution, try loaded.population(counting))
      explanation = explanation.comparing(comparison, in: assessment)
    }
    let study = Study(assessment)
    let graph = try loaded.graph(of: study, counting, includesHosts: true)
    try output.deliver(
      ExplanationReport.render(
        explanation.withFailures(
          in: graph, home: assessment.options.home, showsDetail: output.voice.detail),
        of: study, as: output.format, output.context(of: loaded)))
  }
}
