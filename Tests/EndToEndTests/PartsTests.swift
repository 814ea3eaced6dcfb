import Foundation
import Testing

@Suite("classify, merge and threads")
struct PartsTests {
  /// The sample's observations: plain lines without what needs all records.
  private static func study() throws -> (folder: String, file: String, size: Int) {
    let folder = try Program.folder()
    let file = "\(folder)/observations.jsonl"
    var text = ""
    for number in 0..<400 {
      let domain = number % 50 == 49 ? "d3.example" : "d\(number).example"
      text +=
        #"{"domain":"\#(domain)","org":"o\#(number % 90)","sector":"s\#(number % 4)","country":"NL","#
        + #""mx":["mx.p\#(number % 7).example"],"ns":["ns1.q\#(number % 5).example"],"#
        + #""ts":\#(1_788_912_000 + number * 1_000)}"# + "\n"
    }
    text += "{bad\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    return (folder, file, text.utf8.count)
  }

  @Test("merge prints byte for byte what assess prints, in every form", arguments: 1...4)
  func merge(parts count: Int) throws {
    let (folder, file, size) = try Self.study()
    let list = "\(folder)/list.csv"
    try Data("id,name,domains\no1,One,d1.example d3.example\n".utf8)
      .write(to: URL(fileURLWithPath: list))
    var parts: [String] = []
    for number in 0..<count {
      let part = "\(folder)/\(number).part"
      let end = number == count - 1 ? "" : "\(size * (number + 1) / count)"
      let made = try Program.run([
        "classify", "--range", "\(file):\(size * number / count)-\(end)", "-o", part,
      ])
      #expect(made.code == 0, "\(made.messages)")
      #expect(made.output.isEmpty)
      parts.append(part)
    }
    for form in [["--json"], ["--csv"], [], ["--markdown", "--lang", "nl", "--by", "sector"]] {
      let whole = try Program.run(["assess", file, list] + form)
      let merged = try Program.run(["merge"] + parts.reversed() + ["--organisations", list] + form)
      #expect(whole.code == 0)
      #expect(merged.output == whole.output, "\(form)")
      #expect(merged.messages == whole.messages)
    }
    let strict = try Program.run(["merge"] + parts + ["--strict"])
    #expect(strict.code == 65)
  }

  @Test("Threads change no byte")
  func threads() throws {
    let file = try Program.file(try Self.big(), "big.jsonl")
    let one = try Program.run(["assess", file, "--json"])
    let four = try Program.run(["assess", file, "--json", "--threads", "4"])
    #expect(one.code == 0)
    #expect(four.output == one.output)
    #expect(four.messages == one.messages)
    #expect(try Program.run(["assess", file, "--threads", "0"]).code == 64)
  }

  /// Enough for several threads, with a domain that has records in two ranges.
  private static func big() throws -> Data {
    var text = ""
    let filler = String(repeating: "x", count: 900)
    for number in 0..<20_000 {
      let domain = number == 17_000 ? "d5.example" : "d\(number).example"
      text +=
        #"{"domain":"\#(domain)","org":"o\#(number % 3_000)","note":"\#(filler)","#
        + #""mx":["mx\#(number).p\#(number % 7).example"],"ns":["ns1.q\#(number % 5).example"]}"#
        + "\n"
    }
    return Data(text.utf8)
  }

  @Test("Parts of another catalogue, cut parts and missing ranges end with 65 and say why")
  func refused() throws {
    let (folder, file, size) = try Self.study()
    let parts = ["\(folder)/a.part", "\(folder)/b.part"]
    let ranges = ["0-\(size / 2)", "\(size / 2)-"]
    for (part, range) in zip(parts, ranges) {
      let made = try Program.run(["classify", "--range", "\(file):\(range)", "-o", part])
      #expect(made.code == 0)
    }
    let again = try Program.run(["classify", "--range", "\(file):0-9", "-o", parts[0]])
    #expect(again.code == 73)
    let other = try Program.run(
      ["merge"] + parts + ["--catalogue", Program.sample("catalogue.yaml")])
    #expect(other.code == 65)
    #expect(other.messages.contains("another catalogue"))
    let dated = try Program.run(["merge"] + parts + ["--measured-on", "2026-09-01"])
    #expect(dated.code == 65)
    #expect(dated.messages.contains("--measured-on"))
    let missing = try Program.run(["merge", parts[1]])
    #expect(missing.code == 65)
    #expect(missing.messages.contains("no part has the bytes 0–\(size / 2)"))
    let twice = try Program.run(["merge", parts[0], parts[0], parts[1]])
    #expect(twice.code == 65)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: parts[0]))
    try bytes.prefix(bytes.count / 2).write(to: URL(fileURLWithPath: parts[0]))
    let cut = try Program.run(["merge"] + parts)
    #expect(cut.code == 65)
    #expect(cut.messages.contains("cut short or changed"))
    #expect(try Program.run(["merge", file]).code == 65)
    #expect(try Program.run(["merge", "/no/such.part"]).code == 66)
    #expect(
      try Program.run(["classify", "--range", "nonsense", "-o", "\(folder)/c.part"]).code == 64)
  }
}
