import Foundation
import LinchpinReading
import Synchronization

/// One line on a terminal that says how far a run of more than a second has come.
///
/// There is one standard error, so there is one line. It is wiped before anything else is said;
/// whoever redirects standard error never sees it.
enum ProgressLine {
  private struct State {
    var reading: ReadingProgress?
    /// What is done after reading.
    var phase = ""
    var shown = 0
    var isRunning = false
  }

  private static let state = Mutex(State())
  /// Shorter runs say nothing.
  private static let first = 1.0
  private static let turn = 0.25

  /// Begins where somebody would see it and wants to.
  /// - Returns: what readers tell their place; nil where nobody looks.
  static func begin(_ voice: VoiceOptions) -> ReadingProgress? {
    if voice.quiet || isatty(STDERR_FILENO) != 1 { return nil }
    let reading = ReadingProgress()
    let isNew = state.withLock { state in
      defer { state.isRunning = true }
      state.reading = reading
      state.phase = ""
      return !state.isRunning
    }
    if isNew {
      let thread = Thread {
        Thread.sleep(forTimeInterval: first)
        while show() { Thread.sleep(forTimeInterval: turn) }
      }
      thread.start()
    }
    return reading
  }

  /// Reading is over, something else begins.
  static func begin(_ phase: String) { state.withLock { $0.phase = phase } }

  /// Makes room for something that is said in between.
  static func wipe() { state.withLock { write("", over: &$0.shown) } }

  /// Wipes the line for good.
  static func end() {
    state.withLock {
      write("", over: &$0.shown)
      $0.isRunning = false
    }
  }

  private static func show() -> Bool {
    state.withLock { state in
      if !state.isRunning { return false }
      write(state.phase.isEmpty ? text(state.reading) : state.phase, over: &state.shown)
      return true
    }
  }

  private static func text(_ reading: ReadingProgress?) -> String {
    guard let place = reading?.place else { return "" }
    let name = URL(fileURLWithPath: place.path).lastPathComponent.prefix(40)
    if place.total == 0 || place.bytes == 0 { return "reading \(name)" }
    let million = 1_000_000
    return "reading \(name): \(place.bytes / million) of \(place.total / million) MB "
      + "(\(place.bytes * 100 / place.total) %)"
  }

  /// Spaces, not escapes, wipe what a longer text left.
  private static func write(_ text: String, over shown: inout Int) {
    if text.isEmpty, shown == 0 { return }
    let gap = String(repeating: " ", count: max(0, shown - text.count))
    let line = "\r" + text + gap + (text.isEmpty ? "\r" : "")
    FileHandle.standardError.write(Data(line.utf8))
    shown = text.count
  }
}
