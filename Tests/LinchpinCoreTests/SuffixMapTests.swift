import Testing

@testable import LinchpinCore

@Suite("Suffixes match on label boundaries, the longest winning")
struct SuffixMapTests {
  private func match(_ map: SuffixMap<String>, _ name: String) -> String? {
    var name = name
    return name.withUTF8 { map.match(Bytes($0))?.value }
  }

  private func map(_ suffixes: String...) -> SuffixMap<String> {
    var map = SuffixMap<String>()
    for suffix in suffixes { map.insert(suffix, suffix) }
    return map
  }

  @Test(
    "A name matches itself and what lies below it, and nothing that looks like it",
    arguments: [
      ("outlook.com", "outlook.com"), ("a.outlook.com", "outlook.com"),
      ("a.b.outlook.com", "outlook.com"), ("notoutlook.com", nil),
      ("outlook.com.example", nil), ("outlook.co", nil), ("com", nil), ("outlook", nil),
      ("outlook.com.", nil), ("xoutlook.com.evil.com", nil), ("", nil),
    ] as [(String, String?)])
  func boundaries(_ name: String, _ expected: String?) {
    #expect(match(map("outlook.com"), name) == expected)
  }

  @Test("The longest suffix wins, whatever the order")
  func longest() {
    for suffixes in [["com", "b.com", "a.b.com"], ["a.b.com", "b.com", "com"]] {
      var map = SuffixMap<String>()
      for suffix in suffixes { map.insert(suffix, suffix) }
      #expect(match(map, "x.a.b.com") == "a.b.com")
      #expect(match(map, "c.b.com") == "b.com")
      #expect(match(map, "z.com") == "com")
    }
  }

  @Test("The first value of a suffix stays, and the second is told of it")
  func taken() {
    var map = SuffixMap<String>()
    #expect(map.insert("a.com", "first") == nil)
    #expect(map.insert("a.com", "second") == "first")
    #expect(match(map, "a.com") == "first")
  }

  @Test("The length of the match is given in bytes")
  func length() {
    var name = "x.outlook.com"
    let found = name.withUTF8 { map("outlook.com").match(Bytes($0)) }
    #expect(found?.length == 11)
  }

  @Test(
    "A # stands for a run of digits inside a label",
    arguments: [
      ("ns-1.awsdns-01.com", "awsdns-#.com"), ("awsdns-123.com", "awsdns-#.com"),
      ("awsdns-.com", nil), ("awsdns-1a.com", nil), ("xawsdns-1.com", nil),
      ("awsdns-1.com.example", nil), ("1.mx7.host.net", "mx#.host.net"),
    ] as [(String, String?)])
  func digits(_ name: String, _ expected: String?) {
    #expect(match(map("awsdns-#.com", "mx#.host.net"), name) == expected)
  }

  @Test("A pattern still matches where a plain suffix runs through the same label")
  func patternBesideTail() {
    let both = map("awsdns-#.com", "foo.awsdns-01.com")
    #expect(match(both, "foo.awsdns-01.com") == "foo.awsdns-01.com")
    #expect(match(both, "ns-1.awsdns-01.com") == "awsdns-#.com")
  }

  /// The slow and obvious way.
  private func naive(_ suffixes: [String], _ name: String) -> String? {
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    return suffixes.filter { suffix in
      let wanted = suffix.split(separator: ".")
      return wanted.count <= labels.count && Array(labels.suffix(wanted.count)) == wanted
    }.max { $0.utf8.count < $1.utf8.count }
  }

  @Test("Generated look-alikes match as comparing labels says")
  func lookAlikes() {
    for seed in 0..<3_000 {
      var random = Random(seed: seed)
      let labels = ["a", "b", "ab", "ba", "x", "xa"]
      func name(_ random: inout Random, _ limit: Int) -> String {
        (0...random.below(limit)).map { _ in random.pick(labels) }.joined(separator: ".")
      }
      let suffixes = (0...random.below(5)).map { _ in name(&random, 3) }
      var map = SuffixMap<String>()
      for suffix in suffixes { map.insert(suffix, suffix) }
      for _ in 0..<10 {
        var probe = random.chance(50) ? random.pick(suffixes) : name(&random, 4)
        switch random.below(4) {
        case 0: probe = random.pick(labels) + probe
        case 1: probe += "." + random.pick(labels)
        case 2: probe = random.pick(labels) + "." + probe
        default: break
        }
        #expect(match(map, probe) == naive(suffixes, probe), "seed \(seed): \(suffixes) \(probe)")
      }
    }
  }
}
