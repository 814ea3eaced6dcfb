import Testing

@testable import LinchpinCore

@Suite("Control is dated, and only control propagates law")
struct LawTests {
  private func law(_ edges: [Ownership], on date: String? = "2026-04-28") -> LegalControl {
    let catalogue = Catalogue(
      companies: [
        Sample.company("top", "US"), Sample.company("middle", "GB"), Sample.company("base", "NL"),
        Sample.company("other", "DE"), Sample.company("seatless", ""),
      ], ownerships: edges)
    return LegalControl(catalogue, asOf: date.flatMap { CalendarDate($0) })
  }

  @Test("Law comes down a chain: the seat first, then every controller's")
  func chain() {
    let law = law([Sample.owns("top", "middle"), Sample.owns("middle", "base", .controls)])
    #expect(law.jurisdictions(of: 2) == ["NL", "GB", "US"])
    #expect(law.jurisdictions(of: 0) == ["US"])
    #expect(law.jurisdictions(of: 2, scope: .entity) == ["NL"])
    #expect(law.chain(of: 2).map(\.owner) == ["middle", "top"])
  }

  @Test(
    "Control takes more than half, or both halves of a venture, or an unstated share",
    arguments: [(nil, true), (100, true), (50.1, true), (50, true), (49.9, false), (0, false)]
      as [(Double?, Bool)])
  func shares(_ share: Double?, _ controls: Bool) {
    let law = law([Sample.owns("top", "base", share: share)])
    #expect(law.jurisdictions(of: 2) == (controls ? ["NL", "US"] : ["NL"]))
  }

  @Test("A venture of two halves stands under both owners' law")
  func venture() {
    let edges = [Sample.owns("top", "base", share: 50), Sample.owns("other", "base", share: 50)]
    #expect(law(edges).jurisdictions(of: 2) == ["NL", "DE", "US"])
  }

  @Test("Announced and prohibited edges never count", arguments: Ownership.Status.allCases)
  func statuses(_ status: Ownership.Status) {
    let law = law([Sample.owns("top", "base", status: status)])
    #expect(law.jurisdictions(of: 2).contains("US") == (status == .completed))
  }

  @Test(
    "An edge counts from its first day to the day before its last",
    arguments: [
      ("2025-12-31", false), ("2026-01-01", true), ("2026-05-24", true), ("2026-05-25", false),
      (nil, false),
    ] as [(String?, Bool)])
  func dates(_ date: String?, _ counts: Bool) {
    let edge = Sample.owns("top", "base", from: "2026", to: "2026-05-25")
    #expect(law([edge], on: date).jurisdictions(of: 2).contains("US") == counts)
  }

  @Test("Licences reach only where the scope says so")
  func licences() {
    let law = law([Sample.owns("top", "base", .licensesTechnologyFrom)])
    #expect(law.jurisdictions(of: 2) == ["NL"])
    #expect(law.jurisdictions(of: 2, scope: .licences) == ["NL", "US"])
    #expect(law.controllers(of: 2).isEmpty && law.controllers(of: 2, scope: .licences).count == 1)
  }

  @Test("Owners that own each other end the search, unknown owners and seats add nothing")
  func loops() {
    let law = law([
      Sample.owns("top", "base"), Sample.owns("base", "top"), Sample.owns("nobody", "base"),
      Sample.owns("top", "nothing"), Sample.owns("seatless", "base"),
    ])
    #expect(law.jurisdictions(of: 2) == ["NL", "US"] && law.jurisdictions(of: 0) == ["US", "NL"])
    #expect(law.jurisdictions(of: 4) == [])
  }

  @Test("A supposition changes the law, says so, and leaves the catalogue as it was")
  func scenario() throws {
    var scenario = Scenario()
    try scenario.assume("Big owns LOCAL", in: Sample.catalogue)
    try scenario.assume("shieldco controls big", in: Sample.catalogue)
    let changed = scenario.applied(to: Sample.catalogue)
    let law = LegalControl(changed, asOf: CalendarDate("2026-04-28"))
    #expect(law.jurisdictions(of: 1) == ["NL", "GB", "US"])
    #expect(scenario.statements == ["Big owns LOCAL", "shieldco controls big"])
    #expect(changed.ownerships.allSatisfy(\.isAssumption) && Sample.catalogue.ownerships.isEmpty)
    let assessment = Assessment(
      Snapshot.stated([Given("a.example", .mx("x.localmail.example"))]),
      under: Rules(catalogue: changed), options: .init(), scenario: scenario.statements)
    #expect(assessment.scenario == scenario.statements)
  }

  @Test("A supposition that cannot be made says why")
  func impossibleScenarios() throws {
    var scenario = Scenario()
    try scenario.assume("bigmail owns localmail", in: Sample.catalogue)
    func problem(_ text: String) -> Scenario.Problem? {
      do throws(Scenario.Problem) {
        try scenario.assume(text, in: Sample.catalogue)
        return nil
      } catch {
        return error
      }
    }
    #expect(problem("big and local") == .notUnderstood("big and local"))
    #expect(
      problem("bog owns local") == .unknownCompany("bog", nearest: ["big", "local", "shieldco"]))
    #expect(problem("big owns bigmail") == .contradiction("big owns bigmail", "big owns bigmail"))
    let reversed = problem("local owns big")
    #expect(reversed == .contradiction("bigmail owns localmail", "local owns big"))
    for text in ["big and local", "bog owns local", "big owns bigmail"] {
      #expect(problem(text)?.message.isEmpty == false && problem(text)?.hint.isEmpty == false)
    }
  }

  @Test("The nearest names come first, those that contain the word before all")
  func nearest() {
    let names = ["microsoft", "google", "microsoft-azure", "micro", "mikrosoft"]
    #expect(NearestNames.find("micorsoft", among: names, limit: 1) == ["microsoft"])
    #expect(NearestNames.find("azure", among: names).first == "microsoft-azure")
    #expect(NearestNames.find("", among: ["b", "a"], limit: 1) == ["a"])
  }
}
