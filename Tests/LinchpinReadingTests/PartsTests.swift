import Foundation
import LinchpinCore
import LinchpinReading
import Testing

/// Ranges read apart and brought together, against the same file read in one go.
@Suite("Parts of an input")
struct PartsTests {
  @Test("Parts of any cut, merged, say what one run says", arguments: 1...30)
  func merged(_ seed: UInt64) throws {
    let study = try PartedStudy(seed: seed)
    let whole = try study.whole()
    for _ in 0..<3 {
      let parts = try study.parts(study.cuts())
      let merged = try InputReader.attribution(
        merging: parts, organisations: [study.list], under: study.rules, as: study.identity,
        options: study.options)
      #expect(Said(merged.attribution).differences(from: Said(whole)) == [], "seed \(seed)")
      #expect(merged.absent.isEmpty)
    }
  }

  @Test("Any number of threads gives what one gives", arguments: 1...30)
  func threads(_ seed: UInt64) throws {
    let study = try PartedStudy(seed: seed)
    func said(threads: Int) throws -> Said {
      var options = study.options
      options.threads = threads
      options.smallestShare = 1
      let found = try #require(
        try InputReader.attribution(
          from: [study.path, study.list], under: study.rules, options: options))
      return Said(found)
    }
    let whole = try said(threads: 1)
    for threads in [2, 3, 8] {
      #expect(
        try said(threads: threads).differences(from: whole) == [],
        "seed \(seed), \(threads) threads")
    }
  }

  @Test("A table is cut like lines, unless a row runs over several of them")
  func tables() throws {
    let sample = try Sample()
    let rules = Rules(catalogue: Catalogue())
    func identity() throws -> PartIdentity {
      try PartIdentity(program: "t", rules: rules, networks: [], options: ReadingOptions())
    }
    let rows = (0..<40).map { "d\($0 % 37).example,m\($0 % 3).b.example,\"One, two\",x\($0)" }
    let text = "sep=,\ndomain,mx,org,ns\n" + rows.joined(separator: "\n")
    let path = try sample.file("table.csv", text)
    let whole = try #require(try InputReader.attribution(from: [path], under: rules))
    #expect(whole.snapshot.findings.count(.duplicateDomain) == 3)
    for cut in [0, 1, 6, 7, 30, text.utf8.count / 2, text.utf8.count - 1, text.utf8.count] {
      let parts = try [(0, cut), (cut, text.utf8.count)].enumerated().map { number, range in
        try sample.file(
          "\(cut)-\(number).part",
          try InputReader.part(
            of: path, from: range.0, to: range.1, under: rules, as: try identity()))
      }
      let merged = try InputReader.attribution(merging: parts, under: rules, as: try identity())
      #expect(Said(merged.attribution).differences(from: Said(whole)) == [], "cut at \(cut)")
    }
    let broken = try sample.file("broken.csv", text + "\nz.example,m.b.example,\"One\ntwo\",x\n")
    #expect(throws: PartError.self) {
      try InputReader.part(of: broken, from: 0, to: nil, under: rules, as: try identity())
    }
    var options = ReadingOptions()
    let one = try #require(
      try InputReader.attribution(from: [broken], under: rules, options: options))
    (options.threads, options.smallestShare) = (4, 1)
    let four = try #require(
      try InputReader.attribution(from: [broken], under: rules, options: options))
    #expect(Said(four).differences(from: Said(one)) == [])
  }

  @Test("Missing, overlapping, altered and foreign parts are refused, and say why")
  func refused() throws {
    let study = try PartedStudy(seed: 7)
    let parts = try study.parts([100, 900])
    func merge(_ parts: [String]) -> PartError? {
      do throws(PartError) {
        _ = try InputReader.attribution(
          merging: parts, under: study.rules, as: study.identity, options: study.options)
        return nil
      } catch { return error }
    }
    #expect(merge(Array(parts.dropFirst())) == .missing(file: study.path, range: 0..<100))
    #expect(merge([parts[0], parts[2]]) == .missing(file: study.path, range: 100..<900))
    #expect(
      merge(Array(parts.dropLast())) == .missing(file: study.path, range: 900..<study.size))
    #expect(
      merge(parts + [parts[1]])
        == .overlapping(path: parts[1], other: parts[1], range: 100..<900))

    let bytes = try Data(contentsOf: URL(fileURLWithPath: parts[1]))
    for length in [0, 5, 20, bytes.count / 2, bytes.count - 1] {
      let cut = try study.sample.file("cut-\(length)", bytes.prefix(length))
      let error = merge([cut])
      switch error {
      case .notAPart, .damaged: break
      default: Issue.record("cut to \(length): \(String(describing: error))")
      }
    }
    for place in stride(from: 0, to: bytes.count, by: 97) {
      var other = bytes
      other[place] ^= 0x20
      let path = try study.sample.file("other", other)
      switch merge([parts[0], path, parts[2]]) {
      case .notAPart, .damaged, .otherVersion: break
      case let error: Issue.record("changed at \(place): \(String(describing: error))")
      }
    }
    let options = ReadingOptions(measuredOn: CalendarDate("2026-09-01"))
    let other = try PartIdentity(
      program: "t", rules: study.rules, networks: [], options: options)
    #expect(
      throws: PartError.differs(
        path: parts[0], what: "--measured-on", there: "", here: "2026-09-01")
    ) {
      try InputReader.attribution(merging: parts, under: study.rules, as: other)
    }
  }

  @Test("A file that changed since its parts were made is noticed; one that is gone is told")
  func file() throws {
    let study = try PartedStudy(seed: 9)
    let parts = try study.parts([500])
    var options = study.options
    options.hash = true
    let rules = study.rules
    let merged = try InputReader.attribution(
      merging: parts, under: rules, as: study.identity, options: options)
    let whole = try InputReader.attribution(from: [study.path], under: rules, options: options)
    #expect(merged.attribution.snapshot.files == whole?.snapshot.files)

    var text = try Data(contentsOf: URL(fileURLWithPath: study.path))
    text[10] ^= 1
    try text.write(to: URL(fileURLWithPath: study.path))
    #expect(throws: PartError.changed(path: parts[0], file: study.path)) {
      try InputReader.attribution(
        merging: parts, under: rules, as: study.identity, options: options)
    }
    try FileManager.default.removeItem(atPath: study.path)
    let alone = try InputReader.attribution(
      merging: parts, under: rules, as: study.identity, options: options)
    #expect(alone.absent == [study.path])
  }

  @Test("Records that need all others are refused, in a part and when parts meet")
  func needsRecords() throws {
    let sample = try Sample()
    let rules = Rules(catalogue: Catalogue())
    let identity = try PartIdentity(
      program: "t", rules: rules, networks: [], options: ReadingOptions())
    let alias =
      #"{"domain":"a.example","mx":["m.b.example"],"mx_cnames":{"m.b.example":"c.d.example"}}"#
    let path = try sample.file("alias.jsonl", alias + "\n")
    #expect(throws: PartError.needsRecords(path: path)) {
      try InputReader.part(of: path, from: 0, to: nil, under: rules, as: identity)
    }
    let outer = #"{"domain":"a.example","ns":["n.z.example"]}"# + "\n"
    let inner = #"{"domain":"w.b.a.example","ns":["n.z.example"]}"# + "\n"
    let nested = try sample.file("nested.jsonl", outer + inner)
    let parts = try ([(0, 40), (40, nil)] as [(Int, Int?)]).map { range in
      try sample.file(
        "\(range.0).part",
        try InputReader.part(of: nested, from: range.0, to: range.1, under: rules, as: identity))
    }
    #expect(throws: PartError.needsRecords(path: nested)) {
      try InputReader.attribution(merging: parts, under: rules, as: identity)
    }
  }

  @Test("Ranges are of plain lines, inside the file")
  func ranges() throws {
    let sample = try Sample()
    let rules = Rules(catalogue: Catalogue())
    let identity = try PartIdentity(
      program: "t", rules: rules, networks: [], options: ReadingOptions())
    let line = Array((#"{"domain":"a.example","mx":["m.b.example"]}"# + "\n").utf8)
    let plain = try sample.file("plain", line)
    #expect(throws: PartError.outside(path: plain, range: 0..<1_000, size: line.count)) {
      try InputReader.part(of: plain, from: 0, to: 1_000, under: rules, as: identity)
    }
    for bytes in [Sample.gzip(line), Array("id,name,domains\no,O,a.example\n".utf8), []] {
      let path = try sample.file("other", bytes)
      #expect(throws: PartError.self) {
        try InputReader.part(of: path, from: 0, to: nil, under: rules, as: identity)
      }
    }
    // A byte order mark belongs to the file, not to its first line.
    let marked = try sample.file("marked", [0xEF, 0xBB, 0xBF] + line + line)
    let whole = try #require(try InputReader.attribution(from: [marked], under: rules))
    for cut in [0, 2, 3, 4, line.count + 2, line.count + 3, line.count + 4] {
      let parts = try ([(0, cut), (cut, nil)] as [(Int, Int?)]).map { range in
        try sample.file(
          "\(range.0)-\(range.1.map(String.init) ?? "end").part",
          try InputReader.part(of: marked, from: range.0, to: range.1, under: rules, as: identity))
      }
      let merged = try InputReader.attribution(merging: parts, under: rules, as: identity)
      #expect(Said(merged.attribution).differences(from: Said(whole)) == [], "cut at \(cut)")
    }
  }
}

