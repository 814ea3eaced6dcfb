import Foundation

/// What one finished process cost, by the operating system's own account.
struct Measurement {
  /// User and system time, in seconds.
  var cpu: Double
  /// Largest resident size, in kilobytes.
  var peak: Int
  var output: String
  /// What was said on standard error.
  var messages: String

  /// Ours, with one thread for every peer.
  private static var oneThread: [String: String] {
    ProcessInfo.processInfo.environment.merging(
      ["POLARS_MAX_THREADS": "1", "OMP_NUM_THREADS": "1"]) { $1 }
  }

  /// Runs a command to its end.
  /// - Throws: where it cannot be started or fails, with the last thing it said.
  static func run(_ command: [String]) throws(RunFailure) -> Measurement {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("scoreboard-\(getpid())").path
    let said = file + ".messages"
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      unlink(file)
      unlink(said)
    }
    posix_spawn_file_actions_addopen(
      &actions, STDOUT_FILENO, file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(
      &actions, STDERR_FILENO, said, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
    arguments.append(nil)
    var environment: [UnsafeMutablePointer<CChar>?] = oneThread.map { strdup("\($0)=\($1)") }
    environment.append(nil)
    defer { for text in arguments + environment { free(text) } }
    var child = pid_t()
    guard posix_spawnp(&child, command[0], &actions, nil, arguments, environment) == 0 else {
      throw RunFailure(command, "it cannot be started")
    }
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(child, &status, 0, &usage) == child, status == 0 else {
      let messages = (try? String(contentsOfFile: said, encoding: .utf8)) ?? ""
      throw RunFailure(command, messages.split(separator: "\n").last.map(String.init) ?? "")
    }
    func seconds(_ time: timeval) -> Double {
      Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000
    }
    return Measurement(
      cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime), peak: Int(usage.ru_maxrss),
      output: (try? String(contentsOfFile: file, encoding: .utf8)) ?? "",
      messages: (try? String(contentsOfFile: said, encoding: .utf8)) ?? "")
  }
}

/// A process that could not do its part of the race.
struct RunFailure: Error {
  var message: String

  init(_ command: [String], _ said: String) {
    message = command.joined(separator: " ") + (said.isEmpty ? "" : ": " + said)
  }
}

/// The middle value, or the mean of the two middle ones.
func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
