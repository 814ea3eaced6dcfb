/// Turns records into patterns while they pass: the first half of attribution, which needs no
/// other domain than the one at hand and keeps no name of a host.
///
/// For each domain call `begin`, one of the `add`s per record, and `end`.
struct PatternWriter: Sendable {
  let rules: Rules
  var tails: HostTails
  var networks = NetworkLists()
  /// The registrable domains of hosts that the catalogue does not know.
  var registrables = NameTable()
  var tables = RecordFamily.allCases.map { _ in PatternTable() }
  var columns = RecordFamily.allCases.map { _ in PatternColumn() }

  /// Whether every record has its place in a pattern, so that bindings lead back to it; where no
  /// record is kept, name servers of one operator in a row are as one.
  private let keepsPlaces: Bool
  /// The zone whose delegations are the input, if it is a zone.
  private let zone: String?
  /// Registrable domains by whole host name: the suffix list is slow to ask.
  private var parents = NameTable()
  private var parentNumbers: ContiguousArray<UInt32> = []
  /// Of the domain at hand.
  private var records = DomainRecords()
  /// By family: the questions whose answers its patterns keep.
  private let questions = RecordFamily.allCases.map { AnswerStatuses(of: $0) }
  /// By family: the last head that came without a record, and its pattern.
  private var emptyHeads = SIMD8<UInt64>(repeating: 0)
  private var emptyPatterns = SIMD8<UInt32>(repeating: 0)
  private var wildcards = WildcardHints()
  private var authorisesNobody = false

  private static let noParent = UInt32.max

  init(_ rules: Rules, zone: String?, keepsPlaces: Bool) {
    self.keepsPlaces = keepsPlaces
    self.rules = rules
    self.zone = zone
    tails = HostTails(zone: zone)
  }

  mutating func begin(_ name: Bytes) {
    records.begin(name)
    wildcards.removeAll()
    authorisesNobody = false
  }

  // MARK: Records

  /// A record that names a host.
  /// - Parameter operated: the name whose operator counts, where aliases lead to another one.
  mutating func add(
    _ kind: RecordKind, host: Bytes, operatedAs operated: Bytes? = nil, _ use: HostUse,
    preference: UInt16? = nil, network: UInt32
  ) {
    var fact = PatternFact(kind)
    let target = operated ?? host
    if kind == .mx { records.append(preference: preference) }
    if use == .alias { wildcards.answers(target: host) }
    if records.isOwn(target) {
      fact.party = .own
      fact.network = network
      append(fact)
      return
    }
    let tail = tails.tail(of: target)
    if let tail, let match = tails.match(target, tail: tail, use, in: rules.index) {
      // A target that only proves who owns the domain takes no mail: nobody's exchanger.
      if kind == .mx, match.role == .identityTenant {
        fact.party = .nobody
      } else {
        fact.party = .catalogued
        fact.number = UInt32(match.provider)
      }
      if use == .alias { fact.role = match.role }
    } else if let parent = registrable(target) {
      fact.party = .registrable
      fact.number = parent
      fact.network = network
    } else {
      fact.party = .suffix
    }
    // Of an include only the owner counts; of a host also the zone of its own name.
    if use.isHost || fact.party == .registrable {
      let named = operated == nil || !use.isHost ? tail : tails.tail(of: host)
      fact.tail = named.map { $0.rawValue + 1 } ?? 0
    }
    append(fact)
  }

  /// An address of the domain itself, with the networks that announce it.
  mutating func add(_ kind: RecordKind, network: UInt32) {
    var fact = PatternFact(kind)
    fact.network = network
    append(fact)
    records.noteAddress()
  }

  /// A record whose value is any text: an address, a policy, a token's service, a tenant.
  mutating func add(_ kind: RecordKind, text: Bytes, asn: UInt32?) {
    func string() -> String { String(decoding: text, as: UTF8.self) }
    switch kind {
    case .a, .aaaa:
      let system = asn ?? rules.networks?.asn(of: string())
      add(kind, network: network(system, ofAddress: true))
    case .txtToken: add(kind, provider: identity(string()))
    case .tenant: add(kind, provider: rules.index.providers[Attributor.tenantProvider])
    case .application: add(kind, provider: rules.index.provider(named: string()))
    case .mxNetwork: add(pooled: asn)
    case .issuer: add(kind, provider: rules.index.certifier(named: string()))
    case .spf:
      authorisesNobody = text.count < 32 && SPFPolicy(string())?.authorisesNobody == true
      add(kind, provider: nil)
    case .mx, .ns, .cname, .spfInclude, .dkim, .autodiscover, .soa, .caa, .wildcard:
      add(kind, provider: nil)
    }
  }

  /// A record whose target may name a mailbox, unless every name of the domain leads there.
  mutating func add(_ kind: RecordKind, target: Bytes) {
    add(kind, provider: mailbox(target, kind))
    if kind == .wildcard {
      wildcards.answers(target: target)
    } else {
      wildcards.setting(at: records.facts.count - 1, target: target)
    }
  }

  /// A record whose value names a provider of the catalogue, or nobody that the rules ask about.
  mutating func add(_ kind: RecordKind, provider: Int?) {
    var fact = PatternFact(kind)
    if let provider {
      fact.party = .catalogued
      fact.number = UInt32(provider)
    }
    append(fact)
  }

