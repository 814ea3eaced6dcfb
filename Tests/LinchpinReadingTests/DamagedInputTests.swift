import Foundation
import LinchpinCore
import LinchpinReading
import Testing

/// Every format cut off anywhere and with bytes changed: nothing crashes, and good rows stay.
@Suite("Damaged input")
struct DamagedInputTests {
  /// A sample, the format it is read as, and how many of its lines are used.
  struct Given: CustomTestStringConvertible, Sendable {
    var name: String
    var format: InputFormat
    var lines: Int

    var testDescription: String { name }

    func bytes() throws -> [UInt8] {
      let all = try Data(contentsOf: URL(fileURLWithPath: Sample.shipped(name)))
      let kept = all.split(separator: 0x0A, omittingEmptySubsequences: false).prefix(lines)
      return Array(kept.joined(separator: [0x0A])) + [0x0A]
    }
  }

  /// Formats in which a line stands for itself.
  static let byLine: [Given] = [
    Given(name: "observations-2026-09.jsonl", format: .observations, lines: 2),
    Given(name: "observations-2026-09.csv", format: .observationTable, lines: 4),
    Given(name: "zdns-2026-09.jsonl", format: .zdns, lines: 3),
    Given(name: "zdns-mx-2026-09.jsonl", format: .zdns, lines: 4),
    Given(name: "dnsx-2026-09.jsonl", format: .dnsx, lines: 4),
    Given(name: "openintel-2026-09.csv", format: .openintel, lines: 8),
    Given(name: "openintel-2026-09.jsonl", format: .openintel, lines: 5),
    Given(name: "organisations.csv", format: .organisationList, lines: 4),
    Given(name: "italian-public-bodies.csv", format: .italianPublicBodies, lines: 4),
    Given(name: "registrants.csv", format: .registrants, lines: 4),
    Given(name: "bindings.csv", format: .bindings, lines: 8),
    Given(name: "applications.csv", format: .applications, lines: 8),
    Given(name: "supplier-dependencies.csv", format: .supplierDependencies, lines: 5),
  ]

  /// Formats that are one object, one list or one zone.
  static let whole: [Given] = [
    Given(name: "mxmap-cache-2026-09.json", format: .mxmapCache, lines: 50),
    Given(name: "mxmap-municipalities.json", format: .mxmapMunicipalities, lines: 20),
    Given(name: "mxmap-data-2026-09.json", format: .mxmapSummary, lines: 40),
    Given(name: "mxmap-summary-2026-09.json", format: .mxmapSummary, lines: 30),
    Given(name: "muni.example-2026-03.zone", format: .zoneFile, lines: 40),
  ]

  private func read(_ bytes: [UInt8], _ format: InputFormat) throws -> Snapshot {
    try Sample.read(bytes: [bytes], options: ReadingOptions(format: format))
  }

  /// Everything a reading keeps of rows: organisations and domains with their facts.
  private func kept(_ snapshot: Snapshot) -> Set<String> {
    var kept = Set(snapshot.organisationIndices.map { "o " + snapshot.organisations.id($0) })
    for domain in snapshot.domainIndices {
      for number in snapshot.facts(of: domain) {
        let fact = snapshot.fact(number)
        kept.insert(
          "\(snapshot.name(of: domain)) \(fact.kind) \(snapshot.names.string(fact.value))")
      }
    }
    kept.formUnion(snapshot.declarations.suppliers.keys.map { "s " + $0 })
    kept.formUnion(
      snapshot.declarations.dependencies.map { "d \($0.supplier) \($0.dependsOn)" })
    return kept
  }

  @Test("Cut off at every byte, the whole rows before the cut are kept", arguments: byLine)
  func cutRows(given: Given) throws {
    let bytes = try given.bytes()
    var whole: Set<String> = []
    var header = true
    for end in 0..<bytes.count {
      let snapshot = try read(Array(bytes[..<end]), given.format)
      if end > 0, bytes[end - 1] == 0x0A {
        whole = kept(snapshot)
        header = false
      } else if !header {
        // A row cut inside its last name may still be a row, so more may be kept, never less.
        #expect(whole.isSubset(of: kept(snapshot)), "cut at byte \(end)")
      }
    }
    #expect(!whole.isEmpty)
  }

  @Test("One object or zone cut off at every byte is read as far as it goes", arguments: whole)
  func cutWhole(given: Given) throws {
    let bytes = try given.bytes()
    var most = 0
    for end in stride(from: 0, to: bytes.count, by: 5) {
      let snapshot = try read(Array(bytes[..<end]), given.format)
      most = max(most, snapshot.files[0].records)
    }
    #expect(most > 0)
  }

  @Test("Bytes changed anywhere crash nothing", arguments: byLine + whole, [1, 2] as [UInt64])
  func changedBytes(given: Given, seed: UInt64) throws {
    let bytes = try given.bytes()
    var random = Generator(seed)
    for _ in 0..<30 {
      var damaged = bytes
      for _ in 0...random.next(6) {
        damaged[random.next(damaged.count)] = UInt8(random.next(256))
      }
      _ = try? read(damaged, given.format)
      _ = try? Sample.read(bytes: [damaged])
      _ = try? claims(damaged)
    }
  }

  private func claims(_ bytes: [UInt8]) throws -> Claims {
    let sample = try Sample()
    return try ClaimsReader.read(try sample.file("claims", bytes))
  }

  @Test(
    "A byte changed in one row costs no other row", arguments: byLine, [11, 12] as [UInt64])
  func changedRow(given: Given, seed: UInt64) throws {
    let bytes = try given.bytes()
    let lines = bytes.split(separator: 0x0A).map(Array.init)
    let isJSON = lines[0][0] == UInt8(ascii: "{")
    var random = Generator(seed)
    for _ in 0..<60 {
      let row = isJSON ? random.next(lines.count) : 1 + random.next(lines.count - 1)
      var damaged = lines
      var byte = UInt8(random.next(256))
      // Quotes and line ends change what a row is; they have tests of their own.
      if [0x0A, 0x0D, 0x22].contains(byte) { byte = 0xFF }
      let place = random.next(damaged[row].count)
      if damaged[row][place] == 0x22 { continue }
      damaged[row][place] = byte
      var others = lines
      others.remove(at: row)
      let (read, expected) = (
        kept(try self.read(Array(damaged.joined(separator: [0x0A])), given.format)),
        kept(try self.read(Array(others.joined(separator: [0x0A])), given.format))
      )
      #expect(expected.isSubset(of: read), "seed \(seed), line \(row + 1), byte \(byte)")
    }
  }

  @Test("Packed samples cut off or changed anywhere crash nothing", arguments: ["gzip", "zstd"])
  func packed(packing: String) throws {
    let plain = try Self.byLine[0].bytes()
    let bytes = Sample.packed(plain, packing)
    for end in 0..<bytes.count { _ = try? Sample.read(bytes: [Array(bytes[..<end])]) }
    var random = Generator(21)
    for _ in 0..<150 {
      var damaged = bytes
      damaged[random.next(bytes.count)] = UInt8(random.next(256))
      _ = try? Sample.read(bytes: [damaged])
    }
    #expect(try Sample.read(bytes: [bytes]).domainCount == 2)
  }
}
