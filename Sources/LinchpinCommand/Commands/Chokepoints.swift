import ArgumentParser
import LinchpinCore
import LinchpinReporting

/// Ranked single points of failure.
struct Chokepoints: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Ranked single points of failure, direct and indirect.")

  @OptionGroup var input: InputOptions
  @OptionGroup var counting: CountingOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help:
      "Only these kinds: provider, company, jurisdiction, host, network (default: the first two).")
  var kind: [Node.Kind] = []

  func run() throws {
    let loaded = try LoadedInput(
      input.inputs, input.shared, supposing: counting.suppositions, voice: output.voice,
      hash: output.json)
    let study = try loaded.study(counting)
    let graph = try loaded.graph(of: study, counting, includesHosts: true)
    let points = Chokepoint.ranked(graph, kinds: kind.isEmpty ? [.provider, .company] : kind)
    try output.deliver(
      ChokepointsReport.render(
        points, support: graph.unobservedSupport, of: study, as: output.format,
        output.context(of: loaded)))
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
