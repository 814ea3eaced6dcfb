import Graphs
import Testing

@testable import LinchpinCore

@Suite("Cut-off weighs redundancy, function by function")
struct CutoffTests {
  private func functions(
    _ given: [Given], stop: String, mode: FailureMode = .outage, tier: Tier = .trace,
    hosts: [GivenAddress] = [], of domain: String = "town.example"
  ) throws -> [Function: FunctionState] {
    let attribution = Attribution(Snapshot.stated(given, hosts: hosts), under: Sample.rules)
    let graph = DependencyGraph(
      attribution, Population(attribution.snapshot, options: .init()),
      options: .init(tier: tier, mode: mode, asOf: CalendarDate("2026-04-28"), includesHosts: true))
    let parts = stop.split(separator: ":").map { String($0) }
    let kind = try #require(Node.Kind(rawValue: parts[0]))
    let node = try #require(graph.find(kind, parts[1]))
    var states = FunctionStates(graph, stopping: [node])
    let index = try #require(attribution.snapshot.find(domain: domain))
    var found: [Function: FunctionState] = [:]
    for function in Function.allCases {
      found[function] = states.state(of: function, for: index)
    }
    return found
  }

  @Test("A second exchanger of another operator helps in an outage, not when the account is closed")
  func termination() throws {
    let given = [
      Given(
        "town.example", .mx("x.mx.bigmail.example", 10), .mx("x.localmail.example", 20),
        .ns("x.plaindns.example"))
    ]
    let outage = try functions(given, stop: "provider:bigmail")
    #expect(outage == [.receive: .degraded, .read: .degraded, .dns: .unaffected])
    let closed = try functions(given, stop: "provider:bigmail", mode: .termination)
    #expect(closed == [.receive: .lost, .read: .lost, .dns: .unaffected])
    let other = try functions(given, stop: "provider:localmail", mode: .termination)
    #expect(other == [.receive: .unaffected, .read: .unaffected, .dns: .unaffected])
  }

  @Test("Exchangers of different operators without preference leave termination unknown")
  func undecided() throws {
    let given = [
      Given(
        "town.example", .mx("x.mx.bigmail.example"), .mx("x.localmail.example"),
        .ns("x.plaindns.example"))
    ]
    let closed = try functions(given, stop: "provider:bigmail", mode: .termination)
    #expect(closed == [.receive: .unknown, .read: .unknown, .dns: .unaffected])
    let own = [
      Given(
        "town.example", .mx("mail.town.example", asn: 64502), .mx("x.localmail.example"),
        .ns("x.plaindns.example"))
    ]
    let half = try functions(own, stop: "provider:localmail", mode: .termination)
    #expect(half[.receive] == .unknown)
  }

  @Test("Where DNS was never asked about, nothing that needs it is safe")
  func dnsUnknown() throws {
    let found = try functions(
      [Given("town.example", .mx("x.localmail.example"), .a("192.0.2.1", asn: 64502))],
      stop: "company:big")
    #expect(found == [.receive: .unknown, .read: .unaffected, .web: .unknown])
  }

  @Test("A name without name servers of its own is served with the zone above")
  func enclosingZone() throws {
    let given = [
      Given("www.town.example", .absent(.ns), .a("192.0.2.1", asn: 64502)),
      Given("town.example", .ns("x.plaindns.example")),
    ]
    let found = try functions(given, stop: "provider:plaindns", of: "www.town.example")
    #expect(found == [.web: .lost])
  }

