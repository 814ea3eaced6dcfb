extension Snapshot {
  /// The same observations of organisations that are called by their sector and a number.
  ///
  /// Numbers follow a hash of the id, not the alphabet, so that a list of names does not give them
  /// away; the same input gives the same numbers. Organisations keep their places. Domains keep
  /// their names: whoever prints must not print those.
  /// - Parameter word: what an organisation of no sector is called.
  /// - Complexity: O(organisations log organisations).
  public func anonymised(calling word: String) -> Snapshot {
    let table = organisations
    let groups = Dictionary(grouping: organisationIndices) {
      table.string(table.word(.sector, $0))
    }
    var names: [OrganisationIndex: String] = [:]
    for (sector, members) in groups {
      let ranked = members.map { (hash: Self.hash(table.id($0)), id: table.id($0), index: $0) }
        .sorted { ($0.hash, $0.id) < ($1.hash, $1.id) }
      for (place, member) in ranked.enumerated() {
        names[member.index] = "\(sector.isEmpty ? word : sector) \(place + 1)"
      }
    }
    var renamed = OrganisationTable()
    for index in organisationIndices {
      var organisation = table[index]
      organisation.name = names[index] ?? word
      organisation.id = organisation.name.lowercased().replacing(" ", with: "-")
      organisation.sharedServiceOf = ""
      // Two sectors can give one id, as “a b” and “a-b” do.
      while renamed.add(organisation) == nil { organisation.id += "-2" }
    }
    return Snapshot(
      files: files, findings: findings, organisations: renamed, names: self.names,
      measured: measured, hostAddresses: hostAddresses, aliases: aliases,
      nullExchangers: nullExchangers, zone: zone, keepsRecords: keepsRecords, listing: listing,
      domains: domains, facts: facts,
      factStarts: factStarts, owners: owners, statuses: statuses, sources: sources,
      organisationDomains: organisationDomains, organisationStarts: organisationStarts,
      declarations: declarations)
  }

  /// FNV-1a, 64 bits.
  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }
}
