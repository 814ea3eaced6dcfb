extension Snapshot {
  /// The organisation a person means: by its id, a domain of its, the name it alone has, or the only
  /// name that begins with what was said; upper and lower case are alike.
  /// - Complexity: O(organisations).
  public func organisation(named text: String) -> OrganisationIndex? {
    if let index = organisations.find(text) { return index }
    if let domain = try? DomainName(text), let known = find(domain: domain.description) {
      return organisation(of: known)
    }
    let wanted = text.lowercased()
    var called: [OrganisationIndex] = []
    var beginning: [OrganisationIndex] = []
    for index in organisationIndices {
      let name = organisations[index].name.lowercased()
      if name == wanted { called.append(index) }
      if !wanted.isEmpty, name.hasPrefix(wanted) { beginning.append(index) }
    }
    if !called.isEmpty { return called.count == 1 ? called[0] : nil }
    return beginning.count == 1 ? beginning[0] : nil
  }

  /// The ids of organisations that share a name, sorted; none where what was said means one.
  /// - Complexity: O(organisations).
  public func namesakes(of text: String) -> [String] {
    if organisations.find(text) != nil { return [] }
    let wanted = text.lowercased()
    let ids = organisationIndices.filter { organisations[$0].name.lowercased() == wanted }
      .map { organisations.id($0) }
    return ids.count > 1 ? ids.sorted() : []
  }
}
