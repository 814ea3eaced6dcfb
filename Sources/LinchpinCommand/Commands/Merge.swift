import ArgumentParser
import LinchpinCore
import LinchpinReading
import LinchpinReporting

/// Parts brought together, then assessed as if their files had been read in one go.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The exact union of parts, then as assess.",
    discussion: """
      The parts must hold every byte of every file they name, once. What is printed is what linchpin \
      assess prints for these files. The SHA-256 of a file is in the JSON where the file is at hand \
      under the name it was classified by, and is then checked against the parts.
      """)

  @Argument(help: "Files that linchpin classify wrote.", completion: .file())
  var parts: [String]

  @OptionGroup var shared: ReadingFlags
  @OptionGroup var counting: CountingOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let loaded = try LoadedInput(
      merging: parts, shared, supposing: counting.suppositions, voice: output.voice,
      hash: output.json)
    _ = try loaded.population(counting)
    let assessment = loaded.assessment(counting, extras: output.usualExtras)
    try output.deliver(
      AssessmentReport.render(assessment, as: output.format, output.context(of: loaded)))
  }
}
