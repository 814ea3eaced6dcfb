import LinchpinCore
import LinchpinReading
import Testing

@Suite("Catalogues")
struct CatalogueTests {
  private func read(_ text: String) throws -> (catalogue: Catalogue, kind: CatalogueKind) {
    let sample = try Sample()
    let (overlay, kind) = try CatalogueReader.read(sample.file("catalogue", text))
    return (overlay.entries, kind)
  }

  private func error(_ text: String) throws -> (message: String, hint: String) {
    let error = try #require(throws: CatalogueError.self) { try read(text) }
    return (error.message, error.hint)
  }

  @Test("The shipped catalogue is read, and every entry it names exists")
  func shipped() throws {
    let catalogue = try CatalogueReader.shipped()
    #expect(!catalogue.providers.isEmpty)
    #expect(!catalogue.companies.isEmpty)
    #expect(!catalogue.jurisdictions.isEmpty)
    #expect(catalogue.sha256.count == 64)
    #expect(CatalogueReader.danglingReferences(in: catalogue).map(\.message) == [])
  }

  @Test("The shipped catalogue has no problem that its own check finds, and the promised size")
  func shippedIsSound() throws {
    let catalogue = try CatalogueReader.shipped()
    #expect(catalogue.problems().map { "\($0.origin): \($0.message)" } == [])
    #expect(catalogue.providers.count >= 150)
    #expect(catalogue.companies.count >= 100)
  }

  @Test("No local operator or parking service rests on a page that nobody read")
  func shippedIsRead() throws {
    let catalogue = try CatalogueReader.shipped()
    let notes =
      catalogue.providers.map { (id: $0.id, note: $0.note, citation: $0.citation) }
      + catalogue.companies.map { (id: $0.id, note: $0.note, citation: $0.citation) }
    let local = notes.filter { entry in
      ["dns-us-local.yaml", "parking.yaml"].contains { entry.citation.origin.contains($0) }
    }
    #expect(local.count >= 150)
    #expect(local.filter { $0.note.contains("page not") }.map(\.id) == [])
    #expect(local.filter { $0.note.contains("no page names") }.map(\.id) == [])
  }

  @Test("Names of a place under .us are its government's beneath co. and ci. alone")
  func localGovernmentsUnderUS() throws {
    let attribution = Attribution(
      try Sample.read(
        #"{"domain":"a.test","ns":["ns1.co.bergen.nj.us"]}"# + "\n"
          + #"{"domain":"b.test","ns":["ns1.shop.bergen.nj.us"]}"#),
      under: Rules(catalogue: try CatalogueReader.shipped()))
    let operators = try ["a.test", "b.test"].map { name in
      let domain = try #require(attribution.snapshot.find(domain: name))
      return attribution.bindings(of: domain).compactMap { binding in
        binding.provider.map { attribution.providers[$0].id }
      }
    }
    #expect(operators[0] == ["bergen-county-dns"])
    #expect(!operators[1].contains("bergen-county-dns"))
  }

  @Test("No signature of the shipped catalogue matches a name that merely contains its value")
  func shippedLookAlikes() throws {
    let catalogue = try CatalogueReader.shipped()
    let rules = Rules(catalogue: catalogue)
    let values = Set(
      catalogue.providers.flatMap(\.signatures).filter { $0.kind == .mxSuffix }.map {
        $0.value.replacing("#", with: "7")
      })
    var hosts = ["notoutlook.com", "outlook.com.example", "x.mail.protection.outlook.com.example"]
    for value in values.sorted() {
      hosts += ["not" + value, value + ".example", value.replacing(".", with: "-") + ".example"]
    }
    let lines = hosts.enumerated().map { #"{"domain":"d\#($0).test","mx":["\#($1)"]}"# }
    let attribution = Attribution(
      try Sample.read(lines.joined(separator: "\n")), under: rules)
    for (number, host) in hosts.enumerated() {
      let domain = try #require(attribution.snapshot.find(domain: "d\(number).test"))
      for binding in attribution.bindings(of: domain) {
        guard let provider = binding.provider.map({ attribution.providers[$0] }),
          let entry = catalogue.providers.first(where: { $0.id == provider.id })
        else { continue }
        let isBelow = entry.signatures.contains { signature in
          let value = signature.value.replacing("#", with: "7")
          return signature.kind == .mxSuffix && (host == value || host.hasSuffix("." + value))
        }
        #expect(isBelow, "\(host) is no name of \(provider.id)")
      }
    }
  }

  @Test("A parking service and a network that serves DNS alone are read as such")
  func parking() throws {
    let (catalogue, _) = try read(
      """
      schema: linchpin.catalogue/1
      providers:
        - id: lot
          parking: true
          source: https://a.example/
          checkedOn: 2026-02-01
          signatures:
            - { type: network, value: AS64510, kind: hosting, role: authoritativeDNS }
      """)
    #expect(catalogue.providers.map(\.isParking) == [true])
    #expect(catalogue.providers.flatMap(\.signatures).map(\.role) == [.authoritativeDNS])
  }

  @Test("Every kind of entry is read with its source and place")
  func entries() throws {
    let (catalogue, kind) = try read(
      """
      schema: linchpin.catalogue/1
      version: 2026-11-23
      providers:
        - id: acme
          name: Acme Mail
          company: acme-inc
          gateway: true
          dependsOn: [cloud]
          nameServers: [dns]
          source: https://acme.example/
          checkedOn: 2026-11-01
          signatures:
            - { type: mxSuffix, value: MX.Acme.example. }
            - { type: network, value: AS64500, kind: hosting, source: https://as.example/ }
            - { type: nsSuffix, value: "ns-#.acme.example" }
      companies:
        - { id: acme-inc, name: "Acme, Inc.", seat: NO, source: https://a.example/ }
      ownership:
        - { owner: top, owned: acme-inc, kind: owns, share: 60, status: completed, validFrom: 2025-07 }
      jurisdictions:
        - code: NO
          name: { en: Norway, nl: Noorwegen }
          memberOf: []
          instruments:
            - { id: x, name: X Act, citation: X 1, kind: disclosure, uncertain: true, validFrom: "1980" }
      """)
    #expect(kind == .overlay)
    #expect(catalogue.version == "2026-11-23")
    let provider = try #require(catalogue.providers.first)
    #expect(provider.isGateway)
    #expect(
      provider.signatures.map(\.value) == ["mx.acme.example", "AS64500", "ns-#.acme.example"])
    #expect(
      provider.signatures.map(\.citation.source) == [
        "https://acme.example/", "https://as.example/", "https://acme.example/",
      ])
    #expect(provider.citation.origin.hasSuffix(":4"))
    // A code that other readers of YAML take for "no".
    #expect(catalogue.companies.first?.seat == "NO")
    #expect(catalogue.ownerships.first?.share == 60)
    #expect(catalogue.ownerships.first?.validFrom == CalendarDate("2025-07"))
    #expect(catalogue.jurisdictions.first?.instruments.first?.isUncertain == true)
    #expect(catalogue.jurisdictions.first?.names["nl"] == "Noorwegen")
  }

