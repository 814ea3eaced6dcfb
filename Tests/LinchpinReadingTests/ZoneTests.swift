import LinchpinCore
import LinchpinReading
import Testing

@Suite("Zone files")
struct ZoneTests {
  private static let head = "$ORIGIN gov.\n@ 3600 IN SOA a.ns dns.example.com. 2026063001 1 2 3 4\n"

  @Test("Parentheses, quotes, comments and relative names are read as RFC 1035 has them")
  func masterFormat() throws {
    let snapshot = try Sample.read(
      """
      $ORIGIN gov.
      $TTL 1h
      @ IN SOA a.ns dns.example.com. ( 2026063001 ; serial (of the day
         3600 900 ; refresh
         604800 300 )
        IN NS a.ns
      foo 86400 IN NS ns1.foo
          IN 86400 NS ns2.example.
      bar NS ( ns1.bar
        ) ; done
      txt IN TXT "a;b ( \\" c" d
      ns1.foo A 192.0.2.1
      ns1.foo AAAA 2001:db8::1
      """)
    #expect(snapshot.zone == "gov")
    #expect(snapshot.domainNames == ["bar.gov", "foo.gov"])
    #expect(snapshot.values(.ns, of: "foo.gov") == ["ns1.foo.gov", "ns2.example"])
    #expect(snapshot.values(.ns, of: "bar.gov") == ["ns1.bar.gov"])
    let glue = try #require(snapshot.names.find("ns1.foo.gov"))
    #expect(snapshot.hostAddresses[glue]?.count == 2)
    #expect(snapshot.measured?.lowerBound.description == "2026-06-30")
    #expect(snapshot.findings.count == 0)
  }

  @Test("The facts of a delegation stand on their own lines")
  func lines() throws {
    let snapshot = try Sample.read(Self.head + "foo NS ns1.x.\n; note\n\n    NS ns2.x.\n")
    let foo = try #require(snapshot.find(domain: "foo.gov"))
    #expect(snapshot.facts(of: foo).map { snapshot.fact($0).source.line } == [3, 6])
  }

  @Test("A bad record costs itself; the ones after it are read")
  func badRecords() throws {
    let snapshot = try Sample.read(
      Self.head + """
        foo NS
        bar NS (ns1.bar
        baz IN NS "unclosed
        a..b NS ns.x.
        qux IN A 192.0.2.999
        odd NSS ns.x.
        $INCLUDE /etc/passwd
        sup NS ns1.x. ns2.x.
        good NS ns.x.
        """)
    #expect(snapshot.domainNames == ["good.gov"])
    #expect(
      snapshot.findings.kept.filter { $0.severity == .error }.map(\.line).sorted()
        == [3, 4, 5, 6, 7, 8, 9, 10])
  }

  @Test("Many parentheses that never close take no more than one look at each line")
  func openParentheses() throws {
    let text = Self.head + String(repeating: "a NS (\n", count: 50_000) + "b NS ns.x.\n"
    let snapshot = try Sample.read(text)
    #expect(snapshot.domainNames.contains("b.gov"))
  }

  @Test("Upper case, carriage returns and missing fields are no obstacle")
  func liberties() throws {
    let snapshot = try Sample.read(
      "GOV.\t3600\tIN\tSOA\tA.NS.GOV. x. 1782807016 1 2 3 4\r\nGOV. NS a.ns.gov.\r\nFoo.GOV.\tns\tNS1.Foo.gov.\r\n"
    )
    #expect(snapshot.domainNames == ["foo.gov"])
    #expect(snapshot.values(.ns, of: "foo.gov") == ["ns1.foo.gov"])
    #expect(snapshot.measured?.lowerBound.description == "2026-06-30")
  }

  @Test("The comment of the export outranks the serial, and a counting serial is no date")
  func dates() throws {
    let export = ";; Exported:   2025-12-31 07:12:56\n" + Self.head + "foo NS a.x.\n"
    #expect(try Sample.read(export).measured?.upperBound.description == "2025-12-31")
    let counting = "gov. SOA a. b. 42 1 2 3 4\nfoo.gov. NS a.x.\n"
    #expect(try Sample.read(counting).measured == nil)
  }

  @Test("A relative name without an origin is a finding that says what to add")
  func noOrigin() throws {
    let snapshot = try Sample.read("foo NS ns1\ngov. SOA a. b. 1 1 2 3 4\nbar.gov. NS a.x.\n")
    #expect(snapshot.finding(.syntax)?.hint.contains("$ORIGIN") == true)
    #expect(snapshot.domainNames == ["bar.gov"])
  }

  @Test("Escapes are resolved, and a dot inside a label does not become one between labels")
  func escapes() throws {
    let snapshot = try Sample.read(Self.head + "f\\111o NS a.x.\nb\\.c NS a.x.\n")
    #expect(snapshot.domainNames == ["foo.gov"])
    #expect(snapshot.finding(.badDomain)?.line == 4)
  }

  @Test("A zone without SOA takes its name from $ORIGIN and says so")
  func noSOA() throws {
    let snapshot = try Sample.read("$ORIGIN gov.\ngov. NS a.x.\nfoo NS a.x.\n")
    #expect(snapshot.zone == "gov")
    #expect(snapshot.domainNames == ["foo.gov"])
    #expect(snapshot.finding(.syntax)?.severity == .warning)
  }
}
