import ArgumentParser
import LinchpinCore
import LinchpinReading

/// What is counted, and how.
struct CountingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Only these services.", valueName: "name"))
  var service: [Service] = []

  @Option(help: ArgumentHelp("Only these roles.", valueName: "name"))
  var role: [Role] = []

  @Option(help: ArgumentHelp("Only organisations of these sectors.", valueName: "name"))
  var sector: [String] = []

  @Option(help: ArgumentHelp("Only organisations of these countries.", valueName: "code"))
  var country: [String] = []

  @Option(help: ArgumentHelp("Only organisations of these regions.", valueName: "name"))
  var region: [String] = []

  @Option(help: "Bring providers together as provider, company or jurisdiction (default: each).")
  var groupBy: GroupLevel?

  @Option(help: "Cut every table by sector, country or region.")
  var by: Dimension?

  @Option(help: "Count organisations or domains.")
  var unit: Unit = .organisation

  @Option(
    help: "How a unit with several providers counts: any, fractional or primary.")
  var count: Count?

  @Option(help: "The weakest evidence that counts: routing, inferred or trace.")
  var tier: Tier = .inferred

  @Flag(help: "Count organisations by their weight.")
  var weighted = false

  @Option(
    help: "outage: any mail exchanger stands in; termination: only the most preferred group.")
  var mode: FailureMode = .outage

  @Option(help: "How far a cut-off reaches through ownership: entity, group or licences.")
  var cutoffScope: CutoffScope = .group

  @Option(
    help: ArgumentHelp(
      "Ownership as it stood on this date (default: the last measurement).", valueName: "date"))
  var asOf: CalendarDate?

  @Option(
    help: ArgumentHelp("A scenario: suppose that “A owns B”.", valueName: "A owns B"))
  var assume: [String] = []

  @Option(
    help: ArgumentHelp(
      "A scenario of a YAML file, by name where it holds several; see the documentation of formats.",
      valueName: "file[#name]"), completion: .file())
  var scenario: String?

  @Option(
    help: ArgumentHelp(
      "A scenario: what stops, as provider, company, jurisdiction, host or network and its id; "
        + "repeatable.", valueName: "kind:id"))
  var fail: [AssessmentOptions.Stop] = []

  @Flag(
    help: "The organisations are a random sample: shares get intervals, changes also tests.")
  var sample = false

  @Option(help: ArgumentHelp("Your own country, two letters.", valueName: "CC"))
  var home: String = ""

  func validate() throws {
    if !home.isEmpty, home.count != 2 || !home.allSatisfy(\.isLetter) {
      throw ValidationError("--home takes a country code of two letters, such as NL.")
    }
  }

  /// The services under study.
  var services: ServiceSet { ServiceSet(assessment.selection.countedRoles.map(\.service)) }

  /// The options as the core knows them.
  var assessment: AssessmentOptions {
    var options = AssessmentOptions()
    options.selection.services = service
    options.selection.roles = role
    options.selection.sectors = sector
    options.selection.countries = country
    options.selection.regions = region
    options.unit = unit
    options.count = count
    options.tier = tier
    options.by = by
    options.isWeighted = weighted
    options.mode = mode
    options.scope = cutoffScope
    // A scenario file that cannot be used ended the run when the input was read.
    let supposed = try? suppositions
    options.asOf = supposed?.asOf
    options.stopped = supposed?.stopped ?? []
    options.isSample = sample
    options.home = home.uppercased()
    if let groupBy { options.levels = [groupBy] }
    return options
  }

  /// What options and scenario file suppose together.
  /// - Throws: where the scenario file cannot be used.
  var suppositions: Suppositions {
    get throws {
      guard let scenario else {
        return Suppositions(assume: assume, asOf: asOf, stopped: fail)
      }
      let named = try Suppositions.read(scenario)
      for text in named.fail where AssessmentOptions.Stop(argument: text) == nil {
        throw Failure(
          code: .badData, message: "\(scenario): \(Finding.quoted(text)) is nothing that can stop",
          hint: "write provider:ID, company:ID, jurisdiction:ID, host:ID or network:ID")
      }
      if let asOf, let other = named.asOf, asOf != other {
        throw Failure(
          code: .usage,
          message: "--as-of \(asOf) and the scenario \(Finding.quoted(named.name)), "
            + "which is as of \(other), contradict each other",
          hint: "leave one of the two dates out")
      }
      return Suppositions(
        name: named.name, assume: named.assume + assume, asOf: asOf ?? named.asOf,
        stopped: named.fail.compactMap { AssessmentOptions.Stop(argument: $0) } + fail)
    }
  }

  /// Whether a single host or network stops, for which the records are needed.
  var stopsHosts: Bool {
    assessment.stopped.contains { $0.kind == .host || $0.kind == .network }
  }

  /// Ends a run in which something stops that no date has.
  func checkFailures(against stopped: some Sequence<String>) throws {
    let known = Set(stopped.map { $0.lowercased() })
    guard let missing = assessment.stopped.first(where: { !known.contains($0.label.lowercased()) })
    else { return }
    throw Failure(
      code: .noSuchName,
      message: "there is no \(missing.kind.rawValue) "
        + "\(Finding.quoted(missing.id)) here",
      hint: "linchpin whatif --fail \(missing.label) names the nearest")
  }

  /// Ends a run whose result nothing that stops can change.
  func refuseFailures(in command: String) throws {
    guard let stopped = try suppositions.stopped.first else { return }
    throw Failure(
      code: .usage, message: "\(command) does not change when \(stopped.label) stops",
      hint: "whatif, assess, compare and archive trend say what then happens; "
        + "for this command leave --fail out, or take a scenario without fail")
  }
}
