import Testing

@testable import LinchpinCore

@Suite("The catalogue is checked and overlaid")
struct CatalogueTests {
  private func problems(_ change: (inout Catalogue) -> Void) -> [String] {
    var catalogue = Sample.catalogue
    change(&catalogue)
    return catalogue.problems().map(\.message)
  }

  @Test("The sample has no mistakes")
  func sound() {
    #expect(problems { _ in } == [])
  }

  @Test("Ids defined twice and references to nothing are found")
  func references() {
    #expect(
      problems { $0.providers.append($0.providers[4]) } == [
        "provider plaindns is defined at sample.yaml:1 already",
        "nsSuffix plaindns.example of plaindns belongs to plaindns already",
      ])
    #expect(
      problems { $0.companies.append(Sample.company("big", "XX")) } == [
        "company big is defined at sample.yaml:1 already", "there is no jurisdiction XX",
      ])
    #expect(
      problems {
        $0.providers.append(
          Sample.provider("new", company: "no-company", dependsOn: ["none"], nameServers: ["nil"]))
        $0.ownerships.append(Sample.owns("nobody", "big"))
      } == [
        "there is no company no-company", "there is no provider none", "there is no provider nil",
        "there is no company nobody",
      ])
  }

  @Test("Entries without source or date of checking are found")
  func sources() {
    let found = problems {
      $0.providers[0].citation.source = ""
      $0.companies[0].citation.checkedOn = nil
      $0.jurisdictions[0].instruments = [
        Instrument(id: "act", name: "Act", kind: .sanctions, citation: Citation(source: "a book"))
      ]
    }
    #expect(
      found == [
        "provider bigmail has no source", "company big does not say when it was checked",
        "instrument act has no source",
      ])
  }

  @Test(
    "Malformed signatures are found",
    arguments: [
      (Signature.Kind.mxSuffix, "com", "a top-level domain matches everything below it"),
      (.mxSuffix, "Upper.example", "not a DNS name in its one spelling"),
      (.nsSuffix, "ns1-#.example", "a suffix with # cannot hold other digits"),
      (.network, "8075", "not an AS number (AS64500)"),
      (.network, "AS", "not an AS number (AS64500)"),
    ])
  func signatures(_ kind: Signature.Kind, _ value: String, _ problem: String) {
    let found = problems { $0.providers[2].signatures.append(Sample.signature(kind, value)) }
    #expect(found == ["\(kind.rawValue) \(value): \(problem)"])
  }

  @Test("Ownership that ends before it begins, overlaps or runs in circles is found")
  func ownership() {
    #expect(
      problems { $0.ownerships = [Sample.owns("big", "local", from: "2026", to: "2025")] }
        == ["big → local ends on 2025, before it begins on 2026"])
    #expect(
      problems {
        $0.ownerships = [
          Sample.owns("big", "local", from: "2020", to: "2024"),
          Sample.owns("big", "local", from: "2023"),
        ]
      } == ["big → local overlaps the edge at sample.yaml:1"])
    #expect(
      problems {
        $0.ownerships = [
          Sample.owns("big", "local", from: "2020", to: "2024"),
          Sample.owns("big", "local", from: "2024"), Sample.owns("local", "shieldco"),
        ]
      } == [])
    let circle = problems {
      $0.ownerships = [Sample.owns("big", "local"), Sample.owns("local", "big")]
    }
    #expect(circle.count == 1, "\(circle)")
    #expect(circle.first?.contains("which it owns itself") == true)
  }

  @Test("A suffix that another of the same provider covers is shadowed; another provider's is not")
  func shadowed() {
    let found = problems {
      $0.providers[0].signatures.append(Sample.signature(.mxSuffix, "eu.mx.bigmail.example"))
      $0.providers[1].signatures.append(Sample.signature(.mxSuffix, "nl.mx.bigmail.example"))
    }
    #expect(
      found == [
        "mxSuffix eu.mx.bigmail.example of bigmail is shadowed by mx.bigmail.example of the same "
          + "provider"
      ])
  }

  @Test("A word that means providers of two companies is found; two of one company may share it")
  func alsoCalled() {
    let found = problems {
      $0.providers[0].alsoCalled = ["post", "rack"]
      $0.providers[1].alsoCalled = ["post"]
      $0.providers[3].alsoCalled = ["post"]
    }
    #expect(
      found == [
        "post means localmail, and bigmail at sample.yaml:1",
        "rack means rack, and bigmail at sample.yaml:1",
      ])
  }

  @Test(
    "Owners of more than the whole, and a completion before its announcement, name both entries")
  func impossible() {
    var first = Sample.owns("big", "local", share: 70, from: "2020")
    var second = Sample.owns("shieldco", "local", share: 40, from: "2021")
    first.citation.origin = "one.yaml:3"
    second.citation.origin = "two.yaml:9"
    let shares = problems { $0.ownerships = [first, second] }
    #expect(
      shares == ["local is owned to 110 %: by shieldco, and by big at one.yaml:3"])
    first.validTo = CalendarDate("2021")
    #expect(problems { $0.ownerships = [first, second] } == [])

    first = Sample.owns("big", "local", status: .announced, from: "2025-11")
    first.citation.origin = "one.yaml:3"
    second = Sample.owns("big", "local", from: "2025-06")
    #expect(
      problems { $0.ownerships = [first, second] } == [
        "big → local is completed on 2025-06, before it is announced on 2025-11 at one.yaml:3"
      ])
  }

  @Test("An overlay adds, replaces and extends, and says which it did")
  func overlay() {
    var catalogue = Sample.catalogue
    var changed = Sample.provider("rack", company: "big")
    changed.name = "Rack Two"
    let entries = Catalogue(
      version: "mine", providers: [changed, Sample.provider("new", company: nil)],
      companies: [Sample.company("big", "GB")], ownerships: [Sample.owns("big", "local")],
      jurisdictions: [Jurisdiction(code: "US", names: ["en": "America"])])
    let changes = catalogue.apply(CatalogueOverlay(entries))
    #expect(
      changes.map { "\($0.action) \($0.entry)" } == [
        "replaced provider rack", "added provider new", "replaced company big",
        "replaced jurisdiction US", "added ownership big → local",
      ])
    #expect(changes.map(\.former) == ["sample.yaml:1", "", "sample.yaml:1", "", ""])
    #expect(catalogue.version == "sample+mine" && catalogue.ownerships.count == 1)
    #expect(catalogue.providers.count == Sample.catalogue.providers.count + 1)
    #expect(catalogue.providers.first { $0.id == "rack" }?.name == "Rack Two")
    #expect(catalogue.jurisdictions[0].name("nl") == "America")
  }

  @Test("An extension adds to an entry and takes nothing away")
  func extending() throws {
    var catalogue = Sample.catalogue
    var more = Provider(
      id: "bigmail", name: "", company: nil,
      signatures: [
        Sample.signature(.mxSuffix, "mx.bigmail2.example"),
        Sample.signature(.mxSuffix, "mx.bigmail.example"),
      ], note: "two names", citation: Sample.citation)
    more.alsoCalled = ["big-mail"]
    let changes = catalogue.apply(
      CatalogueOverlay(Catalogue(providers: [more]), extensions: ["provider bigmail"]))
    #expect(changes.map(\.action) == [.extended])
    let before = try #require(Sample.catalogue.providers.first { $0.id == "bigmail" })
    let after = try #require(catalogue.providers.first { $0.id == "bigmail" })
    #expect(after.name == before.name && after.company == "big" && after.note == "two names")
    #expect(after.signatures.count == before.signatures.count + 1)
    #expect(after.signatures.prefix(before.signatures.count) == before.signatures[...])
    #expect(after.alsoCalled == ["big-mail"])
  }

  @Test("An overlaid edge replaces those of its pair that it overlaps, and no other")
  func overlaidEdge() {
    var catalogue = Sample.catalogue
    catalogue.ownerships = [
      Sample.owns("big", "local", share: 60, from: "2020"),
      Sample.owns("big", "local", share: 10, from: "2010", to: "2015"),
      Sample.owns("big", "shieldco"),
    ]
    var edge = Sample.owns("big", "local", share: 40, from: "2021")
    edge.citation.origin = "mine.yaml:2"
    let changes = catalogue.apply(CatalogueOverlay(Catalogue(ownerships: [edge])))
    #expect(changes.map(\.action) == [.replaced])
    #expect(catalogue.ownerships.map { $0.share ?? -1 } == [10, -1, 40])
  }

  @Test("A jurisdiction has its name in the language asked for, else in English, else its code")
  func names() {
    let us = Sample.catalogue.jurisdictions[0]
    #expect(us.name("nl") == "de Verenigde Staten" && us.name("fr") == "the United States")
    #expect(Sample.catalogue.jurisdictions[2].name("en") == "GB")
  }

  @Test("Every kind of signature proves a role unless it names another")
  func roles() {
    #expect(Set(Signature.Kind.allCases.map(\.usualRole)).count == 8)
    #expect(Sample.signature(.cnameSuffix, "x.example").role == .webEdge)
    #expect(Signature.Kind.allCases.filter(\.isName).count == 6)
  }
}
