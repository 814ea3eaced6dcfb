import Foundation

/// The table, one size after the other, and what follows from several sizes.
struct Scoreboard {
  let pairs: Int
  private(set) var isMet = true
  private var results: [(size: Int, rows: [Race.Result])] = []

  init(pairs: Int) { self.pairs = pairs }

  mutating func run(_ at: Setting) {
    say("\n## \(at.size) domains\n")
    say("CPU seconds, \(pairs) pairs: median (least–most); ratio is the median of the pairs'.\n")
    say("| row | ours | peer | ratio | target | | answers |")
    say("|---|---|---|---|---|---|---|")
    var rows: [Race.Result] = []
    for row in Row.all(at) {
      guard let result = Race(row: row, pairs: pairs).run() else {
        say("| \(row.name) | failed to run | | | \(row.target) | **not met** | |")
        isMet = false
        continue
      }
      say(Self.line(result, hasAnswers: !row.answers.isEmpty))
      for text in result.disagreements { say("  differs: \(text)") }
      if !result.isMet { isMet = false }
      rows.append(result)
    }
    results.append((at.size, rows))
    memory(of: rows, at.size)
    if at.size <= 100_000 { oracle(at) }
  }

  private static func line(_ result: Race.Result, hasAnswers: Bool) -> String {
    func text(_ values: [Double]) -> String {
      let sorted = values.sorted()
      return String(
        format: "%.3f (%.3f–%.3f)", median(values), sorted.first ?? 0, sorted.last ?? 0)
    }
    let answers = !hasAnswers ? "" : result.disagreements.isEmpty ? "the same" : "**differ**"
    return "| \(result.name) | \(text(result.ours)) | \(text(result.peer)) | "
      + String(format: "%.3f", result.ratio) + " | \(result.target) | "
      + (result.ratio <= result.target ? "met" : "**not met**") + " | \(answers) |"
  }

  private mutating func memory(of rows: [Race.Result], _ size: Int) {
    say("\nPeak memory beyond the mapped input, bytes per domain:")
    let limits = [("JSONL → shares", 0, 30.0), ("file → graph", 3, 150.0)]
    for (name, place, limit) in limits where place < rows.count {
      let bytes = Double(rows[place].memory) / Double(size)
      let verdict = bytes <= limit ? "met" : "not met"
      say("* \(name): " + String(format: "%.0f", bytes) + ", target \(Int(limit)): \(verdict)")
      if bytes > limit { isMet = false }
    }
  }

  private mutating func oracle(_ at: Setting) {
    let (ours, theirs, answers) = Row.oracle(at)
    guard let truth = Measurement.run(theirs) else {
      say("\nThe oracle failed to run.")
      isMet = false
      return
    }
    var wrong: [String] = []
    for (command, answers) in zip(ours, answers) {
      wrong += Race.disagreements(answers, Measurement.run(command)?.output ?? "", truth.output)
    }
    say("\nExact failures against the all/any oracle: " + (wrong.isEmpty ? "the same" : "differ"))
    for text in wrong { say("* \(text)") }
    if !wrong.isEmpty { isMet = false }
  }

  /// How cost grows between the two largest sizes: the exponent of the number of domains.
  mutating func growth() {
    guard results.count > 1 else { return }
    let (small, large) = (results[results.count - 2], results[results.count - 1])
    say("\n## Growth from \(small.size) to \(large.size) domains\n")
    for (name, place, limit) in [("shares", 0, 1.05), ("graph", 3, 1.15)] {
      guard place < small.rows.count, place < large.rows.count else { continue }
      func exponent(_ of: KeyPath<Race.Result, [Double]>) -> Double {
        log(median(large.rows[place][keyPath: of]) / median(small.rows[place][keyPath: of]))
          / log(Double(large.size) / Double(small.size))
      }
      let ours = exponent(\.ours)
      let verdict = ours <= limit ? "met" : "not met"
      say(
        "* \(name): "
          + String(format: "ours %.2f, peer %.2f, target %.2f: ", ours, exponent(\.peer), limit)
          + verdict)
      if ours > limit { isMet = false }
    }
  }
}

/// Prints at once, so that a run of an hour can be watched through a pipe.
func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }
