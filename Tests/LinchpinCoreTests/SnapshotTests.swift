import Testing

@testable import LinchpinCore

@Suite("A snapshot joins records and organisations, and says what it could not use")
struct SnapshotTests {
  @Test("An id alone contradicts nobody, and is completed by whoever says more, in any order")
  func bareOrganisations() {
    let whole = Organisation(id: "m1", name: "Town", sector: "city", country: "NL", weight: 7)
    for order in [[whole, Organisation(id: "m1")], [Organisation(id: "m1"), whole]] {
      let snapshot = Snapshot.stated(
        [Given("town.example", .absent(.mx))],
        listed: order.enumerated().map { ($1, ["d\($0).example", "town.example"]) })
      #expect(snapshot.organisationIndices.map { snapshot.organisations[$0] } == [whole])
      #expect(snapshot.findings.errors.isEmpty)
    }
  }

  private func codes(_ snapshot: Snapshot) -> [Finding.Code] { snapshot.findings.kept.map(\.code) }

  private func owner(_ snapshot: Snapshot, _ domain: String) -> String? {
    snapshot.find(domain: domain).map { snapshot.organisations.id(snapshot.organisation(of: $0)) }
  }

  @Test("A domain finds its organisation by name, else by registrable domain, else is its own")
  func join() {
    let snapshot = Snapshot.stated(
      [
        Given("town.example", .absent(.mx)), Given("www.town.example", .absent(.mx)),
        Given("portal.shared.example", .absent(.mx)), Given("new.shared.example", .absent(.mx)),
        Given("other.example", .absent(.mx)),
      ],
      listed: [
        (Organisation(id: "A", name: "Town"), ["Town.example.", "portal.shared.example"]),
        (Organisation(id: "B"), ["desk.shared.example"]),
      ])
    #expect(owner(snapshot, "town.example") == "A")
    #expect(owner(snapshot, "www.town.example") == "A")
    #expect(owner(snapshot, "portal.shared.example") == "A")
    #expect(owner(snapshot, "new.shared.example") == "new.shared.example")
    #expect(owner(snapshot, "other.example") == "other.example")
    #expect(
      codes(snapshot) == [
        .matchedByRegistrableDomain, .unlistedDomain, .unlistedDomain, .notMeasured,
      ])
    #expect(snapshot.organisations.count == 4)
  }

  @Test("Without a list every domain is an organisation of its own, and nothing is missing")
  func noList() {
    let snapshot = Snapshot.stated([Given("a.example"), Given("b.example")])
    #expect(owner(snapshot, "b.example") == "b.example" && codes(snapshot).isEmpty)
  }

  @Test("A record may name its organisation itself")
  func inlineOrganisation() throws {
    var builder = SnapshotBuilder.withFiles()
    let first = builder.add(Given("a.example"), line: 1)
    let other = builder.add(Given("b.example"), line: 2)
    let domain = try #require(first)
    let second = try #require(other)
    func bytes(_ text: StaticString) -> Bytes {
      Bytes(start: text.utf8Start, count: text.utf8CodeUnitCount)
    }
    for index in [domain, second] {
      builder.assign(
        index, organisation: bytes("A"), name: bytes("Town"), sector: bytes("towns"),
        country: bytes("NL"))
    }
    let snapshot = builder.freeze()
    let organisation = snapshot.organisations[snapshot.organisation(of: second)]
    #expect(
      organisation == Organisation(id: "A", name: "Town", sector: "towns", country: "NL"))
    #expect(snapshot.domains(of: snapshot.organisation(of: domain)).count == 2)
    #expect(snapshot.organisations.find("A") == snapshot.organisation(of: domain))
  }

  @Test("A second record of a domain in one file is refused, in another file it adds")
  func duplicates() throws {
    let snapshot = Snapshot.stated([
      Given("a.example", .mx("one.example")), Given("A.example", .mx("two.example")),
      Given("a.example", file: 1, .mx("three.example"), .failed(.ns)),
      Given("a.example", file: 1, .mx("four.example")),
    ])
    let domain = try #require(snapshot.find(domain: "a.example"))
    let hosts = snapshot.facts(of: domain).map { snapshot.names.string(snapshot.fact($0).value) }
    #expect(hosts == ["one.example", "three.example"])
    #expect(codes(snapshot) == [.duplicateDomain, .duplicateDomain])
    #expect(snapshot.files.map(\.records) == [1, 1, 0] && snapshot.files[0].findings == 1)
    #expect(snapshot.describe(snapshot.source(of: domain)) == "one.jsonl:1")
  }

  @Test("Facts are grouped by domain whatever the order they came in")
  func grouping() {
    let snapshot = Snapshot.stated([
      Given("a.example", .mx("a1.example")), Given("b.example", .mx("b1.example", 7, asn: 3)),
      Given("a.example", file: 1, .mx("a2.example")),
      Given("b.example", file: 1, .ns("b2.example")),
    ])
    let found = snapshot.domainIndices.map { domain in
      snapshot.facts(of: domain).map { snapshot.names.string(snapshot.fact($0).value) }
    }
    #expect(found == [["a1.example", "a2.example"], ["b1.example", "b2.example"]])
    let fact = snapshot.fact(2)
    #expect(fact.preference == 7 && fact.asn == 3 && fact.kind == .mx)
    #expect(fact.source == Provenance(file: 0, line: 2) && snapshot.factCount == 4)
  }

  @Test("An answer outranks an absence, an absence a failure, whichever came first")
  func statuses() throws {
    let both = [[Stated.failed(.mx)], [.absent(.mx)], [.mx("a.example")]]
    for (first, second, expected) in [
      (0, 1, AnswerStatus.absent), (1, 0, .absent), (1, 2, .answered), (2, 1, .answered),
      (0, 0, .failed), (2, 0, .answered),
    ] {
      let snapshot = Snapshot.stated([
        Given("d.example", both[first]), Given("d.example", file: 1, both[second]),
      ])
      let domain = try #require(snapshot.find(domain: "d.example"))
      #expect(snapshot.status(of: .mx, for: domain) == expected)
      #expect(snapshot.status(of: .ns, for: domain) == .notMeasured)
    }
  }

  @Test("Every question keeps its own status")
  func everyQuestion() {
    let all: [AnswerStatus] = [.notMeasured, .absent, .failed, .answered]
    var statuses = AnswerStatuses()
    for (number, question) in Question.allCases.enumerated() {
      statuses[question] = all[number % 4]
    }
    for (number, question) in Question.allCases.enumerated() {
      #expect(statuses[question] == all[number % 4])
    }
  }

  @Test("Bad names give findings with file and line; the good rows around them are used")
  func badNames() {
    let snapshot = Snapshot.stated(
      [
        Given("https://a.example/"), Given("b.example", .mx("no host"), .ns("ns.example")),
        Given("ok.example"),
      ],
      listed: [
        (Organisation(id: "A"), ["info@a.example", "ok.example", "co.uk"])
      ])
    #expect(
      snapshot.findings.errors.map { "\($0.code) \($0.file):\($0.line)" } == [
        "badDomain organisations.csv:1", "badDomain organisations.csv:1", "badDomain one.jsonl:1",
        "badHost one.jsonl:2",
      ])
    #expect(snapshot.domainCount == 2 && snapshot.findings.count(.badDomain) == 3)
    #expect(snapshot.findings.count == snapshot.findings.kept.count)
  }

  @Test("An organisation or a domain listed twice is reported, and the first one stands")
  func listedTwice() {
    let snapshot = Snapshot.stated(
      [Given("a.example"), Given("b.example"), Given("c.example")],
      listed: [
        (Organisation(id: "A", name: "One"), ["a.example"]),
        (Organisation(id: "A", name: "Another"), ["b.example"]),
        (Organisation(id: "A", name: "One"), ["c.example", "a.example"]),
        (Organisation(id: "B"), ["a.example"]),
      ])
    #expect(
      codes(snapshot).filter { $0 != .unlistedDomain } == [
        .duplicateOrganisation, .domainInTwoOrganisations, .notMeasured,
      ])
    #expect(owner(snapshot, "a.example") == "A" && owner(snapshot, "c.example") == "A")
  }

  @Test("Names that a zone does not delegate are told")
  func undelegated() {
    var builder = SnapshotBuilder.withFiles()
    builder.delegations(of: "gov")
    builder.list(
      Organisation(id: "A"), domains: ["a.gov", "b.gov"], at: Provenance(file: 2, line: 1))
    builder.add(Given("a.gov", .ns("ns.a.gov")), line: 1)
    let snapshot = builder.freeze()
    #expect(codes(snapshot) == [.undelegated] && snapshot.zone == "gov")
  }

  @Test("A CNAME that leads back to itself is reported and ignored")
  func aliasLoops() {
    for loop in [[("a.x", "a.x")], [("a.x", "b.x"), ("b.x", "c.x"), ("c.x", "a.x")]] {
      let snapshot = Snapshot.stated([Given("d.example")], aliases: loop)
      #expect(codes(snapshot) == [.aliasLoop])
      #expect(snapshot.aliases.count == loop.count - 1)
    }
    #expect(
      codes(Snapshot.stated([Given("d.example")], aliases: [("a.x", "no name"), ("?", "b.x")]))
        == [.badHost, .badHost])
  }

  @Test("Measured days make a range, and addresses of hosts are kept")
  func datesAndAddresses() throws {
    var builder = SnapshotBuilder.withFiles()
    for day in ["2026-04-28", "2026-04-02", "2026-04-15"] {
      builder.measured(on: try #require(CalendarDate(day)))
    }
    builder.add(GivenAddress("ns.example", "192.0.2.1", asn: 1))
    builder.add(GivenAddress("no host", "192.0.2.1"))
    let snapshot = builder.freeze()
    #expect(snapshot.measured?.lowerBound.description == "2026-04-02")
    #expect(snapshot.measured?.upperBound.description == "2026-04-28")
    let host = try #require(snapshot.names.find("ns.example"))
    #expect(snapshot.hostAddresses[host]?.map(\.asn) == [1])
    #expect(codes(snapshot) == [.badHost] && snapshot.domainCount == 0)
  }

  @Test("A host's zone is the longest measured one, and zones know the one above")
  func zones() throws {
    let snapshot = Snapshot.stated([
      Given("a.example", .ns("ns.b.a.example")), Given("b.a.example", .ns("x.c.b.a.example")),
      Given("c.b.a.example", .absent(.ns)),
    ])
    let host = try #require(snapshot.names.find("x.c.b.a.example"))
    let zone = try #require(snapshot.zone(of: host))
    #expect(snapshot.name(of: zone) == "b.a.example")
    let parent = try #require(snapshot.parent(of: zone))
    #expect(snapshot.name(of: parent) == "a.example" && snapshot.parent(of: parent) == nil)
  }

  @Test("Invented input is known as such")
  func fiction() {
    #expect(Snapshot.stated([Given("a.example"), Given("b.test")]).isFictional)
    #expect(!Snapshot.stated([Given("a.example"), Given("b.nl")]).isFictional)
    #expect(!Snapshot.stated([]).isFictional)
  }

  @Test("Every record kind has a label, and kinds of one query share their question")
  func kinds() {
    #expect(RecordKind.allCases.allSatisfy { !$0.label.isEmpty })
    #expect(RecordKind.a.question == .address && RecordKind.aaaa.question == .address)
    #expect(RecordKind.mxNetwork.question == .mx && RecordKind.spfInclude.question == .spf)
    #expect(Set(RecordKind.allCases.map(\.question)) == Set(Question.allCases))
  }

  @Test("The log counts every finding and keeps a bounded number of each code")
  func findingLog() {
    var log = FindingLog()
    for line in 0..<(FindingLog.keptPerCode + 5) {
      log.append(Finding(.error, .syntax, file: "f", line: line, "bad"))
    }
    log.append(Finding(.note, .unlistedDomain, file: "f", "x"))
    #expect(log.count(.syntax) == FindingLog.keptPerCode + 5 && log.count(.badHost) == 0)
    #expect(log.kept.count == FindingLog.keptPerCode + 1 && log.count == FindingLog.keptPerCode + 6)
    #expect(log.errors.count == FindingLog.keptPerCode)
  }

  @Test("Quoted values are safe to print")
  func quoting() {
    #expect(Finding.quoted("a\u{1B}[31m\u{202E}") == "“a\\u{1b}[31m\\u{202e}”")
    #expect(Finding.quoted("abcdef", limit: 3) == "“abc…”")
  }

  @Test("As many countries as two letters can write are taken, not a crash")
  func manyCountries() {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    var listed: [(Organisation, [String])] = []
    var given: [Given] = []
    for (row, a) in letters.enumerated() {
      for (column, b) in letters.enumerated() {
        let name = "d\(row)-\(column).example"
        listed.append((Organisation(id: name, country: "\(a)\(b)"), [name]))
        given.append(Given(name, .mx("mail.\(name)", asn: 64502)))
      }
    }
    var options = AssessmentOptions()
    options.home = "ZZ"
    let assessment = Assessment(
      Snapshot.stated(given, listed: listed), under: Sample.rules, options: options)
    let home = assessment.exposure.first { exposure in
      if case .disclosure = exposure.answer { return exposure.jurisdiction == "ZZ" }
      return false
    }
    guard case .disclosure(let answer)? = home?.answer else {
      Issue.record("the reader's own country is missing")
      return
    }
    // DNS and web were never asked about, so nobody else is known to be out of reach.
    #expect(answer.all == 1 && answer.unknown == 675)
  }
}
