import LinchpinCore

/// Reads bindings that somebody attributed already: `organisation,domain,service,role,provider`.
struct BindingsReader {
  let input: InputText
  let place: InputPlace

  private struct Columns {
    var organisation, role, service, reason: Int?
    var domain, provider: Int

    init?(_ table: Table, _ builder: inout SnapshotBuilder) {
      let header = table.header
      let domain = header.place("domain")
      let provider = header.place("provider")
      if domain == nil { table.reportMissing("domain", like: "domain", &builder) }
      if provider == nil { table.reportMissing("provider", like: "provider", &builder) }
      guard let domain, let provider else { return nil }
      self.domain = domain
      self.provider = provider
      organisation = header.place("organisation")
      role = header.place("role")
      service = header.place("service")
      reason = header.place("evidence", "reason")
    }
  }

  /// As an input: the organisations and their domains. Who provides what is somebody's verdict.
  func read(into builder: inout SnapshotBuilder) {
    let table = Table(input, place: place)
    guard let columns = Columns(table, &builder) else { return }
    var listed: Set<String> = []
    table.forEach(long: columns.reason, &builder) { row, builder in
      let domain = row.field(columns.domain)
      let organisation = row.field(columns.organisation)
      let id = organisation.isEmpty ? domain : organisation
      if domain.isEmpty || id.isEmpty {
        builder.find(
          .error, .syntax, in: place, line: row.line, "a row without a domain",
          hint: "every row needs a domain")
        return false
      }
      if listed.insert(id + "\n" + domain).inserted {
        builder.list(Organisation(id: id), domains: [domain], at: place.at(row.line))
      }
      return true
    }
    builder.find(
      .note, .claimsLeftOut, in: place,
      "bindings are somebody's verdict: only the organisations and their domains are used",
      hint: "compare with them: linchpin bindings … --compare-claims \(place.path)")
  }

  /// Every row as a claim; one without a role is about the role its service is known by.
  func readClaims(into list: inout ClaimList) {
    let table = Table(input, place: place)
    guard let columns = Columns(table, &list.builder) else { return }
    var found: [(row: DelimitedText.Row, role: Role)] = []
    table.forEach(long: columns.reason, &list.builder) { row, builder in
      guard let role = role(of: row, columns, &builder) else { return false }
      if !row.field(columns.provider).isEmpty { found.append((row, role)) }
      return true
    }
    for (row, role) in found {
      list.add(
        row.field(columns.provider), as: role, domain: row.field(columns.domain),
        organisation: row.field(columns.organisation), reason: row.field(columns.reason),
        in: place, line: row.line)
    }
  }

  private func role(
    of row: DelimitedText.Row, _ columns: Columns, _ builder: inout SnapshotBuilder
  ) -> Role? {
    let role = row.field(columns.role)
    let service = row.field(columns.service)
    if let known = Role(label: role) { return known }
    if role.isEmpty, let known = Service(rawValue: service.lowercased()) { return known.mainRole }
    let words = role.isEmpty ? Service.allCases.map(\.rawValue) : Role.allCases.map(\.label)
    let nearest = NearestNames.find(role.isEmpty ? service : role, among: words)
    builder.find(
      .error, .syntax, in: place, line: row.line,
      role.isEmpty
        ? "\(Finding.quoted(service)) is no service" : "\(Finding.quoted(role)) is no role",
      hint: nearest.isEmpty
        ? "write one of \(words.joined(separator: ", "))"
        : "did you mean \(nearest.joined(separator: ", "))?")
    return nil
  }
}

extension Service {
  /// The role people mean when they name the service alone.
  fileprivate var mainRole: Role {
    switch self {
    case .mail: .mailbox
    case .web: .webOrigin
    case .dns: .authoritativeDNS
    case .identity: .identityTenant
    case .application: .application
    }
  }
}
