extension Snapshot {
  /// The organisation a person means: by its id, a domain of its, its name, or the only name that
  /// begins with what was said; upper and lower case are alike.
  /// - Complexity: O(organisations).
  public func organisation(named text: String) -> OrganisationIndex? {
    if let index = organisations.find(text) { return index }
    if let domain = try? DomainName(text), let known = find(domain: domain.description) {
      return organisation(of: known)
    }
    let wanted = text.lowercased()
    var beginning: [OrganisationIndex] = []
    for index in organisationIndices {
      let name = organisations[index].name.lowercased()
      if name == wanted { return index }
      if !wanted.isEmpty, name.hasPrefix(wanted) { beginning.append(index) }
    }
    return beginning.count == 1 ? beginning[0] : nil
  }
}
