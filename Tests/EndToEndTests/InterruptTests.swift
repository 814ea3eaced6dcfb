import Foundation
import Testing

@Suite("Interrupting a run, and what a terminal sees")
struct InterruptTests {
  @Test("Ctrl-C ends with 130 and leaves nothing")
  func interrupt() throws {
    let folder = try Program.folder()
    let process = Process()
    process.executableURL = Program.binary
    process.arguments = ["assess", "-", "-o", "\(folder)/result.txt"]
    // Standard input that never ends keeps the run waiting.
    let input = Pipe()
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: 0.5)
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 130)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    try input.fileHandleForWriting.close()
  }

  @Test("Ctrl-C while a result is written leaves neither it nor its beginning")
  func whileWriting() throws {
    let folder = try Program.folder()
    // Wherever the interrupt falls, nothing unfinished stays.
    for wait in [0.02, 0.05, 0.1, 0.2, 0.3] {
      let process = Process()
      process.executableURL = Program.binary
      process.arguments =
        ["draw", "flow", "-o", folder, "--force"] + Program.after + Program.fiction
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      Thread.sleep(forTimeInterval: wait)
      kill(process.processIdentifier, SIGINT)
      process.waitUntilExit()
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(!left.contains { $0.hasPrefix(".linchpin") }, "after \(wait) s: \(left)")
    }
  }

  @Test("A terminal sees progress after a second, and a pipe never does")
  func progress() throws {
    #expect(try seen(onTerminal: []).contains("reading -"))
    #expect(try !seen(onTerminal: ["--quiet"]).contains("reading"))
    let piped = try Self.output(of: "/bin/sh", ["-c", slowly([]) + " 2>&1"])
    #expect(!piped.contains("reading"))
  }

  /// What stands on a terminal after a run whose input takes more than a second to come.
  private func seen(onTerminal flags: [String]) throws -> String {
    #if os(Linux)
      try Self.output(of: "/usr/bin/env", ["script", "-qec", slowly(flags), "/dev/null"])
    #else
      try Self.output(
        of: "/usr/bin/env", ["script", "-q", "/dev/null", "/bin/sh", "-c", slowly(flags)])
    #endif
  }

  private func slowly(_ flags: [String]) -> String {
    let record = #"{"domain":"a.example","mx":["m.b.example"]}"#
    let flags = flags.joined(separator: " ")
    return "(sleep 2.5; echo '\(record)') | '\(Program.binary.path)' assess - --json \(flags)"
      + " > /dev/null"
  }

  private static func output(of program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: bytes, as: UTF8.self)
  }
}
