import Foundation

/// Ours and a peer in turn, so that a drifting machine hits both alike; a first pair warms up and is
/// compared, not timed.
struct Race {
  let row: Row
  let pairs: Int

  struct Result {
    var row: Row
    var ours: [Double]
    var peer: [Double]
    /// Resident beyond the mapped inputs, in bytes.
    var memory: Int
    var disagreements: [String]

    var ratio: Double { median(zip(ours, peer).map { $0 / $1 }) }
    var isMet: Bool { ratio <= row.target && disagreements.isEmpty }
  }

  func run() throws(RunFailure) -> Result {
    var result = Result(row: row, ours: [], peer: [], memory: 0, disagreements: [])
    for round in 0...pairs {
      let ours = try row.ours.measure()
      let peer = try row.peer.measure()
      if round == 0 {
        result.disagreements = Race.disagreements(row.answers, ours.output, peer.output)
        continue
      }
      result.ours.append(ours.seconds)
      result.peer.append(peer.seconds)
      result.memory = max(result.memory, ours.peak * 1024 - mapped)
    }
    return result
  }

  static func disagreements(_ answers: [Answer], _ ours: String, _ theirs: String) -> [String] {
    if answers.isEmpty { return [] }
    guard let json = try? JSONSerialization.jsonObject(with: Data(ours.utf8)) as? [String: Any]
    else { return ["our output is no JSON"] }
    return answers.compactMap { $0.disagreement(json, theirs) }
  }

  private var mapped: Int {
    row.mapped.reduce(0) { sum, path in
      let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
      return sum + (size ?? 0)
    }
  }
}
