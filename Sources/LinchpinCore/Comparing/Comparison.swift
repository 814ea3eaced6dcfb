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

  /// Units that went from one provider to another in one role.
  public struct Move: Sendable, Equatable {
    public var role: Role
    /// Provider id, or a status in parentheses where no provider is known.
    public var from: String
    public var fromName: String
    public var to: String
    public var toName: String
    public var kind: Kind
    public var domains: [String]

    public enum Kind: String, Sendable {
      case moved, new, gone, addedSecond, droppedSecond
    }

    public var number: Int { domains.count }
  }

  public let before: Attribution
  public let after: Attribution
  public let organisations: Membership
  public let domains: Membership
  public let changes: [Change]
  public let moves: [Move]
  public let shares: [ShareChange]

  /// One group's count at both dates.
  public struct ShareChange: Sendable, Equatable {
    public var role: Role
    public var level: GroupLevel
    public var group: String
    public var name: String
    public var before: Double
    public var after: Double
    public var unit: Unit
  }
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
    let splice = Splice(before, after, successions: terms.successions)
    let old = Attribution(before, under: terms.rulesAfter)
    let new = Attribution(after, under: terms.rulesAfter)
    self.before =
      terms.hasTwoCatalogues ? Attribution(before, under: terms.rulesBefore) : old
    self.after = new
    domains = Membership(
      old: before.domainIndices.map(before.name), new: after.domainIndices.map(after.name),
      Successions())
    organisations = Membership(
      old: before.organisationIndices.map(before.organisations.id),
      new: after.organisationIndices.map(after.organisations.id), terms.successions)
    changes = splice.kept.flatMap { Self.changes($0, before, after) }
    moves = Self.moves(
      splice, old, new, roles: terms.options.selection.countedRoles, terms.options.tier)
    shares = Self.shareChanges(
      Assessment(old, options: terms.options).shares,
      Assessment(new, options: terms.options).shares)
  }

  // MARK: Records

  /// The questions a domain answers otherwise than before; order and repetition do not count.
  private static func changes(
    _ pair: Splice.Pair, _ before: Snapshot, _ after: Snapshot
  ) -> [Change] {
    let old = answers(before, pair.before)
    let new = answers(after, pair.after)
    return Question.allCases.compactMap { question in
      let was = before.status(of: question, for: pair.before)
      let now = after.status(of: question, for: pair.after)
      if was == now, old[question] == new[question] { return nil }
      let bothAnswered = [was, now].allSatisfy { $0 == .answered || $0 == .absent }
      return Change(
        organisation: after.organisations.id(after.organisation(of: pair.after)),
        domain: pair.name,
        role: question.mainRole, question: question, before: old[question] ?? [],
        after: new[question] ?? [], cause: bothAnswered ? .records : .coverage)
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

  // MARK: Movements

  /// Movements are of records alone: what one date did not ask, or did not hear, moves nobody.
  private static func moves(
    _ splice: Splice, _ before: Attribution, _ after: Attribution, roles: [Role], _ tier: Tier
  ) -> [Move] {
    var moves: [MoveKey: [String]] = [:]
    var names: [String: String] = [:]
    let mixed = splice.kept.filter { pair in
      Question.allCases.contains {
        splice.kind(of: $0, pair) == .coverage
          && splice.before.status(of: $0, for: pair.before)
            != splice.after.status(of: $0, for: pair.after)
      }
    }
    let between = Attribution(splice.snapshot(.records, of: mixed), under: after.rules)
    for pair in splice.kept {
      let place = between.snapshot.find(domain: pair.name)
      for role in roles {
        guard let was = parties(before, pair.before, role, tier, &names),
          let now = place.map({ parties(between, $0, role, tier, &names) })
            ?? parties(after, pair.after, role, tier, &names), was != now
        else { continue }
        for key in MoveKey.keys(role, Set(was), Set(now)) {
          moves[key, default: []].append(pair.name)
        }
      }
    }
    return moves.map { key, domains in
      Move(
        role: key.role, from: key.from, fromName: names[key.from] ?? key.from, to: key.to,
        toName: names[key.to] ?? key.to, kind: key.kind, domains: domains.sorted())
    }.sorted {
      ($1.number, $0.role.rawValue, $0.from, $0.to, $0.kind.rawValue)
        < ($0.number, $1.role.rawValue, $1.from, $1.to, $1.kind.rawValue)
    }
  }

  /// Who serves a role, by id, or the status in parentheses; nil when it was never asked.
  private static func parties(
    _ attribution: Attribution, _ domain: DomainIndex, _ role: Role, _ tier: Tier,
    _ names: inout [String: String]
  ) -> [String]? {
    var found: Set<String> = []
    for binding in attribution.bindings(of: domain)
    where binding.role == role && binding.tier <= max(tier, role.strongestTier) {
      if let provider = binding.provider {
        found.insert(attribution.providers[provider].id)
        names[attribution.providers[provider].id] = attribution.providers[provider].name
      } else {
        found.insert("(\(binding.status.label))")
      }
    }
    // A failed look-up says nothing about who served: that is coverage, not a movement.
    return found.isEmpty || found == ["(failed)"] ? nil : found.sorted()
  }

  private struct MoveKey: Hashable {
    var role: Role
    var from: String
    var to: String
    var kind: Move.Kind

    static func keys(_ role: Role, _ was: Set<String>, _ now: Set<String>) -> [MoveKey] {
      let left = was.subtracting(now).sorted()
      let came = now.subtracting(was).sorted()
      let stayed = was.intersection(now).sorted()
      if left == ["(absent)"] {
        return came.map { MoveKey(role: role, from: "", to: $0, kind: .new) }
      }
      if came == ["(absent)"] {
        return left.map { MoveKey(role: role, from: $0, to: "", kind: .gone) }
      }
      if left.isEmpty {
        return came.map {
          MoveKey(role: role, from: stayed.first ?? "", to: $0, kind: .addedSecond)
        }
      }
      if came.isEmpty {
        return left.map {
          MoveKey(role: role, from: $0, to: stayed.first ?? "", kind: .droppedSecond)
        }
      }
      return left.flatMap { from in
        came.map { MoveKey(role: role, from: from, to: $0, kind: .moved) }
      }
    }
  }

  private static func shareChanges(_ before: [Share], _ after: [Share]) -> [ShareChange] {
    struct Key: Hashable {
      var role: Role
      var level: GroupLevel
      var group: String
    }
    var found: [Key: ShareChange] = [:]
    for (isAfter, shares) in [(false, before), (true, after)] {
      for share in shares where share.by == nil {
        let key = Key(role: share.role, level: share.level, group: share.group)
        var change =
          found[key]
          ?? ShareChange(
            role: share.role, level: share.level, group: share.group, name: share.name, before: 0,
            after: 0, unit: share.unit)
        if isAfter { change.after = share.number } else { change.before = share.number }
        found[key] = change
      }
    }
    return found.values.sorted {
      ($0.role.rawValue, $0.level.rawValue, $1.after, $1.before, $0.group)
        < ($1.role.rawValue, $1.level.rawValue, $0.after, $0.before, $1.group)
    }
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
