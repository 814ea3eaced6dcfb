import LinchpinCore

/// Joins the files of one catalogue; an entry has one place.
struct CatalogueMerger {
  private var catalogue = Catalogue()
  /// By kind and id: where the entry stands.
  private var origins: [String: String] = [:]
  private var inputs: [InputText] = []

  mutating func add(_ part: Catalogue, bytes input: InputText) throws(CatalogueError) {
    for entry in part.providers { try claim("provider", entry.id, entry.citation) }
    for entry in part.companies { try claim("company", entry.id, entry.citation) }
    for entry in part.jurisdictions {
      try claim("jurisdiction", entry.code, Citation(source: "", origin: input.path))
    }
    catalogue.providers += part.providers
    catalogue.companies += part.companies
    catalogue.ownerships += part.ownerships
    catalogue.jurisdictions += part.jurisdictions
    // Versions are dates: the newest part dates the whole.
    catalogue.version = max(catalogue.version, part.version)
    inputs.append(input)
  }

  func finish() -> Catalogue {
    var catalogue = catalogue
    catalogue.sha256 = withExtendedLifetime(inputs) { Digest.sha256(inputs.map(\.bytes)) }
    return catalogue
  }

  private mutating func claim(
    _ kind: String, _ id: String, _ citation: Citation
  ) throws(CatalogueError) {
    if let known = origins.updateValue(citation.origin, forKey: kind + " " + id) {
      throw .invalid(
        path: citation.origin, line: 0, column: 0,
        message: "the \(kind) \(Finding.quoted(id)) stands at \(known) already",
        hint: "keep one of the two")
    }
  }
}
