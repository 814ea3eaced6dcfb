/// The units a study counts: organisations or domains, after filters, each with its weight.
public struct Population: Sendable {
  public let unit: Unit
  public let snapshot: Snapshot
  /// The organisations selected, in order.
  public let organisations: [OrganisationIndex]
  /// Domains of those organisations that were measured.
  public let domainCount: Int
  private let isWeighted: Bool

  public init(_ snapshot: Snapshot, options: AssessmentOptions) {
    let table = snapshot.organisations
    func words(_ texts: [String]) -> Set<String> { Set(texts.map { $0.lowercased() }) }
    let sectors = words(options.selection.sectors)
    let countries = words(options.selection.countries)
    let regions = words(options.selection.regions)
    func isSelected(_ index: OrganisationIndex) -> Bool {
      func passes(_ wanted: Set<String>, _ dimension: Dimension) -> Bool {
        wanted.isEmpty
          || wanted.contains(table.string(table.word(dimension, index)).lowercased())
      }
      return passes(sectors, .sector) && passes(countries, .country) && passes(regions, .region)
    }
    self.init(
      snapshot, unit: options.unit, isWeighted: options.isWeighted,
      organisations: snapshot.organisationIndices.filter(isSelected))
  }

  private init(
    _ snapshot: Snapshot, unit: Unit, isWeighted: Bool, organisations: [OrganisationIndex]
  ) {
    self.snapshot = snapshot
    self.unit = unit
    self.isWeighted = isWeighted
    self.organisations = organisations
    domainCount = organisations.reduce(0) { $0 + snapshot.ownDomains(of: $1).count }
  }

  /// Whether two domains of the same records count the same.
  var countsDomainsAlike: Bool { unit == .domain && !isWeighted }

  /// The number of units: the denominator of every share.
  public var count: Int { unit == .organisation ? organisations.count : domainCount }

  /// The sum of the units' weights.
  public var weight: Double {
    var total = 0.0
    forEachUnit { total += $0.weight }
    return total
  }

  /// One unit: an organisation with all its domains, or one domain.
  public struct Member: Sendable {
    public var organisation: OrganisationIndex
    public var domains: ArraySlice<DomainIndex>
    public var weight: Double
    /// Whether the domain itself is what is counted.
    public var isDomain: Bool
  }

  public func forEachUnit(_ body: (Member) -> Void) {
    for organisation in organisations {
      let weight = isWeighted ? snapshot.organisations.weights[organisation.index] : 1
      let domains =
        unit == .domain ? snapshot.ownDomains(of: organisation) : snapshot.domains(of: organisation)
      switch unit {
      case .organisation:
        body(
          Member(
            organisation: organisation, domains: domains, weight: weight, isDomain: false))
      case .domain:
        for index in domains.indices {
          body(
            Member(
              organisation: organisation, domains: domains[index...index], weight: weight,
              isDomain: true))
        }
      }
    }
  }

  /// Every domain of every unit, in no order that counts.
  func forEachDomain(_ body: (DomainIndex) -> Void) {
    if domainCount == snapshot.domainCount {
      // Front to back through memory.
      for domain in snapshot.domainIndices { body(domain) }
      return
    }
    for organisation in organisations {
      for domain in snapshot.ownDomains(of: organisation) { body(domain) }
    }
  }

  /// The population cut by an attribute of its organisations, values in order of their text.
  public func split(by dimension: Dimension) -> [(value: String, part: Population)] {
    let table = snapshot.organisations
    let groups = Dictionary(grouping: organisations) { table.word(dimension, $0) }
    return groups.map { word, members in
      (
        table.string(word),
        Population(snapshot, unit: unit, isWeighted: isWeighted, organisations: members)
      )
    }.sorted { $0.0 < $1.0 }
  }
}
