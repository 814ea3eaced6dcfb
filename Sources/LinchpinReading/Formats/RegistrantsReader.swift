import LinchpinCore

/// Reads the list of .gov registrants: who holds which domain.
///
/// An organisation is a name in a state: thirty states have a City of Franklin.
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
      builder.list(
        Organisation(
          id: state.isEmpty ? name : "\(name), \(state)", name: name, sector: row.field(kind),
          country: "US", region: state), domains: [domains], at: place.at(row.line))
      return true
    }
  }
}
