extension Snapshot {
  /// An organisation that a list names, with the domains it lists, measured or not.
  public struct ListedOrganisation: Sendable {
    public var organisation: OrganisationIndex
    /// Sorted.
    public var domains: [String]
  }

  /// The organisations of the lists that were read, as far as domains listed, domains measured or
  /// attributes of theirs show: those that no record alone could have brought in.
  /// - Complexity: O(organisations + listed domains).
  public var listed: [ListedOrganisation] {
    let domains = listing.domainsByOwner
    return organisationIndices.compactMap { index in
      let names = domains[index] ?? []
      let entry = organisations.isPlain(index)
      if names.isEmpty, !self.domains(of: index).isEmpty, entry { return nil }
      return ListedOrganisation(organisation: index, domains: names)
    }
  }

  /// Whether a domain's own record named its organisation, rather than a list or its own name.
  public func isAssigned(_ domain: DomainIndex) -> Bool {
    let name = name(of: domain)
    let owner = organisation(of: domain)
    switch listing.match(name) {
    case .exact(let listed), .registrable(let listed, _): return listed != owner
    case .ambiguous, .none:
      return organisations.id(owner) != name || !organisations[owner].isBare
    }
  }
}

extension OrganisationTable {
  /// Whether a record could have named it: no attribute that only lists have.
  func isPlain(_ index: OrganisationIndex) -> Bool {
    let organisation = self[index]
    return organisation.region.isEmpty && organisation.sharedServiceOf.isEmpty
      && organisation.weight == 1
  }
}
