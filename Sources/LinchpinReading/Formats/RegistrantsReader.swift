import LinchpinCore

/// Reads the list of .gov registrants: who holds which domain.
///
/// An organisation is a name in a state: thirty states have a City of Franklin. Where its domains
/// are of several types it is what most of them are, of equals the first by name.
struct RegistrantsReader {
  let input: InputText
  let place: InputPlace

  func read(into builder: inout SnapshotBuilder) {
    let table = Table(input, place: place)
    let header = table.header
    guard let domain = header.place("Domain name") else {
      return table.reportMissing("Domain name", like: "Domain name", &builder)
    }
    guard let name = header.place("Organization name") else {
      return table.reportMissing("Organization name", like: "Organization name", &builder)
    }
    let kind = header.place("Domain type")
    let state = header.place("State")
    var found: [(organisation: Organisation, domain: String, line: UInt32)] = []
    table.forEach(&builder) { row, builder in
      let domains = row.field(domain)
      let state = row.field(state)
      let name = row.field(name).isEmpty ? domains : row.field(name)
      if domains.isEmpty {
        builder.find(
          .error, .badDomain, in: place, line: row.line, "a row without a domain",
          hint: "remove the row or complete it")
        return false
      }
      found.append(
        (
          Organisation(
            id: state.isEmpty ? name : "\(name), \(state)", name: name, sector: row.field(kind),
            country: "US", region: state), domains, row.line
        ))
      return true
    }
    let kinds = Self.kinds(found.map(\.organisation))
    for var row in found {
      row.organisation.sector = kinds[row.organisation.id] ?? ""
      builder.list(row.organisation, domains: [row.domain], at: place.at(row.line))
    }
  }

  /// The type of each organisation, by id; the order of the rows must not decide.
  private static func kinds(_ rows: [Organisation]) -> [String: String] {
    var counts: [String: [String: Int]] = [:]
    for row in rows where !row.sector.isEmpty {
      counts[row.id, default: [:]][row.sector, default: 0] += 1
    }
    return counts.compactMapValues { kinds in
      kinds.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
    }
  }
}
