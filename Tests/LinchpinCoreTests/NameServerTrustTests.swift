import Testing

@testable import LinchpinCore

@Suite("Trust in name servers reaches through their own names")
struct NameServerTrustTests {
  private func measure(
    _ given: [Given], hosts: [GivenAddress] = [], registries: Bool = false
  ) -> NameServerTrust {
    let snapshot = Snapshot.stated(given, listed: [], hosts: hosts)
    return NameServerTrust.measure(
      snapshot, Population(snapshot, options: AssessmentOptions()), networks: nil,
      includesRegistries: registries)
  }

  private func point(
    _ trust: NameServerTrust, _ kind: NameServerTrust.Kind, _ id: String
  ) -> [Int]? {
    trust.points.first { $0.kind == kind && $0.id == id }.map { [$0.direct, $0.indirect] }
  }

  /// The town is served from the county's zone, the county from the state's.
  private let chain = [
    Given("town.example", [.ns("ns.county.example")]),
    Given("county.example", [.ns("ns1.state.example"), .ns("ns2.state.example")]),
    Given("state.example", [.ns("ns.state.example")]),
  ]

  @Test("A server two zones away takes a name down, indirectly")
  func chainOfZones() {
    let trust = measure(chain)
    #expect(point(trust, .name, "ns.state.example") == [1, 2])
    #expect(point(trust, .name, "ns.county.example") == [1, 0])
    #expect(point(trust, .name, "ns1.state.example") == nil)
    #expect(trust.sizes == [4: 1, 3: 1, 1: 1])
    #expect(trust.median == 3 && trust.most == 4 && trust.domains == 3 && trust.complete == 3)
  }

  @Test("An address that came with the delegation spares the zone of the server's name")
  func glue() {
    let trust = measure(
      chain, hosts: [GivenAddress("ns.county.example", "192.0.2.7", asn: 64500)])
    #expect(point(trust, .name, "ns.state.example") == [1, 1])
    #expect(point(trust, .address, "192.0.2.7") == [1, 0])
    #expect(point(trust, .prefix, "192.0.2.0/24") == [1, 0])
    #expect(point(trust, .network, "AS64500") == [1, 0])
  }

  @Test("Two servers in one prefix are one point by prefix, and none by name or address")
  func prefix() {
    let trust = measure(
      [Given("town.example", [.ns("a.town.example"), .ns("b.town.example")])],
      hosts: [
        GivenAddress("a.town.example", "192.0.2.7", asn: 64500),
        GivenAddress("b.town.example", "192.0.2.200", asn: 64501),
      ])
    #expect(trust.points == [.init(kind: .prefix, id: "192.0.2.0/24", direct: 1, indirect: 0)])
    let six = measure(
      [Given("town.example", [.ns("a.town.example"), .ns("b.town.example")])],
      hosts: [
        GivenAddress("a.town.example", "2001:db8:1::1", asn: 64500),
        GivenAddress("b.town.example", "2001:db8:1:2::1", asn: 64501),
      ])
    #expect(six.points == [.init(kind: .prefix, id: "2001:db8:1::/48", direct: 1, indirect: 0)])
  }

  @Test("A server in an unmeasured zone leaves the trusted base a lower bound")
  func unmeasured() {
    let trust = measure([Given("town.example", [.ns("ns.elsewhere.example")])])
    #expect(trust.complete == 0 && trust.domains == 1 && trust.sizes == [1: 1])
    #expect(point(trust, .name, "ns.elsewhere.example") == [1, 0])
  }

  @Test("Registries are points only when asked for")
  func registries() {
    #expect(!measure(chain).points.contains { $0.kind == .registry })
    #expect(point(measure(chain, registries: true), .registry, "example") == [3, 0])
    let foreign = measure(
      [Given("town.example", [.ns("ns.elsewhere.test")])], registries: true)
    #expect(point(foreign, .registry, "test") == [0, 1])
  }

  @Test("Zones in a circle end, and neither of two is missing")
  func circle() {
    let trust = measure([
      Given("a.example", [.ns("ns.b.example")]), Given("b.example", [.ns("ns.a.example")]),
    ])
    #expect(trust.sizes == [2: 2])
    #expect(point(trust, .name, "ns.a.example") == [1, 1])
  }

  @Test("Without name servers there is nothing to trust")
  func nothing() {
    let trust = measure([Given("town.example", [.nullMX])])
    #expect(trust.points.isEmpty && trust.domains == 0 && trust.median == 0 && trust.mean == 0)
  }
}
