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
    help: "Only these kinds: provider, company, jurisdiction, host, network (default: the first two).")
  var kind: [Node.Kind] = []

  func run() throws {
    let study = try Study(
      input.inputs, input.shared, assume: counting.assume, voice: output.voice, hash: output.json)
    let graph = try study.graph(counting, includesHosts: true)
    let points = Chokepoint.ranked(graph, kinds: kind.isEmpty ? [.provider, .company] : kind)
    try output.deliver(
      ChokepointsReport.render(
        points, support: graph.unobservedSupport, as: output.format,
        output.context(of: study)))
  }
}

extension Node.Kind: ExpressibleByArgument {}

extension Study {
  /// The dependency graph of the population, under the options of counting.
  func graph(_ counting: CountingOptions, includesHosts: Bool) throws -> DependencyGraph {
    let options = counting.assessment
    return DependencyGraph(
      Attribution(snapshot, under: rules), try population(counting),
      options: .init(
        tier: options.tier, mode: options.mode, scope: options.scope,
        asOf: options.asOf ?? snapshot.measured?.upperBound, includesHosts: includesHosts))
  }
}
