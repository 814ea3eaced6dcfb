import Foundation

/// Reads Parquet through the `duckdb` command, where there is one: its rows become JSON Lines, and
/// what they are is recognised like that of any other input.
enum Parquet {
  static func isParquet(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let mark = Array("PAR1".utf8)
    return bytes.count >= 12 && bytes.starts(with: mark) && bytes.suffix(4).elementsEqual(mark)
  }

  /// Where the command is, by the search path; nil when it is not installed.
  static var command: URL? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.lazy.map { URL(fileURLWithPath: String($0)).appending(path: "duckdb") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// The rows of a file as JSON Lines.
  /// - Parameters:
  ///   - path: where the bytes stand as they are; nil when they were unpacked or came by a pipe.
  ///   - name: what the input is called.
  static func jsonLines(
    _ bytes: UnsafeRawBufferPointer, path: String?, named name: String
  ) throws(ReadingError) -> FileContents {
    guard let command else {
      throw .needsTool(
        path: name, why: "a Parquet file, which is read through the duckdb command; it is not here",
        hint: "install DuckDB so that duckdb is on the search path, or export the file as "
          + "JSON Lines or CSV")
    }
    if let path { return try run(command, on: path, named: name) }
    let copy = FileManager.default.temporaryDirectory
      .appending(path: "linchpin-\(UUID().uuidString).parquet")
    defer { try? FileManager.default.removeItem(at: copy) }
    do {
      try Data(bytes).write(to: copy)
    } catch {
      throw .cannotRead(path: name, why: "no room for a copy that duckdb can read")
    }
    return try run(command, on: copy.path, named: name)
  }

  private static func run(
    _ command: URL, on path: String, named name: String
  ) throws(ReadingError) -> FileContents {
    let quoted = path.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "''")
    let process = Process()
    process.executableURL = command
    process.arguments = [
      "-init", "/dev/null", "-c",
      "COPY (SELECT * FROM read_parquet('\(quoted)')) TO '/dev/stdout' (FORMAT json)",
    ]
    let (output, messages) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = messages
    do {
      try process.run()
    } catch {
      throw .cannotRead(path: name, why: "duckdb cannot be started: \(error.localizedDescription)")
    }
    let rows = try FileContents(reading: output.fileHandleForReading.fileDescriptor, path: name)
    let said = String(
      decoding: (try? messages.fileHandleForReading.readToEnd()) ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    if process.terminationStatus != 0 {
      let line = said.split(separator: "\n").first.map(String.init) ?? "no message"
      throw .cannotRead(path: name, why: "duckdb cannot read it: \(line)")
    }
    return try JSONNulls.left(out: rows, named: name)
  }
}
