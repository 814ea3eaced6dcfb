import Foundation
import LinchpinCore
import LinchpinReading
import Testing

/// Records attributed as they pass, against the same records kept and attributed afterwards.
@Suite("Attribution without keeping records")
struct PassingAttributionTests {
  @Test("Every number is the same as with the records kept", arguments: 1...40)
  func sameNumbers(_ seed: UInt64) throws {
    var lines = RandomLines(seed: seed)
    let sample = try Sample()
    let path = try sample.file("observations.jsonl", lines.text(domains: 60))
    let table = try sample.file("providers.csv", RandomLines.providers)
    let rules = Rules(catalogue: try CatalogueReader.load(overlay: table).catalogue)
    let passing = try #require(try InputReader.attribution(from: [path], under: rules))
    let kept = Attribution(try InputReader.snapshot(from: [path]), under: rules)
    for unit in Unit.allCases {
      for count in Count.allCases {
        var options = AssessmentOptions()
        options.unit = unit
        options.count = count
        options.tier = .trace
        options.by = .sector
        let ours = Assessment(passing, options: options)
        let theirs = Assessment(kept, options: options)
        #expect(ours.coverage == theirs.coverage, "seed \(seed)")
        #expect(ours.shares == theirs.shares, "seed \(seed) \(unit) \(count)")
        #expect(ours.concentration == theirs.concentration, "seed \(seed) \(unit) \(count)")
        #expect(ours.redundancy == theirs.redundancy, "seed \(seed) \(unit)")
        #expect(ours.exposure == theirs.exposure, "seed \(seed) \(unit)")
      }
    }
  }

  @Test(
    "What one domain's records cannot decide alone needs the records",
    arguments: [
      // A measured name inside another; a host's alias; a name below the end of another's host.
      [#"{"domain":"a.example","ns":[]}"#, #"{"domain":"w.b.a.example","ns":[]}"#],
      [#"{"domain":"a.example","mx":["m.b.example"],"mx_cnames":{"m.b.example":"c.d.example"}}"#],
      [#"{"domain":"a.example","mx":["m.b.example"]}"#, #"{"domain":"c.b.example","mx":[]}"#],
    ])
  func needsRecords(_ records: [String]) throws {
    let sample = try Sample()
    // Only zones enclose: the first name answers for its name servers.
    let first = records[0].replacingOccurrences(of: #""ns":[]"#, with: #""ns":["n.z.example"]"#)
    let text = ([first] + records.dropFirst()).joined(separator: "\n") + "\n"
    let path = try sample.file("observations.jsonl", text)
    #expect(try InputReader.attribution(from: [path], under: Rules(catalogue: Catalogue())) == nil)
  }

  @Test("A domain in two files needs the records; a list of organisations does not")
  func files() throws {
    let sample = try Sample()
    let line = #"{"domain":"a.example","mx":["m.b.example"]}"# + "\n"
    let first = try sample.file("1.jsonl", line)
    let second = try sample.file("2.jsonl", line)
    let list = try sample.file("list.csv", "id,name,domains\no1,One,a.example\n")
    let rules = Rules(catalogue: Catalogue())
    #expect(try InputReader.attribution(from: [first, second], under: rules) == nil)
    let found = try #require(try InputReader.attribution(from: [first, list], under: rules))
    let index = try #require(found.snapshot.find(domain: "a.example"))
    #expect(found.snapshot.organisations.id(found.snapshot.organisation(of: index)) == "o1")
    #expect(found.bindings(of: index).first?.provider.map { found.providers[$0].id } == "b.example")
  }

  @Test("A zone file needs the records")
  func zone() throws {
    let zone = Sample.shipped("muni.example-2026-09.zone")
    #expect(try InputReader.attribution(from: [zone], under: Rules(catalogue: Catalogue())) == nil)
  }
}

/// JSON Lines of invented domains that use each other, providers, own hosts and nothing.
struct RandomLines {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  static let providers = """
    zone,name,company,jurisdiction,asn,ns_zones,hosted_on
    big.example,big,Big Corp,US,64500,big.example,
    small.example,small,Small BV,NL,64501,big.example,
    host.example,host,Host AG,DE,64502,small.example,big.example

    """

  mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % bound
  }

  private mutating func host(of domain: String) -> String {
    let zones = [
      "big.example", "small.example", "host.example", "tail.example", "other.example", domain,
      "d\(next(60)).example",
    ]
    return ["mx1", "ns\(next(4))", "a.b"][next(3)] + "." + zones[next(zones.count)]
  }

  private mutating func hosts(of domain: String, _ key: String, preference: Bool) -> String {
    switch next(6) {
    case 0: return ""
    case 1: return #""\#(key)":[],"#
    case 2: return #""\#(key)":{"error":"SERVFAIL"},"#
    default:
      let list = (0...next(3)).map { _ in
        let asn = next(2) == 0 ? #","asn":\#(64_500 + next(5))"# : ""
        let rank = preference && next(2) == 0 ? #","preference":\#(10 * next(3))"# : ""
        return #"{"host":"\#(host(of: domain))"\#(asn)\#(rank)}"#
      }
      return #""\#(key)":["# + list.joined(separator: ",") + "],"
    }
  }

  mutating func text(domains: Int) -> String {
    (0..<domains).map { number in
      let domain = "d\(number).example"
      var line = #"{"domain":"\#(domain)","#
      if next(5) > 0 {
        line +=
          #""org":"o\#(next(20))","sector":"s\#(next(3))","country":"\#(["NL", "US", ""][next(3)])","#
      }
      line += hosts(of: domain, "mx", preference: true) + hosts(of: domain, "ns", preference: false)
      if next(2) == 0 { line += #""a":[{"ip":"192.0.2.1","asn":\#(64_500 + next(5))}],"# }
      if next(3) == 0 { line += #""cname":"\#(host(of: domain))","# }
      if next(3) == 0 { line += #""spf":["\#(host(of: domain))"],"# }
      if next(4) == 0 { line += #""tenant":"t","# }
      return line + #""ts":1788912000}"#
    }.joined(separator: "\n") + "\n"
  }
}
