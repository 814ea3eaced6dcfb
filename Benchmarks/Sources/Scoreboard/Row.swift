/// One line of the scoreboard: our command, the peer's, and the ratio aimed at.
struct Row {
  var name: String
  var ours: [String]
  var peer: [String]
  /// Ours divided by the peer's CPU seconds.
  var target: Double
  /// Reads the peer's CPU seconds from its own output, where one of its steps alone is compared.
  var peerSteps: [String]
  /// Answers that must stand in our output, by the peer's name for them: JSON key, factor.
  var answers: [Answer]

  /// One number both must agree on.
  struct Answer {
    /// The name in the peer's output, after a step's line.
    var peer: String
    var step: String
    /// Where it stands in our JSON: role and key of `concentration`.
    var role: String
    var key: String
    /// Ours times this is theirs.
    var scale: Double
  }

  static func all(binary: String, peers: String, python: String, data: String, size: String)
    -> [Row]
  {
    let snapshot = "\(data)/s0-\(size).jsonl"
    let table = "\(data)/providers-\(size).csv"
    func answers(_ step: String, _ role: String) -> [Answer] {
      [
        Answer(peer: "providers", step: step, role: role, key: "n", scale: 1),
        Answer(peer: "hhi", step: step, role: role, key: "hhi", scale: 0.0001),
        Answer(peer: "cr4", step: step, role: role, key: "cr4", scale: 1),
        Answer(peer: "gini", step: step, role: role, key: "gini", scale: 1),
      ]
    }
    let assess = [
      binary, "assess", snapshot, "--catalogue", table, "--unit", "domain", "--count", "primary",
      "--group-by", "provider", "--json", "--quiet",
    ]
    return [
      Row(
        name: "JSONL → shares and concentration", ours: assess,
        peer: [python, "\(peers)/duckdb_peer.py", data, size, "1", "json"], target: 0.5,
        peerSteps: ["parse", "shares mail", "shares dns"],
        answers: answers("shares mail", "mailExchange")
          + answers("shares dns", "authoritativeDNS")),
      Row(
        name: "JSONL → graph and every single failure",
        ours: [
          binary, "chokepoints", snapshot, "--catalogue", table, "--unit", "domain", "--json",
          "--quiet", "--kind", "provider",
        ], peer: [python, "\(peers)/igraph_peer.py", data, size, "20"], target: 0.08,
        peerSteps: ["parse", "graph"], answers: []),
    ]
  }
}
