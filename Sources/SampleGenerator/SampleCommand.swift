import Foundation

/// Writes samples that are too large to keep: `SampleGenerator nos DIRECTORY`.
@main
struct SampleCommand {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count == 2, arguments.first == "nos", let directory = arguments.last else {
      stop(64, "usage: SampleGenerator nos DIRECTORY")
    }
    let sample = NOSSample(seed: 2026)
    let differences = sample.totals.differences(from: .published)
    if !differences.isEmpty {
      stop(1, "the totals differ from those published: " + differences.joined(separator: "; "))
    }
    do {
      try write(sample.files, to: URL(filePath: directory, directoryHint: .isDirectory))
    } catch {
      stop(73, "cannot write to \(directory): \(error.localizedDescription)")
    }
  }

  private static func write(_ files: [SampleFile], to directory: URL) throws {
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    for file in files {
      try Data(file.text.utf8).write(to: directory.appending(path: file.name), options: .atomic)
      print(directory.appending(path: file.name).path)
    }
  }

  private static func stop(_ code: Int32, _ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(code)
  }
}

/// One file of a sample.
struct SampleFile {
  var name: String
  var text: String
}
