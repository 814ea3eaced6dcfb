import Foundation

/// Tells on standard error what each step of a run cost, so that analysis is seen apart from reading.
struct Stopwatch {
  private let isTalking: Bool
  private var last = 0.0

  /// Starts with the process: what came before is part of the first step.
  init(_ voice: VoiceOptions) { isTalking = voice.verbose && !voice.quiet }

  /// Says the processor time since the last step ended.
  mutating func note(_ step: String) {
    if !isTalking { return }
    let now = Self.processorSeconds
    Output.note("linchpin: \(step): " + String(format: "%.3f", now - last) + " s of processor time")
    last = now
  }

  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
