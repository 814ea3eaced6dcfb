import LinchpinCore
import LinchpinReading
import Testing

@Suite("SOA, CAA, certificates, wildcards and included policies in every format")
struct ZoneFactTests {
  @Test("Observations carry the primary server, authorities, issuer and wildcard")
  func observations() throws {
    let snapshot = try Sample.read(
      """
      {"domain":"a.nl","soa":"ns1.a.nl hostmaster.a.nl 1 2 3 4 5","caa":["Sealer.example","0 issuewild \\"b.example; x=y\\"","0 iodef \\"mailto:someone@a.nl\\""],"issuer":"C=US, O=Let's Encrypt, CN=R11","wildcard":"www.a.nl"}
      {"domain":"b.nl","caa":[";"],"soa":null,"issuer":{"error":"refused"}}
      {"domain":"c.nl","caa":[],"issuer":"Example, Inc."}
      """)
    #expect(snapshot.values(.soa, of: "a.nl") == ["ns1.a.nl"])
    #expect(snapshot.values(.caa, of: "a.nl") == ["sealer.example", "b.example"])
    #expect(snapshot.values(.issuer, of: "a.nl") == ["Let's Encrypt"])
    #expect(snapshot.values(.wildcard, of: "a.nl") == ["www.a.nl"])
    #expect(snapshot.values(.caa, of: "b.nl") == [])
    #expect(snapshot.status(.caa, of: "b.nl") == .answered, "nobody may issue")
    #expect(snapshot.status(.soa, of: "b.nl") == .absent)
    #expect(snapshot.status(.caa, of: "c.nl") == .absent, "anybody may issue")
    #expect(snapshot.values(.issuer, of: "c.nl") == ["Example, Inc."])
    #expect(snapshot.status(.wildcard, of: "c.nl") == .notMeasured)
  }

