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

  func run() throws {
    let loaded = try LoadedInput(
      input.inputs, input.shared, supposing: counting.suppositions, voice: output.voice,
      hash: output.json)
    let assessment = loaded.assessment(counting)
    guard let explanation = Explanation.of(name, in: assessment) else {
      let nearest = NearestNames.find(name, among: Explanation.candidates(in: assessment))
      throw Failure(
        code: .noSuchName, message: "nothing here is called \(Finding.quoted(name))",
        hint: "nearest: " + nearest.joined(separator: ", "))
    }
    try output.deliver(
      ExplanationReport.render(
        explanation, of: Study(assessment), as: output.format, output.context(of: loaded)))
  }
}