  @Test("An unknown key is an error with file, line, key and the key that was meant")
  func unknownKey() throws {
    let found = try error(
      "schema: linchpin.catalogue/1\nproviders:\n  - id: a\n    dependOn: [b]\n")
    #expect(found.message.contains("catalogue:4:5"))
    #expect(found.message.contains("“dependOn”"))
    #expect(found.hint.contains("dependsOn"))
  }

  @Test(
    "Mistakes are errors that name their line",
    arguments: [
      ("schema: other/9", ":1"),
      ("schema: linchpin.catalogue/1\nproviders: x", ":2"),
      ("schema: linchpin.catalogue/1\nproviders:\n  - name: x", ":3"),
      ("schema: linchpin.catalogue/1\nproviders:\n  - {id: a, checkedOn: 2026-13-01}", ":3"),
      (
        "schema: linchpin.catalogue/1\nproviders:\n  - {id: a, signatures: [{type: mxSufix, value: a.nl}]}",
        ":3"
      ),
      (
        "schema: linchpin.catalogue/1\nproviders:\n  - {id: a, signatures: [{type: network, value: 8075}]}",
        ":3"
      ),
      (
        "schema: linchpin.catalogue/1\nownership:\n  - {owner: a, owned: b, kind: owns, share: 150, status: completed}",
        ":3"
      ),
      ("schema: linchpin.catalogue/1\nproviders: [{id: a]", ":2"),
    ])
  func mistakes(text: String, place: String) throws {
    let found = try error(text)
    #expect(found.message.contains("catalogue" + place))
    #expect(!found.hint.isEmpty)
  }

