import Foundation

/// Where results go: standard output, or a file that appears whole or not at all.
enum Output {
  /// Writes text to standard output; a reader that has gone ends the run with success.
  static func print(_ text: String) throws {
    ProgressLine.end()
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes {
        Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count)
      }
      if written < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE { exit(0) }
        throw Failure(
          code: .cannotWrite, message: "standard output: \(String(cString: strerror(errno)))")
      }
      bytes = bytes.dropFirst(written)
    }
  }

  /// Says something to the person, beside the result.
  static func note(_ text: String) {
    ProgressLine.wipe()
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  /// Writes a file through a temporary one beside it; refuses to replace unless told to.
  static func write(_ text: String, to path: String, replacing: Bool) throws {
    try write(Data(text.utf8), to: path, replacing: replacing)
  }

  static func write(_ data: Data, to path: String, replacing: Bool) throws {
    ProgressLine.end()
    if !replacing, FileManager.default.fileExists(atPath: path) {
      throw Failure(
        code: .cannotWrite, message: "\(path) exists already", hint: "--force replaces it",
        file: path)
    }
    do {
      try Temporaries.make(beside: path) { temporary in
        try data.write(to: URL(fileURLWithPath: temporary))
        try Temporaries.move(temporary, to: path)
      }
    } catch {
      throw Failure(
        code: .cannotWrite, message: "\(path): \(error.localizedDescription)",
        hint: "check that the folder exists and can be written", file: path)
    }
  }
}