  @Test(
    "The organisation of an issuer is found in both ways of writing it",
    arguments: [
      ("/C=NL/O=KPN B.V./CN=KPN Server CA", "KPN B.V."),
      ("CN=R3,O=Sealer\\, Inc.,C=US", "Sealer, Inc."), ("Let's Encrypt", "Let's Encrypt"),
    ])
  func issuers(_ text: String, _ expected: String) throws {
    let snapshot = try Sample.read(
      #"{"domain":"a.nl","issuer":"\#(text.replacing("\\", with: "\\\\"))"}"#)
    #expect(snapshot.values(.issuer, of: "a.nl") == [expected])
  }

  @Test("The same in CSV")
  func table() throws {
    let snapshot = try Sample.read(
      """
      domain,mx,soa,caa,issuer,wildcard
      a.nl,mx.a.nl,ns1.a.nl,sealer.example b.example,Sealer & Sons,www.a.nl
      b.nl,,,!SERVFAIL,,

      """)
    #expect(snapshot.values(.soa, of: "a.nl") == ["ns1.a.nl"])
    #expect(snapshot.values(.caa, of: "a.nl") == ["sealer.example", "b.example"])
    #expect(snapshot.values(.issuer, of: "a.nl") == ["Sealer & Sons"])
    #expect(snapshot.status(.caa, of: "b.nl") == .failed)
    #expect(snapshot.status(.soa, of: "b.nl") == .absent)
  }

  @Test("Policies that others include stand in any record, and lead on")
  func policies() throws {
    let snapshot = try Sample.read(
      """
      {"domain":"a.nl","spf":"v=spf1 include:_spf.b.nl -all","spf_policies":{"_spf.b.nl":"v=spf1 include:_spf.c.nl -all"}}
      {"domain":"d.nl","spf":["_spf.b.nl"]}
      """)
    #expect(snapshot.values(.spfInclude, of: "a.nl") == ["_spf.b.nl", "_spf.c.nl"])
    #expect(snapshot.values(.spfInclude, of: "d.nl") == ["_spf.b.nl", "_spf.c.nl"])
  }

  @Test("A cache that has all policies in one text gives the names in them, and counts look-ups")
  func resolved() throws {
    let many = (1...9).map { "include:s\($0).c.nl" }.joined(separator: " ")
    let snapshot = try Sample.read(
      """
      {"domain":"a.nl","spf":"v=spf1 include:_spf.b.nl -all","spf_resolved":"v=spf1 include:_spf.b.nl -all v=spf1 include:_spf.c.nl include:_spf.b.nl -all"}
      {"domain":"b.nl","spf":"v=spf1 include:_spf.b.nl a -all","spf_resolved":"v=spf1 include:_spf.b.nl a -all v=spf1 \(many) -all"}
      """)
    #expect(snapshot.values(.spfInclude, of: "a.nl") == ["_spf.b.nl", "_spf.c.nl"])
    #expect(snapshot.values(.spfInclude, of: "b.nl").count == 10)
    #expect(snapshot.findings.kept.map(\.code) == [.policyLookUps])
    #expect(snapshot.findings.kept.first?.message.contains("needs 11 look-ups") == true)
  }

  // MARK: Measurement tools

  @Test("zdns: SOA, CAA and the policy of a name with an underscore")
  func zdns() throws {
    let snapshot = try Sample.read(
      """
      {"name":"a.nl","results":{"SOA":{"status":"NOERROR","data":{"answers":[{"type":"SOA","name":"a.nl","ns":"ns1.b.nl.","mbox":"someone.a.nl."}]}},"CAA":{"status":"NOERROR","data":{"answers":[{"type":"CAA","name":"a.nl","tag":"issue","value":"sealer.example"},{"type":"CAA","name":"a.nl","tag":"iodef","value":"mailto:someone@a.nl"}]}},"TXT":{"status":"NOERROR","data":{"answers":[{"type":"TXT","name":"a.nl","answer":"v=spf1 include:_spf.b.nl -all"}]}}}}
      {"name":"_spf.b.nl","results":{"TXT":{"status":"NOERROR","data":{"answers":[{"type":"TXT","name":"_spf.b.nl","answer":"v=spf1 include:_spf.c.nl -all"}]}}}}
      {"name":"c.nl","results":{"SOA":{"status":"NOERROR","data":{"answers":[{"type":"SOA","name":"nl","ns":"ns1.registry.nl.","mbox":"x.nl."}]}},"CAA":{"status":"NOERROR","data":{"answers":[]}}}}
      """)
    #expect(snapshot.values(.soa, of: "a.nl") == ["ns1.b.nl"])
    #expect(snapshot.values(.caa, of: "a.nl") == ["sealer.example"])
    #expect(snapshot.values(.spfInclude, of: "a.nl") == ["_spf.b.nl", "_spf.c.nl"])
    #expect(snapshot.find(domain: "_spf.b.nl") == nil)
    #expect(snapshot.values(.soa, of: "c.nl") == [], "the zone above is not its own")
    #expect(snapshot.status(.caa, of: "c.nl") == .absent)
  }

  @Test("dnsx and OpenINTEL say the same in their way")
  func others() throws {
    let dnsx = try Sample.read(
      """
      {"host":"a.nl","mx":["mx.a.nl"],"caa":["sealer.example"],"soa":[{"name":"a.nl","ns":"ns1.b.nl","mailbox":"x.a.nl"}],"status_code":"NOERROR"}
      {"host":"c.nl","mx":["mx.c.nl"],"soa":[{"name":"nl","ns":"ns1.registry.nl","mailbox":"x.nl"}],"status_code":"NOERROR"}
      """)
    #expect(dnsx.values(.soa, of: "a.nl") == ["ns1.b.nl"])
    #expect(dnsx.values(.caa, of: "a.nl") == ["sealer.example"])
    #expect(dnsx.values(.soa, of: "c.nl") == [])
    for text in [
      """
      {"query_type":"SOA","query_name":"a.nl.","response_type":"SOA","response_name":"a.nl.","status_code":0,"soa_mname":"ns1.b.nl."}
      {"query_type":"CAA","query_name":"a.nl.","response_type":"CAA","response_name":"a.nl.","status_code":0,"caa_tag":"issue","caa_value":"sealer.example"}
      {"query_type":"CAA","query_name":"a.nl.","response_type":"CAA","response_name":"a.nl.","status_code":0,"caa_tag":"iodef","caa_value":"mailto:x@a.nl"}
      """,
      """
      query_type,query_name,response_type,response_name,status_code,soa_mname,caa_tag,caa_value
      SOA,a.nl.,SOA,a.nl.,0,ns1.b.nl.,,
      CAA,a.nl.,CAA,a.nl.,0,,issue,sealer.example
      CAA,a.nl.,CAA,a.nl.,0,,iodef,mailto:x@a.nl

      """,
    ] {
      let snapshot = try Sample.read(text)
      #expect(snapshot.values(.soa, of: "a.nl") == ["ns1.b.nl"])
      #expect(snapshot.values(.caa, of: "a.nl") == ["sealer.example"])
      #expect(snapshot.findings.count == 0)
    }
  }
}
