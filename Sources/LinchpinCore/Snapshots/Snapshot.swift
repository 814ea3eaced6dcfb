/// What was observed, of whom, and when: never a verdict.
///
/// Observations stand in columns with interned names; the types handed out are views over them.
/// Frozen once built, so it is shared and never copied. Build one with ``SnapshotBuilder``.
public final class Snapshot: Sendable {
  public let files: [SourceFile]
  public let findings: FindingLog
  public let organisations: OrganisationTable
  /// Values of observations: hosts, addresses, includes.
  public let names: NameTable
  /// First and last day on which anything was measured, when the input says.
  public let measured: ClosedRange<CalendarDate>?
  /// Addresses known of a host beside the records that name it (glue, declared addresses).
  public let hostAddresses: [NameID: [HostAddress]]
  /// CNAMEs from host to host.
  public let aliases: [NameID: NameID]
  /// Domains whose null MX says that they take no mail (RFC 7505).
  public let nullExchangers: Set<DomainIndex>
  /// The zone whose delegations this is, when the input is a zone (`gov`).
  public let zone: String?

  /// Whether the records themselves are kept, not only what rules make of them.
  let keepsRecords: Bool
  /// Who lists which domain, measured or not.
  let listing: Listing
  let domains: NameTable
  let facts: FactColumns
  let factStarts: ContiguousArray<UInt32>
  let owners: ContiguousArray<UInt32>
  let statuses: ContiguousArray<AnswerStatuses>
  let sources: ContiguousArray<Provenance>
  let organisationDomains: [DomainIndex]
  let organisationStarts: ContiguousArray<UInt32>
  /// What the input declares of suppliers, beside what was measured.
  public let declarations: Declarations

  init(
    files: [SourceFile],
    findings: FindingLog,
    organisations: OrganisationTable,
    names: NameTable,
    measured: ClosedRange<CalendarDate>?,
    hostAddresses: [NameID: [HostAddress]],
    aliases: [NameID: NameID],
    nullExchangers: Set<DomainIndex>,
    zone: String?,
    keepsRecords: Bool,
    listing: Listing,
    domains: NameTable,
    facts: FactColumns,
    factStarts: ContiguousArray<UInt32>,
    owners: ContiguousArray<UInt32>,
    statuses: ContiguousArray<AnswerStatuses>,
    sources: ContiguousArray<Provenance>,
    organisationDomains: [DomainIndex],
    organisationStarts: ContiguousArray<UInt32>,
    declarations: Declarations
  ) {
    self.files = files
    self.findings = findings
    self.organisations = organisations
    self.names = names
    self.measured = measured
    self.hostAddresses = hostAddresses
    self.aliases = aliases
    self.nullExchangers = nullExchangers
    self.zone = zone
    self.keepsRecords = keepsRecords
    self.listing = listing
    self.domains = domains
    self.facts = facts
    self.factStarts = factStarts
    self.owners = owners
    self.statuses = statuses
    self.sources = sources
    self.organisationDomains = organisationDomains
    self.organisationStarts = organisationStarts
    self.declarations = declarations
  }

  public var domainCount: Int { domains.count }

  public var domainIndices: some Sequence<DomainIndex> {
    (0..<domainCount).lazy.map { DomainIndex($0) }
  }

  public var organisationIndices: some Sequence<OrganisationIndex> {
    (0..<organisations.count).lazy.map { OrganisationIndex($0) }
  }

  public func name(of domain: DomainIndex) -> String {
    domains.string(NameID(rawValue: domain.rawValue))
  }

  func withName<Result>(of domain: DomainIndex, _ body: (Bytes) throws -> Result) rethrows
    -> Result
  {
    try domains.withBytes(of: NameID(rawValue: domain.rawValue), body)
  }

  public func find(domain name: String) -> DomainIndex? {
    domains.find(name).map { DomainIndex(Int($0.rawValue)) }
  }

  public func organisation(of domain: DomainIndex) -> OrganisationIndex {
    OrganisationIndex(Int(owners[domain.index]))
  }

  /// The measured domains of an organisation, in order of appearance; may be none.
  public func domains(of organisation: OrganisationIndex) -> ArraySlice<DomainIndex> {
    let start = Int(organisationStarts[organisation.index])
    return organisationDomains[start..<Int(organisationStarts[organisation.index + 1])]
  }

  /// Whether some domain serves several organisations.
  var hasSharedDomains: Bool { organisationDomains.count > domainCount }

  /// The domains that count for an organisation where domains are counted: one that several rely
  /// on counts once, for the organisation listed first.
  func ownDomains(of organisation: OrganisationIndex) -> ArraySlice<DomainIndex> {
    let all = domains(of: organisation)
    return hasSharedDomains ? all.filter { self.organisation(of: $0) == organisation }[...] : all
  }

  /// Where the facts of a domain stand; read them with ``fact(_:)``.
  public func facts(of domain: DomainIndex) -> Range<Int> {
    Int(factStarts[domain.index])..<Int(factStarts[domain.index + 1])
  }

  public func fact(_ index: Int) -> Fact { facts[index] }

  /// The kind of a fact alone, for those that look for one kind among many.
  public func kind(ofFact index: Int) -> RecordKind { facts.kind[index] }

  public var factCount: Int { facts.count }

  public func status(of question: Question, for domain: DomainIndex) -> AnswerStatus {
    statuses[domain.index][question]
  }

  func statuses(of domain: DomainIndex) -> AnswerStatuses { statuses[domain.index] }

  /// The measured zone in which a host's name lies: the longest one with name servers, if any.
  /// - Complexity: one hash probe per label.
  public func zone(of host: NameID) -> DomainIndex? {
    names.withBytes(of: host) { zone(enclosing: $0) }
  }

  /// The measured zone above a zone, if any.
  public func parent(of zone: DomainIndex) -> DomainIndex? {
    domains.withBytes(of: NameID(rawValue: zone.rawValue)) { name in
      tail(of: name).flatMap { self.zone(enclosing: $0) }
    }
  }

  private func zone(enclosing name: Bytes) -> DomainIndex? {
    var rest = name
    while true {
      if let id = domains.find(rest), statuses[Int(id.rawValue)][.ns] == .answered {
        return DomainIndex(Int(id.rawValue))
      }
      guard let next = tail(of: rest) else { return nil }
      rest = next
    }
  }

  private func tail(of name: Bytes) -> Bytes? {
    name.firstIndex(of: UInt8(ascii: ".")).map { Bytes(rebasing: name[($0 + 1)...]) }
  }

  /// Where a domain was first named.
  public func source(of domain: DomainIndex) -> Provenance { sources[domain.index] }

  /// `file:line`, the form in which every table names a record.
  public func describe(_ source: Provenance) -> String {
    "\(files[Int(source.file)].path):\(source.line)"
  }
}

/// One address of a host.
public struct HostAddress: Sendable, Hashable {
  public var address: NameID
  /// The AS that announces it, when the source says.
  public var asn: UInt32?
  public var source: Provenance
}
