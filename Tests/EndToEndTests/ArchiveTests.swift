import Foundation
import Testing

@Suite("Archives and dates, through the program")
struct ArchiveTests {
  private let before = Program.sample("observations-2026-03.jsonl")
  private let organisations = Program.sample("organisations-2026-09.csv")

  private func archive() throws -> String { "\(try Program.folder())/dates.linchpin" }

  private func add(_ archive: String, _ inputs: String...) throws -> Program.Result {
    try Program.run(["archive", "add", archive] + inputs)
  }

  /// Enough domains that adding them takes a while.
  private func large(_ count: Int) throws -> String {
    let lines = (0..<count).map {
      #"{"domain":"body\#($0).example","mx":[{"host":"mx\#($0).mail.example"}],"ts":1770000000}"#
    }
    return try Program.file(Data(lines.joined(separator: "\n").utf8), "large-2026-02-02.jsonl")
  }

  @Test("Bindings out of an archive are those of the files, to the byte")
  func roundTrip() throws {
    let file = try archive()
    for inputs in [[before, organisations], Program.after] {
      let day = inputs == Program.after ? "2026-09-08" : "2026-03-09"
      let added = try Program.run(
        ["archive", "add", file, "--measured-on", day] + inputs)
      try #require(added.code == 0, "\(added.messages)")
      let direct = try Program.run(
        ["bindings", "--csv", "--measured-on", day] + inputs + Program.fiction)
      let archived = try Program.run(["bindings", "--csv", "\(file)@\(day)"] + Program.fiction)
      #expect(archived.code == 0 && archived.output == direct.output)
    }
    let list = try Program.run(["archive", "list", file, "--csv"])
    #expect(list.output.split(separator: "\n").count == 3)
    let compared = try Program.run(
      ["archive", "compare", file, "2026-03-09", "2026-09-08", "--csv"] + Program.fiction)
    let direct = try Program.run(
      ["compare", "\(file)@2026-03-09", "\(file)@2026-09-08", "--csv"] + Program.fiction)
    #expect(compared.code == 0 && compared.output == direct.output)
    #expect(try Program.run(["archive", "show", "\(file)@2026-03-09"]).output.contains("sha256"))
  }

  @Test("A writer that is killed loses nothing that was there")
  func killed() throws {
    let file = try archive()
    try #require(try add(file, before).code == 0)
    let held = try Program.run(["archive", "list", file, "--csv"]).output
    let input = try large(30_000)
    let process = Process()
    process.executableURL = Program.binary
    process.arguments = ["archive", "add", file, input, "--quiet"]
    process.standardError = FileHandle.nullDevice
    try process.run()
    let deadline = Date().addingTimeInterval(60)
    while process.isRunning, Date() < deadline,
      !FileManager.default.fileExists(atPath: file + "-journal")
    {
      usleep(500)
    }
    try #require(process.isRunning, "it was done before it could be killed")
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(try Program.run(["archive", "list", file, "--csv"]).output == held)
    let again = try add(file, input)
    #expect(again.code == 0, "\(again.messages)")
    #expect(try Program.run(["archive", "list", file, "--csv"]).output.hasPrefix(held.prefix(20)))
  }

