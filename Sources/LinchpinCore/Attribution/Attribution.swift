/// Who serves which role of which domain, with status, tier and evidence: observations under rules.
public final class Attribution: Sendable {
  public let snapshot: Snapshot
  public let rules: Rules
  /// The catalogue's providers in its order, then the operators found beside it.
  public let providers: [AttributedProvider]
  private let bindings: BindingList
  private let outcomes: OutcomeColumn

  /// Attributes every domain of a snapshot.
  /// - Complexity: O(facts); every distinct host is resolved once.
  public init(_ snapshot: Snapshot, under rules: Rules) {
    var attributor = Attributor(snapshot, rules)
    for domain in snapshot.domainIndices { attributor.attribute(domain) }
    self.snapshot = snapshot
    self.rules = rules
    providers = attributor.resolver.providers
    bindings = attributor.bindings
    outcomes = attributor.outcomes
  }

  /// The bindings of a domain, by role; a role without any was not measured.
  public func bindings(of domain: DomainIndex) -> ArraySlice<Binding> { bindings[domain] }

  /// Whose host a fact names, where its kind names one.
  func outcome(ofFact number: Int) -> Outcome? { outcomes[number] }

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
