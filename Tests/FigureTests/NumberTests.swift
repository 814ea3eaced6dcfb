import LinchpinCore
import LinchpinReporting
import Testing

@Suite("The numbers behind figures")
struct NumberTests {
  private func assessment() throws -> Assessment {
    Assessment(
      try Drawn.snapshot(Drawn.after), under: try Drawn.rulesOrThrow(),
      options: AssessmentOptions())
  }

  @Test("Both waves together are those who lose something, and all states add up to everybody")
  func waves() throws {
    let assessment = try assessment()
    let graph = DependencyGraph(
      assessment.attribution, Population(assessment.snapshot, options: AssessmentOptions()),
      options: .init(asOf: assessment.asOf))
    let services = ServiceSet(Role.allCases.map(\.service))
    for id in ["cumulus-cloud", "tulpweb", "nordrack", "letterbox", "dnsfabriek"] {
      let node = try #require(graph.find(.provider, id))
      let result = WhatIf.run(graph, stopping: [node], unit: .organisation, services: services)
      #expect(result.hits.directNumber + result.hits.indirectNumber == result.losing)
      #expect(result.units.values.reduce(0, +) == result.of)
      #expect(result.hits.values.values.reduce(0, +) == result.of)
      let point = Chokepoint.ranked(graph, kinds: [.provider]).first { $0.id == id }
      #expect(result.hits.directNumber == point?.direct ?? 0, "\(id)")
      #expect(result.hits.indirectNumber == point?.indirect ?? 0, "\(id)")
    }
  }

  @Test("A grid counts as many users as the share of the provider, and everybody once")
  func usage() throws {
    let assessment = try assessment()
    let population = Population(assessment.snapshot, options: AssessmentOptions())
    for share in assessment.shares where share.level == .provider && share.role == .mailbox {
      let suppliers = assessment.attribution.providers(named: share.group)
      let usage = Usage.measure(
        assessment.attribution, population, role: .mailbox, suppliers: suppliers, by: .sector,
        tier: .inferred)
      if !suppliers.isEmpty { #expect(Double(usage.count(.uses)) == share.number) }
      #expect(Usage.Answer.allCases.reduce(0) { $0 + usage.count($1) } == usage.of)
    }
  }

  @Test("Nobody moves between a date and itself")
  func nobodyMoves() throws {
    let snapshot = try Drawn.snapshot(Drawn.after)
    let terms = ComparisonTerms(
      snapshot, snapshot, under: try Drawn.rulesOrThrow(), options: AssessmentOptions())
    let comparison = Comparison(snapshot, snapshot, terms)
    for role in Role.allCases {
      let migration = comparison.migration(of: role, terms)
      #expect(migration.movers == 0)
      #expect(migration.bands.allSatisfy { $0.from == $0.to })
    }
  }

  @Test("Between two dates the moves of a role are those the comparison lists")
  func moves() throws {
    var counting = AssessmentOptions()
    counting.unit = .domain
    let (old, new) = (try Drawn.snapshot(Drawn.before), try Drawn.snapshot(Drawn.after))
    let terms = ComparisonTerms(old, new, under: try Drawn.rulesOrThrow(), options: counting)
    let comparison = Comparison(old, new, terms)
    let migration = comparison.migration(of: .mailExchange, terms)
    let known = Set(
      comparison.moves.filter {
        $0.role == .mailExchange && $0.kind != .new && $0.kind != .gone
          && !["(unattributed)", "(hidden)", "(failed)"].contains($0.from)
          && !["(unattributed)", "(hidden)", "(failed)"].contains($0.to)
          && $0.kind != .droppedSecond
      }.flatMap(\.domains))
    let dropped = Set(
      comparison.moves.filter { $0.role == .mailExchange && $0.kind == .droppedSecond }
        .flatMap(\.domains))
    #expect(migration.movers == known.union(dropped).count)
    #expect(migration.movers > 1)
  }

  @Test("An announced sale and a prohibited one give no control; a completed one does")
  func ownership() throws {
    let catalogue = try Drawn.rulesOrThrow().catalogue
    let date = CalendarDate("2026-09-09")
    func chain(_ id: String) throws -> OwnershipChain {
      let company = try #require(catalogue.companies.first { $0.id == id })
      return OwnershipChain(company, in: catalogue, asOf: date, limit: 6)
    }
    let announced = try chain("grachten")
    #expect(announced.links.map(\.owner) == ["cumulus"])
    #expect(announced.links.allSatisfy { !$0.isInForce })
    let prohibited = try #require(try chain("veiligbeheer").links.first { $0.owner == "kestrel" })
    #expect(prohibited.latest?.status == .prohibited)
    #expect(try chain("mailwall").links.map(\.givesControl) == [true])
    #expect(try chain("dijkpost").members.map(\.level) == [0, 1, 2])
  }

  @Test("A licence and a prohibited sale bring no law with them; control does")
  func lawOfOwners() throws {
    func row(_ focus: String) throws -> String {
      let figure = try Figure.ownership(assessment(), focus: focus, Drawn.options(.en))
      return try Drawn.file("ownership-960.svg", of: figure)
    }
    #expect(try row("veiligbeheer").contains("does not apply through it"))
    #expect(!(try row("mailwall").contains("does not apply through it")))
  }

  @Test("Anonymous organisations keep their places and lose their names")
  func anonymity() throws {
    let snapshot = try Drawn.snapshot(Drawn.after)
    let hidden = snapshot.anonymised(calling: "Organisation")
    #expect(hidden.organisations.count == snapshot.organisations.count)
    for index in snapshot.organisationIndices {
      let (open, closed) = (snapshot.organisations[index], hidden.organisations[index])
      #expect(closed.name.hasPrefix(open.sector))
      #expect(closed.name != open.name && closed.id != open.id)
      #expect(closed.sector == open.sector && closed.weight == open.weight)
    }
  }
}
