import Foundation

/// CPU seconds of some processes, less those of others: what one thing costs that no process does
/// alone.
struct Cost {
  /// A process, whole or by some steps that it times itself.
  struct Run {
    var command: [String]
    /// Names of steps as the process prints them, by how they begin; nil counts the whole process.
    var steps: [String]?

    init(_ command: [String], steps: [String]? = nil) {
      self.command = command
      self.steps = steps
    }
  }

  var runs: [Run]
  var less: [Run] = []

  struct Measured {
    var seconds: Double
    /// Of the first run.
    var output: String
    var peak: Int
  }

  /// Runs everything once, in order.
  func measure() throws(RunFailure) -> Measured {
    var measured: Measured?
    var seconds = 0.0
    for (run, sign) in runs.map({ ($0, 1.0) }) + less.map({ ($0, -1.0) }) {
      let result = try Measurement.run(run.command)
      var cost = result.cpu
      if let names = run.steps {
        cost = steps(names, of: result)
        if cost == 0 { throw RunFailure(run.command, "no step is called \(names)") }
      }
      seconds += sign * cost
      if measured == nil {
        measured = Measured(seconds: 0, output: result.output, peak: result.peak)
      }
    }
    guard var measured else { throw RunFailure([], "nothing to measure") }
    measured.seconds = seconds
    return measured
  }

  /// CPU seconds of steps: nobody's start-up is held against it.
  private func steps(_ names: [String], of result: Measurement) -> Double {
    theirs(names, in: result.output) + ours(names, in: result.messages)
  }

  /// `linchpin: STEP: 0.123 s of processor time`, as --verbose tells.
  private func ours(_ names: [String], in messages: String) -> Double {
    messages.split(separator: "\n").reduce(0) { sum, line in
      let parts = line.split(separator: ":").map { $0.trimmingCharacters(in: .whitespaces) }
      guard parts.count == 3, parts[0] == "linchpin", parts[2].hasSuffix("of processor time"),
        names.contains(where: { parts[1].hasPrefix($0) })
      else { return sum }
      return sum + (parts[2].split(separator: " ").first.flatMap { Double($0) } ?? 0)
    }
  }

  /// `step NAME cpu 0.123 s`, as every peer prints.
  private func theirs(_ names: [String], in output: String) -> Double {
    output.split(separator: "\n").reduce(0) { sum, line in
      guard line.hasPrefix("step "), let cpu = line.range(of: " cpu ") else { return sum }
      let name = line.dropFirst(5)[..<cpu.lowerBound]
      guard names.contains(where: { name.hasPrefix($0) }) else { return sum }
      let number = line[cpu.upperBound...].split(separator: " ").first.flatMap { Double($0) }
      return sum + (number ?? 0)
    }
  }
}
