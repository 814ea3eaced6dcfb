import ArgumentParser
import LinchpinCore
import LinchpinReading
import LinchpinReporting

/// Is this input usable?
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Every problem of an input, with line, column and a fix.")

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    var flags = input.shared
    flags.strict = false
    var voice = output.voice
    voice.quiet = true
    let loaded = try LoadedInput(input.inputs, flags, voice: voice)
    try output.deliver(
      FindingsReport.render(
        loaded.snapshot.findings, files: loaded.snapshot.files, as: output.format,
        output.context(of: loaded)))
    let errors = loaded.snapshot.findings.errors.count
    if input.shared.strict, errors > 0 {
      throw Failure(code: .badData, message: "\(errors) unusable rows")
    }
  }
}