  /// An AS number that the source pools over the domain's exchangers.
  mutating func add(pooled system: UInt32?) {
    append(PatternFact(.mxNetwork))
    if let system { records.append(pooled: system) }
  }

  /// The number of one network, or that of "an address of an unknown network".
  mutating func network(_ system: UInt32?, ofAddress hasAddress: Bool) -> UInt32 {
    system.map { networks.number(of: $0) }
      ?? (hasAddress ? NetworkLists.addressOnly : NetworkLists.none)
  }

  mutating func network(of systems: [UInt32], hasAddress: Bool) -> UInt32 {
    systems.isEmpty ? network(nil, ofAddress: hasAddress) : networks.number(of: systems)
  }

  /// The mailbox that a DKIM or autodiscover target names.
  func mailbox(_ target: Bytes, _ kind: RecordKind) -> Int? {
    if kind == .wildcard { return nil }
    let map = kind == .dkim ? rules.index.dkimTargets : rules.index.autodiscoverTargets
    guard let match = map.match(target)?.value, match.role == .mailbox else { return nil }
    return match.provider
  }

  /// The identity provider that a verification token names.
  func identity(_ token: String) -> Int? {
    guard let match = rules.index.tokens[token], match.role == .identityTenant else { return nil }
    return match.provider
  }

  private mutating func append(_ fact: PatternFact) {
    records.append(fact, unlessRepeat: !keepsPlaces)
  }

  // MARK: The end of a domain

  mutating func end(
    _ index: DomainIndex, _ statuses: AnswerStatuses, hasNullExchanger: Bool
  ) {
    if !records.preferences.isEmpty { rankExchangers() }
    for place in wildcards.doubtful { records.update(place) { $0.party = .nobody } }
    for family in RecordFamily.allCases {
      columns[family.rawValue][index] =
        pattern(of: family, statuses, hasNullExchanger: hasNullExchanger)
    }
  }

  /// The number of what one family's records say.
  private mutating func pattern(
    of family: RecordFamily, _ statuses: AnswerStatuses, hasNullExchanger: Bool
  ) -> UInt32 {
    let number = family.rawValue
    var head = PatternHead(statuses: statuses.intersection(questions[number]))
    // Without exchangers an address may still take mail (RFC 5321, 5.1).
    var needsAddress = false
    if family == .senders { head.authorisesNobody = authorisesNobody }
    if family == .mail {
      head.hasNullExchanger = hasNullExchanger
      needsAddress = records.preferences.isEmpty && records.hasAddress
    }
    if !records.has(family), !needsAddress {
      if emptyHeads[number] != head.word {
        emptyHeads[number] = head.word
        emptyPatterns[number] = tables[number].intern([], head)
      }
      return emptyPatterns[number]
    }
    return tables[number].intern(records.facts, of: family, needsAddress, head)
  }

  /// Preferences become places among the distinct ones; pooled networks go to those without any.
  private mutating func rankExchangers() {
    let distinct =
      records.preferences.contains { $0 != nil }
      ? Set(records.preferences.compactMap(\.self)).sorted() : []
    let left = records.pooled.isEmpty ? [] : unexplainedSystems()
    if distinct.isEmpty, left.isEmpty { return }
    var position = 0
    for place in records.facts.indices where records.facts[place].kind == .mx {
      let fact = records.facts[place]
      if let preference = records.preferences[position] {
        let rank = distinct.firstIndex(of: preference) ?? 0
        records.update(place) { $0.rank = UInt8(clamping: min(rank, 254)) }
      }
      position += 1
      if fact.party == .own || fact.party == .registrable,
        fact.network <= NetworkLists.addressOnly, !left.isEmpty
      {
        let network = networks.number(of: left)
        records.update(place) { $0.network = network }
      }
    }
  }

  /// The pooled AS numbers, less those that the known operators of the exchangers explain.
  private func unexplainedSystems() -> [UInt32] {
    let pooled = records.pooled
    if pooled.count < 2 { return pooled }
    let catalogue = rules.catalogue
    func company(_ provider: Int) -> String? { catalogue.providers[provider].company }
    let explained = Set(
      records.facts.filter { $0.kind == .mx && $0.party == .catalogued }
        .compactMap { company(Int($0.number)) })
    let left = pooled.filter { system in
      guard let network = rules.index.networks[system], let owner = company(network.provider)
      else { return true }
      return !explained.contains(owner)
    }
    return left.isEmpty ? pooled : left
  }

  /// The number of a host's registrable domain; nil for a bare suffix.
  private mutating func registrable(_ host: Bytes) -> UInt32? {
    let id = Int(parents.intern(host).rawValue)
    if id == parentNumbers.count {
      let name = RegistrableDomain.of(String(decoding: host, as: UTF8.self), in: zone)
      parentNumbers.append(name.map { registrables.intern($0).rawValue } ?? Self.noParent)
    }
    return parentNumbers[id] == Self.noParent ? nil : parentNumbers[id]
  }
}

extension Bytes {
  /// Whether a name is another one or lies below it, label by label.
  func isName(atOrBelow other: Bytes) -> Bool {
    if count < other.count || other.isEmpty { return false }
    if count > other.count, self[count - other.count - 1] != UInt8(ascii: ".") { return false }
    return Bytes(rebasing: self[(count - other.count)...]).isEqual(other)
  }
}
