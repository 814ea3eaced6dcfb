import Foundation
import LinchpinCore
import LinchpinReading
import Testing

@Suite("Answers of measurement tools")
struct AnswersTests {
  private func read(_ names: String...) throws -> Snapshot {
    try InputReader.snapshot(from: names.map { Sample.shipped($0) })
  }

  private func addresses(_ host: String, in snapshot: Snapshot) -> [String] {
    guard let id = snapshot.names.find(host) else { return [] }
    return (snapshot.hostAddresses[id] ?? []).map { snapshot.names.string($0.address) }
  }

  // MARK: zdns

  @Test("zdns with several modules a line: answers, addresses beside them, statuses")
  func zdnsModules() throws {
    let snapshot = try read("zdns-2026-09.jsonl")
    #expect(snapshot.files.map(\.format) == ["zdns"])
    #expect(
      snapshot.domainNames == [
        "aldermeer.example", "berkenoord.example", "cederdam.example", "dorpermond.example",
      ])
    #expect(snapshot.values(.mx, of: "aldermeer.example") == ["aldermeer.mx.cumulus.example"])
    #expect(snapshot.values(.ns, of: "aldermeer.example").count == 2)
    #expect(snapshot.values(.a, of: "aldermeer.example") == ["198.51.100.96"])
    #expect(snapshot.values(.spfInclude, of: "aldermeer.example") == ["spf.cumulus.example"])
    #expect(snapshot.values(.txtToken, of: "aldermeer.example") == ["cumulus"])
    #expect(addresses("aldermeer.mx.cumulus.example", in: snapshot) == ["198.51.100.1"])
    #expect(addresses("ns1.dnsfabriek.example", in: snapshot) == ["203.0.113.53"])
    #expect(snapshot.measured?.lowerBound == CalendarDate("2026-09-09"))
    #expect(snapshot.findings.count == 0)
  }

  @Test("An alias and the address at its end are both the domain's")
  func zdnsAlias() throws {
    let snapshot = try read("zdns-2026-09.jsonl")
    #expect(
      snapshot.values(.cname, of: "berkenoord.example") == ["berkenoord.edge.brightedge.example"])
    #expect(snapshot.values(.a, of: "berkenoord.example") == ["198.51.100.34"])
    let index = try #require(snapshot.find(domain: "berkenoord.example"))
    let exchangers = snapshot.facts(of: index).map { snapshot.fact($0) }.filter { $0.kind == .mx }
    #expect(exchangers.map(\.preference) == [10, 20])
  }

  @Test("No error without records is absent, no such name too; a time-out and SERVFAIL failed")
  func zdnsStatuses() throws {
    let snapshot = try read("zdns-2026-09.jsonl")
    #expect(snapshot.status(.mx, of: "cederdam.example") == .absent)
    #expect(snapshot.status(.ns, of: "cederdam.example") == .absent)
    #expect(snapshot.status(.txt, of: "cederdam.example") == .failed)
    #expect(snapshot.status(.spf, of: "cederdam.example") == .failed)
    #expect(snapshot.status(.address, of: "cederdam.example") == .failed)
    #expect(snapshot.status(.spf, of: "berkenoord.example") == .absent)
    #expect(snapshot.status(.mx, of: "dorpermond.example") == .notMeasured)
  }

  @Test("An alias below _domainkey is the domain's DKIM target")
  func zdnsDKIM() throws {
    let snapshot = try read("zdns-2026-09.jsonl")
    #expect(
      snapshot.values(.dkim, of: "dorpermond.example")
        == ["selector1-dorpermond.dkim.cumulus.example"])
  }

  @Test("The older shape of zdns does not say what was asked; the file's answers do")
  func zdnsOld() throws {
    let snapshot = try read("zdns-mx-2026-09.jsonl")
    #expect(snapshot.values(.mx, of: "berkenoord.example").count == 2)
    #expect(snapshot.status(.mx, of: "oak-primary.example") == .absent)
    #expect(snapshot.status(.mx, of: "regenwulp.example") == .failed)
    #expect(snapshot.status(.ns, of: "oak-primary.example") == .notMeasured)
    #expect(snapshot.findings.count == 0)
  }

  @Test("Old records of two questions in one file leave the unanswered ones not measured")
  func zdnsOldMixed() throws {
    let lines = """
      {"name":"a.example","status":"NOERROR","data":{"answers":[{"type":"MX","name":"a.example","answer":"m.p.example."}]}}
      {"name":"a.example","status":"NOERROR","data":{"answers":[{"type":"NS","name":"a.example","answer":"n.p.example."}]}}
      {"name":"b.example","status":"NOERROR","data":{"answers":[]}}
      """
    let snapshot = try Sample.read(lines)
    #expect(snapshot.domainNames == ["a.example"])
    #expect(snapshot.finding(.ignoredValue)?.message.hasPrefix("1 records do not say") == true)
  }

  @Test("A null MX of zdns, whose dot is cut away, takes no mail")
  func zdnsNullExchanger() throws {
    let snapshot = try Sample.read(
      #"{"name":"a.example","results":{"MX":{"status":"NOERROR","data":{"answers":[{"type":"MX","#
        + #""name":"a.example","answer":"","preference":0}]}}}}"#)
    #expect(snapshot.status(.mx, of: "a.example") == .absent)
    #expect(snapshot.nullExchangers.count == 1)
  }

  // MARK: dnsx

  @Test("dnsx leaves out what it did not find: what others were asked, all were asked")
  func dnsx() throws {
    let snapshot = try read("dnsx-2026-09.jsonl")
    #expect(snapshot.files.map(\.format) == ["dnsx"])
    #expect(snapshot.values(.mx, of: "berkenoord.example").count == 2)
    #expect(
      snapshot.values(.cname, of: "berkenoord.example") == ["berkenoord.edge.brightedge.example"])
    #expect(snapshot.status(.txt, of: "berkenoord.example") == .absent)
    #expect(snapshot.status(.mx, of: "oak-primary.example") == .absent)
    #expect(snapshot.status(.address, of: "oak-primary.example") == .absent)
    #expect(snapshot.status(.mx, of: "regenwulp.example") == .failed)
    #expect(snapshot.measured?.upperBound == CalendarDate("2026-09-09"))
    #expect(snapshot.findings.count == 0)
  }

  // MARK: OpenINTEL

  @Test(
    "OpenINTEL's columns are read as CSV and as JSON Lines alike",
    arguments: ["openintel-2026-09.csv", "openintel-2026-09.jsonl"])
  func openINTEL(name: String) throws {
    let snapshot = try read(name)
    #expect(snapshot.files.map(\.format) == ["openintel"])
    #expect(
      snapshot.domainNames == [
        "aldermeer.example", "nergens.example", "oak-primary.example", "regenwulp.example",
      ])
    #expect(snapshot.values(.mx, of: "aldermeer.example") == ["aldermeer.mx.cumulus.example"])
    #expect(snapshot.values(.ns, of: "aldermeer.example").count == 2)
    #expect(snapshot.values(.spfInclude, of: "aldermeer.example") == ["spf.cumulus.example"])
    // Of the name itself, and of www with the alias in front of it.
    #expect(snapshot.values(.a, of: "aldermeer.example") == ["198.51.100.96", "198.51.100.33"])
    #expect(
      snapshot.values(.cname, of: "aldermeer.example") == ["aldermeer.edge.brightedge.example"])
    #expect(addresses("aldermeer.mx.cumulus.example", in: snapshot) == ["198.51.100.1"])
    #expect(snapshot.nullExchangers.count == 1)
    #expect(snapshot.status(.mx, of: "regenwulp.example") == .failed)
    #expect(snapshot.status(.ns, of: "regenwulp.example") == .failed)
    #expect(snapshot.status(.mx, of: "nergens.example") == .absent)
    #expect(snapshot.measured?.lowerBound == CalendarDate("2026-09-09"))
    #expect(snapshot.findings.count == 0)
    let index = try #require(snapshot.find(domain: "aldermeer.example"))
    let address = snapshot.facts(of: index).map { snapshot.fact($0) }.first { $0.kind == .a }
    #expect(address?.asn == 64502)
  }

  @Test("Host or domain: it makes no difference which file or line comes first")
  func order() throws {
    let lines = try String(
      contentsOfFile: Sample.shipped("openintel-2026-09.jsonl"), encoding: .utf8
    ).split(separator: "\n")
    let forth = try Sample.read(lines.joined(separator: "\n"))
    let back = try Sample.read(lines.reversed().joined(separator: "\n"))
    #expect(forth.domainNames == back.domainNames)
    for name in forth.domainNames {
      for kind in RecordKind.allCases {
        #expect(
          forth.values(kind, of: name).sorted() == back.values(kind, of: name).sorted(),
          "\(name) \(kind)")
      }
      for question in Question.allCases {
        #expect(forth.status(question, of: name) == back.status(question, of: name))
      }
    }
  }

  @Test("A name asked for its address alone is a domain where no record and no list explains it")
  func addressesOnly() throws {
    let snapshot = try Sample.read(
      """
      {"query_type":"A","query_name":"a.example.","status_code":0,"response_type":"A","response_name":"a.example.","ip4_address":"192.0.2.1"}
      {"query_type":"A","query_name":"www.b.example.","status_code":0,"response_type":"CNAME","response_name":"www.b.example.","cname_name":"b.example."}
      {"query_type":"A","query_name":"b.example.","status_code":0,"response_type":"A","response_name":"b.example.","ip4_address":"192.0.2.2"}
      """)
    #expect(snapshot.domainNames == ["a.example", "b.example"])
    #expect(snapshot.values(.a, of: "b.example") == ["192.0.2.2"])
  }

  // MARK: Bad input

  @Test("Bad lines are findings with their line; the lines around them are used")
  func badLines() throws {
    let snapshot = try Sample.read(
      """
      {"name":"a.example","results":{"MX":{"status":"NOERROR","data":{"answers":[{"type":"MX","answer":"m.p.example","preference":10}]}}}}
      {"name":"b.example","results":{"MX":{"status":
      {"results":{}}
      {"name":"c.example","results":{"A":{"status":"NOERROR","data":{"answers":[{"type":"A","answer":"nowhere"}]}}}}
      {"name":"d.example","results":{"MX":{"status":7,"data":{"answers":[{"type":"MX","answer":"m.p.example","preference":"ten"}]}}}}
      {"name":"not a name","results":{"MX":{"status":"NOERROR","data":{}}}}
      {"name":"e.example","results":{"MX":{"status":"NOERROR","data":{"answers":[{"type":"MX","answer":"m.p.example"}]}}}}
      """)
    #expect(snapshot.domainNames == ["a.example", "c.example", "d.example", "e.example"])
    #expect(Set(snapshot.findings.errors.map(\.line)) == [2, 3, 4, 5, 6])
    #expect(snapshot.values(.mx, of: "d.example") == ["m.p.example"])
    // A value that cannot be used is no proof that there is none.
    #expect(snapshot.status(.address, of: "c.example") == .failed)
  }

  @Test("A first line that is damaged does not hide what the file is")
  func damagedFirstLine() throws {
    let snapshot = try Sample.read(
      "{\"na\n{\"host\":\"a.example\",\"mx\":[\"m.p.example\"],\"status_code\":\"NOERROR\"}\n")
    #expect(snapshot.files.map(\.format) == ["dnsx"])
    #expect(snapshot.domainNames == ["a.example"])
  }
}
