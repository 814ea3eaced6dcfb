import ArgumentParser
import LinchpinCore
import LinchpinReading

/// What is different about the earlier of two dates.
struct EarlierOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The list of organisations at the earlier date, if another.", valueName: "file"),
    completion: .file())
  var organisationsBefore: [String] = []

  @Option(
    help: ArgumentHelp(
      "The catalogue of the earlier date, if another: what it changes is told as rules.",
      valueName: "file"), completion: .file())
  var catalogueBefore: String?

  @Option(
    help: ArgumentHelp(
      "Ownership of the earlier input as it stood on this date (default: --as-of, else its last "
        + "measurement).", valueName: "date"))
  var asOfBefore: CalendarDate?

  @Option(
    help: ArgumentHelp(
      "Renamed and merged organisations, CSV: from,to,date.", valueName: "file"),
    completion: .file())
  var successions: String?

  @Flag(help: "The first input is the later one.")
  var reverse = false

  /// The flags the earlier input is read with.
  func flags(_ flags: ReadingFlags) -> ReadingFlags {
    var flags = flags
    if !organisationsBefore.isEmpty { flags.organisations = organisationsBefore }
    return flags
  }

  func terms(
    _ old: LoadedInput, _ new: LoadedInput, _ counting: CountingOptions
  ) throws -> ComparisonTerms {
    var rulesBefore: Rules?
    if let catalogueBefore {
      let catalogue = try LoadedInput.catalogue(catalogueBefore)
      rulesBefore = Rules(
        catalogue: new.scenario.applied(to: catalogue), networks: new.rules.networks)
    }
    var known = Successions()
    if let successions {
      do {
        known = Successions(
          try SuccessionsReader.read(successions), after: old.snapshot.measured?.upperBound,
          upTo: new.snapshot.measured?.upperBound)
      } catch {
        throw Failure(error)
      }
    }
    return ComparisonTerms(
      old.snapshot, new.snapshot, under: new.rules, before: rulesBefore, asOfBefore: asOfBefore,
      options: counting.assessment, scenario: new.scenario.statements, successions: known)
  }

  func checkOrder(_ old: Snapshot, _ new: Snapshot) throws {
    guard !reverse, let first = old.measured, let second = new.measured,
      second.upperBound < first.lowerBound
    else { return }
    throw Failure(
      code: .usage,
      message: "the second input (\(second.upperBound)) is older than the first "
        + "(\(first.lowerBound))",
      hint: "change their order, or say --reverse")
  }

  /// Two inputs with nothing in common are two studies, not two dates of one.
  func checkOverlap(_ comparison: Comparison) throws {
    if comparison.haveCommon { return }
    throw Failure(
      code: .badData, message: "the two inputs have no organisation and no domain in common",
      hint: "compare two dates of one list; organisations that were renamed: --successions")
  }
}
