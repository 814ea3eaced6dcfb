/// Who serves which role of which domain, with status, tier and evidence: observations under rules.
///
/// Domains whose records say the same share a profile, so bindings are made once for each distinct
/// signature of records and not once for each domain.
public final class Attribution: Sendable {
  public let snapshot: Snapshot
  public let rules: Rules
  /// The catalogue's providers in its order, then the operators found beside it.
  public let providers: [AttributedProvider]
  /// Whether a measured domain lies inside a measured zone.
  let hasNestedZones: Bool
  private let tables: [ProfileTable]
  private let columns: [PatternColumn]

  /// Attributes every domain of a snapshot.
  /// - Complexity: O(facts).
  public convenience init(_ snapshot: Snapshot, under rules: Rules) {
    var writer = PatternWriter(
      rules.including(snapshot), zone: snapshot.zone, keepsPlaces: true)
    for domain in snapshot.domainIndices { writer.write(domain, of: snapshot) }
    self.init(writer, Surroundings(writer, of: snapshot))
  }

  init(_ patterns: PatternWriter, _ surroundings: Surroundings) {
    let resolver = PatternResolver(patterns, surroundings)
    snapshot = surroundings.snapshot
    rules = patterns.rules
    providers = resolver.providers.providers
    hasNestedZones = surroundings.hasNestedZones
    tables = resolver.tables
    columns = resolver.columns
  }

  /// The bindings of a domain, by role; a role without any was not measured.
  /// - Complexity: O(bindings), newly made; counting goes by profiles instead.
  public func bindings(of domain: DomainIndex) -> ArraySlice<Binding> {
    var found: [Binding] = []
    for family in RecordFamily.allCases {
      let bindings = bindings(family, of: domain)
      if bindings.isEmpty { continue }
      let numbers = snapshot.factNumbers(of: family, for: domain)
      for var binding in bindings {
        binding.evidence = binding.evidence.flatMap { $0 < numbers.count ? numbers[$0] : nil }
        found.append(binding)
      }
    }
    return found[...]
  }

  // MARK: Profiles

  func profileNumber(_ family: RecordFamily, of domain: DomainIndex) -> UInt32 {
    columns[family.rawValue][domain]
  }

  func profileColumn(_ family: RecordFamily) -> PatternColumn { columns[family.rawValue] }

  func profileCount(_ family: RecordFamily) -> Int { tables[family.rawValue].count }

  func profile(_ family: RecordFamily, of domain: DomainIndex) -> Profile {
    tables[family.rawValue].profiles[Int(columns[family.rawValue][domain])]
  }

  func profile(_ number: UInt32, _ family: RecordFamily) -> Profile {
    tables[family.rawValue].profiles[Int(number)]
  }

  /// The bindings of one family; their evidence is the position among the family's records.
  func bindings(_ family: RecordFamily, of domain: DomainIndex) -> ArraySlice<Binding> {
    tables[family.rawValue].bindings(of: Int(columns[family.rawValue][domain]))
  }

  func bindings(_ family: RecordFamily, ofProfile number: UInt32) -> ArraySlice<Binding> {
    tables[family.rawValue].bindings(of: Int(number))
  }

  /// The providers that serve some domain, by number, with repeats.
  var providersInUse: [Int] {
    RecordFamily.allCases.flatMap { family in
      tables[family.rawValue].allBindings.compactMap(\.provider)
    }
  }

  // MARK: Evidence

  /// The record that caused a binding: `MX aalten-nl.c-v1.mx.microsoft`.
  public func evidence(of binding: Binding) -> String {
    guard let number = binding.evidence else { return "" }
    let fact = snapshot.fact(number)
    if fact.kind == .mxNetwork { return fact.asn.map { "\(fact.kind.label) AS\($0)" } ?? "" }
    return "\(fact.kind.label) \(snapshot.names.string(fact.value))"
  }

  /// Where that record stands, `file:line`.
  public func source(of binding: Binding, domain: DomainIndex) -> String {
    let source = binding.evidence.map { snapshot.fact($0).source } ?? snapshot.source(of: domain)
    return snapshot.describe(source)
  }
}
