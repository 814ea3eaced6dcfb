import LinchpinCore
import LinchpinReading
import Testing

@Suite("Italian public bodies")
struct ItalianPublicBodiesTests {
  private func read() throws -> Snapshot {
    try InputReader.snapshot(from: [Sample.shipped("italian-public-bodies.csv")])
  }

  @Test("Bodies are told apart by cluster, region and country")
  func bodies() throws {
    let snapshot = try read()
    #expect(snapshot.organisations.count == 6)
    let body = snapshot.organisation("xl_002")
    #expect(body?.sector == "istruzione")
    #expect(body?.region == "North")
    #expect(body?.country == "IT")
  }

  @Test("What was measured is observed; the verdicts beside it are left out, and that is said")
  func observed() throws {
    let snapshot = try read()
    #expect(snapshot.values(.mx, of: "berkenoord.example").count == 2)
    #expect(
      snapshot.values(.spfInclude, of: "cederdam.example")
        == ["spf.shieldgate.example", "spf.cumulus.example"])
    #expect(
      snapshot.values(.dkim, of: "cederdam.example")
        == ["selector1-cederdam.dkim.cumulus.example"])
    #expect(snapshot.status(.mx, of: "ordine-zonder.example") == .absent)
    #expect(snapshot.status(.spf, of: "jagersven.example") == .notMeasured)
    #expect(snapshot.finding(.claimsLeftOut)?.severity == .note)
  }

  @Test("Two bodies on one domain count as two, and their domain as one")
  func shared() throws {
    let snapshot = try read()
    #expect(snapshot.finding(.sharedDomain)?.line == 5)
    for id in ["xl_003", "xl_004"] {
      let body = try #require(snapshot.organisations.find(id))
      #expect(snapshot.domains(of: body).map { snapshot.name(of: $0) } == ["cederdam.example"])
    }
    var options = AssessmentOptions()
    #expect(Population(snapshot, options: options).count == 6)
    options.unit = .domain
    let domains = Population(snapshot, options: options)
    #expect(domains.count == 5)
    var counted: [String] = []
    domains.forEachUnit { counted += $0.domains.map { snapshot.name(of: $0) } }
    #expect(counted.sorted() == snapshot.domainNames)
  }

  @Test("Mail whose hosts are not given is no answer, and macros keep their fixed end")
  func gaps() throws {
    let snapshot = try Sample.read(
      "codice_ipa,denominazione,cluster_key,regione,domain_used,has_mx,mx_records,spf_includes\n"
        + "a,A,x,,a.example,true,,%{ir}.%{v}.spf.p.example\nb,B,x,,192.0.2.1,true,m.p.example,\n"
        + "c,C,x,,a.example,true,m.p.example,\n")
    #expect(snapshot.status(.mx, of: "a.example") == .failed)
    #expect(snapshot.values(.spfInclude, of: "a.example") == ["spf.p.example"])
    #expect(snapshot.findings.errors.map(\.line) == [3])
    #expect(snapshot.finding(.duplicateDomain)?.line == 4)
    #expect(snapshot.organisations.count == 3)
  }
}
