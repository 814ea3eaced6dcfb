import LinchpinCore
import LinchpinReading
import Testing

@Suite("Addresses and the networks that announce them")
struct NetworkTests {
  @Test(
    "Addresses are read as RFC 4291 writes them",
    arguments: [
      ("192.0.2.1", "::ffff:192.0.2.1"), ("2001:db8::1", "2001:0DB8:0:0:0:0:0:1"),
      ("::", "0:0:0:0:0:0:0:0"), ("1::", "1:0:0:0:0:0:0:0"), ("::ffff:c000:201", "192.0.2.1"),
      ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"),
    ])
  func equalAddresses(a: String, b: String) throws {
    #expect(try #require(AddressKey(a)) == #require(AddressKey(b)))
  }

  @Test(
    "What only looks like an address is none",
    arguments: [
      "", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1..2.3", ":", ":::", "1::2::3", "1:2:3",
      "1:2:3:4:5:6:7:8:9", "g::1", "fe80::1%eth0", "12345::", "1:2:3:4:5:6:7:8::", "::1.2.3",
      "1.2.3.4 ",
    ])
  func noAddress(text: String) {
    #expect(AddressKey(text) == nil)
  }

  @Test("Ranges of both families answer in one table, whatever their order and packing")
  func ranges() throws {
    let sample = try Sample()
    let four = try sample.file(
      "v4",
      "192.0.2.0\t192.0.2.255\t64500\tNL\tName\n10.0.0.0,10.0.0.9,AS64501\n198.51.100.0\t198.51.100.9\t0\n"
    )
    let six = try sample.file(
      "v6.gz", Sample.gzip(Array("2001:db8::\t2001:db8::ffff\t4200000000\n".utf8)))
    let result = try NetworkRangesReader.load([four, six])
    #expect(result.ranges.asn(of: "192.0.2.0") == 64500)
    #expect(result.ranges.asn(of: "192.0.2.255") == 64500)
    #expect(result.ranges.asn(of: "192.0.3.0") == nil)
    #expect(result.ranges.asn(of: "10.0.0.5") == 64501)
    #expect(result.ranges.asn(of: "198.51.100.1") == nil)
    #expect(result.ranges.asn(of: "2001:db8::42") == 4_200_000_000)
    #expect(result.ranges.asn(of: "no address") == nil)
    #expect(result.files.map(\.records) == [3, 1])
    #expect(result.findings.count == 0)
  }

  @Test("The narrowest range around an address wins, and what it leaves free falls to the wider")
  func nested() throws {
    func range(_ first: String, _ last: String, _ asn: UInt32) throws -> NetworkRanges.Range {
      NetworkRanges.Range(
        first: try #require(AddressKey(first)), last: try #require(AddressKey(last)), asn: asn)
    }
    let ranges = NetworkRanges([
      try range("10.0.1.0", "10.0.1.255", 2), try range("10.0.0.0", "10.0.255.255", 1),
      try range("10.0.1.7", "10.0.1.7", 3),
    ])
    #expect(ranges.asn(of: "10.0.1.7") == 3)
    #expect(ranges.asn(of: "10.0.1.8") == 2)
    #expect(ranges.asn(of: "10.0.2.0") == 1)
    #expect(ranges.asn(of: "10.1.0.0") == nil)
  }

  @Test("Rows that are no range are findings with their line; the rest is used")
  func badRows() throws {
    let sample = try Sample()
    let path = try sample.file(
      "ranges", "10.0.0.0\t10.0.0.9\t1\n10.0.0.9\t10.0.0.0\t2\nx\ty\t3\n10.1.0.0\t10.1.0.9\t-4\n")
    let result = try NetworkRangesReader.load([path])
    #expect(result.findings.kept.map(\.line) == [2, 3, 4])
    #expect(result.ranges.count == 1)
  }
}

@Suite("SPF policies")
struct SPFPolicyTests {
  @Test("Mechanisms, modifiers and the last word are taken apart")
  func mechanisms() throws {
    let policy = try #require(
      SPFPolicy(
        "v=spf1 A MX:mail.a.nl/24 ip4:192.0.2.0/24 ip6:2001:db8::/32 a:b.nl exists:%{i}.c.nl ?include:d.nl ~all"
      ))
    #expect(
      policy.mechanisms == [
        .a(nil), .mx("mail.a.nl"), .ip4("192.0.2.0/24"), .ip6("2001:db8::/32"), .a("b.nl"),
        .exists("%{i}.c.nl"), .include("d.nl"),
      ])
    #expect(policy.all == .softFail)
  }

  @Test("Of a target with macros the fixed end is kept while it is a name")
  func macros() throws {
    let policy = try #require(
      SPFPolicy(
        "v=spf1 include:%{ir}.%{v}._spf.a.nl include:%{d} include:x.%{o}.nl redirect=_spf.b.nl include:_spf.b.nl"
      ))
    #expect(policy.delegates == ["_spf.a.nl", "_spf.b.nl"])
    #expect(policy.all == nil)
  }

  @Test("Other text is no policy", arguments: ["", "v=spf10 -all", "google-site-verification=1"])
  func noPolicy(text: String) {
    #expect(SPFPolicy(text) == nil)
  }
}