  @Test("A disk that fills up in the middle of an addition takes nothing away")
  func full() throws {
    let file = try archive()
    try #require(try add(file, before).code == 0)
    let held = try Data(contentsOf: URL(fileURLWithPath: file))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "trap '' XFSZ; ulimit -f 400; exec \"$0\" archive add \"$1\" \"$2\" --quiet",
      Program.binary.path, file, try large(10_000),
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 73)
    #expect(try Program.run(["archive", "list", file]).code == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == held)
  }

  @Test("Archives that cannot be used end with their own exit code")
  func codes() throws {
    let file = try archive()
    try #require(try add(file, before).code == 0)
    #expect(try Program.run(["assess", "\(file)@1999-01-01"]).code == 66)
    #expect(try Program.run(["archive", "list", file + "x"]).code == 66)
    #expect(try Program.run(["archive", "list", before]).code == 65)
    let other = try add(file, before, "--measured-on", "2026-09-01")
    #expect(other.code == 0)
    let ambiguous = try Program.run(["assess", file])
    #expect(ambiguous.code == 64 && ambiguous.messages.contains("name one"))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    let cut = try Program.file(bytes.prefix(bytes.count / 2), "cut.linchpin")
    let damaged = try Program.run(["assess", "\(cut)@2026-03-09"])
    #expect(damaged.code == 65 && damaged.messages.contains("damaged"))
  }

  @Test("Two inputs with nothing in common, and two dates the wrong way round, are refused")
  func badDates() throws {
    let other = try Program.file(
      Data(#"{"domain":"elsewhere.example","mx":[],"ts":1780000000}"#.utf8))
    let apart = try Program.run(["compare", before, other])
    #expect(apart.code == 65 && apart.messages.contains("in common"))
    let wrong = try Program.run(["compare", Program.after[0], before])
    #expect(wrong.code == 64 && wrong.messages.contains("--reverse"))
    #expect(try Program.run(["compare", Program.after[0], before, "--reverse"]).code == 0)
    let same = try Program.run(["compare", before, before])
    #expect(same.code == 0 && same.output.contains("No total changed."))
  }

  @Test("A catalogue against itself moves no figure; without an overlay figures move by rules")
  func catalogueDiff() throws {
    let overlay = Program.sample("catalogue.yaml")
    let none = try Program.run(["catalogue", "diff", overlay, overlay, before])
    #expect(none.code == 0 && none.output.contains("No total changed."))
    let moved = try Program.run(["catalogue", "diff", "shipped", overlay, before, "--json"])
    #expect(moved.code == 0)
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(moved.output.utf8)) as? [String: Any])
    let totals = try #require(root["totals"] as? [[String: Any]])
    #expect(totals.contains { ($0["rules"] as? Double ?? 0) != 0 })
    for total in totals {
      for cause in ["population", "records", "coverage", "ownership"] {
        #expect((total[cause] as? Double ?? 0) == 0, "\(total["measure"] ?? "")")
      }
    }
  }

  @Test("A bad list of successions is refused with its line")
  func successions() throws {
    let bad = try Program.file(Data("from,to,date\na,b,2026-13-01\n".utf8), "s.csv")
    let found = try Program.run(["compare", before, Program.after[0], "--successions", bad])
    #expect(found.code == 65 && found.messages.contains("line 2"))
    let good = try Program.file(Data("from,to,date\na,b,2026-05-01\n".utf8), "s.csv")
    #expect(
      try Program.run(["compare", before, Program.after[0], "--successions", good]).code == 0)
  }

  @Test("A trend reads an archive, or an input a date, and is drawn")
  func trend() throws {
    let file = try archive()
    for inputs in [[before, organisations], Program.after] {
      try #require(try Program.run(["archive", "add", file] + inputs).code == 0)
    }
    let archived = try Program.run(["archive", "trend", file, "--csv"] + Program.fiction)
    let files = try Program.run(
      ["archive", "trend", Program.after.joined(separator: ","), "\(before),\(organisations)"]
        + ["--csv"] + Program.fiction)
    #expect(archived.code == 0 && archived.output == files.output)
    let folder = try Program.folder()
    let drawn = try Program.run(
      ["draw", "trend", file, "-o", folder, "--role", "mailbox"] + Program.fiction)
    #expect(drawn.code == 0, "\(drawn.messages)")
    #expect(FileManager.default.fileExists(atPath: "\(folder)/trend-360.svg"))
    #expect(try Program.run(["archive", "trend", before]).code == 64)
    #expect(try Program.run(["archive", "trend", before, before]).code == 64)
  }

  @Test("A gate that trips ends with 2 and its list; what is accepted does not trip it")
  func gates() throws {
    let gate = ["--fail-on", "role=mailbox jurisdiction=US"]
    let assess = ["assess"] + Program.after + Program.fiction
    let tripped = try Program.run(assess + gate)
    #expect(tripped.code == 2 && !tripped.output.isEmpty)
    let list = tripped.messages.split(separator: "\n").map(String.init)
    #expect(list.contains("# role=mailbox jurisdiction=US"))
    let cases = list.filter { $0.contains(" mailbox ") }
    #expect(cases.count > 3)
    let baseline = try Program.file(Data(cases.joined(separator: "\n").utf8), "accepted.txt")
    #expect(try Program.run(assess + gate + ["--baseline", baseline]).code == 0)
    let most = try Program.file(Data(cases.dropLast().joined(separator: "\n").utf8), "most.txt")
    let one = try Program.run(assess + gate + ["--baseline", most])
    #expect(one.code == 2 && one.messages.contains("1 cases"))
    #expect(try Program.run(assess + ["--fail-on", "nonsense"]).code == 64)
    #expect(try Program.run(assess + ["--fail-on", "new single point"]).code == 64)
    #expect(try Program.run(assess + gate + ["--baseline", "/no/such"]).code == 66)
    let compare = ["compare", before, Program.after[0]] + Program.fiction
    let new = try Program.run(compare + ["--fail-on", "new single point"])
    #expect([0, 2].contains(new.code))
    let same = try Program.run(
      ["compare", before, before, "--fail-on", "new single point", "--fail-on", "new role=mailbox"]
        + Program.fiction)
    #expect(same.code == 0, "\(same.messages)")
  }

  @Test("Every output of a scenario says that it is one")
  func scenarios() throws {
    let file = try Program.file(
      Data(
        """
        schema: linchpin.scenarios/1
        scenarios:
          - { name: takeover, assume: [ "aegis owns dijkpost" ] }
          - { name: dark day, fail: [ "jurisdiction:US" ], asOf: 2026-06-01 }
        """.utf8), "scenarios.yaml")
    let inputs = Program.after + Program.fiction
    let assess = try Program.run(["assess"] + inputs + ["--scenario", "\(file)#takeover"])
    #expect(assess.code == 0, "\(assess.messages)")
    #expect(assess.output.contains("SCENARIO") && assess.output.contains("takeover"))
    let whatif = try Program.run(["whatif"] + inputs + ["--scenario", "\(file)#dark day"])
    #expect(whatif.code == 0, "\(whatif.messages)")
    #expect(whatif.output.contains("ownership as of 2026-06-01"))
    #expect(try Program.run(["assess"] + inputs + ["--scenario", file]).code == 64)
    #expect(try Program.run(["assess"] + inputs + ["--scenario", "\(file)#night"]).code == 66)
    #expect(try Program.run(["assess"] + inputs + ["--scenario", "/no/such.yaml"]).code == 66)
    #expect(try Program.run(["whatif"] + inputs).code == 64)
  }
}
