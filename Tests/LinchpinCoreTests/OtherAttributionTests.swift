import Testing

@testable import LinchpinCore

@Suite("Senders, identity, DNS, web and applications are attributed")
struct OtherAttributionTests {
  @Test("An SPF include is a sender at tier trace and nothing else")
  func senders() {
    #expect(
      Sample.bindings(.include("spf.bigmail.example"), .include("_spf.tail.example")) == [
        "outboundSender attributed bigmail trace",
        "outboundSender attributed tail.example trace",
      ])
  }

  @Test("An own include, or a policy of addresses, names no sender")
  func sendersUnknown() {
    #expect(
      Sample.bindings(.include("_spf.town.example"))
        == ["outboundSender unattributed ownNameOnly trace"])
    #expect(
      Sample.bindings(.policy("v=spf1 ip4:192.0.2.1 -all"))
        == ["outboundSender unattributed addressesOnly trace"])
    #expect(Sample.bindings(.absent(.spf)) == ["outboundSender absent trace"])
    #expect(Sample.bindings(.failed(.spf)) == ["outboundSender failed trace"])
  }

  @Test("Tokens and tenants name the identity provider at tier trace")
  func identity() {
    #expect(
      Sample.bindings(.token("bigmail"), .tenant("0000"))
        == ["identityTenant attributed bigmail trace", "identityTenant attributed entra-id trace"])
    #expect(Sample.bindings(.token("unheard-of")) == ["identityTenant absent trace"])
    #expect(Sample.bindings(.absent(.txt)) == ["identityTenant absent trace"])
    #expect(Sample.bindings(.absent(.tenant)) == ["identityTenant absent trace"])
    #expect(Sample.bindings(.failed(.txt)) == ["identityTenant failed trace"])
  }

  @Test("A failed question about identity is not made good by another one's silence")
  func identityHalfAsked() {
    #expect(Sample.bindings(.failed(.txt), .absent(.tenant)) == ["identityTenant failed trace"])
    #expect(Sample.bindings(.failed(.tenant), .absent(.txt)) == ["identityTenant failed trace"])
  }

  @Test("A tenant is never counted as absent, whatever the catalogue holds")
  func tenantWithoutEntry() {
    let found = Sample.bindings(.tenant("0000"), rules: Rules(catalogue: Catalogue()))
    #expect(found == ["identityTenant unattributed networkNotInCatalogue trace"])
  }

  @Test("Every name server's operator has the role, in order of the list")
  func nameServers() {
    #expect(
      Sample.bindings(
        .ns("a1.fastdns-01.example"), .ns("ns.plaindns.example"), .ns("ns2.fastdns-7.example"),
        .ns("ns.tail.example"), .ns("ns.town.example"), .ns("ns2.town.example", asn: 64502)) == [
          "authoritativeDNS attributed fastdns routing",
          "authoritativeDNS attributed plaindns routing",
          "authoritativeDNS attributed tail.example routing",
          "authoritativeDNS unattributed ownNameOnly routing",
          "authoritativeDNS selfHosted routing",
        ])
    #expect(Sample.bindings(.failed(.ns)) == ["authoritativeDNS failed routing"])
    #expect(Sample.bindings(.absent(.ns)) == ["authoritativeDNS absent routing"])
  }

  @Test("An edge terminates the connection, and hides the origin")
  func edge() {
    #expect(
      Sample.bindings(.cname("town.front.example"), .a("192.0.2.1", asn: 64501)) == [
        "webEdge attributed front routing", "webOrigin hidden behindEdge routing",
      ])
  }

  @Test("A CNAME to hosting is an origin, and there is no edge")
  func origin() {
    #expect(
      Sample.bindings(.cname("town.pages.example")) == [
        "webOrigin attributed pages routing", "webEdge absent routing",
      ])
    #expect(
      Sample.bindings(.cname("www.tail.example")) == [
        "webOrigin attributed tail.example routing", "webEdge absent routing",
      ])
  }

  @Test(
    "Without an edge the network of the address is the origin",
    arguments: [
      (64501, "attributed rack"), (64502, "selfHosted"),
      (65000, "unattributed networkNotInCatalogue"), (nil, "unattributed noNetwork"),
    ] as [(UInt32?, String)])
  func addresses(_ asn: UInt32?, _ expected: String) {
    for address in ["192.0.2.1", "2001:db8::1"] {
      #expect(
        Sample.bindings(.a(address, asn: asn), .absent(.mx)).filter { $0.hasPrefix("web") }
          == ["webOrigin \(expected) routing"])
    }
  }

  @Test("A web question that failed is failed, for the edge as well")
  func webStatuses() {
    #expect(Sample.bindings(.failed(.address)) == ["webOrigin failed routing"])
    #expect(Sample.bindings(.absent(.address)) == ["webOrigin absent routing"])
    #expect(
      Sample.bindings(.absent(.cname), .absent(.address))
        == ["webOrigin absent routing", "webEdge absent routing"])
    #expect(
      Sample.bindings(.failed(.cname), .absent(.address))
        == ["webOrigin absent routing", "webEdge failed routing"])
  }

  @Test("A declared application names its supplier")
  func applications() {
    #expect(
      Sample.bindings(.application("portal"), .application("unheard-of")) == [
        "application attributed portal routing",
        "application unattributed networkNotInCatalogue routing",
      ])
    #expect(Sample.bindings(.absent(.application)) == ["application absent routing"])
  }

  @Test("Repeated observations make one binding")
  func repeated() {
    let facts = [Stated.ns("a.plaindns.example"), .ns("b.plaindns.example")]
    #expect(
      Sample.bindings(of: "town.example", Snapshot.stated([Given("town.example", facts + facts)]))
        == ["authoritativeDNS attributed plaindns routing"])
  }

  @Test("A binding keeps the record that caused it and where that stands")
  func evidence() throws {
    let snapshot = Snapshot.stated([
      Given("other.example", .absent(.mx)),
      Given(
        "town.example", .mx("a.mx.bigmail.example", 10), .absent(.ns), .ns("ns.town.example")),
    ])
    let attribution = Attribution(snapshot, under: Sample.rules)
    let domain = try #require(snapshot.find(domain: "town.example"))
    let first = try #require(attribution.bindings(of: domain).first)
    #expect(attribution.evidence(of: first) == "MX a.mx.bigmail.example")
    #expect(attribution.source(of: first, domain: domain) == "one.jsonl:2")
    #expect(attribution.signature(of: first)?.value == "mx.bigmail.example")
  }

  @Test("The signature that matched is found for names, tokens and networks")
  func signatures() {
    let snapshot = Snapshot.stated([
      Given(
        "town.example", .ns("a.fastdns-7.example"), .token("bigmail"), .a("192.0.2.1", asn: 64501),
        .mx("mail.town.example", asn: 64501), .dkim("x.dkim.localmail.example"),
        .autodiscover("autodiscover.bigmail.example"), .include("spf.bigmail.example"))
    ])
    let attribution = Attribution(snapshot, under: Sample.rules)
    let found = snapshot.domainIndices.flatMap { domain in
      attribution.bindings(of: domain).map { attribution.signature(of: $0)?.value ?? "-" }
    }
    #expect(
      found == [
        "AS64501", "dkim.localmail.example", "autodiscover.bigmail.example", "spf.bigmail.example",
        "bigmail", "fastdns-#.example", "AS64501",
      ])
  }

  @Test("Roles have labels that read back")
  func labels() {
    for role in Role.allCases { #expect(Role(label: role.label) == role) }
    #expect(Role(label: "mail") == nil)
    #expect(Tier.routing < .inferred && Tier.inferred < .trace)
    #expect(BindingReason.none.label == "" && BindingReason.ownNameOnly.label == "ownNameOnly")
    #expect(BindingStatus.allCases.filter(\.isKnown) == [.attributed, .selfHosted])
    #expect(
      BindingStatus.allCases.filter(\.isUnknown)
        == [.unattributed, .hidden, .failed, .notMeasured])
  }
}
