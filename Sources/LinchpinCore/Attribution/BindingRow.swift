/// One line of the attribution itself: organisation × domain × role × provider, with evidence.
public struct BindingRow: Sendable, Equatable {
  public var organisation: String
  public var organisationName: String
  public var sector: String
  public var country: String
  public var domain: String
  public var role: Role
  public var status: BindingStatus
  public var reason: BindingReason
  public var provider: String
  public var providerName: String
  public var company: String
  /// Seat first, then those it is controlled from; a self-hosted one has its own country.
  public var jurisdictions: [String]
  public var tier: Tier?
  /// The record: type and value.
  public var evidence: String
  /// Where the record stands, `file:line`.
  public var source: String
}

extension BindingRow {
  /// All rows of a population in a fixed order: organisation, domain, role, rank, provider.
  ///
  /// A domain with nothing in a role has one row with its status; a listed organisation without
  /// any measured domain has none.
  /// - Complexity: O(rows log rows).
  public static func rows(
    _ attribution: Attribution, _ population: Population, roles: [Role], asOf: CalendarDate?
  ) -> [BindingRow] {
    let snapshot = attribution.snapshot
    let catalogue = attribution.rules.catalogue
    let law = LegalControl(catalogue, asOf: asOf)
    var rows: [BindingRow] = []
    for index in population.organisations {
      let organisation = snapshot.organisations[index]
      for domain in snapshot.domains(of: index).sorted(by: {
        snapshot.name(of: $0) < snapshot.name(of: $1)
      }) {
        let bindings = Array(attribution.bindings(of: domain))
        for role in roles {
          let found = bindings.filter { $0.role == role }
          let shown = found.isEmpty ? [Binding(notMeasured: role)] : found
          for binding in shown.sorted(by: { $0.rank < $1.rank }) {
            rows.append(row(attribution, law, organisation, index, domain, binding))
          }
        }
      }
    }
    return rows.enumerated().sorted {
      ($0.element.organisation, $0.element.domain, $0.offset)
        < ($1.element.organisation, $1.element.domain, $1.offset)
    }.map(\.element)
  }

  private static func row(
    _ attribution: Attribution, _ law: LegalControl, _ organisation: Organisation,
    _ index: OrganisationIndex, _ domain: DomainIndex, _ binding: Binding
  ) -> BindingRow {
    let snapshot = attribution.snapshot
    let provider = binding.provider.map { attribution.providers[$0] }
    var jurisdictions: [String] = []
    if let company = provider?.company { jurisdictions = law.jurisdictions(of: company) }
    if case .organisation(let owner)? = provider?.origin {
      jurisdictions = [snapshot.organisations.country(owner)].filter { !$0.isEmpty }
    }
    if binding.status == .selfHosted {
      jurisdictions = [organisation.country].filter { !$0.isEmpty }
    }
    return BindingRow(
      organisation: organisation.id, organisationName: organisation.name,
      sector: organisation.sector, country: organisation.country,
      domain: snapshot.name(of: domain), role: binding.role, status: binding.status,
      reason: binding.reason, provider: provider?.id ?? "", providerName: provider?.name ?? "",
      company: provider?.company.map { attribution.rules.catalogue.companies[$0].name } ?? "",
      jurisdictions: jurisdictions, tier: binding.status == .notMeasured ? nil : binding.tier,
      evidence: attribution.evidence(of: binding),
      source: attribution.source(of: binding, domain: domain))
  }
}

extension Binding {
  /// The row of a role that was never asked about.
  init(notMeasured role: Role) {
    self.init(
      role: role, status: .notMeasured, reason: .none, provider: nil, tier: .routing,
      evidence: nil, rank: 0)
  }
}
