/// Declarations: what a list says of applications and suppliers, without anything being measured.
extension SnapshotBuilder {
  /// An application that waits until its organisation's domains are known.
  struct DeclaredApplication: Sendable {
    var organisation: String
    /// The supplier, or a host where no supplier is declared.
    var value: String
    var source: Provenance
  }

  /// Declares that a supplier depends on another one.
  public mutating func declare(_ dependency: Declarations.Dependency) {
    declarations.add(dependency)
  }

  /// Declares what another snapshot's input declares; its files stand behind `offset` others.
  mutating func declare(_ others: Declarations, movedBy offset: UInt16) {
    func moved(_ source: Provenance) -> Provenance {
      Provenance(file: source.file + offset, line: source.line)
    }
    for (supplier, source) in others.suppliers {
      declarations.add(supplier: supplier, at: moved(source))
    }
    for var dependency in others.dependencies {
      dependency.source = moved(dependency.source)
      declarations.add(dependency)
    }
  }

  /// Declares an application of an organisation, named by its id, its name or a domain of its.
  /// - Parameter supplier: empty when only the host is known; then nobody knows who runs it.
  public mutating func declareApplication(
    of organisation: String, supplier: String, host: String, at source: Provenance
  ) {
    if !supplier.isEmpty { declarations.add(supplier: supplier, at: source) }
    applications.append(
      DeclaredApplication(
        organisation: organisation, value: supplier.isEmpty ? host : supplier, source: source))
  }

  /// Gives every declared application to a domain of its organisation: a measured one, else the
  /// first that is listed.
  mutating func placeApplications() {
    if applications.isEmpty { return }
    var byName: [String: OrganisationIndex] = [:]
    for index in (0..<organisations.count).map({ OrganisationIndex($0) }).reversed() {
      byName[organisations[index].name.lowercased()] = index
    }
    let listed = listing.domainsByOwner
    var assigned: [OrganisationIndex: DomainIndex] = [:]
    for (domain, owner) in owners.enumerated().reversed() where owner != Self.noOwner {
      assigned[OrganisationIndex(Int(owner))] = DomainIndex(domain)
    }
    for application in applications {
      guard let domain = domain(of: application, byName, listed, assigned) else { continue }
      let value = names.intern(application.value)
      add(
        Fact(
          kind: .application, value: value, preference: nil, asn: nil, source: application.source),
        of: domain)
    }
    applications = []
  }

  private mutating func domain(
    of application: DeclaredApplication, _ byName: [String: OrganisationIndex],
    _ listed: [OrganisationIndex: [String]], _ assigned: [OrganisationIndex: DomainIndex]
  ) -> DomainIndex? {
    let name = application.organisation
    if let domain = domains.find(name.lowercased()) {
      return DomainIndex(Int(domain.rawValue))
    }
    guard let owner = organisations.find(name) ?? byName[name.lowercased()] else {
      let nearest = NearestNames.likely(name, among: byName.keys)
      report(
        Finding(
          .error, .unknownOrganisation, file: path(of: application.source),
          line: Int(application.source.line),
          "\(Finding.quoted(name)) is no organisation of the input",
          hint: nearest.map { "did you mean \(Finding.quoted($0))?" }
            ?? "write its id, its name or one of its domains as the list has them"),
        in: application.source.file)
      return nil
    }
    if let domain = assigned[owner] { return domain }
    let own = listed[owner] ?? []
    for name in own {
      if let measured = domains.find(name) { return DomainIndex(Int(measured.rawValue)) }
    }
    guard var first = own.first else {
      report(
        Finding(
          .error, .badDomain, file: path(of: application.source),
          line: Int(application.source.line),
          "\(Finding.quoted(name)) has no domain to which its application could belong",
          hint: "list one of its domains"), in: application.source.file)
      return nil
    }
    return first.withUTF8 { domain(Bytes($0), at: application.source) }
  }

  private func path(of source: Provenance) -> String { files[Int(source.file)].path }
}
