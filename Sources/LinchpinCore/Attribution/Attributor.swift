/// Applies the rules of one family to one profile; one rule family per extension.
struct Attributor {
  let profile: Profile
  let providers: ProviderTable
  var found: [Binding] = []

  /// The bindings that follow from a profile; evidence is the position of a record in it.
  static func bindings(
    _ family: RecordFamily, of profile: Profile, _ providers: ProviderTable
  ) -> [Binding] {
    var attributor = Attributor(profile: profile, providers: providers)
    switch family {
    case .mail: attributor.attributeMail()
    case .senders: attributor.attributeSenders()
    case .identity: attributor.attributeIdentity()
    case .nameServers: attributor.attributeNameServers()
    case .web:
      attributor.attributeWeb()
      attributor.attributeCertificates()
    case .applications: attributor.attributeApplications()
    }
    return attributor.found
  }

  // MARK: What the rule families share

  /// The records of a kind with their positions, and whom each names.
  func records(_ kinds: RecordKind...) -> [(position: Int, fact: ProfileFact)] {
    profile.facts.enumerated().filter { kinds.contains($0.element.kind) }
      .map { ($0.offset, $0.element) }
  }

  func status(of question: Question) -> AnswerStatus { profile.head.statuses[question] }

  func isGateway(_ provider: Int) -> Bool {
    provider < providers.gateways.count && providers.gateways[provider]
  }

  /// Adds a binding, or strengthens the one this provider has in this role already.
  mutating func bind(
    _ role: Role, to outcome: Outcome, tier: Tier, evidence: Int?, rank: Int
  ) {
    let same = found.firstIndex { $0.role == role && $0.outcome == outcome }
    if let same {
      if tier < found[same].tier {
        found[same].tier = tier
        found[same].evidence = evidence
      }
      found[same].rank = min(found[same].rank, rank)
    } else {
      found.append(
        Binding(
          role: role, status: outcome.status, reason: outcome.reason, provider: outcome.provider,
          tier: tier, evidence: evidence, rank: rank))
    }
  }

  /// Says how a question without usable records ended; a question never asked leaves no row.
  mutating func close(_ role: Role, _ question: Question, tier: Tier) {
    let status: BindingStatus
    switch self.status(of: question) {
    case .notMeasured: return
    case .absent: status = .absent
    case .failed, .answered: status = .failed
    }
    bind(role, to: Outcome(status: status), tier: tier, evidence: nil, rank: 0)
  }
}
