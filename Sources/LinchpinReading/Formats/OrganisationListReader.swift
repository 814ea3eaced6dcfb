import LinchpinCore

/// Reads a CSV list of organisations and the domains they rely on.
struct OrganisationListReader {
  let input: InputText
  let place: InputPlace

  private struct Columns {
    var id, name, sector, country, region, weight, shared: Int?
    var domains: Int
  }

  func read(into builder: inout SnapshotBuilder) {
    let table = Table(input, place: place)
    let header = table.header
    let id = header.place("id")
    let name = header.place("name")
    if id == nil, name == nil { table.reportMissing("id or name", like: "id or name", &builder) }
    let domains = header.place("domains", "domain")
    if domains == nil { table.reportMissing("domains", like: "domains", &builder) }
    guard id != nil || name != nil, let domains else { return }
    let columns = Columns(
      id: id, name: name, sector: header.place("sector"), country: header.place("country"),
      region: header.place("region"), weight: header.place("weight"),
      shared: header.place("sharedServiceOf"), domains: domains)
    table.forEach(long: domains, &builder) { row, builder in read(row, columns, &builder) }
  }

  private func read(
    _ row: DelimitedText.Row, _ columns: Columns, _ builder: inout SnapshotBuilder
  ) -> Bool {
    let name = row.field(columns.name)
    let id = row.field(columns.id).isEmpty ? name : row.field(columns.id)
    if id.isEmpty {
      builder.find(
        .error, .syntax, in: place, line: row.line, "a row without id and name",
        hint: "give every organisation an id")
      return false
    }
    let organisation = Organisation(
      id: id, name: name, sector: row.field(columns.sector),
      country: country(row.field(columns.country), row.line, &builder),
      region: row.field(columns.region),
      weight: weight(row.field(columns.weight), row.line, &builder),
      sharedServiceOf: row.field(columns.shared))
    let domains = row.field(columns.domains)
      .split { $0.isWhitespace || $0 == "," || $0 == ";" }.map(String.init)
    if domains.isEmpty {
      builder.find(
        .warning, .badDomain, in: place, line: row.line,
        "\(Finding.quoted(organisation.name)) has no domain",
        hint: "it stays in the population as not measured")
    }
    builder.list(organisation, domains: domains, at: place.at(row.line))
    return true
  }

  private func country(
    _ text: String, _ line: UInt32, _ builder: inout SnapshotBuilder
  ) -> String {
    if text.isEmpty { return "" }
    if let code = CountryCode.canonical(text) { return code }
    builder.find(
      .warning, .ignoredValue, in: place, line: line,
      "\(Finding.quoted(text)) is no country code",
      hint: "write two letters of ISO 3166-1, such as NL")
    return ""
  }

  private func weight(
    _ text: String, _ line: UInt32, _ builder: inout SnapshotBuilder
  ) -> Double {
    if text.isEmpty { return 1 }
    if let weight = Double(text), weight.isFinite, weight >= 0 { return weight }
    builder.find(
      .error, .badNumber, in: place, line: line,
      "the weight \(Finding.quoted(text)) is no number of 0 or more",
      hint: "write digits and a decimal point; 1 is used")
    return 1
  }
}
