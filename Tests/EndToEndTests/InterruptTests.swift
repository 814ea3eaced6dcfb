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
    let terminal = posix_openpt(O_RDWR | O_NOCTTY)
    #expect(terminal >= 0 && grantpt(terminal) == 0 && unlockpt(terminal) == 0)
    let name = try #require(ptsname(terminal).map { String(cString: $0) })
    let other = try #require(FileHandle(forUpdatingAtPath: name))
    let quiet = try seen(by: other, terminal, ["--quiet"])
    #expect(!quiet.contains("reading"))
    #expect(try seen(by: other, terminal, []).contains("reading -"))
  }

  /// What stands on a terminal after a run whose input takes more than a second to come.
  private func seen(
    by handle: FileHandle, _ terminal: Int32, _ flags: [String]
  ) throws -> String {
    let process = Process()
    process.executableURL = Program.binary
    process.arguments = ["assess", "-", "--json"] + flags
    let input = Pipe()
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    process.standardError = handle
    try process.run()
    Thread.sleep(forTimeInterval: 2.5)
    try input.fileHandleForWriting.write(
      contentsOf: Data(#"{"domain":"a.example","mx":["m.b.example"]}"#.utf8))
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    var bytes = [UInt8](repeating: 0, count: 65_536)
    _ = fcntl(terminal, F_SETFL, O_NONBLOCK)
    let count = read(terminal, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}
