import ArgumentParser
import Foundation
import LinchpinCore
import LinchpinReading

/// The pure map: what the records of a byte range come to, as a file of its own.
struct Classify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The records of a byte range, classified: a part for merge.",
    discussion: """
      A record belongs to the range in which its line starts, so any cuts will do. Parts can be made \
      on different machines and in any order, by the same program with the same catalogue, networks \
      and date; linchpin merge brings them together exactly.

      Example:  linchpin classify --range observations.jsonl:0-500000000 -o 1.part
                linchpin classify --range observations.jsonl:500000000- -o 2.part
                linchpin merge 1.part 2.part
      """)

  @Option(
    help: ArgumentHelp(
      "Bytes START up to but not including END; without END, to the end of the file.",
      valueName: "file:start-end"))
  var range: FileRange

  @Option(
    name: [.customShort("o"), .long], help: ArgumentHelp("Where the part goes.", valueName: "part"),
    completion: .file())
  var output: String

  @Flag(help: "Replace an existing file.")
  var force = false

  @OptionGroup var shared: ReadingFlags
  @OptionGroup var voice: VoiceOptions

  func validate() throws {
    if !shared.organisations.isEmpty {
      throw ValidationError("Give --organisations to linchpin merge, which joins the two.")
    }
    if shared.strict {
      throw ValidationError("Give --strict to linchpin merge, which knows the lines.")
    }
  }

  func run() throws {
    let (rules, _) = try LoadedInput.rules(shared, supposing: Suppositions(), voice)
    let part: [UInt8]
    do {
      part = try InputReader.part(
        of: range.file, from: range.start, to: range.end, under: rules,
        as: try shared.identity(of: rules), options: shared.reading(hash: false))
    } catch { throw Failure(error) }
    try Output.write(Data(part), to: output, replacing: force)
  }
}

/// `FILE:START-END`, in bytes; END may be left out.
struct FileRange: ExpressibleByArgument {
  var file: String
  var start: Int
  var end: Int?

  init?(argument: String) {
    guard let colon = argument.lastIndex(of: ":"), colon > argument.startIndex else { return nil }
    let bounds = argument[argument.index(after: colon)...]
      .split(separator: "-", omittingEmptySubsequences: false)
    guard bounds.count == 2, let start = Self.number(bounds[0]) else { return nil }
    if !bounds[1].isEmpty {
      guard let end = Self.number(bounds[1]), end >= start else { return nil }
      self.end = end
    }
    file = String(argument[..<colon])
    self.start = start
  }

  private static func number(_ text: Substring) -> Int? {
    text.allSatisfy { $0.isASCII && $0.isNumber } ? Int(text) : nil
  }
}
