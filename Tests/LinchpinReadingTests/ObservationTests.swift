import LinchpinCore
import LinchpinReading
import Testing

@Suite("Observations in JSON Lines")
struct ObservationTests {
  @Test("A missing key was not measured, an empty list is an answer")
  func missingAndEmpty() throws {
    let snapshot = try Sample.read(
      #"{"domain":"a.nl","mx":["mx.a.nl"],"ns":[],"cname":null,"spf":""}"#)
    #expect(snapshot.status(.mx, of: "a.nl") == .answered)
    #expect(snapshot.status(.ns, of: "a.nl") == .absent)
    #expect(snapshot.status(.cname, of: "a.nl") == .absent)
    #expect(snapshot.status(.spf, of: "a.nl") == .absent)
    #expect(snapshot.status(.address, of: "a.nl") == .notMeasured)
    #expect(snapshot.findings.count == 0)
  }

  @Test("Exchangers come as objects, as names, or with their preference before the name")
  func exchangers() throws {
    let snapshot = try Sample.read(
      #"{"domain":"a.nl","mx":[{"host":"MX1.A.nl.","asn":64500,"preference":5},"mx2.a.nl","20 mx3.a.nl"]}"#
    )
    let index = try #require(snapshot.find(domain: "a.nl"))
    let facts = snapshot.facts(of: index).map { snapshot.fact($0) }
    #expect(snapshot.values(.mx, of: "a.nl") == ["mx1.a.nl", "mx2.a.nl", "mx3.a.nl"])
    #expect(facts.map(\.preference) == [5, nil, 20])
    #expect(facts.map(\.asn) == [64500, nil, nil])
  }

  @Test("A policy as text yields its includes; a list of includes yields the same")
  func policies() throws {
    let snapshot = try Sample.read(
      """
      {"domain":"a.nl","spf":"v=spf1 include:_spf.b.nl redirect=c.nl -all"}
      {"domain":"d.nl","spf":["_spf.b.nl","c.nl"]}
      """)
    #expect(snapshot.values(.spfInclude, of: "a.nl") == ["_spf.b.nl", "c.nl"])
    #expect(snapshot.values(.spfInclude, of: "d.nl") == ["_spf.b.nl", "c.nl"])
    #expect(
      snapshot.values(.spf, of: "a.nl") == ["v=spf1 include:_spf.b.nl redirect=c.nl -all"])
  }

  @Test("The value of a verification token is never kept")
  func tokens() throws {
    let snapshot = try Sample.read(
      #"{"domain":"a.nl","txt_verifications":{"google":"s3cret"},"tenant":"Managed"}"#)
    #expect(snapshot.values(.txtToken, of: "a.nl") == ["google"])
    #expect(snapshot.values(.tenant, of: "a.nl") == ["Managed"])
    #expect(snapshot.names.find("s3cret") == nil)
  }

  @Test("One AS pooled over a domain's exchangers is every exchanger's; of two, neither is")
  func pooledNetworks() throws {
    let snapshot = try Sample.read(
      """
      {"domain":"a.nl","mx_asns":[64500],"mx":["mx.a.nl"]}
      {"domain":"b.nl","mx":["mx.b.nl"],"mx_asns":[64500,64501]}
      """)
    func systems(_ domain: String, _ kind: RecordKind) throws -> [UInt32?] {
      let index = try #require(snapshot.find(domain: domain))
      return snapshot.facts(of: index).map { snapshot.fact($0) }.filter { $0.kind == kind }
        .map(\.asn)
    }
    #expect(try systems("a.nl", .mx) == [64500])
    #expect(try systems("b.nl", .mx) == [nil])
    #expect(try systems("b.nl", .mxNetwork) == [64500, 64501])
  }

  @Test("A record names its organisation, and a lower-case country is the same country")
  func organisations() throws {
    let snapshot = try Sample.read(
      """
      {"domain":"a.nl","org":"o1","organisationName":"One","sector":"health","country":"nl"}
      {"domain":"b.nl","organisation":"o1"}
      """)
    #expect(
      snapshot.organisation("o1")
        == Organisation(id: "o1", name: "One", sector: "health", country: "NL"))
    #expect(snapshot.owner(of: "b.nl") == "o1")
  }

