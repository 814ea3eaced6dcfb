import ArgumentParser
import LinchpinCore
import LinchpinReading
import LinchpinReporting

/// What changed between two dates, why, and who moved.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "What changed between two inputs, why, and who moved.",
    discussion: """
      Every total is recomputed step by step, so that what changed in the world (population, \
      records, ownership) is told from what changed in the measuring (coverage, rules). Both \
      inputs are read under one catalogue unless --catalogue-before gives another. Give an input \
      of several files as one argument with commas between: zone.txt,registrants.csv
      """)

  @Argument(help: "The earlier input.", completion: .file()) var before: String
  @Argument(help: "The later input.", completion: .file()) var after: String

  @OptionGroup var reading: ReadingFlags
  @OptionGroup var counting: CountingOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var earlier: EarlierOptions
  @OptionGroup var gate: GateOptions
  @OptionGroup var table: TableOptions

  func validate() throws { try table.check(output) }

  func run() throws {
    try TwoDates(
      before: before, after: after, reading: reading, counting: counting, output: output,
      earlier: earlier, gate: gate, table: table
    ).report()
  }
}

/// Two inputs as two dates of one thing: read, checked, compared, reported.
struct TwoDates {
  var before: String
  var after: String
  var reading: ReadingFlags
  var counting: CountingOptions
  var output: OutputOptions
  var earlier: EarlierOptions
  var gate: GateOptions
  var table: TableOptions

  func report() throws {
    let new = try input(after, reading)
    let old = try input(before, earlier.flags(reading))
    try earlier.checkOrder(old.snapshot, new.snapshot)
    let terms = try earlier.terms(old, new, counting)
    let (comparison, causes) = Comparison.withCauses(old.snapshot, new.snapshot, terms)
    try earlier.checkOverlap(comparison)
    try counting.checkFailures(against: causes.stopped)
    let was = try old.study(counting, comparison.before)
    let now = try new.study(counting, comparison.after)
    let points = SinglePointChange.between(
      try old.graph(of: was, counting, includesHosts: false),
      try new.graph(of: now, counting, includesHosts: false), kinds: [.provider, .company])
    try output.deliver(
      ComparisonReport.render(
        comparison, causes, points, of: now, as: output.format, table: table.table ?? .moves,
        output.context(of: new)))
    try checkGates(old, was, new, now, points)
  }

  private func checkGates(
    _ old: LoadedInput, _ was: Study, _ new: LoadedInput, _ now: Study,
    _ points: [SinglePointChange]
  ) throws {
    if gate.isEmpty { return }
    let gates = try gate.gates(hasTwoDates: true)
    let (before, after) = (try old.rows(counting, was), try new.rows(counting, now))
    try gate.check(
      gates.map { gate in
        let cases =
          gate.isAboutSinglePoints
          ? points.filter(\.hasAppeared).map { "\($0.kind.rawValue):\($0.id)" }.sorted()
          : gate.cases(after, before: before)
        return (gate, cases)
      })
  }

  private func input(_ paths: String, _ flags: ReadingFlags) throws -> LoadedInput {
    try LoadedInput(
      paths.split(separator: ",").map(String.init), flags, supposing: counting.suppositions,
      voice: output.voice, hash: output.json)
  }
}

/// Which table CSV holds.
struct TableOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "With --csv, which table: moves (default), matrix, totals, units, changes, members or points.",
      valueName: "name"))
  var table: ComparisonTable?

  func check(_ output: OutputOptions) throws {
    if table != nil, !output.csv {
      throw ValidationError("--table chooses a table of --csv, which is not given.")
    }
  }
}
