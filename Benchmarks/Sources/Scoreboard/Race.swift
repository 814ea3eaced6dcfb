import Foundation

/// Ours and a peer in turn, a warm-up first, so that a drifting machine hits both alike.
struct Race {
  let row: Row
  let pairs: Int

  init(_ row: Row, pairs: Int) {
    self.row = row
    self.pairs = pairs
  }

  struct Result {
    var line: String
    var disagreements: [String]
    var isMet: Bool
  }

  func run() -> Result {
    var ours: [Double] = []
    var theirs: [Double] = []
    var ratios: [Double] = []
    var peak = 0
    var disagreements: [String] = []
    for round in 0...pairs {
      guard let mine = Measurement.run(row.ours) else {
        return Result(line: "\(row.name): ours failed", disagreements: [], isMet: false)
      }
      guard let other = Measurement.run(row.peer) else {
        return Result(line: "\(row.name): the peer failed", disagreements: [], isMet: false)
      }
      if round == 0 {
        disagreements = compare(mine.output, other.output)
        continue
      }
      let peer = row.peerSteps.isEmpty ? other.cpu : steps(other.output)
      ours.append(mine.cpu)
      theirs.append(peer)
      ratios.append(mine.cpu / peer)
      peak = max(peak, mine.peak)
    }
    let ratio = median(ratios)
    func text(_ values: [Double]) -> String {
      let sorted = values.sorted()
      return String(
        format: "%.3f (%.3f–%.3f)", median(values), sorted.first ?? 0, sorted.last ?? 0)
    }
    let verdict = ratio <= row.target ? "met" : "not met"
    return Result(
      line: "\(row.name): ours \(text(ours)), peer \(text(theirs)), ratio "
        + String(format: "%.3f", ratio) + ", target \(row.target): \(verdict); peak "
        + "\(peak / 1024) MB",
      disagreements: disagreements, isMet: ratio <= row.target)
  }

  /// CPU seconds of the peer's own steps: its start-up is not held against it.
  private func steps(_ output: String) -> Double {
    output.split(separator: "\n").reduce(0) { sum, line in
      guard line.hasPrefix("step "), let cpu = line.range(of: " cpu ") else { return sum }
      let name = line.dropFirst(5)[..<cpu.lowerBound].trimmingCharacters(in: .whitespaces)
      guard row.peerSteps.contains(name) else { return sum }
      let number = line[cpu.upperBound...].split(separator: " ").first.flatMap { Double($0) }
      return sum + (number ?? 0)
    }
  }

  /// The peer's answers to six places against ours.
  private func compare(_ ours: String, _ theirs: String) -> [String] {
    guard !row.answers.isEmpty else { return [] }
    guard let json = try? JSONSerialization.jsonObject(with: Data(ours.utf8)) as? [String: Any],
      let concentration = json["concentration"] as? [[String: Any]]
    else { return ["our output is no JSON with concentration"] }
    return row.answers.compactMap { answer in
      let entry = concentration.first { $0["role"] as? String == answer.role }
      let mine = (entry?[answer.key] as? NSNumber)?.doubleValue
      let peer = value(answer.peer, step: answer.step, theirs)
      guard let mine, let peer else { return "\(answer.role) \(answer.key): missing" }
      let isSame = abs(mine * answer.scale - peer) < 0.0000006
      return isSame ? nil : "\(answer.role) \(answer.key): \(mine * answer.scale) and \(peer)"
    }
  }

  private func value(_ name: String, step: String, _ output: String) -> Double? {
    var isInStep = false
    for line in output.split(separator: "\n") {
      if line.hasPrefix("step ") { isInStep = line.dropFirst(5).hasPrefix(step + " ") }
      let parts = line.split(separator: "=").map { $0.trimmingCharacters(in: .whitespaces) }
      if isInStep, parts.count == 2, parts[0] == name { return Double(parts[1]) }
    }
    return nil
  }
}
