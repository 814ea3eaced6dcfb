import LinchpinCore

/// Reads a table of providers, `zone,name,company,jurisdiction,asn,ns_zones,hosted_on`, as a
/// whole catalogue of its own: one provider per zone, one company per name.
struct ProviderTableReader {
  let input: InputText

  private struct Columns {
    var zone: Int
    var name, company, jurisdiction, asn, nameServers, hostedOn: Int?
  }

  func read() throws(CatalogueError) -> Catalogue {
    var text = DelimitedText(input.bytes)
    let header = TableHeader(text.next()?.fields ?? [])
    guard let zone = header.place("zone") else {
      throw .invalid(
        path: input.path, line: 1, column: 0, message: "no column zone", hint: "add the column")
    }
    let columns = Columns(
      zone: zone, name: header.place("name"), company: header.place("company"),
      jurisdiction: header.place("jurisdiction"), asn: header.place("asn"),
      nameServers: header.place("ns_zones"), hostedOn: header.place("hosted_on"))
    var catalogue = Catalogue()
    var lines: [String: UInt32] = [:]
    var seats: [String: Int] = [:]
    var codes: Set<String> = []
    for row in text where !row.isBlank || !row.isUTF8 {
      let provider = try provider(row, columns)
      if let known = lines.updateValue(row.line, forKey: provider.id) {
        throw error(
          row, "the zone \(provider.id) stands at line \(known) already",
          hint: "keep one of the two")
      }
      catalogue.providers.append(provider)
      let seat = row.field(columns.jurisdiction).uppercased()
      if let company = provider.company {
        try add(company, seat: seat, row, to: &catalogue, &seats)
      }
      if !seat.isEmpty, codes.insert(seat).inserted {
        catalogue.jurisdictions.append(Jurisdiction(code: seat, names: [:]))
      }
    }
    catalogue.jurisdictions.sort { $0.code < $1.code }
    return catalogue
  }

  private func provider(
    _ row: DelimitedText.Row, _ columns: Columns
  ) throws(CatalogueError) -> Provider {
    if !row.isUTF8 || row.isUnclosed {
      throw error(
        row, row.isUTF8 ? "a quote is opened and never closed" : "the row is not UTF-8",
        hint: row.isUTF8 ? "close it" : "convert the file: iconv -f WINDOWS-1252 -t UTF-8")
    }
    let zone = try domain(row.field(columns.zone), row)
    let citation = Citation(source: "", origin: "\(input.path):\(row.line)")
    var signatures = [Signature.Kind.mxSuffix, .nsSuffix, .cnameSuffix, .spfInclude].map {
      Signature($0, zone, citation: citation)
    }
    for system in words(row.field(columns.asn)) {
      guard let number = UInt32(system.hasPrefix("AS") ? String(system.dropFirst(2)) : system),
        number > 0
      else {
        throw error(
          row, "\(Finding.quoted(system)) is no AS number", hint: "write 8075 or AS8075")
      }
      signatures.append(
        Signature(.network, "AS\(number)", networkKind: .hosting, citation: citation))
    }
    let name = row.field(columns.name)
    let company = row.field(columns.company)
    return Provider(
      id: zone, name: name.isEmpty ? zone : name, company: company.isEmpty ? nil : company,
      dependsOn: try domains(row.field(columns.hostedOn), row),
      nameServers: try domains(row.field(columns.nameServers), row), signatures: signatures,
      citation: citation)
  }

  /// One company per name; it has one seat.
  private func add(
    _ company: String, seat: String, _ row: DelimitedText.Row, to catalogue: inout Catalogue,
    _ seats: inout [String: Int]
  ) throws(CatalogueError) {
    guard let known = seats[company] else {
      seats[company] = catalogue.companies.count
      catalogue.companies.append(
        Company(
          id: company, name: company, seat: seat,
          citation: Citation(source: "", origin: "\(input.path):\(row.line)")))
      return
    }
    let other = catalogue.companies[known].seat
    if other.isEmpty {
      catalogue.companies[known].seat = seat
    } else if !seat.isEmpty, seat != other {
      throw error(
        row, "the company \(Finding.quoted(company)) has its seat in \(other) and in \(seat)",
        hint: "give it one jurisdiction")
    }
  }

  private func domains(
    _ text: String, _ row: DelimitedText.Row
  ) throws(CatalogueError) -> [String] {
    var result: [String] = []
    for word in words(text) { result.append(try domain(word, row)) }
    return result
  }

  private func domain(
    _ text: String, _ row: DelimitedText.Row
  ) throws(CatalogueError) -> String {
    do throws(DomainNameProblem) { return try DomainName(text).description } catch {
      throw self.error(
        row, "\(Finding.quoted(text)): \(error.message)", hint: error.hint)
    }
  }

  private func words(_ text: String) -> [String] {
    text.isEmpty
      ? [] : text.split { $0 == " " || $0 == ";" || $0 == "," }.map(String.init)
  }

  private func error(
    _ row: DelimitedText.Row, _ message: String, hint: String
  ) -> CatalogueError {
    .invalid(
      path: input.path, line: Int(row.line), column: 0, message: message, hint: hint)
  }
}
