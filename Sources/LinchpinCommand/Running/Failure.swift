import Foundation

/// Why a run ended without its result, with the exit code that says so.
struct Failure: Error {
  enum Code: Int32 {
    case failed = 1
    case gate = 2
    case usage = 64
    case badData = 65
    case noSuchName = 66
    case cannotWrite = 73
  }

  var code: Code
  var message: String
  var hint = ""
  var file = ""
  var line = 0
  var column = 0

  /// Says on standard error what happened and what to do, then ends the process.
  func report(arguments: [String]) -> Never {
    ProgressLine.end()
    if wantsJSON(arguments) {
      print(json)
    } else {
      print("linchpin: \(message)")
      if !hint.isEmpty { print("  \(hint)") }
    }
    exit(code.rawValue)
  }

  private func wantsJSON(_ arguments: [String]) -> Bool {
    if arguments.contains("--error-format=json") { return true }
    guard let option = arguments.firstIndex(of: "--error-format") else { return false }
    return arguments.dropFirst(option + 1).first == "json"
  }

  private func print(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }

  private var json: String {
    struct Record: Encodable {
      var code: Int32
      var message: String
      var hint: String
      var file: String
      var line: Int
      var column: Int
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let record = Record(
      code: code.rawValue, message: message, hint: hint, file: file, line: line, column: column)
    guard let data = try? encoder.encode(record) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }
}
