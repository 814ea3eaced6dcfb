import Testing

@testable import LinchpinCore

@Suite("Addresses and networks are numbers")
struct AddressTests {
  @Test(
    "Spellings of one address are one address",
    arguments: [
      ("192.0.2.1", "::ffff:192.0.2.1"), ("192.0.2.1", "::ffff:c000:201"),
      ("2001:db8::1", "2001:DB8:0:0:0:0:0:1"), ("::", "0:0:0:0:0:0:0:0"),
      ("1::", "1:0:0:0:0:0:0:0"),
      ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"), ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"),
      ("1::5:6:7:8", "1:0:0:0:5:6:7:8"),
    ])
  func spellings(_ one: String, _ two: String) throws {
    let key = try #require(AddressKey(one))
    #expect(AddressKey(two) == key)
  }

  @Test(
    "What is no address is none",
    arguments: [
      "", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1..2.3", "a.b.c.d", "1.2.3.4 ", ":", ":1",
      "1:", ":::", "1::2::3", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::", "12345::", "g::",
      "fe80::1%eth0", "1:2:3:4:5:6:7:1.2.3.4", "::1.2.3",
    ])
  func malformed(_ text: String) { #expect(AddressKey(text) == nil) }

  @Test("Addresses sort by number, and IPv4 is known from IPv6")
  func order() throws {
    let low = try #require(AddressKey("192.0.2.1"))
    let high = try #require(AddressKey("192.0.2.10"))
    let long = try #require(AddressKey("2001:db8::"))
    #expect(low < high && high < long && low.isIPv4 && !long.isIPv4)
  }

  @Test("The narrowest range that holds an address wins", arguments: 0..<100)
  func narrowest(_ seed: Int) {
    var random = Random(seed: seed)
    // Ranges nest, as prefixes do.
    var ranges: [NetworkRanges.Range] = []
    for number in 0..<random.below(20) {
      let bits = random.below(6)
      let first = UInt128((random.below(64) >> bits) << bits)
      let last = first + (1 << UInt128(bits)) - 1
      if ranges.contains(where: { $0.first.rawValue == first && $0.last.rawValue == last }) {
        continue
      }
      ranges.append(
        .init(
          first: AddressKey(rawValue: first), last: AddressKey(rawValue: last),
          asn: UInt32(number + 1)))
    }
    let table = NetworkRanges(ranges.shuffled(using: &random))
    #expect(table.count == ranges.count)
    for address in UInt128(0)..<64 {
      let holding = ranges.filter { $0.first.rawValue <= address && address <= $0.last.rawValue }
      let expected = holding.min {
        $0.last.rawValue - $0.first.rawValue < $1.last.rawValue - $1.first.rawValue
      }
      #expect(
        table.asn(of: AddressKey(rawValue: address)) == expected?.asn, "seed \(seed) \(address)")
    }
    #expect(table.asn(of: "no address") == nil)
  }

  @Test("Ranges turned round and AS 0 are left out")
  func leftOut() {
    let one = AddressKey(rawValue: 1)
    let two = AddressKey(rawValue: 2)
    let ranges = [
      NetworkRanges.Range(first: two, last: one, asn: 1), .init(first: one, last: two, asn: 0),
    ]
    #expect(NetworkRanges(ranges).count == 0)
  }

  @Test("An SPF policy is taken apart into whom it names and what it permits")
  func policy() throws {
    let text =
      "v=SPF1 include:_spf.a.example ?include:b.example ~a mx:c.example/24 a/28 ip4:192.0.2.0/24 "
      + "ip6:2001:db8::/32 exists:%{i}.d.example redirect=e.example include:%{d}.f.example "
      + "include:%{ir}.com include:x%{d} include: unknown:1 -all +all"
    let policy = try #require(SPFPolicy(text))
    #expect(
      policy.mechanisms.prefix(8) == [
        .include("_spf.a.example"), .include("b.example"), .a(nil), .mx("c.example"), .a(nil),
        .ip4("192.0.2.0/24"), .ip6("2001:db8::/32"), .exists("%{i}.d.example"),
      ])
    #expect(policy.delegates == ["_spf.a.example", "b.example", "e.example", "f.example"])
    #expect(policy.all == .fail)
    #expect(SPFPolicy("v=spf2 -all") == nil && SPFPolicy("") == nil)
    #expect(SPFPolicy("v=spf1")?.all == nil)
  }
}
