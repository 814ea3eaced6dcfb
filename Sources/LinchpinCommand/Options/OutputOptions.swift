import ArgumentParser
import Foundation
import LinchpinCore
import LinchpinReporting

/// In what form, in what language, and where to.
struct OutputOptions: ParsableArguments {
  @Flag(help: "For machines: JSON.")
  var json = false

  @Flag(help: "For machines: CSV.")
  var csv = false

  @Flag(help: "For documents: Markdown.")
  var markdown = false

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Write here instead of standard output.", valueName: "path"),
    completion: .file())
  var output: String?

  @Flag(help: "Replace an existing file.")
  var force = false

  @OptionGroup var voice: VoiceOptions

  @Option(help: ArgumentHelp("Rows of a ranking.", valueName: "n"))
  var top: Int = 10

  func validate() throws {
    if [json, csv, markdown].count(where: { $0 }) > 1 {
      throw ValidationError("Choose one of --json, --csv and --markdown.")
    }
    if top < 1 { throw ValidationError("--top takes a number from 1.") }
  }

  var format: OutputFormat { json ? .json : csv ? .csv : markdown ? .markdown : .text }

  /// Hands the result to the file asked for, else to standard output.
  func deliver(_ text: String) throws {
    if let output {
      try Output.write(text, to: output, replacing: force)
    } else {
      try Output.print(text)
    }
  }
}

/// How the program speaks.
struct VoiceOptions: ParsableArguments {
  @Option(help: "Words and numbers in en or nl (default: from the locale).")
  var lang: Language?

  @Flag(help: "Name hosts, addresses and cut sets of single organisations.")
  var detail = false

  @Flag(help: "No messages beside the result.")
  var quiet = false

  @Flag(help: "More about what was read and what is not known.")
  var verbose = false

  var language: Language {
    if let lang { return lang }
    let environment = ProcessInfo.processInfo.environment
    let locale = environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"] ?? ""
    return locale.hasPrefix("nl") ? .nl : .en
  }
}

extension OutputOptions {
  /// Tables of shares have no room for ranges; reach costs a solution of every single failure.
  var usualExtras: AssessmentOptions.Extras {
    switch format {
    case .csv: []
    case .json: [.ties, .reach, .dataClasses]
    case .text, .markdown:
      voice.verbose ? [.ties, .reach, .dataClasses] : [.ties, .dataClasses]
    }
  }

  /// What every report is told beside its result.
  func context(isFictional: Bool = false) -> ReportContext {
    ReportContext(
      version: Version.current, language: voice.language, top: top, isVerbose: voice.verbose,
      showsDetail: voice.detail, isFictional: isFictional)
  }

  func context(of loaded: LoadedInput) -> ReportContext {
    context(isFictional: loaded.snapshot.isFictional)
  }
}
