import LinchpinCore

extension CatalogueEntries {
  func json(provider: Provider) -> JSON {
    .object(
      [
        ("id", .string(provider.id)), ("name", .string(provider.name)),
        ("company", .optional(provider.company)),
        ("jurisdiction", .strings(law(of: provider.company))),
        ("gateway", .bool(provider.isGateway)), ("parking", .bool(provider.isParking)),
        ("dependsOn", .strings(provider.dependsOn)),
        ("nameServers", .strings(provider.nameServers)),
        (
          "signatures",
          .array(
            provider.signatures.map { signature in
              .object([
                ("type", .string(signature.kind.rawValue)), ("value", .string(signature.value)),
                ("role", .string(signature.role.label)),
                ("kind", .optional(signature.networkKind?.rawValue)),
                ("source", .string(signature.citation.source)),
              ])
            })
        ),
        ("note", .string(provider.note)),
      ] + pairs(provider.citation))
  }

  func json(company: Company) -> JSON {
    let law = law(of: company.id)
    return .object(
      [
        ("id", .string(company.id)), ("name", .string(company.name)),
        ("seat", .string(company.seat)),
        ("controlledFrom", .strings(law.filter { $0 != company.seat })),
        (
          "providers",
          .strings(catalogue.providers.filter { $0.company == company.id }.map(\.id).sorted())
        ),
        ("ownership", .array(edges(above: company).map { json(edge: $0) })),
        ("note", .string(company.note)),
      ] + pairs(company.citation))
  }

  func json(jurisdiction: Jurisdiction) -> JSON {
    func names(_ names: [String: String]) -> JSON {
      .object(names.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })
    }
    return .object([
      ("code", .string(jurisdiction.code)), ("name", names(jurisdiction.names)),
      ("adjective", names(jurisdiction.adjectives)),
      ("memberOf", .strings(jurisdiction.memberOf)),
      ("instruments", .array(jurisdiction.instruments.map { json(instrument: $0) })),
    ])
  }

  /// Long: one line for each thing known.
  func csv(_ provider: Provider?, _ company: Company?, _ jurisdiction: Jurisdiction?) -> String {
    var csv = CSV(["entry", "id", "key", "value", "validFrom", "validTo", "source"])
    func add(
      _ entry: String, _ id: String, _ key: String, _ value: String, _ citation: Citation,
      from: CalendarDate? = nil, to: CalendarDate? = nil
    ) {
      csv.append([
        .text(entry), .text(id), .text(key), .text(value), .text(from?.description ?? ""),
        .text(to?.description ?? ""), .text(citation.source),
      ])
    }
    if let provider {
      add("provider", provider.id, "name", provider.name, provider.citation)
      add("provider", provider.id, "company", provider.company ?? "", provider.citation)
      for signature in provider.signatures {
        add(
          "provider", provider.id, signature.kind.rawValue, signature.value, signature.citation)
      }
    }
    if let company {
      add("company", company.id, "name", company.name, company.citation)
      add("company", company.id, "seat", company.seat, company.citation)
      for edge in edges(above: company) {
        add(
          "company", edge.owned, "\(edge.kind.rawValue) (\(edge.status.rawValue))", edge.owner,
          edge.citation, from: edge.validFrom, to: edge.validTo)
      }
    }
    if let jurisdiction {
      for instrument in jurisdiction.instruments {
        add(
          "jurisdiction", jurisdiction.code, instrument.kind.rawValue, instrument.name,
          instrument.citation, from: instrument.validFrom, to: instrument.validTo)
      }
    }
    return csv.text
  }

  private func pairs(_ citation: Citation) -> [(String, JSON)] {
    [
      ("source", .string(citation.source)), ("checkedOn", .optional(citation.checkedOn)),
      ("origin", .string(citation.origin)),
    ]
  }

  private func json(edge: Ownership) -> JSON {
    .object(
      [
        ("owner", .string(edge.owner)), ("owned", .string(edge.owned)),
        ("kind", .string(edge.kind.rawValue)), ("share", .optional(edge.share)),
        ("status", .string(edge.status.rawValue)), ("validFrom", .optional(edge.validFrom)),
        ("validTo", .optional(edge.validTo)), ("inForce", .bool(edge.isInForce(on: asOf))),
        ("assumption", .bool(edge.isAssumption)), ("note", .string(edge.note)),
      ] + pairs(edge.citation))
  }

  private func json(instrument: Instrument) -> JSON {
    .object(
      [
        ("id", .string(instrument.id)), ("name", .string(instrument.name)),
        ("citation", .string(instrument.reference)), ("kind", .string(instrument.kind.rawValue)),
        ("binds", .string(instrument.binds)), ("reaches", .string(instrument.reaches)),
        ("validFrom", .optional(instrument.validFrom)), ("validTo", .optional(instrument.validTo)),
        ("uncertain", .bool(instrument.isUncertain)), ("note", .string(instrument.note)),
      ] + pairs(instrument.citation))
  }
}
