/// What differs between two snapshots under the same rules.
public struct Comparison: Sendable {
  public struct Membership: Sendable, Equatable {
    public var added: [String]
    public var removed: [String]
    public var kept: Int
    /// Organisations that were renamed, or merged into one that is there: neither gone nor new.
    public var succeeded: [String] = []
  }

  /// One question that a kept domain answers differently.
  public struct Change: Sendable, Equatable {
    public var organisation: String
    public var domain: String
    public var role: Role?
    public var question: Question
    public var before: [String]
    public var after: [String]
    /// `records` where both dates answered, else `coverage`.
    public var cause: Cause
  }

  /// What can change a total between two dates; a record itself changes by the middle two alone.
  public enum Cause: String, CaseIterable, Sendable {
    /// Who is counted: leavers, entrants, and attributes of those that stayed.
    case population
    /// Answers that both dates have.
    case records
    /// Newly asked, newly failed.
    case coverage
    /// Catalogue, networks, suffix list.
    case rules
    /// Edges of ownership that started or ended between the dates.
    case ownership
  }

  public let before: Attribution
  public let after: Attribution
  public let organisations: Membership
  public let domains: Membership
  public let changes: [Change]
  /// Who moved, domain by domain.
  public let movements: [Movement]
  /// The same brought together by provider.
  public private(set) var moves: [Move] = []
  /// Whether the inputs have an organisation or a domain in common, whatever is selected.
  public let haveCommon: Bool
  let unit: Unit
  /// By the id of a provider in a movement.
  let providerNames: [String: String]
}

extension Comparison {
  /// Compares two snapshots under one set of rules.
  /// - Complexity: O(facts of both).
  public init(
    _ before: Snapshot, _ after: Snapshot, under rules: Rules, options: AssessmentOptions
  ) {
    self.init(before, after, ComparisonTerms(before, after, under: rules, options: options))
  }

  /// Compares two snapshots; who moved is told under the later date's rules alone, so that a
  /// correction of the catalogue moves nobody.
  /// - Complexity: O(facts of both).
  public init(_ before: Snapshot, _ after: Snapshot, _ terms: ComparisonTerms) {
    var chain = StateChain(before, after, terms)
    self.init(&chain)
  }

  /// Both dates, and the causes of what differs, out of one chain of states.
  /// - Complexity: that of ``Causes``; each date is attributed once.
  public static func withCauses(
    _ before: Snapshot, _ after: Snapshot, _ terms: ComparisonTerms
  ) -> (comparison: Comparison, causes: Causes) {
    var chain = StateChain(before, after, terms)
    let causes = Causes(&chain)
    return (Comparison(&chain), causes)
  }

  init(_ chain: inout StateChain) {
    let splice = chain.splice
    let (old, new) = (splice.before, splice.after)
    before = chain.firstAttribution()
    after = chain.lastAttribution()
    unit = chain.terms.options.unit
    let populations = [old, new].map { Population($0, options: chain.terms.options) }
    let owners = (populations[0].selection, populations[1].selection)
    organisations = Membership(
      old: populations[0].organisations.map(old.organisations.id),
      new: populations[1].organisations.map(new.organisations.id), chain.terms.successions)
    domains = Membership(splice, owners)
    haveCommon =
      !splice.kept.isEmpty
      || old.organisationIndices.contains {
        let heir = splice.successions.successor(of: old.organisations.id($0))
        return new.organisations.find(heir) != nil
      }
    changes = chain.differences.found.filter {
      owners.1[new.organisation(of: splice.kept[$0.pair].after).index]
    }.flatMap { Self.changes($0, splice) }.sorted {
      ($0.domain, $0.question.rawValue) < ($1.domain, $1.question.rawValue)
    }
    (movements, providerNames) = Movement.all(&chain)
    moves = moves(at: .provider, asOf: nil)
  }

  // MARK: Records

  /// The questions a domain answers otherwise than before; order and repetition do not count.
  private static func changes(
    _ difference: RecordDifferences.Difference, _ splice: Splice
  ) -> [Change] {
    let (before, after) = (splice.before, splice.after)
    let pair = splice.kept[difference.pair]
    let old = answers(before, pair.before)
    let new = answers(after, pair.after)
    return Question.allCases.compactMap { question in
      guard difference.all.contains(question) else { return nil }
      let was = before.status(of: question, for: pair.before)
      let now = after.status(of: question, for: pair.after)
      if was == now, old[question] == new[question] { return nil }
      return Change(
        organisation: after.organisations.id(after.organisation(of: pair.after)),
        domain: splice.name(of: pair),
        role: question.mainRole, question: question, before: old[question] ?? [],
        after: new[question] ?? [],
        cause: difference.records.contains(question) ? .records : .coverage)
    }
  }

  /// A domain's records by question, sorted. Networks follow from hosts and are left out; of SPF
  /// the whole policy counts where it is known.
  private static func answers(_ snapshot: Snapshot, _ domain: DomainIndex) -> [Question: [String]] {
    var found: [Question: Set<String>] = [:]
    let facts = snapshot.facts(of: domain).map { snapshot.fact($0) }
    let hasPolicy = facts.contains { $0.kind == .spf }
    for fact in facts where fact.kind != .mxNetwork {
      if fact.kind == .spfInclude, hasPolicy { continue }
      found[fact.kind.question, default: []].insert(snapshot.names.string(fact.value))
    }
    return found.mapValues { $0.sorted() }
  }
}

extension Question {
  /// The role whose bindings an answer decides first.
  var mainRole: Role? {
    switch self {
    case .mx: .mailExchange
    case .ns, .soa: .authoritativeDNS
    case .address, .cname: .webOrigin
    case .spf: .outboundSender
    case .dkim, .autodiscover, .wildcard: .mailbox
    case .txt, .tenant: .identityTenant
    case .application: .application
    case .caa, .certificate: .certificateAuthority
    }
  }
}

extension Comparison.Membership {
  init(old: some Sequence<String>, new: some Sequence<String>, _ successions: Successions) {
    let old = Set(old)
    let new = Set(new)
    let heirs = Set(old.map(successions.successor))
    self.init(
      added: new.subtracting(heirs).sorted(),
      removed: old.filter { !new.contains(successions.successor(of: $0)) }.sorted(),
      kept: heirs.intersection(new).count,
      succeeded: old.filter {
        let heir = successions.successor(of: $0)
        return heir != $0 && new.contains(heir)
      }.sorted())
  }
}

extension Comparison.Membership {
  /// Domains, of the organisations selected at each date.
  fileprivate init(_ splice: Splice, _ owners: ([Bool], [Bool])) {
    let (before, after) = (splice.before, splice.after)
    func isIn(_ domain: DomainIndex, _ snapshot: Snapshot, _ owners: [Bool]) -> Bool {
      owners[snapshot.organisation(of: domain).index]
    }
    var isLeaver = [Bool](repeating: true, count: before.domainCount)
    var isEntrant = [Bool](repeating: true, count: after.domainCount)
    var kept = 0
    for pair in splice.kept
    where isIn(pair.before, before, owners.0) && isIn(pair.after, after, owners.1) {
      isLeaver[pair.before.index] = false
      isEntrant[pair.after.index] = false
      kept += 1
    }
    self.init(
      added: after.domainIndices.filter { isEntrant[$0.index] && isIn($0, after, owners.1) }
        .map(after.name).sorted(),
      removed: before.domainIndices.filter { isLeaver[$0.index] && isIn($0, before, owners.0) }
        .map(before.name).sorted(),
      kept: kept)
  }
}
