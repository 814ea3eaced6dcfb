extension Comparison {
  /// A domain that others serve in one role than before, told by what both dates answered.
  public struct Movement: Sendable, Equatable {
    public var role: Role
    public var domain: String
    /// Whose domain it is, as the later date has it.
    public var organisation: Organisation
    /// Provider ids, and statuses in parentheses where no provider is known; sorted.
    public var before: [String]
    public var after: [String]
  }

  /// Units that went from one party to another in one role.
  public struct Move: Sendable, Equatable {
    public var role: Role
    public var level: GroupLevel
    /// The part of the population; nil for all of it.
    public var by: Cut?
    /// Provider id, company id or country; a status in parentheses where no provider is known.
    public var from: String
    public var fromName: String
    public var to: String
    public var toName: String
    public var kind: Kind
    /// By domain.
    public var movements: [Movement]
    /// Of the organisations, each once; where domains are counted, of each one's organisation.
    public var weight: Double

    public enum Kind: String, CaseIterable, Sendable {
      case moved, new, gone, addedSecond, droppedSecond
    }

    public var number: Int { movements.count }
    /// Sorted.
    public var domains: [String] { movements.map(\.domain) }
    /// Ids of the organisations of these domains, sorted.
    public var organisations: [String] { Set(movements.map(\.organisation.id)).sorted() }
  }
}

extension Comparison.Movement {
  /// The movements of a chain: what its step of records alone changed. What one date did not ask,
  /// or did not hear, moves nobody, nor does a correction of the catalogue.
  /// - Complexity: O(domains whose records differ).
  /// - Returns: the movements by role and domain, and what the providers are called.
  static func all(_ chain: inout StateChain) -> (
    found: [Comparison.Movement], names: [String: String]
  ) {
    var names: [String: String] = [:]
    guard chain.effective.contains(.records) else { return ([], names) }
    let was = chain.attribution(.rules)
    let now = chain.attribution([.rules, .records])
    let options = chain.terms.options
    let selected = Population(now.snapshot, options: options).selection
    var found: [Comparison.Movement] = []
    for difference in chain.differences.found where !difference.records.isEmpty {
      let domain = DomainIndex(difference.pair)
      let owner = now.snapshot.organisation(of: domain)
      guard selected[owner.index] else { continue }
      for role in options.selection.countedRoles {
        guard let before = was.parties(role, of: domain, options.tier, &names),
          let after = now.parties(role, of: domain, options.tier, &names), before != after
        else { continue }
        found.append(
          Comparison.Movement(
            role: role, domain: now.snapshot.name(of: domain),
            organisation: now.snapshot.organisations[owner], before: before, after: after))
      }
    }
    return (
      found.sorted { ($0.role.rawValue, $0.domain) < ($1.role.rawValue, $1.domain) }, names
    )
  }

  /// From whom to whom, told apart by what happened to the number of providers.
  static func kinds(
    _ was: Set<String>, _ now: Set<String>
  ) -> [(from: String, to: String, kind: Comparison.Move.Kind)] {
    let left = was.subtracting(now).sorted()
    let came = now.subtracting(was).sorted()
    let stayed = was.intersection(now).sorted()
    // Beside somebody known rather than beside nobody in particular.
    let kept = stayed.first { !$0.hasPrefix("(") } ?? stayed.first ?? ""
    if left.isEmpty, came.isEmpty { return [] }
    if left == ["(absent)"] { return came.map { ("", $0, .new) } }
    if came == ["(absent)"] { return left.map { ($0, "", .gone) } }
    if left.isEmpty { return came.map { (kept, $0, .addedSecond) } }
    if came.isEmpty { return left.map { ($0, kept, .droppedSecond) } }
    return left.flatMap { from in came.map { (from, $0, .moved) } }
  }
}

extension Attribution {
  /// Who serves a role of a domain, by id, or the status in parentheses, sorted; nil when it was
  /// never asked or nobody answered: that is coverage, not a movement.
  fileprivate func parties(
    _ role: Role, of domain: DomainIndex, _ tier: Tier, _ names: inout [String: String]
  ) -> [String]? {
    var found: Set<String> = []
    for binding in bindings(role.family, of: domain)
    where binding.role == role && binding.tier <= max(tier, role.strongestTier) {
      if let provider = binding.provider {
        found.insert(providers[provider].id)
        names[providers[provider].id] = providers[provider].name
      } else {
        found.insert("(\(binding.status.label))")
      }
    }
    return found.isEmpty || found == ["(failed)"] ? nil : found.sorted()
  }
}

extension Population {
  /// Of every organisation of the snapshot, whether it is one of these.
  var selection: [Bool] {
    var isSelected = [Bool](repeating: false, count: snapshot.organisations.count)
    for index in organisations { isSelected[index.index] = true }
    return isSelected
  }
}