  @Test("Brackets a hundred thousand deep are refused, not followed")
  func deepBrackets() throws {
    let deep = String(repeating: "[", count: 100_000)
    #expect(
      try error("schema: linchpin.catalogue/1\nproviders: \(deep)").message.contains("brackets"))
  }

  @Test("An overlay adds and replaces by id; a reference to nothing is an error")
  func overlay() throws {
    let sample = try Sample()
    let shipped = try CatalogueReader.shipped()
    let known = try #require(shipped.providers.first?.id)
    let good = try sample.file(
      "good",
      "schema: linchpin.catalogue/1\nversion: mine\nproviders:\n  - {id: \(known), name: Other}\n  - {id: brand-new}\n"
    )
    let (catalogue, changes) = try CatalogueReader.load(overlay: good)
    #expect(changes.map(\.action) == [.replaced, .added])
    #expect(changes[0].entry == "provider \(known)" && changes[0].origin.hasSuffix("good:4"))
    #expect(!changes[0].former.isEmpty)
    #expect(catalogue.providers.count == shipped.providers.count + 1)
    #expect(catalogue.providers.first { $0.id == known }?.name == "Other")
    #expect(catalogue.sha256 != shipped.sha256)
    let bad = try sample.file(
      "bad", "schema: linchpin.catalogue/1\nproviders:\n  - {id: n, company: nobody-at-all}\n")
    let error = #expect(throws: CatalogueError.self) { try CatalogueReader.load(overlay: bad) }
    #expect(error?.message.contains("nobody-at-all") == true)
  }

  @Test("An extension keeps what it does not state; one of nothing names the nearest entry")
  func extending() throws {
    let sample = try Sample()
    let shipped = try CatalogueReader.shipped()
    let known = try #require(shipped.providers.first { $0.id == "microsoft-365" })
    func load(_ id: String) throws -> (Catalogue, [CatalogueOverlay.Change]) {
      let path = try sample.file(
        "more-" + id,
        """
        schema: linchpin.catalogue/1
        providers:
          - id: \(id)
            extend: true
            signatures:
              - { type: mxSuffix, value: mx.somewhere.example, source: https://x.example/ }
        """)
      return try CatalogueReader.load(overlay: path)
    }
    let (catalogue, changes) = try load("microsoft-365")
    #expect(changes.map(\.action) == [.extended])
    let extended = try #require(catalogue.providers.first { $0.id == "microsoft-365" })
    #expect(extended.name == known.name && extended.company == known.company)
    #expect(extended.signatures.count == known.signatures.count + 1)
    let error = #expect(throws: CatalogueError.self) { try load("microsoft-356") }
    #expect(error?.message.contains("extends a provider that is not in the catalogue") == true)
    #expect(error?.hint.contains("microsoft-365") == true)
  }

  @Test(
    "An overlay that closes a circle of ownership or dates a thing impossibly names both entries")
  func contradiction() throws {
    let sample = try Sample()
    func problem(_ edge: String) throws -> String {
      let path = try sample.file(
        "edges", "schema: linchpin.catalogue/1\nownership:\n  - { \(edge), status: completed }\n")
      let error = #expect(throws: CatalogueError.self) { try CatalogueReader.load(overlay: path) }
      return error?.message ?? ""
    }
    let circle = try problem("owner: transip, owned: team-blue, kind: owns")
    #expect(circle.contains("edges:3") && circle.contains("owners-dns.yaml:"))
    #expect(circle.contains("which it owns itself"))
    let early = try problem(
      "owner: kyndryl, owned: solvinity, kind: owns, validFrom: 2025-01, validTo: 2025-03")
    #expect(early.contains("before it is announced") && early.contains("owners-mail.yaml:"))
    let reversed = try problem(
      "owner: kyndryl, owned: solvinity, kind: owns, validFrom: 2026-01, validTo: 2025-01")
    #expect(reversed.contains("edges:3") && reversed.contains("before it begins"))
  }

  @Test("A table of providers is a whole catalogue")
  func table() throws {
    let (catalogue, kind) = try read(
      """
      zone,name,company,jurisdiction,asn,ns_zones,hosted_on
      mega.example,Mega,Mega Corp,us,64512,mega.example dns.example,
      shop.example,Shop,Mega Corp,US,,dns.example,mega.example
      """)
    #expect(kind == .whole)
    #expect(catalogue.providers.map(\.id) == ["mega.example", "shop.example"])
    #expect(catalogue.companies.map(\.seat) == ["US"])
    #expect(catalogue.jurisdictions.map(\.code) == ["US"])
    let mega = try #require(catalogue.providers.first)
    #expect(
      mega.signatures.map(\.kind) == [.mxSuffix, .nsSuffix, .cnameSuffix, .spfInclude, .network])
    #expect(mega.signatures.last?.networkKind == .hosting)
    #expect(mega.nameServers == ["mega.example", "dns.example"])
    #expect(catalogue.providers.last?.dependsOn == ["mega.example"])
  }

  @Test(
    "A bad row of a table is an error with its line",
    arguments: [
      "mega.example,Mega,Mega Corp,US,,,\nmega.example,Mega,Mega Corp,US,,,",
      "mega.example,Mega,Mega Corp,US,,,\nb.example,B,Mega Corp,NL,,,",
      "mega.example,Mega,Mega Corp,US,,,\nb.example,B,B,NL,AS-1,,",
      "mega.example,Mega,Mega Corp,US,,,\nhttps://b.example/,B,B,NL,1,,",
    ])
  func badTable(rows: String) throws {
    let found = try error("zone,name,company,jurisdiction,asn,ns_zones,hosted_on\n" + rows)
    #expect(found.message.contains(":3:"))
  }
}
