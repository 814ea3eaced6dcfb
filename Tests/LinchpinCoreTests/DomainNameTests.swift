import Testing

@testable import LinchpinCore

@Suite("A domain name has one spelling, or a reason why it is none")
struct DomainNameTests {
  private func problem(_ text: String) -> DomainNameProblem? {
    do throws(DomainNameProblem) {
      _ = try DomainName(text)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "Usual spellings come to one",
    arguments: [
      ("aalten.nl", "aalten.nl"), ("Aalten.NL", "aalten.nl"), ("aalten.nl.", "aalten.nl"),
      ("  aalten.nl\t", "aalten.nl"), ("münchen.de", "xn--mnchen-3ya.de"),
      ("MÜNCHEN.de", "xn--mnchen-3ya.de"), ("www.München.DE.", "www.xn--mnchen-3ya.de"),
      ("xn--mnchen-3ya.de", "xn--mnchen-3ya.de"), ("XN--MNCHEN-3YA.de", "xn--mnchen-3ya.de"),
      ("mu\u{308}nchen.de", "xn--mnchen-3ya.de"), ("_dmarc.aalten.nl", "_dmarc.aalten.nl"),
      ("nl", "nl"), ("co.uk", "co.uk"), ("1.2.3.in-addr.arpa", "1.2.3.in-addr.arpa"),
      ("straße.de", "xn--strae-oqa.de"),
    ])
  func oneSpelling(_ text: String, _ spelling: String) throws {
    let name = try DomainName(text)
    #expect(name.description == spelling)
    #expect(try DomainName(name.description) == name)
  }

  @Test(
    "A text that is no name says what it is and what to write",
    arguments: [
      ("", DomainNameProblem.empty), (" ", .empty), (".", .empty),
      ("https://www.aalten.nl/contact?x", .url(suggestion: "www.aalten.nl")),
      ("http://aalten.nl:8080", .url(suggestion: "aalten.nl")),
      ("aalten.nl/contact", .url(suggestion: "aalten.nl")),
      ("info@aalten.nl", .email(suggestion: "aalten.nl")),
      ("192.0.2.1", .address), ("192.0.2.1.", .address), ("2001:db8::1", .address),
      ("[2001:db8::1]", .address), ("example.123", .address),
      ("a..nl", .emptyLabel), (".nl", .emptyLabel), ("aalten.nl..", .emptyLabel),
      ("aal ten.nl", .badCharacter(" ")), ("aalten!.nl", .badCharacter("!")),
      ("aalten\u{0}.nl", .badCharacter("\u{0}")), ("*.aalten.nl", .badCharacter("*")),
    ])
  func problems(_ text: String, _ expected: DomainNameProblem) {
    #expect(problem(text) == expected)
    #expect(!expected.message.isEmpty && !expected.hint.isEmpty)
  }

  @Test("Lengths are those of DNS: 63 bytes a label, 253 a name")
  func lengths() {
    let label = String(repeating: "a", count: 63)
    #expect(problem(label + ".nl") == nil)
    #expect(problem(label + "a.nl") == .longLabel(label + "a"))
    #expect(problem("nl." + label + "a") == .longLabel(label + "a"))
    let long = Array(repeating: label, count: 4).joined(separator: ".")
    #expect(problem(long) == .tooLong(255))
    #expect(problem(String(long.dropFirst(2))) == nil)
    #expect(problem(String(repeating: "a", count: 1 << 20)) == .tooLong(1 << 20))
    #expect(problem(String(repeating: "ä", count: 1 << 20)) == .tooLong(2 << 20))
  }

  @Test("A zero byte never cuts an internationalised name short")
  func zeroByte() {
    #expect(problem("bänk.example\u{0}.evil.example") != nil)
  }

  @Test("What has no A-label says so")
  func notEncodable() {
    guard case .notEncodable(let why)? = problem("\u{FFFD}.nl") else {
      Issue.record("U+FFFD was taken")
      return
    }
    #expect(!why.isEmpty)
    #expect(DomainNameProblem.notEncodable(why).message.contains(why))
  }

  @Test("Bytes that are no UTF-8 are a problem, not a crash")
  func notText() {
    let bytes: [UInt8] = [0x61, 0xFF, 0xFE, 0x2E, 0x6E, 0x6C]
    let name = bytes.withUnsafeBytes { try? DomainName.canonical($0) }
    #expect(name == nil)
  }

  @Test("The quick check takes exactly what the slow road leaves as it is")
  func quickCheck() {
    var random = Random(seed: 1)
    let alphabet = Array("aZ9-_.é@/ :*")
    // Long names are mostly good, or none would be.
    let usual = Array("abcdefghijklmnopqrstuvwxyz0123456789-_....abcdefghijklmnopqrstuvwxyz")
    for round in 0..<40_000 {
      let isLong = round.isMultiple(of: 2)
      let odd = isLong ? random.below(60) : 0
      let text = String(
        (0..<random.below(isLong ? 75 : 9)).map { place in
          random.pick(isLong && place != odd ? usual : alphabet)
        })
      var copy = text
      let isCanonical = copy.withUTF8 { DomainName.isCanonical(Bytes($0)) }
      let slow = copy.withUTF8 { try? DomainName.canonical(Bytes($0)) }
      #expect(isCanonical == (slow == text), "\(text)")
    }
  }

  @Test("Names sort by their spelling")
  func order() throws {
    #expect(try DomainName("a.nl") < DomainName("B.nl"))
  }

  @Test("Messages quote hostile values safely")
  func messages() {
    let label = String(repeating: "\u{7}", count: 80)
    let message = DomainNameProblem.longLabel(label).message
    #expect(!message.contains("\u{7}") && message.contains("\\u{7}") && message.contains("…"))
    #expect(DomainNameProblem.tooLong(300).message.contains("300"))
  }

  @Test(
    "The registrable domain stands below the public suffix",
    arguments: [
      ("www.aalten.nl", "aalten.nl"), ("aalten.nl", "aalten.nl"), ("nl", nil),
      ("a.b.co.uk", "b.co.uk"), ("co.uk", nil), ("town.unknown-tld", "town.unknown-tld"),
      ("x.y.github.io", "y.github.io"), ("github.io", nil),
    ] as [(String, String?)])
  func registrable(_ name: String, _ registrable: String?) throws {
    #expect(try DomainName(name).registrable == registrable)
    #expect(RegistrableDomain.isPublicSuffix(name) == (registrable == nil))
    #expect(!RegistrableDomain.listVersion.isEmpty)
  }

  @Test("In a zone known to delegate, the registrable domain is the name just below it")
  func zoneAware() {
    #expect(RegistrableDomain.of("www.town.ca.us", in: "ca.us") == "town.ca.us")
    #expect(RegistrableDomain.of("town.gov", in: "gov") == "town.gov")
    #expect(RegistrableDomain.of("a.b.town.nl", in: "gov") == "town.nl")
    #expect(RegistrableDomain.of("gov", in: "gov") == nil)
    #expect(RegistrableDomain.of("notgov.example", in: nil) == "notgov.example")
  }
}