/// A random study with everything that goes wrong in files, and its parts.
private final class PartedStudy {
  let sample: Sample
  let path: String
  let list: String
  let size: Int
  let rules: Rules
  let identity: PartIdentity
  let options = ReadingOptions()
  private var random: RandomLines
  private var made = 0

  init(seed: UInt64) throws {
    let sample = try Sample()
    var random = RandomLines(seed: seed &+ 1_000)
    let text = Self.spoiled(random.text(domains: 50), &random)
    path = try sample.file("observations.jsonl", text)
    list = try sample.file(
      ["a-list.csv", "z-list.csv"][random.next(2)],
      "id,name,sector,domains\no1,One,list,d1.example d60.example\no77,Other,list,d2.example\n")
    size = text.utf8.count
    let table = try sample.file("providers.csv", RandomLines.providers)
    rules = Rules(catalogue: try CatalogueReader.load(overlay: table).catalogue)
    identity = try PartIdentity(program: "t", rules: rules, networks: [], options: options)
    self.sample = sample
    self.random = random
  }

  /// The same lines with second records, bad lines and bad values between them.
  private static func spoiled(_ text: String, _ random: inout RandomLines) -> String {
    var lines: [String] = []
    let good = text.split(separator: "\n").map(String.init)
    for (number, line) in good.enumerated() {
      lines.append(line)
      switch random.next(7) {
      case 0: lines.append(["", "  ", "{bad", "{}", "[1]"][random.next(5)])
      case 1:
        // A second record with values of its own, some of them bad, on another day.
        let domain = "d\(random.next(number + 1)).example"
        lines.append(
          #"{"domain":"\#(domain)","org":"o\#(random.next(25))","organisationName":"N\#(number)","#
            + #""sector":"t","country":"XX1","mx":["bad host","only\#(number).dup.example"],"#
            + #""a":["1.2.3"],"ns":["ns.dup\#(number).example"],"ts":\#(1_788_912_000 + number * 86_400)}"#
        )
      case 2:
        lines.append(
          #"{"domain":"e\#(number).example","org":"o\#(random.next(25))","sector":"u","#
            + #""country":"NLD","mx":["-bad-.example","m.big.example"],"spf":["v=nonsense"],"ts":5}"#
        )
      case 3: lines.append(#"{"domain":"not a name","mx":[]}"#)
      default: break
      }
    }
    return lines.joined(separator: random.next(2) == 0 ? "\n" : "\r\n")
  }

  /// Up to seven places, anywhere in the file.
  func cuts() -> [Int] { (0..<random.next(8)).map { _ in random.next(size + 1) }.sorted() }

  func whole() throws -> Attribution {
    try #require(
      try InputReader.attribution(from: [path], organisations: [list], under: rules))
  }

