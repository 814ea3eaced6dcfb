import Foundation

/// Runs the built program as a user would.
struct Program {
  struct Result {
    var code: Int32
    var output: String
    var messages: String
  }

  /// The repository, whose `samples/` the tests read.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The program stands beside the bundle of tests.
  static var binary: URL {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("linchpin")
  }

  static func sample(_ name: String) -> String {
    root.appendingPathComponent("samples/\(name)").path
  }

  /// Everything a run with the fictional catalogue needs after the command's own words.
  static let fiction = [
    "--catalogue", sample("catalogue.yaml"), "--networks", sample("networks.tsv"),
  ]

  static let after = [sample("observations-2026-09.jsonl"), sample("organisations-2026-09.csv")]

  /// Runs to the end with bytes on standard input.
  static func run(
    _ arguments: [String], input: Data = Data(), environment: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.executableURL = binary
    process.arguments = arguments
    process.environment = ["LANG": "C", "PATH": "/usr/bin:/bin"]
      .merging(environment) { _, given in given }
    let (given, output, messages) = (Pipe(), Pipe(), Pipe())
    process.standardInput = given
    process.standardOutput = output
    process.standardError = messages
    // Both pipes are drained at once: a full one would stop the program for ever.
    let collected = Collected()
    output.fileHandleForReading.readabilityHandler = { collected.append($0.availableData, to: 0) }
    messages.fileHandleForReading.readabilityHandler = {
      collected.append($0.availableData, to: 1)
    }
    try process.run()
    try? given.fileHandleForWriting.write(contentsOf: input)
    try? given.fileHandleForWriting.close()
    process.waitUntilExit()
    for (index, pipe) in [output, messages].enumerated() {
      pipe.fileHandleForReading.readabilityHandler = nil
      collected.append((try? pipe.fileHandleForReading.readToEnd()) ?? Data(), to: index)
    }
    return Result(
      code: process.terminationStatus, output: collected.text(0), messages: collected.text(1))
  }

  /// Everything the tests write lies below this folder, which goes when they end.
  private static let scratch: String = {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("linchpin-tests-\(ProcessInfo.processInfo.processIdentifier)").path
    atexit { try? FileManager.default.removeItem(atPath: Program.scratch) }
    return folder
  }()

  /// A new, empty folder.
  static func folder() throws -> String {
    let path = "\(scratch)/\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  /// Writes a file in a folder of its own and hands over its path.
  static func file(_ contents: Data, _ name: String = "input") throws -> String {
    let path = "\(try folder())/\(name)"
    try contents.write(to: URL(fileURLWithPath: path))
    return path
  }
}

/// What two pipes delivered, from whatever thread.
private final class Collected: @unchecked Sendable {
  private let lock = NSLock()
  private var data = [Data(), Data()]

  func append(_ more: Data, to index: Int) {
    lock.withLock { data[index].append(more) }
  }

  func text(_ index: Int) -> String {
    lock.withLock { String(decoding: data[index], as: UTF8.self) }
  }
}
