import Testing

@testable import LinchpinCore

@Suite("Coverage says what the numbers rest on")
struct CoverageTests {
  @Test("Every domain counts once per role, by the best that is known")
  func statuses() {
    let given = [
      Given("a.example", .mx("x.mx.bigmail.example"), .mx("mail.a.example")),
      Given("b.example", .mx("mail.b.example", asn: 64502)),
      Given("c.example", .mx("mail.c.example")), Given("d.example", .failed(.mx)),
      Given("e.example", .nullMX), Given("f.example"), Given("g.example", .mx("x.shield.example")),
    ]
    let assessment = Assessment(Snapshot.stated(given), under: Sample.rules, options: .init())
    let exchange = assessment.coverage.first { $0.role == .mailExchange }
    let mailbox = assessment.coverage.first { $0.role == .mailbox }
    #expect(
      exchange?.domains == [
        .attributed: 2, .selfHosted: 1, .unattributed: 1, .hidden: 0, .failed: 1, .absent: 1,
        .notMeasured: 1,
      ])
    #expect(mailbox?[.hidden] == 1 && mailbox?[.attributed] == 1)
    #expect(assessment.coverage.map(\.role) == [.mailExchange, .mailbox])
    #expect(assessment.domainCount == 7 && assessment.organisationCount == 7)
  }
}