  /// Part files of the ranges between some places.
  func parts(_ cuts: [Int]) throws -> [String] {
    try zip([0] + cuts, cuts + [size]).map { start, end in
      made += 1
      let bytes = try InputReader.part(
        of: path, from: start, to: end, under: rules, as: identity, options: options)
      return try sample.file("\(made).part", bytes)
    }
  }
}

/// Everything an attribution says that any output can show.
private struct Said {
  var files: [SourceFile]
  var findings: [Finding]
  var counts: [Int]
  var measured: ClosedRange<CalendarDate>?
  var domains: [String]
  var organisations: [Organisation]
  var assessments: [Assessment]

  init(_ attribution: Attribution) {
    let snapshot = attribution.snapshot
    files = snapshot.files
    findings = snapshot.findings.kept
    counts = Finding.Code.allCases.map { snapshot.findings.count($0) }
    measured = snapshot.measured
    domains = snapshot.domainIndices.map { domain in
      let bindings = attribution.bindings(of: domain).map { binding in
        "\(binding.role) \(binding.status) "
          + (binding.provider.map { attribution.providers[$0].id } ?? "")
      }
      let answers = Question.allCases.map { "\(snapshot.status(of: $0, for: domain))" }
      return "\(snapshot.name(of: domain)) \(snapshot.describe(snapshot.source(of: domain))) "
        + "\(snapshot.organisations.id(snapshot.organisation(of: domain))) \(answers) \(bindings)"
    }
    organisations = snapshot.organisationIndices.map { snapshot.organisations[$0] }
    assessments = Unit.allCases.map { unit in
      var options = AssessmentOptions()
      options.unit = unit
      options.tier = .trace
      options.by = .sector
      return Assessment(attribution, options: options)
    }
  }

  /// What is not the same, each with the first place where it is not.
  func differences(from other: Said) -> [String] {
    func first<Row: Equatable>(_ ours: [Row], _ theirs: [Row]) -> [String] {
      if ours == theirs { return [] }
      let place = zip(ours, theirs).enumerated().first { $0.element.0 != $0.element.1 }
      return [
        place.map { "\($0.offset): \($0.element.0) – \($0.element.1)" }
          ?? "\(ours.count) – \(theirs.count)"
      ]
    }
    var found = first(files, other.files) + first(findings, other.findings)
    found += first(counts, other.counts) + first([measured], [other.measured])
    found += first(domains, other.domains) + first(organisations, other.organisations)
    for (ours, theirs) in zip(assessments, other.assessments) {
      found += first(ours.coverage, theirs.coverage) + first(ours.shares, theirs.shares)
      found += first(ours.concentration, theirs.concentration)
      found += first(ours.redundancy, theirs.redundancy) + first(ours.exposure, theirs.exposure)
    }
    return found
  }
}
