import Foundation

/// Ours and a peer in turn, so that a drifting machine hits both alike; a first pair warms up and is
/// compared, not timed.
struct Race {
  let row: Row
  let pairs: Int

  struct Result {
    var name: String
    var ours: [Double]
    var peer: [Double]
    var target: Double
    /// Resident beyond the mapped inputs, in bytes.
    var memory: Int
    var disagreements: [String]

    var ratio: Double { median(zip(ours, peer).map { $0 / $1 }) }
    var isMet: Bool { ratio <= target && disagreements.isEmpty }
  }

  /// nil where a process fails.
  func run() -> Result? {
    var result = Result(
      name: row.name, ours: [], peer: [], target: row.target, memory: 0, disagreements: [])
    for round in 0...pairs {
      guard let ours = row.ours.measure(), let peer = row.peer.measure() else { return nil }
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
