import Graphs

@testable import LinchpinCore

/// One random study, its graph and its oracle, under a random mode and scope.
struct FailureCase {
  let study: RandomStudy
  let oracle: Oracle
  let graph: DependencyGraph

  init(_ seed: Int) {
    var random = Random(seed: seed)
    self.init(RandomStudy(using: &random), using: &random)
  }

  init(_ study: RandomStudy, using random: inout Random) {
    let mode = random.pick(FailureMode.allCases)
    let scope = random.pick(CutoffScope.allCases)
    self.study = study
    oracle = Oracle(study, mode: mode, scope: scope)
    let attribution = Attribution(study.snapshot, under: study.rules)
    graph = DependencyGraph(
      attribution, Population(study.snapshot, options: AssessmentOptions()),
      options: .init(
        mode: mode, scope: scope, asOf: CalendarDate("2026-04-28"), includesHosts: true))
  }

  /// The graph's node of a thing, as `KIND:ID`.
  func node(_ thing: String) -> NodeID? {
    let parts = thing.split(separator: ":", maxSplits: 1)
    return Node.Kind(rawValue: String(parts[0])).flatMap { graph.find($0, String(parts[1])) }
  }

  /// The oracle's things of a kind that the graph knows too.
  func things(of kind: Node.Kind) -> [String] {
    oracle.things.filter { $0.hasPrefix(kind.rawValue + ":") && node($0) != nil }
  }
}
