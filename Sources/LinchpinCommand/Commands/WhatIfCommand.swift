import ArgumentParser
import LinchpinCore
import LinchpinReporting

/// Who loses what if these stop.
struct WhatIfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whatif", abstract: "Who loses what if these stop.")

  @OptionGroup var input: InputOptions
  @OptionGroup var counting: CountingOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let fail = try counting.suppositions.stopped
    if fail.isEmpty {
      throw Failure(
        code: .usage, message: "nothing to stop is named",
        hint: "give --fail jurisdiction:US, or a --scenario in which something stops")
    }
    try AssessmentOptions.Stop.check(fail, counting)
    var watch = Stopwatch(output.voice)
    let needsHosts = fail.contains { $0.kind == .host || $0.kind == .network }
    let loaded = try LoadedInput(
      input.inputs, input.shared, supposing: counting.suppositions, voice: output.voice,
      hash: output.json, keepsRecords: needsHosts || output.voice.detail)
    watch.note("reading")
    let study = try loaded.study(counting)
    let graph = try loaded.graph(of: study, counting, includesHosts: needsHosts)
    let stopped = try fail.map { try $0.node(in: graph) }
    watch.note("attribution and graph")
    let result = WhatIf.run(
      graph, stopping: stopped, unit: counting.unit, services: counting.services)
    watch.note("what follows")
    try output.deliver(
      WhatIfReport.render(
        result, on: graph, of: study, as: output.format, output.context(of: loaded)))
  }
}

extension AssessmentOptions.Stop {
  /// Refuses what contradicts itself, with both parts named.
  static func check(_ things: [AssessmentOptions.Stop], _ counting: CountingOptions) throws {
    func refuse(_ one: String, _ other: String, _ why: String, _ hint: String) -> Failure {
      Failure(
        code: .usage, message: "\(one) and \(other) contradict each other: \(why)", hint: hint)
    }
    if counting.mode == .termination,
      let thing = things.first(where: { $0.kind == .host || $0.kind == .network })
    {
      throw refuse(
        "--mode termination", "--fail \(thing.label)",
        "a closed account is a provider's, a company's or a legal order's doing",
        "leave --mode out, or stop who closes the account")
    }
    if counting.cutoffScope == .entity, let supposed = try counting.suppositions.assume.first {
      throw refuse(
        "--cutoff-scope entity", "--assume \(Finding.quoted(supposed))",
        "by entity no owner counts, so nothing follows from who owns whom",
        "leave the supposition out, or take --cutoff-scope group")
    }
  }

  func node(in graph: DependencyGraph) throws -> DependencyGraph.Number {
    if id == "unknown" {
      throw Failure(
        code: .usage, message: "\(kind.rawValue):unknown cannot stop",
        hint: "unknown is taken as standing and as failed in every run")
    }
    if let node = graph.find(kind, id) { return node }
    let nearest = NearestNames.find(id, among: graph.ids(of: kind))
    throw Failure(
      code: .noSuchName, message: "there is no \(kind.rawValue) \(Finding.quoted(id)) here",
      hint: nearest.isEmpty ? "" : "nearest: " + nearest.joined(separator: ", "))
  }
}
