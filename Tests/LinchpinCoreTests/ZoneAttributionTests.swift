import Testing

@testable import LinchpinCore

@Suite("Branded name servers, parked domains, wildcards and certificates are attributed")
struct ZoneAttributionTests {
  /// The sample catalogue with a DNS network, a parking service and two authorities.
  private static let rules: Rules = {
    var catalogue = Sample.catalogue
    catalogue.providers += [
      Sample.provider(
        "anycast", company: "big",
        Sample.signature(.network, "AS64510", role: .authoritativeDNS, network: .hosting)),
      Provider(
        id: "lot", name: "LOT", company: "big", isParking: true,
        signatures: [
          Sample.signature(.mxSuffix, "mx.lot.example"), Sample.signature(.nsSuffix, "lot.example"),
          Sample.signature(.cnameSuffix, "lot.example"), Sample.signature(.network, "AS64511"),
        ], citation: Sample.citation),
      Sample.provider(
        "sealer", company: "local", Sample.signature(.certificateIssuer, "sealer.example"),
        Sample.signature(.certificateIssuer, "Sealer & Sons")),
    ]
    return Rules(catalogue: catalogue)
  }()

  private func bindings(_ facts: Stated..., hosts: [GivenAddress] = []) -> [String] {
    Sample.bindings(
      of: "town.example", Snapshot.stated([Given("town.example", facts)], hosts: hosts),
      Self.rules)
  }

  // MARK: Name servers

