import LinchpinCore

/// Entries name each other by id; an id nobody bears is an error.
extension CatalogueReader {
  static func danglingReferences(
    of part: Catalogue, in catalogue: Catalogue
  ) -> [CatalogueError] {
    let providers = Set(catalogue.providers.map(\.id))
    let companies = Set(catalogue.companies.map(\.id))
    let jurisdictions = Set(catalogue.jurisdictions.map(\.code))
    var found: [CatalogueError] = []
    func check(
      _ id: String, _ kind: String, _ known: Set<String>, in owner: String, _ citation: Citation
    ) {
      if known.contains(id) { return }
      let nearest = NearestNames.likely(id, among: known)
      found.append(
        .invalid(
          path: citation.origin, line: 0, column: 0,
          message: "\(Finding.quoted(owner)) names the \(kind) \(Finding.quoted(id)), "
            + "which is not in the catalogue",
          hint: nearest.map { "\($0) is; or add the \(kind)" } ?? "add the \(kind)"))
    }
    for provider in part.providers {
      let citation = provider.citation
      if let company = provider.company {
        check(company, "company", companies, in: provider.id, citation)
      }
      for id in provider.dependsOn + provider.nameServers {
        check(id, "provider", providers, in: provider.id, citation)
      }
    }
    for company in part.companies where !company.seat.isEmpty {
      check(company.seat, "jurisdiction", jurisdictions, in: company.id, company.citation)
    }
    for edge in part.ownerships {
      check(edge.owner, "company", companies, in: edge.owned, edge.citation)
      check(edge.owned, "company", companies, in: edge.owner, edge.citation)
    }
    return found
  }

  /// Extensions of entries that do not exist: there is nothing to add to.
  static func missingExtensions(
    of overlay: CatalogueOverlay, in catalogue: Catalogue
  ) -> [CatalogueError] {
    let given = overlay.entries
    let entries =
      given.providers.map { ("provider", $0.id, $0.citation.origin) }
      + given.companies.map { ("company", $0.id, $0.citation.origin) }
      + given.jurisdictions.map { ("jurisdiction", $0.code, "") }
    let known = [
      "provider": Set(catalogue.providers.map(\.id)),
      "company": Set(catalogue.companies.map(\.id)),
      "jurisdiction": Set(catalogue.jurisdictions.map(\.code)),
    ]
    return entries.compactMap { kind, id, origin in
      let ids = known[kind] ?? []
      guard overlay.extensions.contains("\(kind) \(id)"), !ids.contains(id) else { return nil }
      let nearest = NearestNames.likely(id, among: ids)
      return .invalid(
        path: origin, line: 0, column: 0,
        message: "\(Finding.quoted(id)) extends a \(kind) that is not in the catalogue",
        hint: nearest.map { "did you mean \($0)? or leave out extend" } ?? "leave out extend")
    }
  }
}
