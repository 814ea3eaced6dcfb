/// Brings providers together into firms or legal orders, by small numbers.
///
/// A bucket is never a firm: what is not known belongs to no group.
public struct Grouping: Sendable {
  public let level: GroupLevel
  private let attribution: Attribution
  private let codes: [String]
  private let codeNumbers: [String: Int]
  /// Organisations that serve others are providers: serving itself, one is the same firm.
  private let providerOf: [OrganisationIndex: Int]
  /// The groups of each provider; empty when its company or law is unknown.
  private let ofProvider: [GroupList]
  /// Providers one of whose controllers stands under a law that is not known.
  private let halfKnown: Set<Int>

  public init(_ level: GroupLevel, _ attribution: Attribution, law: LegalControl) {
    self.level = level
    self.attribution = attribution
    let catalogue = attribution.rules.catalogue
    let table = attribution.snapshot.organisations
    var codes: Set<String> = Set(catalogue.companies.map(\.seat))
    if level == .jurisdiction {
      var countries: Set<NameID> = []
      for index in attribution.snapshot.organisationIndices {
        countries.insert(table.word(.country, index))
      }
      codes.formUnion(countries.map { table.string($0) })
    }
    codes.remove("")
    self.codes = codes.sorted()
    let numbers = Dictionary(
      self.codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    codeNumbers = numbers
    let firms = catalogue.companies.count
    var providerOf: [OrganisationIndex: Int] = [:]
    for (number, provider) in attribution.providers.enumerated() {
      if case .organisation(let organisation) = provider.origin {
        providerOf[organisation] = number
      }
    }
    self.providerOf = providerOf
    halfKnown =
      level != .jurisdiction
      ? []
      : Set(
        attribution.providers.indices.filter { number in
          attribution.providers[number].company.map { !law.isWhollyKnown($0) } ?? false
        })
    ofProvider = attribution.providers.enumerated().map { number, provider in
      switch (level, provider.origin) {
      case (.provider, _): return GroupList(number)
      case (.company, .organisation(let organisation)):
        return GroupList(firms + organisation.index)
      case (.company, _): return provider.company.map { GroupList($0) } ?? .none
      case (.jurisdiction, .organisation(let organisation)):
        return numbers[table.country(organisation)].map { GroupList($0) } ?? .none
      case (.jurisdiction, _):
        guard let company = provider.company else { return .none }
        return GroupList(law.jurisdictions(of: company).compactMap { numbers[$0] })
      }
    }
  }

  /// Groups from this number on are organisations that serve themselves.
  var firmCount: Int {
    switch level {
    case .provider: attribution.providers.count
    case .company: attribution.rules.catalogue.companies.count
    case .jurisdiction: codes.count
    }
  }

  /// The groups a binding counts for; none when they are not known.
  public func groups(of binding: Binding, _ organisation: OrganisationIndex) -> GroupList {
    switch binding.status {
    case .attributed: binding.provider.map { ofProvider[$0] } ?? .none
    case .selfHosted: own(organisation)
    case .unattributed, .hidden, .absent, .failed, .notMeasured: .none
    }
  }

  public func groups(ofProvider provider: Int) -> GroupList { ofProvider[provider] }

  /// Whether the groups of a provider are all it has, by jurisdiction: the law of one of its
  /// controllers may not be known.
  func areAll(ofProvider provider: Int) -> Bool {
    !ofProvider[provider].isEmpty && !halfKnown.contains(provider)
  }

  /// An organisation that serves itself: a firm of its own, or its country.
  private func own(_ organisation: OrganisationIndex) -> GroupList {
    switch level {
    case .provider:
      return GroupList(
        providerOf[organisation] ?? attribution.providers.count + organisation.index)
    case .company:
      return GroupList(attribution.rules.catalogue.companies.count + organisation.index)
    case .jurisdiction:
      let country = attribution.snapshot.organisations.country(organisation)
      return codeNumbers[country].map { GroupList($0) } ?? .none
    }
  }

  /// The id and name of a group.
  public func describe(_ group: Int) -> (id: String, name: String) {
    let organisations = attribution.snapshot.organisations
    func own(_ index: Int) -> (String, String) {
      let entry = organisations[OrganisationIndex(index)]
      return ("organisation:" + entry.id, entry.name)
    }
    switch level {
    case .provider:
      let count = attribution.providers.count
      if group >= count { return own(group - count) }
      return (attribution.providers[group].id, attribution.providers[group].name)
    case .company:
      let companies = attribution.rules.catalogue.companies
      if group >= companies.count { return own(group - companies.count) }
      return (companies[group].id, companies[group].name)
    case .jurisdiction:
      let code = codes[group]
      let known = attribution.rules.catalogue.jurisdictions.first { $0.code == code }
      return (code, known?.name("en") ?? code)
    }
  }

  /// The number of a group by its id, where it is a catalogue entry, provider or country.
  public func find(_ id: String) -> Int? {
    switch level {
    case .provider: attribution.providers.firstIndex { $0.id == id }
    case .company: attribution.rules.index.companies[id]
    case .jurisdiction: codeNumbers[id]
    }
  }
}
