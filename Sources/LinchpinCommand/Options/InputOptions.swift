import ArgumentParser
import LinchpinCore
import LinchpinReading

/// What is read.
struct InputOptions: ParsableArguments {
  @Argument(
    help: "Observations and lists of organisations; recognised by content; - is standard input.",
    completion: .file())
  var inputs: [String] = []

  @OptionGroup var shared: ReadingFlags
}

/// The options of reading, for commands that name their inputs themselves.
struct ReadingFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp("A list of organisations.", valueName: "file"), completion: .file())
  var organisations: [String] = []

  @Option(
    help: ArgumentHelp(
      "Read every input as this format instead of recognising it.", valueName: "name"))
  var format: InputFormat?

  @Option(
    help: ArgumentHelp(
      "What inputs that are not UTF-8 are written in.", valueName: "name"))
  var encoding: TextEncoding?

  @Option(
    help: ArgumentHelp(
      "YAML adds to or overrides the shipped catalogue; a provider table in CSV replaces it.",
      valueName: "file"), completion: .file())
  var catalogue: String?

  @Option(
    help: ArgumentHelp("Ranges of addresses by AS (ip2asn).", valueName: "file"),
    completion: .file())
  var networks: [String] = []

  @Option(
    help: ArgumentHelp("The day of measurement, if the input does not say.", valueName: "date"))
  var measuredOn: CalendarDate?

  @Flag(help: "Any unusable row ends the run with exit code 65.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "Threads that read one big file of observations where no record need be kept, as in assess; "
        + "the result is the same.",
      valueName: "n"))
  var threads: Int = 1

  @Option(help: ArgumentHelp("Errors as text or json.", valueName: "text|json"))
  var errorFormat: ErrorFormat = .text

  func validate() throws {
    if threads < 1 || threads > 1_024 {
      throw ValidationError("--threads takes a number from 1 to 1,024.")
    }
  }

  /// The options as readers know them.
  func reading(hash: Bool, _ progress: ReadingProgress? = nil) -> ReadingOptions {
    var options = ReadingOptions(
      format: format, measuredOn: measuredOn, hash: hash, encoding: encoding)
    options.threads = threads
    options.progress = progress
    return options
  }

  /// What decides how records are understood under these options.
  func identity(of rules: Rules) throws(ReadingError) -> PartIdentity {
    try PartIdentity(
      program: "linchpin \(Version.current)", rules: rules, networks: networks,
      options: reading(hash: false))
  }
}

enum ErrorFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
