import Foundation

/// One line of the scoreboard: what it costs us, what it costs a peer, and the ratio aimed at.
struct Row {
  var name: String
  var ours: Cost
  var peer: Cost
  /// Ours divided by the peer's CPU seconds.
  var target: Double
  var answers: [Answer] = []
  /// The inputs, which are mapped and count as resident.
  var mapped: [String] = []
  var limits: Limits?

  /// What a row must keep to besides its ratio.
  struct Limits {
    var name: String
    /// Bytes a domain at the peak, beyond the mapped input.
    var memory: Double
    /// The exponent by which CPU time may grow with the number of domains.
    var growth: Double
  }
}

/// Where things are, for one number of domains.
struct Setting {
  var binary: String
  var peers: String
  var python: String
  /// An interpreter that has graph-tool, which PyPI does not.
  var systemPython = "/usr/bin/python3"
  var data: String
  var size: Int

  var lines: String { "\(data)/s0-\(size).jsonl" }
  var later: String { "\(data)/s1-\(size).jsonl" }
  var table: String { "\(data)/s0-\(size).csv" }

  private var options: [String] {
    ["--catalogue", "\(data)/providers-\(size).csv", "--unit", "domain", "--quiet"]
  }

  private var first: [String] { options + ["--count", "primary", "--group-by", "provider"] }

  func assess(_ input: String, _ form: String = "--json") -> [String] {
    [binary, "assess", input, form] + first
  }

  var chokepoints: [String] {
    [binary, "chokepoints", lines, "--json", "--kind", "provider"] + options
  }

  var tellingChokepoints: [String] {
    chokepoints.filter { $0 != "--quiet" } + ["--verbose"]
  }

  var compare: [String] { [binary, "compare", lines, later, "--json"] + options }

  func whatIf(_ id: String) -> [String] {
    [binary, "whatif", lines, "--json", "--fail", id] + options
  }

  func peer(_ name: String, _ more: String...) -> [String] {
    [name == "graphtool" ? systemPython : python, "\(peers)/\(name)_peer.py", data, "\(size)"]
      + more
  }

  func oracle(_ ids: [String]) -> [String] {
    [python, "\(peers)/andor_oracle.py", data, "\(size)"] + ids
  }
}

extension Row {
  private static let shares = ["parse ", "shares "]

  private static var concentrations: [Answer] {
    [("mailExchange", "shares mail"), ("authoritativeDNS", "shares dns")].flatMap { role, step in
      [
        .concentration(role, "n", "providers", after: step),
        .concentration(role, "hhi", in: { $0 / 10_000 }, "hhi", after: step),
        .concentration(role, "cr4", "cr4", after: step),
        // The effective number is e to the power of the entropy.
        .concentration(role, "effectiveEntropy", in: { log2($0) }, "entropy_bits", after: step),
        .concentration(role, "gini", "gini", after: step),
      ] as [Answer]
    }
  }

  /// The rows for one number of domains.
  static func all(_ at: Setting) -> [Row] {
    let graph = ["parse+edges", "graph "]
    return [
      Row(
        name: "JSONL → shares and concentration (DuckDB JSON)",
        ours: Cost(runs: [Cost.Run(at.assess(at.lines))]),
        peer: Cost(runs: [Cost.Run(at.peer("duckdb", "1", "json"), steps: shares)]),
        target: 0.15, answers: concentrations, mapped: [at.lines],
        limits: Limits(name: "JSONL → shares", memory: 30, growth: 1.05)),
      Row(
        name: "CSV → the same (Polars CSV)",
        ours: Cost(runs: [Cost.Run(at.assess(at.table))]),
        peer: Cost(runs: [Cost.Run(at.peer("polars", "csv"), steps: shares)]),
        target: 0.25, answers: concentrations, mapped: [at.table]),
      Row(
        name: "CSV → the same (DuckDB CSV)",
        ours: Cost(runs: [Cost.Run(at.assess(at.table))]),
        peer: Cost(runs: [Cost.Run(at.peer("duckdb", "1", "csv"), steps: shares)]),
        target: 0.25, answers: concentrations, mapped: [at.table]),
      Row(
        name: "file → frozen graph (igraph)",
        ours: Cost(runs: [
          Cost.Run(at.tellingChokepoints, steps: ["reading", "attribution and graph"])
        ]),
        peer: Cost(runs: [Cost.Run(at.peer("igraph", "1"), steps: graph)]),
        target: 0.08, mapped: [at.lines],
        limits: Limits(name: "file → graph", memory: 150, growth: 1.15)),
      Row(
        name: "every single failure (graph-tool: 20 what-ifs)",
        ours: Cost(runs: [Cost.Run(at.tellingChokepoints, steps: ["every single failure"])]),
        peer: Cost(runs: [Cost.Run(at.peer("graphtool", "20"), steps: ["whatif "])]),
        target: 0.01),
      Row(
        name: "second snapshot and what changed (Polars CSV)",
        ours: Cost(
          runs: [Cost.Run(at.compare)], less: [Cost.Run(at.assess(at.lines, "--csv"))]),
        peer: Cost(runs: [Cost.Run(at.peer("polars", "csv"), steps: ["parse+diff"])]),
        target: 0.30,
        answers: [
          .domains("added", after: "parse+diff"), .domains("removed", after: "parse+diff"),
        ]),
      Row(
        name: "everything: assess and chokepoints (DuckDB and igraph)",
        ours: Cost(runs: [Cost.Run(at.assess(at.lines)), Cost.Run(at.chokepoints)]),
        peer: Cost(runs: [
          Cost.Run(at.peer("duckdb", "1", "json"), steps: shares),
          Cost.Run(at.peer("igraph", "20"), steps: [""]),
        ]), target: 0.15),
    ]
  }

  /// Exact failures against the slow oracle: nothing is timed.
  static func oracle(_ at: Setting) -> (ours: [[String]], theirs: [String], answers: [[Answer]]) {
    let zones = ["megasoft.example", "edgecloud.example", "tulipnet.example"]
    let whatIf: [Answer] = [.loss(of: "receive", "mail", if: "US")]
    let points = zones.flatMap { zone -> [Answer] in
      [.loss(of: "receive", "mail", if: zone), .loss(of: "dns", "dns", if: zone)]
    }
    return (
      [at.whatIf("jurisdiction:US"), at.chokepoints], at.oracle(["US"] + zones), [whatIf, points]
    )
  }
}
