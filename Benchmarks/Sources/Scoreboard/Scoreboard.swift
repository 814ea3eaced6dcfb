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
      do throws(RunFailure) {
        let result = try Race(row: row, pairs: pairs).run()
        say(Self.line(result))
        for text in result.disagreements { say("  differs: \(text)") }
        if !result.isMet { isMet = false }
        rows.append(result)
      } catch {
        say("| \(row.name) | failed to run | | | \(row.target) | **not met** | |")
        say("  failed: \(error.message)")
        isMet = false
      }
    }
    results.append((at.size, rows))
    memory(of: rows, at.size)
    if at.size <= 100_000 { oracle(at) }
  }

  private static func line(_ result: Race.Result) -> String {
    let row = result.row
    func text(_ values: [Double]) -> String {
      let sorted = values.sorted()
      return String(
        format: "%.3f (%.3f–%.3f)", median(values), sorted.first ?? 0, sorted.last ?? 0)
    }
    let answers =
      row.answers.isEmpty ? "" : result.disagreements.isEmpty ? "the same" : "**differ**"
    return "| \(row.name) | \(text(result.ours)) | \(text(result.peer)) | "
      + String(format: "%.3f", result.ratio) + " | \(row.target) | "
      + (result.ratio <= row.target ? "met" : "**not met**") + " | \(answers) |"
  }

  private mutating func memory(of rows: [Race.Result], _ size: Int) {
    say("\nPeak memory beyond the mapped input, bytes per domain:")
    for row in rows {
      guard let limits = row.row.limits else { continue }
      let bytes = Double(row.memory) / Double(size)
      let verdict = bytes <= limits.memory ? "met" : "not met"
      say(
        "* \(limits.name): "
          + String(format: "%.0f, target %.0f: ", bytes, limits.memory) + verdict)
      if bytes > limits.memory { isMet = false }
    }
  }

  private mutating func oracle(_ at: Setting) {
    let (ours, theirs, answers) = Row.oracle(at)
    var wrong: [String] = []
    do throws(RunFailure) {
      let truth = try Measurement.run(theirs)
      for (command, answers) in zip(ours, answers) {
        wrong += Race.disagreements(answers, try Measurement.run(command).output, truth.output)
      }
    } catch { wrong.append(error.message) }
    say("\nExact failures against the all/any oracle: " + (wrong.isEmpty ? "the same" : "differ"))
    for text in wrong { say("* \(text)") }
    if !wrong.isEmpty { isMet = false }
  }

  /// How cost grows between the two largest sizes: the exponent of the number of domains.
  mutating func growth() {
    guard results.count > 1 else { return }
    let (small, large) = (results[results.count - 2], results[results.count - 1])
    say("\n## Growth from \(small.size) to \(large.size) domains\n")
    for after in large.rows {
      guard let limits = after.row.limits,
        let before = small.rows.first(where: { $0.row.limits?.name == limits.name })
      else { continue }
      func exponent(_ of: KeyPath<Race.Result, [Double]>) -> Double {
        log(median(after[keyPath: of]) / median(before[keyPath: of]))
          / log(Double(large.size) / Double(small.size))
      }
      let ours = exponent(\.ours)
      let verdict = ours <= limits.growth ? "met" : "not met"
      say(
        "* \(limits.name): "
          + String(
            format: "ours %.2f, peer %.2f, target %.2f: ", ours, exponent(\.peer), limits.growth)
          + verdict)
      if ours > limits.growth { isMet = false }
    }
  }
}

/// Prints at once, so that a run of an hour can be watched through a pipe.
func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }
