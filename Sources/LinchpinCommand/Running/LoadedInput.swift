import LinchpinCore
import LinchpinReading
import LinchpinReporting

/// One run's input, read: observations, rules and suppositions.
struct LoadedInput {
  private(set) var snapshot: Snapshot
  /// With the organisations' own names, where they have been taken away.
  private(set) var original: Snapshot?
  /// Made while reading, where the command does not need the records.
  private var passing: Attribution?
  let rules: Rules
  let scenario: Scenario

  /// Reads inputs, catalogue and networks; what was wrong with rows is said on standard error.
  init(
    _ inputs: [String], _ flags: ReadingFlags, supposing: Suppositions = .init(),
    voice: VoiceOptions,
    hash: Bool = false, keepsRecords: Bool = true
  ) throws {
    if inputs.isEmpty {
      throw Failure(
        code: .usage, message: "no input given",
        hint: "name a file of observations, such as samples/observations-2026-09.jsonl")
    }
    (rules, scenario) = try LoadedInput.rules(flags, supposing: supposing, voice)
    let progress = ProgressLine.begin(voice)
    do throws(ReadingError) {
      let options = flags.reading(hash: hash, progress)
      let lists = flags.organisations
      if !keepsRecords,
        let passing = try InputReader.attribution(
          from: inputs, organisations: lists, under: rules, options: options)
      {
        self.passing = passing
        snapshot = passing.snapshot
      } else {
        passing = nil
        snapshot = try InputReader.snapshot(from: inputs, organisations: lists, options: options)
      }
    } catch {
      throw Failure(error)
    }
    ProgressLine.begin("working out the result")
    try sayFindings(isStrict: flags.strict, voice)
  }

  /// Brings the parts of an input together; of every file they name, they must hold all.
  init(
    merging parts: [String], _ flags: ReadingFlags, supposing: Suppositions,
    voice: VoiceOptions, hash: Bool
  ) throws {
    (rules, scenario) = try LoadedInput.rules(flags, supposing: supposing, voice)
    let progress = ProgressLine.begin(voice)
    let absent: [String]
    do {
      let (merged, missing) = try InputReader.attribution(
        merging: parts, organisations: flags.organisations, under: rules,
        as: try flags.identity(of: rules), options: flags.reading(hash: hash, progress))
      passing = merged
      snapshot = merged.snapshot
      absent = missing
    } catch { throw Failure(error) }
    ProgressLine.begin("working out the result")
    if !voice.quiet {
      for file in absent {
        Output.note("linchpin: \(file) is not at hand: its SHA-256 is left out")
      }
    }
    try sayFindings(isStrict: flags.strict, voice)
  }

  /// The rules in force: catalogue, suppositions, networks.
  static func rules(
    _ flags: ReadingFlags, supposing: Suppositions, _ voice: VoiceOptions
  ) throws -> (Rules, Scenario) {
    let assume = supposing.assume
    let catalogue = try LoadedInput.catalogue(flags.catalogue, voice)
    var scenario = Scenario()
    for statement in supposing.statements { scenario.state(statement) }
    for statement in assume {
      do {
        try scenario.assume(statement, in: catalogue)
      } catch {
        let isName = if case .unknownCompany = error { true } else { false }
        throw Failure(
          code: isName ? .noSuchName : .usage, message: "--assume: \(error.message)",
          hint: error.hint)
      }
    }
    let supposed = scenario.applied(to: catalogue)
    if let problem = assume.isEmpty ? nil : supposed.contradictions().first {
      throw Failure(
        code: .usage, message: "--assume: \(problem.message) (\(problem.origin))",
        hint: "leave the supposition out, or end the edge it contradicts in an overlay")
    }
    var networks: NetworkRanges?
    if !flags.networks.isEmpty {
      do {
        networks = try NetworkRangesReader.read(flags.networks)
      } catch {
        throw Failure(error)
      }
    }
    return (Rules(catalogue: supposed, networks: networks), scenario)
  }

  /// Inputs that hold somebody's verdicts as well.
  var claimPaths: [String] {
    snapshot.files.filter {
      InputFormat(rawValue: $0.format)?.holdsClaims == true && $0.path != "-"
    }.map(\.path)
  }

  /// Published verdicts to compare with; what was wrong with their rows is said as well.
  func claims(_ paths: [String], _ voice: VoiceOptions, hash: Bool) throws -> Claims {
    let claims: Claims
    do {
      claims = try ClaimsReader.read(paths, options: ReadingOptions(hash: hash))
    } catch {
      throw Failure(error)
    }
    if !voice.quiet {
      for finding in claims.findings.errors.prefix(voice.verbose ? .max : 3) {
        Output.note("  \(finding.file):\(finding.line): \(finding.message)")
      }
    }
    return claims
  }

  /// The catalogue in force; what an overlay did to the shipped one is said on standard error.
  static func catalogue(
    _ overlay: String?, _ voice: VoiceOptions? = nil
  ) throws -> Catalogue {
    do {
      let (catalogue, changes) = try CatalogueReader.load(overlay: overlay)
      if let voice, !voice.quiet { say(changes, isVerbose: voice.verbose) }
      return catalogue
    } catch {
      throw Failure(error)
    }
  }

  /// The same input without the names of its organisations.
  func anonymised(calling word: String) -> LoadedInput {
    var copy = self
    copy.original = snapshot
    copy.snapshot = snapshot.anonymised(calling: word)
    copy.passing = nil
    return copy
  }

  /// Who serves what: made anew at each call where the records were kept.
  var attribution: Attribution { passing ?? Attribution(snapshot, under: rules) }

  /// What reports print at their head.
  func study(_ counting: CountingOptions) throws -> Study { try study(counting, attribution) }

  /// The same about an attribution that was made before.
  func study(_ counting: CountingOptions, _ attribution: Attribution) throws -> Study {
    Study(
      attribution, try population(counting),
      options: counting.assessment, scenario: scenario.statements)
  }

  /// - Parameter solvesStops: whether what stops is worked out too, which costs a solution; no for
  ///   those who ask about it in their own way.
  func assessment(
    _ counting: CountingOptions, extras: AssessmentOptions.Extras = [], solvesStops: Bool = true
  ) -> Assessment {
    var options = counting.assessment
    options.extras = extras
    if !solvesStops { options.stopped = [] }
    return Assessment(attribution, options: options, scenario: scenario.statements)
  }

  /// The population after filters; one that a filter emptied is an error that names the filters.
  func population(_ counting: CountingOptions) throws -> Population {
    let population = Population(snapshot, options: counting.assessment)
    let filters = [
      ("sector", counting.sector), ("country", counting.country), ("region", counting.region),
    ].filter { !$0.1.isEmpty }
    if population.count == 0, snapshot.organisations.count > 0, !filters.isEmpty {
      let said = filters.map { "--\($0.0) \($0.1.joined(separator: " "))" }
      throw Failure(
        code: .noSuchName, message: "no organisation passes \(said.joined(separator: " "))",
        hint: "the input has \(snapshot.organisations.count) organisations; "
          + "see their sectors with: linchpin assess … --by sector")
    }
    return population
  }

  private static func say(_ changes: [CatalogueOverlay.Change], isVerbose: Bool) {
    if changes.isEmpty { return }
    let counts = CatalogueOverlay.Change.Action.allCases.map { action in
      "\(changes.count { $0.action == action }) \(action.rawValue)"
    }
    Output.note("linchpin: overlay of the catalogue: " + counts.joined(separator: ", "))
    for change in changes where isVerbose || change.action != .added {
      let former = change.former.isEmpty ? "" : " (was at \(change.former))"
      Output.note("  \(change.origin): \(change.action.rawValue) \(change.entry)\(former)")
    }
  }

  private func sayFindings(isStrict: Bool, _ voice: VoiceOptions) throws {
    let errors = snapshot.findings.errors
    if let first = errors.first, isStrict {
      throw Failure(
        code: .badData, message: "\(errors.count) unusable rows; the first: \(first.message)",
        hint: first.hint, file: first.file, line: first.line, column: first.column)
    }
    guard !voice.quiet, snapshot.findings.count > 0 else { return }
    let notes = snapshot.findings.count - errors.count
    Output.note(
      "linchpin: \(errors.count) unusable rows, \(notes) remarks about the input "
        + "(linchpin check lists them)")
    let shown = voice.verbose ? errors.count : min(3, errors.count)
    for finding in errors.prefix(shown) {
      Output.note("  \(finding.file):\(finding.line): \(finding.message)")
    }
  }
}

extension Snapshot {
  /// Ends a run that asks about a name which several organisations share.
  func refuseNamesakes(of name: String) throws {
    let ids = namesakes(of: name)
    if ids.isEmpty { return }
    let more = ids.count > 5 ? " and \(ids.count - 5) more" : ""
    throw Failure(
      code: .noSuchName, message: "\(ids.count) organisations are called \(Finding.quoted(name))",
      hint: "say the id of one: " + ids.prefix(5).map { Finding.quoted($0) }.joined(separator: ", ")
        + more)
  }
}

extension Failure {
  /// An error of making or merging parts.
  init(_ error: any Error) {
    switch error {
    case let error as PartError:
      if case .reading(let cause) = error {
        self.init(cause)
      } else {
        self.init(code: .badData, message: error.message, hint: error.hint)
      }
    case let error as ReadingError: self.init(error)
    default: self.init(code: .failed, message: "\(error)")
    }
  }

  init(_ error: ReadingError) {
    let code: Code
    switch error {
    case .noSuchFile: code = .noSuchName
    case .cannotRead, .unrecognised: code = .badData
    case .needsTool: code = .failed
    case .misplaced, .noClaims, .tooManyFiles: code = .usage
    case .archive(let error):
      self.init(error)
      return
    }
    self.init(code: code, message: error.message, hint: error.hint)
  }

  init(_ error: ArchiveError) {
    let code: Code
    switch error {
    case .noSuchFile, .noSuchSnapshot: code = .noSuchName
    case .notAnArchive, .damaged, .newerVersion: code = .badData
    case .ambiguous, .taken, .noDate: code = .usage
    case .full, .cannotWrite: code = .cannotWrite
    }
    self.init(code: code, message: error.message, hint: error.hint)
  }

  init(_ error: CatalogueError) {
    let isMissing = if case .noSuchFile = error { true } else { false }
    self.init(
      code: isMissing ? .noSuchName : .badData, message: error.message, hint: error.hint)
  }
}
