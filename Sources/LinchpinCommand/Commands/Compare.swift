import ArgumentParser
import LinchpinCore
import LinchpinReporting

/// What changed between two dates, and who moved.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "What changed between two inputs, and who moved.",
    discussion: """
      Both inputs are read under one catalogue. Give an input of several files as one argument \
      with commas between: zone.txt,registrants.csv
      """)

  @Argument(help: "The earlier input.", completion: .file()) var before: String
  @Argument(help: "The later input.", completion: .file()) var after: String

  @OptionGroup var reading: ReadingFlags
  @OptionGroup var counting: CountingOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      "The list of organisations at the earlier date, if another.", valueName: "file"),
    completion: .file())
  var organisationsBefore: [String] = []

  @Flag(help: "The first input is the later one.")
  var reverse = false

  func run() throws {
    let new = try study(after, reading)
    var earlier = reading
    if !organisationsBefore.isEmpty { earlier.organisations = organisationsBefore }
    let old = try study(before, earlier)
    try checkOrder(old.snapshot, new.snapshot)
    let comparison = Comparison(
      old.snapshot, new.snapshot, under: new.rules, options: counting.assessment)
    let study = Study(
      comparison.after, try new.population(counting), options: counting.assessment,
      scenario: new.scenario.statements)
    try output.deliver(
      ComparisonReport.render(
        comparison, of: study, as: output.format, output.context(of: new)))
  }

  private func study(_ paths: String, _ flags: ReadingFlags) throws -> LoadedInput {
    try LoadedInput(
      paths.split(separator: ",").map(String.init), flags, assume: counting.assume,
      voice: output.voice, hash: output.json)
  }

  private func checkOrder(_ old: Snapshot, _ new: Snapshot) throws {
    guard !reverse, let first = old.measured, let second = new.measured,
      second.upperBound < first.lowerBound
    else { return }
    throw Failure(
      code: .usage,
      message: "the second input (\(second.upperBound)) is older than the first "
        + "(\(first.lowerBound))",
      hint: "change their order, or say --reverse")
  }
}
