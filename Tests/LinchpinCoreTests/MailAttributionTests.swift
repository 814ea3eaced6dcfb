import Testing

@testable import LinchpinCore

@Suite("Mail is attributed to exchangers and mailboxes")
struct MailAttributionTests {
  @Test("An exchanger that is no gateway holds the mail too")
  func exchangerIsMailbox() {
    #expect(
      Sample.bindings(.mx("a.mx.bigmail.example", 10)) == [
        "mailExchange attributed bigmail routing", "mailbox attributed bigmail inferred",
      ])
  }

  @Test("Behind a gateway alone the mailbox is hidden")
  func gateway() {
    #expect(
      Sample.bindings(.mx("town.shield.example", 10)) == [
        "mailExchange attributed shield routing", "mailbox hidden behindGateway inferred",
      ])
  }

  @Test("Behind a gateway a DKIM target names the mailbox")
  func gatewayAndDKIM() {
    #expect(
      Sample.bindings(.mx("town.shield.example"), .dkim("town.dkim.bigmail.example")) == [
        "mailExchange attributed shield routing", "mailbox attributed bigmail inferred",
      ])
  }

  @Test("Behind a gateway a second exchanger that is none names the mailbox")
  func gatewayAndExchanger() {
    #expect(
      Sample.bindings(.mx("town.shield.example", 10), .mx("x.localmail.example", 20)) == [
        "mailExchange attributed shield routing", "mailExchange attributed localmail routing",
        "mailbox attributed localmail inferred",
      ])
  }

  @Test("A DKIM target of another operator leaves the exchanger its role alone")
  func otherOperator() {
    #expect(
      Sample.bindings(.mx("x.localmail.example"), .dkim("town.dkim.bigmail.example")) == [
        "mailExchange attributed localmail routing", "mailbox attributed bigmail inferred",
      ])
  }

  @Test("A DKIM target of the exchanger's own operator changes nothing")
  func sameOperator() {
    #expect(
      Sample.bindings(.mx("a.mx.bigmail.example"), .dkim("town.dkim.bigmail.example")) == [
        "mailExchange attributed bigmail routing", "mailbox attributed bigmail inferred",
      ])
  }

  @Test("DKIM targets of two operators make two mailboxes")
  func twoMailboxes() {
    #expect(
      Sample.bindings(
        .mx("x.localmail.example"), .dkim("a.dkim.bigmail.example"),
        .dkim("a.dkim.localmail.example")) == [
          "mailExchange attributed localmail routing", "mailbox attributed localmail inferred",
          "mailbox attributed bigmail inferred",
        ])
  }

  @Test("Autodiscover alone names the mailbox")
  func autodiscover() {
    #expect(
      Sample.bindings(.mx("x.localmail.example"), .autodiscover("autodiscover.bigmail.example"))
        == ["mailExchange attributed localmail routing", "mailbox attributed bigmail inferred"])
  }

  @Test("A DKIM or autodiscover target that the catalogue does not know says nothing")
  func unknownTargets() {
    #expect(
      Sample.bindings(
        .mx("a.mx.bigmail.example"), .dkim("key.elsewhere.example"),
        .autodiscover("auto.elsewhere.example")) == [
          "mailExchange attributed bigmail routing", "mailbox attributed bigmail inferred",
        ])
  }

  @Test("A name that only looks like a provider's is another operator's")
  func lookAlike() {
    #expect(
      Sample.bindings(.mx("mx.notlocalmail.example"))
        == [
          "mailExchange attributed notlocalmail.example routing",
          "mailbox attributed notlocalmail.example inferred",
        ])
  }

  @Test("An operator nobody knows is named after its registrable domain, its law unknown")
  func tail() throws {
    let snapshot = Snapshot.stated([Given("town.example", .mx("a.b.tail.example"))])
    let attribution = Attribution(snapshot, under: Sample.rules)
    let provider = try #require(attribution.providers.last)
    #expect(provider.id == "tail.example" && provider.origin == .domain)
    #expect(provider.company == nil && !provider.isGateway)
    #expect(attribution.laws(of: provider, LegalControl(Sample.catalogue, asOf: nil)) == [])
  }

  @Test(
    "An own name is judged by the network behind it",
    arguments: [
      (nil, "unattributed ownNameOnly"), (64500, "selfHosted"), (64501, "attributed rack"),
      (64502, "selfHosted"), (65000, "selfHosted"),
    ] as [(UInt32?, String)])
  func ownName(_ asn: UInt32?, _ expected: String) {
    for host in ["mail.town.example", "town.example"] {
      #expect(
        Sample.bindings(.mx(host, 10, asn: asn)) == [
          "mailExchange \(expected) routing", "mailbox \(expected) inferred",
        ])
    }
    let byAddress = asn.map { asn in
      Sample.bindings(
        .mx("mail.town.example"), hosts: [GivenAddress("mail.town.example", "192.0.2.1", asn: asn)])
    }
    if let byAddress { #expect(byAddress.first == "mailExchange \(expected) routing") }
  }

  @Test("An own name whose address no known network announces stays unattributed")
  func addressWithoutNetwork() {
    #expect(
      Sample.bindings(
        .mx("mail.town.example"), hosts: [GivenAddress("mail.town.example", "192.0.2.1")])[0]
        == "mailExchange unattributed noNetwork routing")
  }

  @Test("The table of networks says which AS announces an address")
  func networkTable() throws {
    let first = try #require(AddressKey("192.0.2.0"))
    let last = try #require(AddressKey("192.0.2.255"))
    let rules = Rules(
      catalogue: Sample.catalogue,
      networks: NetworkRanges([.init(first: first, last: last, asn: 64501)]))
    let hosts = [GivenAddress("mail.town.example", "192.0.2.1")]
    #expect(
      Sample.bindings(.mx("mail.town.example"), hosts: hosts, rules: rules)[0]
        == "mailExchange attributed rack routing")
    #expect(rules.network(64502)?.kind == .access && rules.network(1) == nil)
  }

  @Test("An own name on two hosters, or on a hoster and another network, is nobody's for sure")
  func mixedNetworks() {
    let host = "mail.town.example"
    for other: UInt32 in [64503, 65000] {
      let hosts = [
        GivenAddress(host, "192.0.2.1", asn: 64501), GivenAddress(host, "192.0.2.2", asn: other),
      ]
      #expect(
        Sample.bindings(.mx(host), hosts: hosts)[0]
          == "mailExchange unattributed unknownHostingNetwork routing")
    }
  }

  @Test("AS numbers pooled over the exchangers tell, less those that known operators explain")
  func pooled() {
    #expect(
      Sample.bindings(.mx("mail.town.example"), .pooled(64502))[0]
        == "mailExchange selfHosted routing")
    #expect(
      Sample.bindings(.mx("mail.town.example"), .pooled(64501))[0]
        == "mailExchange attributed rack routing")
    // AS64500 is the big company's, and so is the first exchanger.
    let mixed = Sample.bindings(
      .mx("a.mx.bigmail.example", 10), .mx("mail.town.example", 20), .pooled(64500),
      .pooled(64501))
    #expect(mixed[1] == "mailExchange attributed rack routing")
    // Nothing is left over: then all of them may be the own host's.
    let none = Sample.bindings(
      .mx("x.localmail.example", 10), .mx("mail.town.example", 20), .pooled(64501),
      .pooled(64502))
    #expect(none[1] == "mailExchange unattributed unknownHostingNetwork routing")
  }

  @Test("A host's CNAME is followed to who runs it")
  func alias() {
    #expect(
      Sample.bindings(
        .mx("mail.town.example"),
        aliases: [
          ("mail.town.example", "m.other.example"), ("m.other.example", "localmail.example"),
        ]
      )[0] == "mailExchange attributed localmail routing")
  }

  @Test("A host that is a bare public suffix belongs to nobody")
  func publicSuffix() {
    #expect(
      Sample.bindings(.mx("co.uk"))[0]
        == "mailExchange unattributed noRegistrableDomain routing")
  }

  @Test("A null MX takes no mail, whatever address there is")
  func nullMX() {
    #expect(
      Sample.bindings(.nullMX, .a("192.0.2.1", asn: 64502)).prefix(2) == [
        "mailExchange absent routing", "mailbox absent inferred",
      ])
  }

  @Test("No MX but an address: the domain itself takes the mail, and whose it is stays open")
  func implicitMX() {
    #expect(
      Sample.bindings(.absent(.mx), .a("192.0.2.1", asn: 64502)).prefix(2) == [
        "mailExchange unattributed addressIsMailHost routing",
        "mailbox unattributed addressIsMailHost inferred",
      ])
    #expect(
      Sample.bindings(.absent(.mx)) == ["mailExchange absent routing", "mailbox absent inferred"])
  }

  @Test("A question that failed is failed, and one never asked leaves no row")
  func statuses() {
    #expect(
      Sample.bindings(.failed(.mx)) == ["mailExchange failed routing", "mailbox failed inferred"])
    #expect(
      Sample.bindings(.failed(.mx), .a("192.0.2.1")).prefix(2) == [
        "mailExchange failed routing", "mailbox failed inferred",
      ])
    #expect(Sample.bindings() == [])
    #expect(
      Sample.bindings(.mx("no name")) == ["mailExchange failed routing", "mailbox failed inferred"])
    #expect(
      Sample.bindings(.dkim("a.dkim.bigmail.example")) == ["mailbox attributed bigmail inferred"])
  }

  @Test("Exchangers rank by preference, equal ones alike; without preference as listed")
  func ranks() throws {
    func ranks(_ facts: Stated...) throws -> [Int] {
      let snapshot = Snapshot.stated([Given("town.example", facts)])
      let attribution = Attribution(snapshot, under: Sample.rules)
      let domain = try #require(snapshot.find(domain: "town.example"))
      return attribution.bindings(of: domain).filter { $0.role == .mailExchange }.map(\.rank)
    }
    #expect(
      try ranks(
        .mx("x.localmail.example", 30), .mx("x.mx.bigmail.example", 5),
        .mx("x.shield.example", 30)) == [1, 0, 1])
    #expect(
      try ranks(.mx("x.localmail.example"), .mx("x.mx.bigmail.example")) == [0, 1])
    #expect(
      try ranks(
        .mx("x.localmail.example", 30), .mx("x.mx.bigmail.example", 20),
        .mx("y.localmail.example", 10)) == [0, 1])
  }

  @Test("Public bodies serve each other, under the server's own law")
  func organisations() throws {
    let listed = [
      (Organisation(id: "A", name: "Town", country: "NL"), ["town.example"]),
      (Organisation(id: "B", name: "City", country: "BE"), ["city.example", "city-it.example"]),
    ]
    let snapshot = Snapshot.stated(
      [
        Given("town.example", .mx("mail.city.example")),
        Given("city.example", .mx("mail.city-it.example", asn: 64502)),
        Given("city-it.example", .mx("mail.city.example", asn: 64501)),
      ], listed: listed)
    let attribution = Attribution(snapshot, under: Sample.rules)
    #expect(
      Sample.bindings(of: "town.example", snapshot)[0]
        == "mailExchange attributed organisation:B routing")
    #expect(Sample.bindings(of: "city.example", snapshot)[0] == "mailExchange selfHosted routing")
    #expect(
      Sample.bindings(of: "city-it.example", snapshot)[0]
        == "mailExchange attributed rack routing")
    let provider = try #require(attribution.providers.last)
    #expect(provider.name == "City")
    #expect(
      attribution.laws(of: provider, LegalControl(Sample.catalogue, asOf: nil)) == ["BE"])
  }

  @Test("A listed organisation serves others under its own law even where it was not measured")
  func unmeasuredServer() {
    let listed = [
      (Organisation(id: "A", country: "NL"), ["town.example"]),
      (Organisation(id: "B", country: "BE"), ["city.example"]),
    ]
    let snapshot = Snapshot.stated(
      [Given("town.example", .mx("mail.city.example"))], listed: listed)
    #expect(
      Sample.bindings(of: "town.example", snapshot)[0]
        == "mailExchange attributed organisation:B routing")
  }

  @Test("A measured domain that nobody lists is an operator like any other, named after itself")
  func unlistedServer() {
    let listed = [(Organisation(id: "A", country: "NL"), ["town.example"])]
    let given = [
      Given("town.example", .mx("mail.hoster.example")), Given("hoster.example", .absent(.mx)),
    ]
    #expect(
      Sample.bindings(of: "town.example", Snapshot.stated(given, listed: listed))[0]
        == "mailExchange attributed hoster.example routing")
  }

  @Test("A target that only verifies the domain is no exchanger, alone or beside real ones")
  func verificationMarkers() {
    var catalogue = Sample.catalogue
    catalogue.providers[0].signatures.append(
      Sample.signature(.mxSuffix, "verify.bigmail.example", role: .identityTenant))
    let rules = Rules(catalogue: catalogue)
    #expect(
      Sample.bindings(
        .mx("in.localmail.example", 10), .mx("ms1.verify.bigmail.example", 100), rules: rules)
        == ["mailExchange attributed localmail routing", "mailbox attributed localmail inferred"])
    #expect(
      Sample.bindings(.mx("ms1.verify.bigmail.example"), rules: rules)
        == ["mailExchange absent routing", "mailbox absent inferred"])
  }
}
