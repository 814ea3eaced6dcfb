import LinchpinCore

/// Reads declared applications: `organisation,application,kind,supplier,host`.
struct ApplicationsReader {
  let input: InputText
  let place: InputPlace

  func read(into builder: inout SnapshotBuilder) {
    let table = Table(input, place: place)
    let header = table.header
    guard let organisation = header.place("organisation", "domain") else {
      return table.reportMissing("organisation", like: "organisation", &builder)
    }
    let supplier = header.place("supplier")
    let host = header.place("host")
    if supplier == nil, host == nil {
      return table.reportMissing("supplier", like: "supplier or host", &builder)
    }
    table.forEach(&builder) { row, builder in
      let name = row.field(organisation)
      if name.isEmpty || row.field(supplier).isEmpty && row.field(host).isEmpty {
        builder.find(
          .error, .syntax, in: place, line: row.line,
          name.isEmpty ? "a row without an organisation" : "a row without supplier and host",
          hint: "say whose application it is, and who supplies it or where it runs")
        return false
      }
      builder.declareApplication(
        of: name, supplier: row.field(supplier), host: row.field(host), at: place.at(row.line))
      return true
    }
  }
}
