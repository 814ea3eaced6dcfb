import LinchpinCore

/// The company and law of each provider by its id, as tables print them beside it.
struct ProviderDirectory {
  struct Entry {
    var company: String
    /// Seat first.
    var law: [String]
  }

  private var entries: [String: Entry] = [:]

  init(_ study: Study) {
    let law = LegalControl(study.catalogue, asOf: study.asOf)
    let organisations = study.snapshot.organisations
    for provider in study.attribution.providers {
      var entry = Entry(company: "", law: [])
      if let company = provider.company {
        entry.company = study.catalogue.companies[company].name
        entry.law = law.jurisdictions(of: company)
      }
      if case .organisation(let owner) = provider.origin {
        entry.law = [organisations.country(owner)].filter { !$0.isEmpty }
      }
      entries[provider.id] = entry
    }
    for (index, company) in study.catalogue.companies.enumerated() {
      let entry = Entry(company: company.name, law: law.jurisdictions(of: index))
      companies[company.id] = entry
    }
  }

  private var companies: [String: Entry] = [:]

  /// What is known of a group; one that serves itself stands under its own country's law.
  func entry(_ group: String, _ level: GroupLevel, _ study: Study) -> Entry {
    let known = level == .company ? companies[group] : entries[group]
    if let known { return known }
    let prefix = "organisation:"
    guard group.hasPrefix(prefix),
      let owner = study.snapshot.organisations.find(String(group.dropFirst(prefix.count)))
    else { return Entry(company: "", law: []) }
    let country = study.snapshot.organisations.country(owner)
    return Entry(company: "", law: country.isEmpty ? [] : [country])
  }
}
