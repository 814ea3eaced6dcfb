import Foundation
import Testing

@Suite("The sample with the totals of a published study")
struct PublishedTotalsTests {
  /// The folder in which the sample is written.
  private func sample() throws -> String {
    let folder = try Program.folder()
    let generator = Process()
    generator.executableURL = Program.binary.deletingLastPathComponent()
      .appendingPathComponent("SampleGenerator")
    generator.arguments = ["nos", folder]
    generator.standardOutput = FileHandle.nullDevice
    try generator.run()
    generator.waitUntilExit()
    #expect(generator.terminationStatus == 0)
    return folder
  }

  /// Rows of `bindings --csv`; no cell of this sample holds a quote or a line break.
  private func bindings() throws -> [[Substring]] {
    let folder = try sample()
    let result = try Program.run([
      "bindings", "\(folder)/nos-2026.jsonl", "--catalogue", "\(folder)/nos-2026-catalogue.yaml",
      "--csv", "--quiet",
    ])
    #expect(result.code == 0, "\(result.messages)")
    return result.output.utf8.split(separator: UInt8(ascii: "\n")).dropFirst().map { line in
      cells(Substring(line))
    }
  }

  /// Commas inside quotes belong to the cell.
  private func cells(_ line: Substring) -> [Substring] {
    var found: [Substring] = []
    for (place, piece) in line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
    {
      if place % 2 == 1 {
        found[found.count - 1] = piece
      } else {
        let parts = piece.split(separator: ",", omittingEmptySubsequences: false)
        found += place == 0 ? parts[...] : parts.dropFirst()
      }
    }
    return found
  }

  @Test(
    "67 % American, 49 % of the largest, 29 portals outside and 41 not found, which is not safe")
  func totals() throws {
    var all: Set<Substring> = []
    var american: Set<Substring> = []
    var largest: Set<Substring> = []
    var portals: [String: Int] = [:]
    for row in try bindings() where row.count == 15 {
      all.insert(row[4])
      if row[11].split(separator: " ").contains("US") { american.insert(row[4]) }
      if row[9].hasPrefix("megasoft") { largest.insert(row[4]) }
      if row[6] == "application", row[7] != "notMeasured" {
        portals[row[7] == "attributed" ? String(row[9]) : String(row[7]), default: 0] += 1
      }
    }
    #expect(all.count == 16_500)
    #expect(american.count == 11_055)
    #expect(largest.count == 8_085)
    #expect(portals == ["megasoft-cloud": 28, "skyflare": 1, "unattributed": 41])
  }

  @Test("By owners of networks the American total is the same, and each type of record has its own")
  func profile() throws {
    let folder = try sample()
    let result = try Program.run([
      "assess", "\(folder)/nos-2026.jsonl", "--catalogue", "\(folder)/nos-2026-catalogue.yaml",
      "--profile", "nos-2026", "--quiet", "--json",
    ])
    #expect(result.code == 0, "\(result.messages)")
    for row in [
      "\"records\": \"address\", \"number\": 4595",
      "\"records\": \"mailExchangers\", \"number\": 8783",
      "\"records\": \"nameServers\", \"number\": 2887",
      "\"records\": \"withoutNameServers\", \"number\": 10401",
      "\"records\": \"all\", \"number\": 11055, \"byName\": 0, \"unknown\": 1191",
    ] {
      #expect(result.output.contains("\"jurisdiction\": \"US\", \(row)"), "\(row)")
    }
  }

  @Test("An overlay says what it did, and a typo in it names file, line, key and the nearest key")
  func overlays() throws {
    let folder = try Program.folder()
    func run(_ name: String, _ text: String) throws -> (code: Int32, messages: String) {
      let path = "\(folder)/\(name).yaml"
      try ("schema: linchpin.catalogue/1\n" + text).write(
        toFile: path, atomically: true, encoding: .utf8)
      let result = try Program.run(["catalogue", "show", "solvinity", "--catalogue", path])
      return (result.code, result.messages)
    }
    let typo = try run("typo", "providers:\n  - id: x\n    compny: y\n")
    #expect(typo.code == 65)
    #expect(typo.messages.contains("typo.yaml:4:5: a provider has no key “compny”"))
    #expect(typo.messages.contains("did you mean company?"))
    let extended = try run(
      "more", "providers:\n  - { id: solvinity, extend: true, alsoCalled: [ solvinity-nl ] }\n")
    #expect(extended.code == 0)
    #expect(extended.messages.contains("0 added, 0 replaced, 1 extended"))
    #expect(extended.messages.contains("extended provider solvinity (was at suppliers-nl.yaml:"))
  }
}
