import LinchpinCore
import LinchpinReading
import Testing

@Suite("Declared applications and suppliers")
struct DeclarationTests {
  private let list = "id,name,domains\nh1,Elm Hospital,elm.example\nh2,Oak Hospital,oak.example\n"
  private let records = "{\"domain\":\"elm.example\",\"mx\":[]}\n"

  private var rules: Rules {
    Rules(
      catalogue: Catalogue(
        providers: [
          Provider(
            id: "zorgpoort", name: "Zorgpoort", company: "zp",
            citation: Citation(source: "https://catalogue.example/zp"))
        ],
        companies: [
          Company(
            id: "zp", name: "Zorgpoort BV", seat: "NL",
            citation: Citation(source: "https://catalogue.example/zp"))
        ]))
  }

  private func bindings(_ attribution: Attribution, of name: String) -> [String] {
    guard let domain = attribution.snapshot.find(domain: name) else { return [] }
    return attribution.bindings(of: domain).filter { $0.role == .application }.map {
      "\($0.status.label) \($0.provider.map { attribution.providers[$0].id } ?? "")"
    }
  }

  @Test("An application belongs to its organisation by id, name or domain, measured or not")
  func organisations() throws {
    let snapshot = try Sample.read(
      "organisation,application,kind,supplier,host\n"
        + "h1,MyCare,patient portal,zorgpoort,portal.elm.example\n"
        + "oak hospital,MyCare,patient portal,Zorgpoort,\n"
        + "elm.example,Files,EHR,Nobody Knows Ltd,\n", list, records)
    #expect(snapshot.findings.errors.isEmpty)
    let attribution = Attribution(snapshot, under: rules)
    #expect(
      bindings(attribution, of: "elm.example")
        == ["attributed zorgpoort", "attributed Nobody Knows Ltd"])
    #expect(bindings(attribution, of: "oak.example") == ["attributed zorgpoort"])
    #expect(snapshot.status(.mx, of: "oak.example") == .notMeasured)
  }

  @Test("Of a declared supplier that no catalogue knows the company and the law are unknown")
  func unknownSupplier() throws {
    let snapshot = try Sample.read(
      "organisation,application,kind,supplier,host\nh1,Files,EHR,Nobody Knows Ltd,\n", list, records
    )
    let attribution = Attribution(snapshot, under: rules)
    let provider = attribution.providers.first { $0.id == "Nobody Knows Ltd" }
    #expect(provider != nil)
    #expect(provider?.company == nil)
  }

  @Test("A host without a supplier is somebody's, and nobody knows whose")
  func hostOnly() throws {
    let snapshot = try Sample.read(
      "organisation,application,kind,supplier,host\nh1,MyCare,patient portal,,portal.elm.example\n",
      list, records)
    #expect(
      bindings(Attribution(snapshot, under: rules), of: "elm.example") == ["unattributed "])
  }

  @Test("An organisation nobody lists, and rows that say too little, are findings with their line")
  func badRows() throws {
    let snapshot = try Sample.read(
      "organisation,application,kind,supplier,host\nElm Hospitl,A,EHR,zorgpoort,\n,A,EHR,zorgpoort,\n"
        + "h1,A,EHR,,\nh1,A,EHR,zorgpoort,\n", list, records)
    #expect(Set(snapshot.findings.errors.map(\.line)) == [2, 3, 4])
    #expect(snapshot.finding(.unknownOrganisation)?.hint.contains("elm hospital") == true)
    #expect(snapshot.values(.application, of: "elm.example") == ["zorgpoort"])
  }

  @Test("What a supplier depends on is lost with it, though no record says so")
  func indirect() throws {
    let snapshot = try Sample.read(
      "organisation,application,kind,supplier,host\nh1,MyCare,patient portal,zorgpoort,\n",
      "supplier,dependsOn,role\nZorgpoort,Great Cloud,\nGreat Cloud,Deep Rack,webOrigin\n", list,
      records)
    #expect(snapshot.findings.errors.isEmpty)
    let attribution = Attribution(snapshot, under: rules)
    let graph = DependencyGraph(
      attribution, Population(snapshot, options: AssessmentOptions()), options: .init())
    let points = Chokepoint.ranked(graph, kinds: [.provider])
    let rack = try #require(points.first { $0.id == "Deep Rack" })
    #expect(rack.indirect == 1)
    #expect(rack.direct == 0)
  }

  @Test("A supplier that depends on itself, and a role nobody knows, are findings")
  func badDependencies() throws {
    let snapshot = try Sample.read(
      "supplier,dependsOn,role\na,a,\na,,\na,b,webOrign\na,c,webOrigin\n", list, records)
    #expect(snapshot.findings.errors.map(\.line) == [2, 3, 4])
    #expect(snapshot.declarations.dependencies.map(\.dependsOn) == ["c"])
  }
}
