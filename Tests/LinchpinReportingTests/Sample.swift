import LinchpinCore
import LinchpinReporting

/// Invented bodies and providers, read in the way a reader would hand them over.
enum Sample {
  struct Body {
    var id: String
    var name: String
    var sector = "municipality"
    var country = "NL"
    var domain: String
    var mailExchangers: [String] = []
    var nameServers: [String] = []
    /// A record without answers counts as asked in vain.
    var hasFailed = false
  }

  /// Forty bodies: 24 with Northmail, 8 with Poldermail, 4 on their own names, 2 hostile, 2 failed.
  static let bodies: [Body] = (1...40).map { number in
    let domain = "body\(number).example"
    var body = Body(
      id: "B\(number)", name: "Body \(number)", sector: number % 10 == 0 ? "water" : "municipality",
      domain: domain, nameServers: ["ns1.polder.example", "ns2.polder.example"])
    switch number {
    case 1...24: body.mailExchangers = ["mx\(number).northmail.example"]
    case 25...32: body.mailExchangers = ["in.polder.example"]
    case 33...36: body.mailExchangers = ["mail.\(domain)"]
    case 37: body.name = "=HYPERLINK(\"http://evil.example\")"
    case 38: body.name = "Red \u{1B}[31m, \"quoted\"\nname"
    default: body.hasFailed = true
    }
    if number == 37 || number == 38 { body.mailExchangers = ["in.polder.example"] }
    return body
  }

  static let catalogue = Catalogue(
    version: "2026.1", sha256: String(repeating: "ab", count: 32),
    providers: [
      Provider(
        id: "northmail", name: "Northmail", company: "northmail-inc",
        signatures: [
          Signature(.mxSuffix, "northmail.example", citation: citation("https://north.example"))
        ], citation: citation("https://north.example")),
      Provider(
        id: "poldermail", name: "Poldermail", company: "polder-bv",
        signatures: [
          Signature(.mxSuffix, "polder.example", citation: citation("https://polder.example")),
          Signature(.nsSuffix, "polder.example", citation: citation("https://polder.example")),
        ], citation: citation("https://polder.example")),
    ],
    companies: [
      Company(
        id: "northmail-inc", name: "Northmail Inc.", seat: "US",
        citation: citation("https://north.example")),
      Company(
        id: "polder-bv", name: "Polder B.V.", seat: "NL",
        citation: citation("https://polder.example")),
      Company(
        id: "alpine-ag", name: "Alpine AG", seat: "CH",
        citation: citation("https://alpine.example")),
    ],
    ownerships: [
      Ownership(
        owner: "alpine-ag", owned: "polder-bv", kind: .owns, share: 60, status: .completed,
        validFrom: CalendarDate("2020-01-01"), citation: citation("https://alpine.example")),
      Ownership(
        owner: "northmail-inc", owned: "polder-bv", kind: .owns, status: .prohibited,
        validFrom: CalendarDate("2025-11-01"), citation: citation("https://north.example")),
    ],
    jurisdictions: [
      Jurisdiction(
        code: "US", names: ["en": "United States", "nl": "Verenigde Staten"],
        instruments: [
          Instrument(
            id: "old-law", name: "Old Law", kind: .disclosure, binds: "providers",
            reaches: "content", validFrom: CalendarDate("2000"), validTo: CalendarDate("2010"),
            citation: citation("https://law.example"))
        ]),
      Jurisdiction(code: "NL", names: ["en": "Netherlands", "nl": "Nederland"]),
      Jurisdiction(code: "CH", names: ["en": "Switzerland", "nl": "Zwitserland"]),
    ])

  static func citation(_ url: String) -> Citation {
    Citation(source: url, checkedOn: CalendarDate("2026-01-02"), origin: "sample.yaml:1")
  }

  static func snapshot(
    _ bodies: [Body] = bodies, measured day: String = "2026-04-28", path: String = "bodies.csv"
  ) -> Snapshot {
    var builder = SnapshotBuilder()
    let file = builder.open(
      SourceFile(path: path, format: "csv", sha256: String(repeating: "0", count: 64)))
    if let date = CalendarDate(day) { builder.measured(on: date) }
    for body in bodies {
      // A record keeps its own line wherever it stands, so that shuffling moves nothing else.
      let line = UInt32(body.id.dropFirst()) ?? 1
      let source = Provenance(file: file, line: line)
      builder.list(
        Organisation(id: body.id, name: body.name, sector: body.sector, country: body.country),
        domains: [body.domain], at: source)
      add(body, at: source, to: &builder)
    }
    return builder.freeze()
  }

  private static func add(_ body: Body, at source: Provenance, to builder: inout SnapshotBuilder) {
    guard let domain = name(body.domain, { builder.newDomain($0, at: source) }) else { return }
    builder.count(in: source.file)
    if body.hasFailed {
      builder.answer(.mx, of: domain, .failed)
    } else if body.mailExchangers.isEmpty {
      builder.answer(.mx, of: domain, .absent)
    }
    for host in body.mailExchangers {
      name(host) { builder.observe(.mx, of: domain, name: $0, preference: 10, at: source) }
    }
    for host in body.nameServers {
      name(host) { builder.observe(.ns, of: domain, name: $0, at: source) }
    }
  }

  @discardableResult
  private static func name<Result>(_ text: String, _ body: (Bytes) -> Result) -> Result {
    var text = text
    return text.withUTF8 { body(Bytes($0)) }
  }

  static var options: AssessmentOptions {
    var options = AssessmentOptions()
    options.selection.services = [.mail, .dns]
    options.home = "NL"
    options.by = .sector
    return options
  }

  static func assessment(
    _ bodies: [Body] = bodies, scenario: [String] = [],
    options: AssessmentOptions = Sample.options
  ) -> Assessment {
    Assessment(
      snapshot(bodies), under: Rules(catalogue: catalogue), options: options, scenario: scenario)
  }

  static func graph(_ assessment: Assessment, includesHosts: Bool = true) -> DependencyGraph {
    DependencyGraph(
      assessment.attribution, Population(assessment.snapshot, options: assessment.options),
      options: .init(asOf: assessment.asOf, includesHosts: includesHosts))
  }

  static func rows(_ assessment: Assessment) -> [BindingRow] {
    BindingRow.rows(
      assessment.attribution, Population(assessment.snapshot, options: assessment.options),
      roles: assessment.options.selection.countedRoles, asOf: assessment.asOf)
  }
}

extension Sample {
  /// Everything that a report on chokepoints can hold.
  static func findings(_ graph: DependencyGraph) -> ChokepointFindings {
    var findings = ChokepointFindings(
      points: Chokepoint.ranked(graph, kinds: Node.Kind.allCases),
      support: graph.unobservedSupport)
    findings.sets = Node.Kind.allCases.compactMap {
      ChokepointSet.worst(graph, of: 2, kind: $0)
    }
    findings.joint = JointFailures.measure(graph, services: [.mail, .dns], includesCuts: true)
    findings.remedies = Remedies.find(graph, kind: .provider, count: 3)
    findings.trust = NameServerTrust.measure(
      graph.attribution.snapshot,
      Population(graph.attribution.snapshot, options: AssessmentOptions()), networks: nil,
      includesRegistries: true)
    findings.addresses = AddressCoverage.measure(graph)
    return findings
  }
}