  @Test("A zone whose SOA names a known operator's server hides that operator under its brand")
  func brandedBySOA() {
    #expect(
      bindings(.ns("ns1.brand.example"), .ns("ns2.brand.example"), .soa("a.plaindns.example"))
        == ["authoritativeDNS attributed plaindns inferred"])
    #expect(
      bindings(.ns("ns1.town.example"), .ns("ns2.town.example"), .soa("a.plaindns.example"))
        == ["authoritativeDNS attributed plaindns inferred"])
  }

  @Test("Where a server of the zone tells whose it is, the SOA's primary decides nothing")
  func primaryElsewhere() {
    #expect(
      bindings(.ns("ns.brand.example"), .ns("b.fastdns-1.example"), .soa("a.plaindns.example")) == [
        "authoritativeDNS attributed brand.example routing",
        "authoritativeDNS attributed fastdns routing",
      ])
    #expect(
      bindings(.ns("ns.town.example", asn: 64502), .soa("a.plaindns.example"))
        == ["authoritativeDNS selfHosted routing"])
    #expect(
      bindings(.ns("ns.brand.example"), .soa("ns.other.example"))
        == ["authoritativeDNS attributed brand.example routing"])
  }

  @Test("A public body that serves another is not taken for a brand")
  func publicBody() {
    let snapshot = Snapshot.stated(
      [Given("town.example", .ns("ns.city.test"), .soa("a.plaindns.example"))],
      listed: [(Organisation(id: "city", name: "City", country: "NL"), ["city.test"])])
    #expect(
      Sample.bindings(of: "town.example", snapshot, Self.rules)
        == ["authoritativeDNS attributed organisation:city routing"])
  }

  @Test("In a network that serves DNS alone, every brand is the network's operator")
  func brandedByNetwork() {
    #expect(
      bindings(.ns("ns1.brand.example", asn: 64510), .ns("ns.other.example", asn: 64501)) == [
        "authoritativeDNS attributed anycast routing",
        "authoritativeDNS attributed other.example routing",
      ])
    #expect(
      bindings(
        .ns("ns1.brand.example"),
        hosts: [
          GivenAddress("ns1.brand.example", "192.0.2.1", asn: 64510),
          GivenAddress("ns1.brand.example", "192.0.2.2", asn: 64501),
        ]) == ["authoritativeDNS attributed brand.example routing"], "not with one address alone")
  }

  @Test("A SOA alone says nothing of who serves the zone")
  func authorityAlone() {
    #expect(bindings(.soa("a.plaindns.example")) == [])
    #expect(
      bindings(.failed(.ns), .soa("a.plaindns.example")) == ["authoritativeDNS failed routing"])
  }

  @Test("The evidence of a grouped binding is the SOA, and its signature is found")
  func evidence() throws {
    let snapshot = Snapshot.stated([
      Given("town.example", .ns("ns1.brand.example"), .soa("a.plaindns.example"))
    ])
    let attribution = Attribution(snapshot, under: Self.rules)
    let domain = try #require(snapshot.find(domain: "town.example"))
    let binding = try #require(attribution.bindings(of: domain).first)
    #expect(attribution.evidence(of: binding) == "SOA a.plaindns.example")
    #expect(attribution.signature(of: binding)?.value == "plaindns.example")
  }

  // MARK: Parking

  @Test("Where parked names lead nobody takes mail and nobody keeps a site")
  func parked() {
    #expect(
      bindings(.mx("a.mx.lot.example")) == [
        "mailExchange absent parked routing", "mailbox absent parked inferred",
      ])
    #expect(
      bindings(.cname("town.lot.example"), .a("192.0.2.1", asn: 64501)) == [
        "webOrigin absent parked routing", "webEdge absent routing",
      ])
    #expect(bindings(.a("192.0.2.1", asn: 64511)) == ["webOrigin absent parked routing"])
  }

  @Test("The zone of a parked domain is served all the same, and other exchangers still count")
  func parkedInPart() {
    #expect(bindings(.ns("ns1.lot.example")) == ["authoritativeDNS attributed lot routing"])
    #expect(
      bindings(.mx("a.mx.lot.example", 20), .mx("a.mx.bigmail.example", 10)) == [
        "mailExchange absent parked routing", "mailExchange attributed bigmail routing",
        "mailbox absent parked inferred", "mailbox attributed bigmail inferred",
      ])
  }

  // MARK: Wildcards

  @Test("Autodiscover that leads where the website leads proves no mailbox")
  func wildcard() {
    let target = "autodiscover.bigmail.example"
    #expect(
      bindings(.mx("in.shield.example"), .autodiscover(target)).last
        == "mailbox attributed bigmail inferred")
    for answer in [Stated.cname(target), .wildcard(target)] {
      #expect(
        bindings(answer, .mx("in.shield.example"), .autodiscover(target)).contains(
          "mailbox hidden behindGateway inferred"))
      #expect(
        bindings(.mx("in.shield.example"), .autodiscover(target), answer).contains(
          "mailbox hidden behindGateway inferred"), "whatever comes first")
    }
    #expect(
      bindings(.wildcard("www.elsewhere.test"), .mx("in.shield.example"), .autodiscover(target))
        .last == "mailbox attributed bigmail inferred")
  }

  @Test("A wildcard takes away the setting it explains and no other")
  func wildcardInPart() {
    let found = bindings(
      .mx("in.shield.example"), .autodiscover("autodiscover.bigmail.example"),
      .dkim("x.dkim.localmail.example"), .wildcard("autodiscover.bigmail.example"))
    #expect(found.filter { $0.hasPrefix("mailbox") } == ["mailbox attributed localmail inferred"])
  }

  // MARK: Certificates

  @Test("The issuer of a certificate is in use, whom CAA names is only allowed to be")
  func certificates() {
    #expect(
      bindings(.issuer("SEALER & SONS"), .caa("sealer.example"), .caa("other.test")) == [
        "certificateAuthority attributed sealer routing",
        "certificateAuthority attributed other.test trace",
      ])
    #expect(
      bindings(.issuer("Nobody we know"))
        == ["certificateAuthority unattributed authorityNotInCatalogue routing"])
  }

  @Test("No CAA leaves everybody free to issue; one that names nobody, nobody")
  func noCertificates() {
    #expect(bindings(.absent(.caa)) == ["certificateAuthority unattributed anyAuthority trace"])
    #expect(bindings(.answered(.caa)) == ["certificateAuthority absent noAuthority trace"])
    #expect(bindings(.failed(.caa)) == ["certificateAuthority failed trace"])
    #expect(bindings(.absent(.certificate)) == ["certificateAuthority absent trace"])
    #expect(bindings(.failed(.certificate)) == ["certificateAuthority failed trace"])
  }

  @Test("An authority that fails takes no website with it")
  func authorityFailure() {
    let snapshot = Snapshot.stated([
      Given("town.example", .a("192.0.2.1", asn: 64501), .caa("sealer.example"))
    ])
    let attribution = Attribution(snapshot, under: Self.rules)
    let assessment = Assessment(attribution, options: AssessmentOptions())
    let law = assessment.exposure.filter { $0.jurisdiction == "NL" }
    #expect(!law.isEmpty)
    let alone = Assessment(
      Attribution(
        Snapshot.stated([Given("town.example", .a("192.0.2.1", asn: 64501))]), under: Self.rules),
      options: AssessmentOptions())
    #expect(alone.exposure.filter { $0.jurisdiction == "NL" } == law)
  }

  // MARK: Senders

  @Test("A policy that lets nobody send is an answer: none")
  func nobodySends() {
    #expect(
      bindings(.policy("v=spf1 -all")) == ["outboundSender absent nobodySends trace"])
    #expect(
      bindings(.policy("v=spf1 ~all")) == ["outboundSender unattributed addressesOnly trace"])
  }
}
