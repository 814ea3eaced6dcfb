import Foundation
import Synchronization

/// What is written before it is whole; gone when the run is interrupted.
///
/// Signals belong to the process and not to any value, so this is the one place that is shared.
enum Temporaries {
  private static let paths = Mutex<Set<String>>([])

  /// From now on Ctrl-C removes what is not whole and ends the run with 130.
  /// - Returns: what hears the signal, as long as it lives.
  static func areRemovedOnInterrupt() -> any DispatchSourceSignal {
    // A handler, not SIG_IGN: programs that are started from here must not inherit deafness.
    signal(SIGINT) { _ in }
    let interrupts = DispatchSource.makeSignalSource(
      signal: SIGINT, queue: DispatchQueue(label: "interrupt"))
    interrupts.setEventHandler {
      // Nobody can begin another file while these go.
      paths.withLock { paths in
        for path in paths { try? FileManager.default.removeItem(atPath: path) }
        _exit(130)
      }
    }
    interrupts.resume()
    return interrupts
  }

  /// Makes something at a name of its own beside `target`; what is left there afterwards goes.
  static func make<Result>(
    beside target: String, _ body: (_ temporary: String) throws -> Result
  ) throws -> Result {
    let folder = URL(fileURLWithPath: target).deletingLastPathComponent()
    let path = folder.appendingPathComponent(".linchpin-\(UUID().uuidString)").path
    paths.withLock { _ = $0.insert(path) }
    defer {
      try? FileManager.default.removeItem(atPath: path)
      paths.withLock { _ = $0.remove(path) }
    }
    return try body(path)
  }

  /// Puts what is whole where it belongs, in one step.
  static func move(_ temporary: String, to target: String) throws {
    if rename(temporary, target) != 0 { throw CocoaError(.fileWriteUnknown) }
  }
}
