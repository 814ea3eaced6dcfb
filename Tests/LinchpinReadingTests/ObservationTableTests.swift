import Foundation
import LinchpinCore
import LinchpinReading
import Testing

@Suite("Observations in CSV")
struct ObservationTableTests {
  @Test("Lists stand in one cell, their networks and preferences beside them in the same order")
  func lists() throws {
    let snapshot = try Sample.read(
      """
      domain,org,sector,country,mx,mx_asn,mx_preference,ns,a,a_asn,aaaa,cname,spf,ts
      A.example.,o1,health,NL,mx1.p.example mx2.p.example,64500 -,10 20,ns1.q.example,192.0.2.1,64501,,web.r.example,_spf.p.example,1788912000
      """)
    #expect(snapshot.domainNames == ["a.example"])
    let index = try #require(snapshot.find(domain: "a.example"))
    let facts = snapshot.facts(of: index).map { snapshot.fact($0) }
    let exchangers = facts.filter { $0.kind == .mx }
    #expect(exchangers.map(\.preference) == [10, 20])
    #expect(exchangers.map(\.asn) == [64500, nil])
    #expect(exchangers.map(\.source.line) == [2, 2])
    #expect(snapshot.values(.spfInclude, of: "a.example") == ["_spf.p.example"])
    #expect(snapshot.values(.cname, of: "a.example") == ["web.r.example"])
    #expect(snapshot.owner(of: "a.example") == "o1")
    #expect(snapshot.measured?.lowerBound == CalendarDate("2026-09-09"))
    #expect(snapshot.findings.count == 0)
  }

  @Test("A missing column was not asked, an empty cell is none, an exclamation mark is a failure")
  func answers() throws {
    let snapshot = try Sample.read("domain,mx,ns\na.example,,!SERVFAIL\n")
    #expect(snapshot.status(.mx, of: "a.example") == .absent)
    #expect(snapshot.status(.ns, of: "a.example") == .failed)
    #expect(snapshot.status(.spf, of: "a.example") == .notMeasured)
  }

  @Test("A policy is taken apart like that of JSON Lines")
  func policy() throws {
    let snapshot = try Sample.read("domain,spf\na.example,v=spf1 include:_spf.p.example -all\n")
    #expect(snapshot.values(.spfInclude, of: "a.example") == ["_spf.p.example"])
    #expect(snapshot.values(.spf, of: "a.example") == ["v=spf1 include:_spf.p.example -all"])
  }

  @Test("Rows whose fields do not fit the header, and numbers that fit no host, are findings")
  func misfits() throws {
    let snapshot = try Sample.read(
      """
      domain,mx,mx_asn
      a.example,m.p.example
      b.example,m.p.example,64500,surplus
      c.example,m.p.example n.p.example,64500
      d.example,m.p.example,64500
      ,m.p.example,64500
      e.example,"m.p.exa
      """)
    #expect(snapshot.domainNames == ["c.example", "d.example"])
    #expect(snapshot.findings.errors.map(\.line).sorted() == [2, 3, 4, 6, 7])
    let hosts = try #require(snapshot.find(domain: "c.example"))
    #expect(snapshot.facts(of: hosts).allSatisfy { snapshot.fact($0).asn == nil })
  }

  @Test(
    "Semicolons, quotes and line ends of any kind make no difference",
    arguments: ["\n", "\r\n", "\r"])
  func spreadsheets(newline: String) throws {
    let snapshot = try Sample.read(
      ["domain;mx;spf", "\"a.example\";\"m.p.example\";\"say \"\"no\"\"\"", "b.example;;"]
        .joined(separator: newline) + newline)
    #expect(snapshot.domainNames == ["a.example", "b.example"])
    #expect(snapshot.values(.mx, of: "a.example") == ["m.p.example"])
  }

  /// The same rows in both forms, from a generator that is seeded by its number.
  @Test(
    "CSV and JSON Lines of the same rows give the same facts, answers and lines", arguments: 0..<4)
  func differential(seed: UInt64) throws {
    var random = Generator(seed)
    var (csv, json) = (
      "domain,org,sector,country,mx,mx_asn,ns,ns_asn,a,a_asn,aaaa,aaaa_asn,cname,spf\n", ""
    )
    for number in 0..<400 {
      let hosts = (0..<random.next(4)).map { _ in
        (name: "h\(random.next(50)).p\(random.next(9)).example", asn: 64496 + random.next(16))
      }
      let servers = (0..<(1 + random.next(4))).map {
        (name: "ns\($0).q\(random.next(9)).example", asn: 64496 + random.next(16))
      }
      let address = "198.51.100.\(random.next(256))"
      let six = random.next(3) == 0 ? "2001:db8::\(random.next(9999))" : ""
      let alias = random.next(3) == 0 ? "web\(number).r.example" : ""
      let senders = (0..<random.next(3)).map { _ in "_spf.p\(random.next(9)).example" }
      csv +=
        [
          "d\(number).example", "o\(number % 90)", "health", "NL",
          hosts.map(\.name).joined(separator: " "),
          hosts.map { "\($0.asn)" }.joined(separator: " "),
          servers.map(\.name).joined(separator: " "),
          servers.map { "\($0.asn)" }.joined(separator: " "), address, "64500", six,
          six.isEmpty ? "" : "64501", alias, senders.joined(separator: " "),
        ].joined(separator: ",") + "\n"
      let list = { (pairs: [(name: String, asn: Int)]) in
        pairs.map { "{\"host\":\"\($0.name)\",\"asn\":\($0.asn)}" }.joined(separator: ",")
      }
      json +=
        "{\"domain\":\"d\(number).example\",\"org\":\"o\(number % 90)\",\"sector\":\"health\","
        + "\"country\":\"NL\",\"mx\":[\(list(hosts))],\"ns\":[\(list(servers))],"
        + "\"a\":[{\"ip\":\"\(address)\",\"asn\":64500}],\"aaaa\":["
        + (six.isEmpty ? "" : "{\"ip\":\"\(six)\",\"asn\":64501}") + "],\"cname\":"
        + (alias.isEmpty ? "null" : "\"\(alias)\"") + ",\"spf\":["
        + senders.map { "\"\($0)\"" }.joined(separator: ",") + "]}\n"
    }
    let (table, lines) = (try Sample.read(csv), try Sample.read(json))
    #expect(table.findings.count == 0 && lines.findings.count == 0)
    #expect(table.domainCount == 400 && lines.domainCount == 400)
    #expect(table.factCount == lines.factCount)
    for domain in table.domainIndices {
      #expect(Self.describe(table, domain, lineOffset: 1) == Self.describe(lines, domain))
    }
  }

  private static func describe(
    _ snapshot: Snapshot, _ domain: DomainIndex, lineOffset: UInt32 = 0
  ) -> [String] {
    let owner = snapshot.organisations[snapshot.organisation(of: domain)]
    let answers = Question.allCases.map { "\($0) \(snapshot.status(of: $0, for: domain))" }
    let facts = snapshot.facts(of: domain).map { index in
      let fact = snapshot.fact(index)
      return "\(fact.kind) \(snapshot.names.string(fact.value)) \(fact.asn ?? 0) "
        + "\(fact.preference ?? 0) \(fact.source.line - lineOffset)"
    }
    return [snapshot.name(of: domain), "\(owner)"] + answers + facts
  }
}

/// SplitMix64: the same numbers on every platform.
struct Generator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((word ^ (word >> 31)) % UInt64(limit))
  }
}
