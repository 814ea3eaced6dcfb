import LinchpinCore

/// Reads the dataset of Italian public bodies: one row per body, with its mail exchangers, the names
/// its SPF policy includes, and somebody's verdict on its provider.
struct ItalianPublicBodiesReader {
  let input: InputText
  let place: InputPlace

  private struct Columns {
    let domain: Int
    let id, name, category, cluster, region, hasMail, exchangers, includes, mailbox: Int?

    init?(_ header: TableHeader) {
      guard let domain = header.place("domain_used") else { return nil }
      self.domain = domain
      id = header.place("codice_ipa")
      name = header.place("denominazione")
      category = header.place("codice_categoria")
      cluster = header.place("cluster_key")
      region = header.place("regione")
      hasMail = header.place("has_mx")
      exchangers = header.place("mx_records")
      includes = header.place("spf_includes")
      mailbox = header.place("dkim_tenant")
    }
  }

  /// The bodies by cluster, and what was measured of their domains.
  ///
  /// Bodies share domains (schools that of their ministry, small bodies that of a mail provider):
  /// each counts with it. What the file says of one domain twice must agree; the first row stands.
  func read(into builder: inout SnapshotBuilder) {
    let table = Table(input, place: place)
    guard let columns = Columns(table.header) else {
      return table.reportMissing("domain_used", like: "domain_used", &builder)
    }
    var first: [DomainIndex: Measured] = [:]
    table.forEach(long: table.header.place("classification_reason"), &builder) { row, builder in
      let source = place.at(row.line)
      var name = row.field(columns.domain)
      let domain = name.withUTF8 { builder.domain(Bytes($0), at: source) }
      let cluster = row.field(columns.cluster)
      builder.list(
        Organisation(
          id: row.field(columns.id), name: row.field(columns.name),
          sector: cluster.isEmpty ? row.field(columns.category) : cluster, country: "IT",
          region: row.field(columns.region)),
        domains: domain == nil ? [] : [name], sharing: true, at: source)
      guard let domain else { return false }
      let measured = Measured(
        exchangers: row.field(columns.exchangers), includes: row.field(columns.includes),
        mailbox: row.field(columns.mailbox), hasMail: row.field(columns.hasMail), line: row.line)
      guard let earlier = first[domain] else {
        first[domain] = measured
        observe(measured, of: domain, at: source, &builder)
        return true
      }
      if earlier.exchangers != measured.exchangers || earlier.includes != measured.includes {
        builder.find(
          .warning, .duplicateDomain, in: place, line: row.line,
          "\(name) has other records here than at line \(earlier.line)",
          hint: "the records of line \(earlier.line) are used for both bodies")
      }
      return true
    }
    builder.find(
      .note, .claimsLeftOut, in: place,
      "its columns on providers and gateways are somebody's verdict: only what was measured is used",
      hint: "compare with them: linchpin bindings … --compare-claims \(place.path)")
  }

  private struct Measured {
    var exchangers, includes, mailbox, hasMail: String
    var line: UInt32
  }

  private func observe(
    _ measured: Measured, of domain: DomainIndex, at source: Provenance,
    _ builder: inout SnapshotBuilder
  ) {
    func words(_ list: String) -> [String] {
      list.split { $0 == ";" || $0 == " " }.map(String.init)
    }
    // Names with macros keep their fixed end, as in a policy that is read whole.
    let policy = "v=spf1 " + words(measured.includes).map { "include:" + $0 }.joined(separator: " ")
    let lists: [(RecordKind, [String])] = [
      (.mx, words(measured.exchangers)), (.spfInclude, SPFPolicy(policy)?.delegates ?? []),
      (.dkim, words(measured.mailbox)),
    ]
    for (kind, values) in lists {
      for var value in values {
        value.withUTF8 { builder.observe(kind, of: domain, name: Bytes($0), at: source) }
      }
    }
    if measured.exchangers.isEmpty {
      // Mail without a record that could be kept is no answer; no mail is one.
      let hasMail = measured.hasMail.lowercased()
      if hasMail == "false" { builder.answer(.mx, of: domain, .absent) }
      if hasMail == "true" { builder.answer(.mx, of: domain, .failed) }
    }
  }

  /// What is said of the mailbox, and of the gateway before it.
  func readClaims(into list: inout ClaimList) {
    let table = Table(input, place: place)
    let header = table.header
    guard let domain = header.place("domain_used"), let provider = header.place("provider_raw")
    else {
      return table.reportMissing("provider_raw", like: "provider_raw", &list.builder)
    }
    let id = header.place("codice_ipa")
    let gateway = header.place("gateway")
    let reason = header.place("classification_reason")
    var rows: [DelimitedText.Row] = []
    table.forEach(long: reason, &list.builder) { row, _ in
      rows.append(row)
      return true
    }
    for row in rows where !row.field(provider).isEmpty {
      let isGood = list.add(
        row.field(provider), as: .mailbox, domain: row.field(domain), organisation: row.field(id),
        reason: row.field(reason), in: place, line: row.line)
      if isGood, !row.field(gateway).isEmpty {
        list.add(
          row.field(gateway), as: .mailExchange, domain: row.field(domain),
          organisation: row.field(id), reason: row.field(reason), in: place, line: row.line)
      }
    }
  }
}