  @Test("A null MX says that no mail is taken")
  func nullExchanger() throws {
    let snapshot = try Sample.read(#"{"domain":"a.nl","mx":["0 ."]}"#)
    let index = try #require(snapshot.find(domain: "a.nl"))
    #expect(snapshot.nullExchangers == [index])
    #expect(snapshot.status(.mx, of: "a.nl") == .absent)
  }

  @Test("A CNAME loop is found and ends")
  func aliasLoop() throws {
    let snapshot = try Sample.read(
      #"{"domain":"a.nl","mx":["x.nl"],"mx_cnames":{"x.nl":"y.nl","y.nl":"z.nl","z.nl":"x.nl"}}"#)
    #expect(snapshot.finding(.aliasLoop)?.line == 1)
    #expect(snapshot.aliases.count == 2)
  }

  @Test("A record cut off mid-line is a finding with its place; the others are read")
  func cutOff() throws {
    let snapshot = try Sample.read(
      "{\"domain\":\"a.nl\",\"mx\":[]}\n{\"domain\":\"b.nl\",\"mx\":[\"m")
    let finding = try #require(snapshot.finding(.truncated))
    #expect(finding.line == 2)
    #expect(finding.column == 26)
    #expect(snapshot.domainNames == ["a.nl"])
    #expect(snapshot.files.map(\.records) == [1])
  }

  @Test("Bad lines among good ones are findings, each with its line")
  func badLines() throws {
    let snapshot = try Sample.read(
      """
      {"domain":"a.nl"}
      {"domain":"b.nl",}
      not json
      {"mx":["mx.c.nl"]}
      {"domain":"d.nl"} {"domain":"e.nl"}
      [1]

      {"domain":"f.nl"}
      """)
    #expect(snapshot.domainNames == ["a.nl", "f.nl"])
    #expect(snapshot.findings.kept.filter { $0.code == .syntax }.map(\.line) == [2, 3, 4, 5, 6])
  }

  @Test("An unfinished record leaves nothing behind")
  func nothingHalf() throws {
    let snapshot = try Sample.read(
      "{\"domain\":\"a.nl\",\"mx\":[\"mx.a.nl\"],\"ns\":[}\n{\"domain\":\"b.nl\"}")
    #expect(snapshot.find(domain: "a.nl") == nil)
    #expect(snapshot.factCount == 0)
  }

  @Test("An error is a failed answer and nothing to complain about")
  func errors() throws {
    let snapshot = try Sample.read(
      #"{"domain":"a.nl","mx":{"error":"SERVFAIL"},"ns":["ns.a.nl"],"dkim":{},"a":{"error":"timeout"}}"#
    )
    #expect(snapshot.status(.mx, of: "a.nl") == .failed)
    #expect(snapshot.status(.address, of: "a.nl") == .failed)
    #expect(snapshot.status(.ns, of: "a.nl") == .answered)
    #expect(snapshot.findings.count == 0)
  }

  @Test("A value of the wrong kind is a finding and a failed answer, not an absence")
  func wrongKinds() throws {
    let snapshot = try Sample.read(
      #"{"domain":"a.nl","mx":5,"ns":[{"host":"ns.a.nl","asn":-1},7],"cname":["x"],"a":{}}"#)
    #expect(snapshot.status(.mx, of: "a.nl") == .failed)
    #expect(snapshot.status(.cname, of: "a.nl") == .failed)
    #expect(snapshot.status(.address, of: "a.nl") == .failed)
    #expect(snapshot.values(.ns, of: "a.nl") == ["ns.a.nl"])
    #expect(snapshot.findings.count(.ignoredValue) == 4)
  }

  @Test("An address that could not be used does not become an absence through the other family")
  func failedAddress() throws {
    let snapshot = try Sample.read(#"{"domain":"a.nl","a":["x"],"aaaa":[],"dkim":{"s1":""}}"#)
    #expect(snapshot.status(.address, of: "a.nl") == .failed)
    #expect(snapshot.status(.dkim, of: "a.nl") == .absent)
  }

  @Test("An address of the wrong family, or none at all, is refused")
  func addresses() throws {
    let snapshot = try Sample.read(
      #"{"domain":"a.nl","a":["192.0.2.1","2001:db8::1","192.0.2.999"],"aaaa":[{"ip":"2001:db8::1"}]}"#
    )
    #expect(snapshot.values(.a, of: "a.nl") == ["192.0.2.1"])
    #expect(snapshot.values(.aaaa, of: "a.nl") == ["2001:db8::1"])
    #expect(snapshot.findings.count(.badAddress) == 2)
  }

  @Test("A label of a megabyte is refused with a short finding")
  func longLabel() throws {
    let label = String(repeating: "x", count: 1 << 20)
    let snapshot = try Sample.read(
      "{\"domain\":\"\(label).nl\"}\n{\"domain\":\"a.nl\",\"mx\":[\"\(label).nl\"]}")
    #expect(snapshot.domainNames == ["a.nl"])
    #expect(snapshot.status(.mx, of: "a.nl") == .failed)
    #expect(snapshot.findings.kept.allSatisfy { $0.message.utf8.count < 300 })
  }

  @Test("A line of more than 16 MiB is refused; the next one is read")
  func longLine() throws {
    let spaces = String(repeating: " ", count: 16 << 20)
    let snapshot = try Sample.read("{\"domain\":\(spaces)\"a.nl\"}\n{\"domain\":\"b.nl\"}")
    #expect(snapshot.finding(.tooLong)?.line == 1)
    #expect(snapshot.domainNames == ["b.nl"])
  }

  @Test("Markup as a name is kept as text in an organisation and refused as a domain")
  func markup() throws {
    let name = "</text><script>alert(1)</script>"
    let snapshot = try Sample.read(
      """
      {"domain":"a.nl","org":"o1","organisationName":"\(name)"}
      {"domain":"\(name)"}
      """)
    #expect(snapshot.organisation("o1")?.name == name)
    #expect(snapshot.domainNames == ["a.nl"])
    #expect(snapshot.finding(.badDomain)?.line == 2)
  }

  @Test("A line that is not UTF-8 says how to convert the file")
  func windowsText() throws {
    let bad = Array("{\"domain\":\"a.nl\",\"org\":\"Caf".utf8) + [0xE9] + Array("\"}\n".utf8)
    let snapshot = try Sample.read(bytes: [bad + Array("{\"domain\":\"b.nl\"}".utf8)])
    #expect(snapshot.findings.kept.filter { $0.code == .encoding }.map(\.line) == [1, 0])
    #expect(snapshot.domainNames == ["b.nl"])
  }

  @Test("Of two records for one domain the first stands")
  func duplicates() throws {
    let snapshot = try Sample.read(
      "{\"domain\":\"a.nl\",\"mx\":[\"m1.nl\"]}\n{\"domain\":\"A.NL.\",\"mx\":[\"m2.nl\"]}")
    #expect(snapshot.values(.mx, of: "a.nl") == ["m1.nl"])
    #expect(snapshot.finding(.duplicateDomain)?.line == 2)
  }

  @Test("Seconds since 1970 become days; milliseconds are refused; the user's day outranks both")
  func dates() throws {
    let text = "{\"domain\":\"a.nl\",\"ts\":1777272123}\n{\"domain\":\"b.nl\",\"ts\":1777272123000}"
    let snapshot = try Sample.read(text)
    #expect(snapshot.measured?.lowerBound.description == "2026-04-27")
    #expect(snapshot.measured?.upperBound.description == "2026-04-27")
    #expect(snapshot.finding(.badDate)?.line == 2)
    let told = try Sample.read(
      text, options: ReadingOptions(measuredOn: CalendarDate("2025-01-02")))
    #expect(told.measured?.upperBound.description == "2025-01-02")
  }

  @Test("A declared application is kept by its supplier")
  func applications() throws {
    let snapshot = try Sample.read(
      #"{"domain":"a.nl","application":[{"kind":"portal","supplier":"acme","host":"p.acme.nl"}]}"#)
    #expect(snapshot.values(.application, of: "a.nl") == ["acme"])
  }
}
