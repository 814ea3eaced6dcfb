import ArgumentParser
import LinchpinCore
import LinchpinReporting

/// What hurts most if it stops.
struct Chokepoints: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Ranked single points of failure, direct and indirect, and what lies behind them.")

  @OptionGroup var input: InputOptions
  @OptionGroup var counting: CountingOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: """
      Only these kinds: provider, company, jurisdiction, host, network (default: the first two, \
      with --networks also network, with --detail host too). Hosts can be one body's own: they are \
      named only with --detail.
      """)
  var kind: [Node.Kind] = []

  @Option(
    help: ArgumentHelp(
      "Also the sets of this size, of each kind, whose joint failure hits most.", valueName: "k"))
  var sets: Int?

  @Flag(
    help: "Also how many must stop together, and which redundancy is none.")
  var redundancy = false

  @Option(
    help: ArgumentHelp(
      "Also the first moves or second providers that shrink the largest blast radius most.",
      valueName: "n"))
  var remedies: Int?

  @Flag(
    help: "Also trust in name servers: their own names, addresses, prefixes and networks.")
  var nameServers = false

  @Flag(help: "Among name servers, top-level registries too.")
  var includeRegistries = false

  func validate() throws {
    if let sets, sets < 1 { throw ValidationError("--sets takes a number from 1.") }
    if let remedies, remedies < 1 { throw ValidationError("--remedies takes a number from 1.") }
    if !output.voice.detail, let kind = kind.first(where: { $0 == .host || $0 == .network }) {
      throw ValidationError(
        "Hosts and networks are named only with --detail: add it to --kind \(kind.rawValue).")
    }
    let tables = [sets != nil, redundancy, remedies != nil, wantsTrust]
    if output.csv, tables.count(where: { $0 }) > 1 {
      throw ValidationError(
        "A CSV file holds one table: --csv takes one of --sets, --redundancy, --remedies and "
          + "--name-servers.")
    }
  }

  func run() throws {
    try counting.refuseFailures(in: "chokepoints")
    var watch = Stopwatch(output.voice)
    var loaded = try load(keepsRecords: needsRecords, output.voice)
    watch.note("reading")
    var study = try loaded.study(counting)
    var graph = try loaded.graph(of: study, counting, includesHosts: namesHosts)
    var support = graph.unobservedSupport
    if !support.isEmpty, !needsRecords {
      // What holds itself up is told with its records: they are read after all.
      var voice = output.voice
      voice.quiet = true
      loaded = try load(keepsRecords: true, voice)
      study = try loaded.study(counting)
      graph = try loaded.graph(of: study, counting, includesHosts: namesHosts)
      support = graph.unobservedSupport
    }
    watch.note("attribution and graph")
    var findings = ChokepointFindings(
      points: Chokepoint.ranked(graph, kinds: kinds), support: support)
    watch.note("every single failure")
    if kinds.contains(.network) { findings.addresses = AddressCoverage.measure(graph) }
    if let sets {
      findings.sets = kinds.compactMap { ChokepointSet.worst(graph, of: sets, kind: $0) }
      findings.table = .sets
    }
    if redundancy {
      findings.joint = JointFailures.measure(
        graph, services: counting.services, includesCuts: output.voice.detail)
      findings.table = .redundancy
    }
    if let remedies, let kind = kinds.first {
      findings.remedies = Remedies.find(graph, kind: kind, count: remedies)
      findings.table = .remedies
    }
    if wantsTrust {
      findings.trust = NameServerTrust.measure(
        loaded.snapshot, try loaded.population(counting), networks: loaded.rules.networks,
        includesRegistries: includeRegistries)
      findings.table = .trust
    }
    watch.note("joint failures, remedies and trust")
    try output.deliver(
      ChokepointsReport.render(findings, of: study, as: output.format, output.context(of: loaded)))
    watch.note("writing")
  }

  private func load(keepsRecords: Bool, _ voice: VoiceOptions) throws -> LoadedInput {
    try LoadedInput(
      input.inputs, input.shared, supposing: counting.suppositions, voice: voice,
      hash: output.json, keepsRecords: keepsRecords)
  }

  /// Whether single hosts are asked about: they are the most of all nodes.
  private var namesHosts: Bool {
    redundancy || output.voice.detail || kinds.contains(.host) || kinds.contains(.network)
  }

  private var needsRecords: Bool { namesHosts || wantsTrust }

  /// Asking for registries is asking for the name servers below them.
  private var wantsTrust: Bool { nameServers || includeRegistries }

  private var kinds: [Node.Kind] {
    if !kind.isEmpty { return kind }
    if input.shared.networks.isEmpty { return [.provider, .company] }
    return [.provider, .company, .network] + (output.voice.detail ? [.host] : [])
  }
}

extension LoadedInput {
  /// The dependency graph of the population, under the options of counting.
  func graph(
    of study: Study, _ counting: CountingOptions, includesHosts: Bool
  ) throws -> DependencyGraph {
    DependencyGraph(
      study.attribution, try population(counting),
      options: .init(
        tier: study.options.tier, mode: study.options.mode, scope: study.options.scope,
        asOf: study.asOf, includesHosts: includesHosts))
  }
}
