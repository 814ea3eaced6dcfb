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

  @Test("An altered archive names both hashes, a newer one the version that reads it")
  func altered() throws {
    let file = try archive()
    try #require(try add(file, before).code == 0)
    let sound = try Data(contentsOf: URL(fileURLWithPath: file))
    var bytes = sound
    let place = try #require(bytes.range(of: Data("answeredmx ".utf8))).upperBound
    bytes[place + 1] = bytes[place + 1] == UInt8(ascii: "q") ? UInt8(ascii: "z") : UInt8(ascii: "q")
    let changed = try Program.file(bytes, "changed.linchpin")
    for command in [["assess", changed], ["archive", "show", changed], ["check", changed]] {
      let found = try Program.run(command)
      #expect(found.code == 65, "\(command)")
      let messages = found.messages + found.output
      #expect(messages.contains("has the hash") && messages.contains("was stored"), "\(command)")
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: changed)) == bytes, "nothing was written")
    // The version of the format stands at byte 60, the most significant byte first.
    bytes = sound
    bytes[63] = 99
    let newer = try Program.run(["assess", try Program.file(bytes, "newer.linchpin")])
    #expect(newer.code == 65)
    #expect(newer.messages.contains("has format 99") && newer.messages.contains("or newer reads"))
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
    let exported = try Program.run(
      ["export", "--to", "dot"] + inputs + ["--scenario", "\(file)#takeover"])
    #expect(
      exported.output.contains("SCENARIO")
        && exported.output.contains("takeover; aegis owns dijkpost"))
    let rows = try Program.run(
      ["bindings", "--csv"] + inputs + ["--scenario", "\(file)#takeover"])
    #expect(
      rows.output.split(separator: "\n").dropFirst().allSatisfy {
        $0.hasSuffix("takeover; aegis owns dijkpost")
      })
  }

  @Test("What stops in a scenario combines with every command it changes, and others refuse it")
  func failures() throws {
    let file = try archive()
    for inputs in [[before, organisations], Program.after] {
      try #require(try Program.run(["archive", "add", file] + inputs).code == 0)
    }
    let text = Data(
      """
      schema: linchpin.scenarios/1
      scenarios:
        - { name: dark day, fail: [ "jurisdiction:US" ] }
      """.utf8)
    let scenario = ["--scenario", try Program.file(text, "scenarios.yaml")]
    let fail = ["--fail", "jurisdiction:US"]
    let fiction = Program.fiction
    let whatif = try Program.run(["whatif", "--json"] + Program.after + fiction + scenario)
    func object(_ text: String) throws -> [String: Any] {
      try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
    let units = try #require(try object(whatif.output)["units"] as? [String: Int])
    let assess = try object(
      try Program.run(["assess", "--json"] + Program.after + fiction + scenario).output)
    #expect((assess["failure"] as? [String: Any])?["units"] as? [String: Int] == units)
    #expect(assess["scenario"] as? [String] == ["dark day", "jurisdiction:US stops"])
    let compare = try object(
      try Program.run(
        ["compare", "\(before),\(organisations)", Program.after.joined(separator: ","), "--json"]
          + fiction + fail
      ).output)
    let totals = try #require(compare["totals"] as? [[String: Any]])
    let lost = try #require(totals.first { $0["measure"] as? String == "failure.allLost" })
    #expect(lost["after"] as? Int == units["allLost"])
    #expect(compare["scenario"] as? [String] == ["jurisdiction:US stops"])
    let trend = try Program.run(["archive", "trend", file] + fiction + fail)
    #expect(trend.code == 0 && trend.output.contains("IF THESE STOP: JURISDICTION:US"))
    let drawn = try Program.run(
      ["draw", "whatif", "-o", try Program.folder()] + Program.after + fiction + scenario)
    #expect(drawn.code == 0, "\(drawn.messages)")
    for command in [["bindings"], ["chokepoints"], ["export", "--to", "dot"], ["explain", "m01"]] {
      let refused = try Program.run(command + Program.after + fiction + fail)
      #expect(refused.code == 64 && refused.messages.contains("does not change"), "\(command)")
    }
    let figure = try Program.run(
      ["draw", "flow", "-o", try Program.folder()] + Program.after + fiction + scenario)
    #expect(figure.code == 64 && figure.messages.contains("draw flow does not change"))
    let missing = ["--fail", "provider:nobody"]
    #expect(try Program.run(["assess"] + Program.after + fiction + missing).code == 66)
    #expect(try Program.run(["archive", "trend", file] + fiction + missing).code == 66)
  }

  @Test("CSV of a comparison holds the table asked for")
  func tables() throws {
    let compare = ["compare", before, Program.after[0]] + Program.fiction
    let members = try Program.run(compare + ["--csv", "--table", "members"])
    #expect(members.code == 0 && members.output.hasPrefix("kind,change,id\n"))
    #expect(try Program.run(compare + ["--table", "members"]).code == 64)
    #expect(try Program.run(compare + ["--csv", "--table", "nonsense"]).code == 64)
  }
}
