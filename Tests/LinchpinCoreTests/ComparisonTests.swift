import Testing

@testable import LinchpinCore

@Suite("Two snapshots are compared record by record")
struct ComparisonTests {
  private func compare(_ before: [Given], _ after: [Given]) -> Comparison {
    Comparison(
      Snapshot.stated(before), Snapshot.stated(after), under: Sample.rules, options: .init())
  }

  private func moves(_ before: Stated..., to after: Stated...) -> [String] {
    compare([Given("a.example", before)], [Given("a.example", after)]).moves
      .filter { $0.role == .mailExchange }
      .map { "\($0.kind) \($0.from) \($0.to) \($0.number)" }
  }

  @Test("A snapshot differs from itself in nothing", arguments: 0..<40)
  func itself(_ seed: Int) {
    var random = Random(seed: seed)
    var study = RandomStudy(using: &random)
    let before = study.snapshot
    study.domains.shuffle(using: &random)
    let found = Comparison(before, study.snapshot, under: study.rules, options: .init())
    #expect(found.changes.isEmpty && found.moves.isEmpty, "seed \(seed)")
    #expect(found.domains.added.isEmpty && found.domains.removed.isEmpty)
    #expect(found.organisations.kept == before.organisations.count)
  }

  @Test("Domains and organisations come and go")
  func membership() {
    let found = compare(
      [Given("b.example"), Given("a.example"), Given("kept.example")],
      [Given("kept.example"), Given("d.example"), Given("c.example")])
    #expect(
      found.domains
        == .init(
          added: ["c.example", "d.example"], removed: ["a.example", "b.example"], kept: 1))
    #expect(found.organisations.added == ["c.example", "d.example"])
  }

  @Test("A body that was measured before it was listed has neither gone nor come")
  func listedLater() {
    let town = Organisation(id: "Town, NY", name: "Town", sector: "", country: "US", region: "NY")
    let mail = Stated.mx("x.localmail.example")
    let unlisted = Snapshot.stated([Given("town.example", [mail])])
    let listed = Snapshot.stated(
      [Given("town.example", [mail])], listed: [(town, ["town.example"])])
    for (before, after) in [(unlisted, listed), (listed, unlisted)] {
      let terms = ComparisonTerms(before, after, under: Sample.rules, options: .init())
      let found = Comparison(before, after, terms)
      #expect(found.organisations.added.isEmpty && found.organisations.removed.isEmpty)
      let migration = found.migration(of: .mailExchange, terms)
      #expect(migration.of == 1 && migration.stayed == 1)
      #expect(migration.came == 0 && migration.left == 0)
    }
  }

  @Test("Moves say whether a provider is new, gone, added or dropped, or took over")
  func kinds() {
    #expect(
      moves(.mx("x.localmail.example"), to: .mx("x.mx.bigmail.example"))
        == ["moved localmail bigmail 1"])
    #expect(moves(.nullMX, to: .mx("x.mx.bigmail.example")) == ["new  bigmail 1"])
    #expect(moves(.mx("x.localmail.example"), to: .nullMX) == ["gone localmail  1"])
    #expect(
      moves(.mx("x.localmail.example"), to: .mx("x.localmail.example"), .mx("x.shield.example"))
        == ["addedSecond localmail shield 1"])
    #expect(
      moves(.mx("x.localmail.example"), .mx("x.shield.example"), to: .mx("x.localmail.example"))
        == ["droppedSecond shield localmail 1"])
    #expect(
      moves(.mx("x.localmail.example"), to: .mx("mail.a.example", asn: 64502))
        == ["moved localmail (selfHosted) 1"])
    #expect(moves(to: .mx("x.localmail.example")) == [])
  }

  @Test("Moves of many domains are one move, the largest first")
  func manyMoves() {
    let names = ["c.example", "b.example", "a.example"]
    let found = compare(
      names.map { Given($0, .mx("x.localmail.example")) }
        + [Given("d.example", .mx("x.shield.example"))],
      names.map { Given($0, .mx("x.mx.bigmail.example")) }
        + [Given("d.example", .mx("x.localmail.example"))]
    ).moves.filter { $0.role == .mailExchange }
    #expect(found.map(\.number) == [3, 1])
    #expect(found[0].domains == names.sorted() && found[0].toName == "BIGMAIL")
  }

  @Test("Moves between the same two of different kinds have one order")
  func tiedMoves() {
    let orders = (0..<8).map { _ in
      compare(
        [
          Given("a.example", .mx("x.localmail.example"), .mx("x.mx.bigmail.example")),
          Given("b.example", .mx("x.localmail.example")),
        ],
        [
          Given("a.example", .mx("x.mx.bigmail.example")),
          Given("b.example", .mx("x.mx.bigmail.example")),
        ]
      ).moves.map { "\($0.role) \($0.kind)" }
    }
    #expect(Set(orders).count == 1)
    #expect(orders[0].prefix(2) == ["mailExchange droppedSecond", "mailExchange moved"])
  }

  @Test("A change is one of records where both dates answered, else of coverage")
  func causes() {
    let found = compare(
      [
        Given(
          "a.example", .mx("x.localmail.example"), .failed(.ns), .absent(.txt),
          .policy("v=spf1 -all"), .include("one.example"), .pooled(1))
      ],
      [
        Given(
          "a.example", .mx("x.mx.bigmail.example"), .ns("x.plaindns.example"), .tenant("0"),
          .token("bigmail"), .policy("v=spf1 -all"), .include("two.example"), .pooled(2))
      ])
    #expect(
      found.changes.map { "\($0.question) \($0.cause)" } == [
        "mx records", "ns coverage", "txt records", "tenant coverage",
      ])
    let mx = found.changes[0]
    #expect(mx.before == ["x.localmail.example"] && mx.after == ["x.mx.bigmail.example"])
    #expect(mx.role == .mailExchange && mx.organisation == "a.example")
  }

  @Test("Order and repetition of records are no change")
  func order() {
    let found = compare(
      [Given("a.example", .mx("x.shield.example"), .mx("x.localmail.example"))],
      [
        Given(
          "a.example", .mx("x.localmail.example"), .mx("x.shield.example"), .mx("x.shield.example"))
      ])
    #expect(found.changes.isEmpty && found.moves.isEmpty)
  }

  @Test("Every question has the role it decides first")
  func roles() {
    #expect(Question.allCases.compactMap(\.mainRole).count == Question.allCases.count)
  }
}