  @Test("Zones need all zones above them, in whatever order they were read")
  func ancestors() throws {
    let given = [
      Given("a.b.town.example", .ns("x.plaindns.example")),
      Given("b.town.example", .ns("y.plaindns.example")),
      Given("town.example", .ns("x.fastdns-1.example")),
    ]
    for order in [given, given.reversed()] {
      #expect(
        try functions(order, stop: "provider:fastdns", of: "a.b.town.example") == [.dns: .lost])
    }
  }

  @Test("A server in the zone needs its operator alone, an unrelated one its own zone too")
  func nameServers() throws {
    let zone = Given("operator.example", .ns("x.fastdns-1.example"))
    let unrelated = [zone, Given("town.example", .ns("ns.operator.example"))]
    #expect(try functions(unrelated, stop: "provider:fastdns")[.dns] == .lost)
    let glue = [GivenAddress("ns.operator.example", "192.0.2.1")]
    #expect(
      try functions(unrelated, stop: "provider:fastdns", hosts: glue)[.dns] == .unknown)
    let inDomain = [
      Given("town.example", .ns("ns.it.town.example")),
      Given("it.town.example", .ns("x.fastdns-1.example")),
    ]
    #expect(try functions(inDomain, stop: "provider:fastdns")[.dns] == .unknown)
  }

  @Test("Mail exchangers and CNAME targets always need the DNS of their names")
  func targets() throws {
    let zones = [
      Given("localmail.example", .ns("x.fastdns-1.example")),
      Given("front.example", .ns("x.fastdns-1.example")),
    ]
    let given =
      zones + [
        Given(
          "town.example", .mx("x.localmail.example"), .cname("town.front.example"),
          .ns("x.plaindns.example"))
      ]
    let found = try functions(
      given, stop: "provider:fastdns", hosts: [GivenAddress("x.localmail.example", "192.0.2.1")])
    #expect(
      found == [.receive: .lost, .read: .unaffected, .dns: .unaffected, .web: .lost])
  }

  @Test("A host needs one of its networks, wherever its name lies")
  func networks() throws {
    let given = [Given("town.example", .mx("x.localmail.example"), .ns("x.plaindns.example"))]
    let one = [GivenAddress("x.localmail.example", "192.0.2.1", asn: 64503)]
    #expect(try functions(given, stop: "company:big", hosts: one)[.receive] == .lost)
    let two = one + [GivenAddress("x.localmail.example", "192.0.2.2", asn: 64502)]
    #expect(try functions(given, stop: "company:big", hosts: two)[.receive] == .degraded)
    let open = one + [GivenAddress("x.localmail.example", "192.0.2.2")]
    #expect(try functions(given, stop: "company:big", hosts: open)[.receive] == .unaffected)
  }

  @Test("Reading needs the identity provider where one is known at the tier in force")
  func identity() throws {
    let given = [Given("town.example", .mx("x.localmail.example"), .token("bigmail"))]
    #expect(try functions(given, stop: "company:big")[.read] == .lost)
    #expect(try functions(given, stop: "company:big", tier: .inferred)[.read] == .unaffected)
  }

  @Test("Applications stop with what their supplier runs on")
  func applications() throws {
    let given = [Given("town.example", .application("portal"), .include("spf.bigmail.example"))]
    #expect(
      try functions(given, stop: "provider:rack") == [.application: .lost, .send: .unaffected])
    #expect(try functions(given, stop: "company:big")[.send] == .lost)
  }

  @Test("One declared application does not stand in for another")
  func severalApplications() throws {
    let given = [Given("town.example", .application("portal"), .application("unheard-of"))]
    #expect(try functions(given, stop: "provider:rack")[.application] == .lost)
  }

  @Test("Nodes are found by kind and id, described, and offered by kind")
  func naming() throws {
    let attribution = Attribution(
      Snapshot.stated(
        [
          Given("town.example", .mx("x.mx.bigmail.example"), .ns("ns.city.example")),
          Given("city.example", .ns("ns.town.example"), .mx("mail.city.example", asn: 64502)),
        ],
        listed: [
          (Organisation(id: "T", name: "Town", country: "NL"), ["town.example"]),
          (Organisation(id: "C", name: "City", country: "BE"), ["city.example"]),
        ], hosts: [GivenAddress("x.mx.bigmail.example", "192.0.2.1", asn: 64500)]),
      under: Sample.rules)
    let graph = DependencyGraph(
      attribution, Population(attribution.snapshot, options: .init()),
      options: .init(includesHosts: true))
    #expect(graph.find(.company, "nobody") == nil && graph.find(.provider, "nobody") == nil)
    #expect(
      graph.find(.host, "X.mx.BIGMAIL.example") != nil && graph.find(.jurisdiction, "us") != nil)
    #expect(graph.find(.network, "as64500") != nil && graph.find(.network, "64500") == nil)
    #expect(graph.ids(of: .network) == ["AS64500"])
    func describe(_ kind: Node.Kind, _ id: String) throws -> DependencyGraph.Description {
      graph.describe(graph.nodes[Int(try #require(graph.find(kind, id)))])
    }
    #expect(try describe(.network, "AS64500").name == "AS64500 (BIGMAIL)")
    #expect(try describe(.jurisdiction, "US").name == "the United States")
    #expect(try describe(.provider, "organisation:C").jurisdictions == ["BE"])
    #expect(try describe(.provider, "bigmail").company == "BIG")
    #expect(try describe(.company, "big").jurisdictions == ["US"])
    for node: Node in [
      .unknownLaw, .own, .unknown(.hidden, .behindGateway), .unknown(.failed, .none),
    ] {
      #expect(!graph.describe(node).name.isEmpty && node.kind == nil)
    }
    #expect(graph.describe(.requirement).name == "")
    // Each city serves the other's zone, and nothing that was seen holds them up.
    let support = graph.unobservedSupport
    #expect(support.map(\.members) == [["city.example", "town.example"]])
  }

  @Test("An address without MX is no mail that DNS could take away: unknown, never lost")
  func supposedMail() throws {
    let attribution = Attribution(
      Snapshot.stated([
        Given("town.example", .absent(.mx), .a("192.0.2.7"), .ns("ns.bigdns.example"))
      ]), under: Sample.rules)
    let graph = DependencyGraph(
      attribution, Population(attribution.snapshot, options: .init()), options: .init())
    let dns = try #require(
      attribution.bindings(of: DomainIndex(0)).first {
        $0.role == .authoritativeDNS
      }?.provider)
    let result = WhatIf.run(
      graph, stopping: [try #require(graph.number(of: .provider(dns)))], unit: .organisation,
      services: [.mail, .dns])
    let counts = Dictionary(uniqueKeysWithValues: result.functions.map { ($0.function, $0) })
    #expect(counts[.dns]?.lost == 1)
    #expect(counts[.receive]?.lost == 0 && counts[.receive]?.unknown == 1)
  }
}
