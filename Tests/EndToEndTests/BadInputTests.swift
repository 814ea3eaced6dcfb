import Foundation
import Testing

@Suite("Bad input and the streams")
struct BadInputTests {
  @Test("Wrong use, missing files, unknown names and full folders have their own exit codes")
  func codes() throws {
    #expect(try Program.run(["assess"]).code == 64)
    #expect(try Program.run(["asess"]).code == 64)
    #expect(try Program.run(["assess", "/no/such/file"]).code == 66)
    let whatif = ["whatif"] + Program.after + Program.fiction
    #expect(try Program.run(whatif + ["--fail", "provider:cumulos"]).code == 66)
    #expect(try Program.run(whatif + ["--fail", "jurisdiction:unknown"]).code == 64)
    #expect(try Program.run(whatif + ["--fail", "nonsense"]).code == 64)
    #expect(try Program.run(["explain", "Nobody At All"] + Program.after).code == 66)
    #expect(
      try Program.run(["assess"] + Program.after + ["-o", "/no/such/folder/x.txt"]).code == 73)
    #expect(try Program.run(["--help"]).code == 0)
  }

  @Test("Hosts are named only where detail is asked for")
  func hosts() throws {
    let ranking = ["chokepoints"] + Program.after + Program.fiction + ["--kind", "host"]
    #expect(try Program.run(ranking).code == 64)
    #expect(try Program.run(ranking + ["--detail"]).code == 0)
  }

  @Test("An unknown name is answered with the nearest ones")
  func nearest() throws {
    let result = try Program.run(
      ["whatif"] + Program.after + Program.fiction + ["--fail", "provider:cumulos"])
    #expect(result.messages.contains("cumulus"))
  }

  @Test("Errors come as one line of JSON when asked for")
  func errorFormat() throws {
    let result = try Program.run(["assess", "/no/such/file", "--error-format", "json"])
    let line = try #require(result.messages.split(separator: "\n").last)
    let value = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    #expect(value?["code"] as? Int == 66)
    #expect(
      Set(value?.keys.map { $0 } ?? []) == ["code", "message", "hint", "file", "line", "column"])
  }

  @Test(
    "No hostile file crashes, and the good row beside it is used",
    arguments: [
      "", "\u{0}\u{1}\u{2}binary", "{\"domain\":", "[", "<html>", "id;name;domains\n",
      "\u{FEFF}", String(repeating: "a", count: 1_000_000),
    ])
  func hostile(text: String) throws {
    let bad = try Program.file(Data(text.utf8))
    let alone = try Program.run(["check", bad])
    #expect([0, 65].contains(alone.code), "\(text.prefix(20)): \(alone.code)")
    let good = Data("{\"domain\":\"town.example\",\"mx\":[\"mx.mailer.example\"]}\n".utf8)
    let mixed = try Program.file(good + Data(text.utf8) + Data("\n".utf8))
    let result = try Program.run(["bindings", mixed, "--csv", "--quiet"])
    #expect(result.code == 0, "\(text.prefix(20)): \(result.messages)")
    #expect(result.output.contains("town.example"))
  }

  @Test("An unusable row is reported with its line, and ends a strict run")
  func strict() throws {
    let text = "{\"domain\":\"town.example\",\"mx\":[]}\n{\"domain\":\"https://x.example/\"}\n"
    let path = try Program.file(Data(text.utf8))
    let check = try Program.run(["check", path])
    #expect(check.output.contains(":2"))
    #expect(check.output.contains("x.example"))
    #expect(try Program.run(["assess", path]).code == 0)
    #expect(try Program.run(["assess", path, "--strict"]).code == 65)
  }

  @Test("Standard input is read like a file")
  func standardInput() throws {
    let data = Data("{\"domain\":\"town.example\",\"mx\":[\"mx.mailer.example\"]}\n".utf8)
    let result = try Program.run(["bindings", "-", "--csv"], input: data)
    #expect(result.code == 0, "\(result.messages)")
    #expect(result.output.contains("mailer.example"))
  }

  @Test("A reader that goes away is success")
  func closedPipe() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    let inputs = Program.after.joined(separator: " ")
    process.arguments = [
      "-c", "\(Program.binary.path) bindings \(inputs) --csv --quiet; echo $? >&2",
    ]
    let output = Pipe()
    let messages = Pipe()
    process.standardOutput = output
    process.standardError = messages
    try process.run()
    try output.fileHandleForReading.close()
    process.waitUntilExit()
    let code = String(
      decoding: (try messages.fileHandleForReading.readToEnd()) ?? Data(), as: UTF8.self)
    #expect(code.trimmingCharacters(in: .whitespacesAndNewlines) == "0")
  }

  @Test("Markup in a name stays text in every output")
  func markup() throws {
    let name = "</text><script>alert(1)</script>"
    let record =
      "{\"domain\":\"town.example\",\"org\":\"o1\",\"organisationName\":\"\(name)\",\"sector\":\"s\",\"mx\":[\"mx.mailer.example\"]}\n"
    let path = try Program.file(Data(record.utf8))
    let folder = try Program.folder()
    let result = try Program.run(["draw", "card", path, "--focus", "o1", "-o", folder])
    #expect(result.code == 0, "\(result.messages)")
    for width in [360, 700, 960] {
      let svg = try String(contentsOfFile: "\(folder)/card-\(width).svg", encoding: .utf8)
      #expect(!svg.contains("<script"))
    }
    let html = try String(contentsOfFile: "\(folder)/card.html", encoding: .utf8)
    #expect(!html.contains("<script"))
  }

  @Test("A name that looks like a formula is no formula in the numbers of a figure")
  func formula() throws {
    let record =
      "{\"domain\":\"town.example\",\"sector\":\"=1+1\",\"org\":\"o1\",\"mx\":[\"mx.mailer.example\"]}\n"
    let path = try Program.file(Data(record.utf8))
    let folder = try Program.folder()
    let result = try Program.run(["draw", "flow", path, "-o", folder])
    #expect(result.code == 0, "\(result.messages)")
    let table = try String(contentsOfFile: "\(folder)/flow.csv", encoding: .utf8)
    #expect(table.contains(",'=1+1,"))
    #expect(!table.contains(",=1+1,"))
  }

  @Test("A filter that leaves nothing says which one")
  func emptied() throws {
    let result = try Program.run(["assess"] + Program.after + ["--sector", "lighthouses"])
    #expect(result.code == 66)
    #expect(result.messages.contains("--sector lighthouses"))
  }
}
