/// Two snapshots taken apart, so that what lies between them can be put together.
///
/// A spliced snapshot holds the organisations and domains that both dates have, with the later
/// date's attributes (weight, sector, owner of a domain), and every question answered by one of
/// the two dates. It is built like any other snapshot, so all that is measured of it is measured
/// as always.
struct Splice {
  /// The answers that come from the later date.
  struct Later: OptionSet {
    let rawValue: UInt8

    /// Questions that both dates answered.
    static let records = Later(rawValue: 1)
    /// Questions that one of the dates, or neither, answered: newly asked, newly failed.
    static let coverage = Later(rawValue: 2)
    static let all: Later = [.records, .coverage]
  }

  /// A domain that both dates have.
  struct Pair {
    var name: String
    var before: DomainIndex
    var after: DomainIndex
  }

  let before: Snapshot
  let after: Snapshot
  let successions: Successions
  /// In order of name.
  let kept: [Pair]

  /// - Complexity: O(domains log domains).
  init(_ before: Snapshot, _ after: Snapshot, successions: Successions = Successions()) {
    self.before = before
    self.after = after
    self.successions = successions
    kept = before.domainIndices.compactMap { index in
      let name = before.name(of: index)
      return after.find(domain: name).map { Pair(name: name, before: index, after: $0) }
    }.sorted { $0.name < $1.name }
  }

  /// Whether a question of a domain is one of records or of coverage.
  func kind(of question: Question, _ pair: Pair) -> Later {
    let isAnswered = [
      before.status(of: question, for: pair.before), after.status(of: question, for: pair.after),
    ].allSatisfy { $0 == .answered || $0 == .absent }
    return isAnswered ? .records : .coverage
  }

  /// What differs at all between the dates: where nothing does, no state of its own is needed.
  /// - Complexity: O(facts of both).
  func differences() -> Later {
    var found: Later = []
    for pair in kept where found != .all {
      for question in Question.allCases
      where !found.isSuperset(of: kind(of: question, pair)) && differs(question, pair) {
        found.formUnion(kind(of: question, pair))
      }
    }
    if hosts(before) != hosts(after) { found.formUnion(kindOfHosts(\.hostAddresses.isEmpty)) }
    if aliases(before) != aliases(after) { found.formUnion(kindOfHosts(\.aliases.isEmpty)) }
    return found
  }

  /// The organisations of the later date that are no entrants: known before by id or through a
  /// succession, or owners of a domain that both dates have.
  var keptOrganisations: [OrganisationIndex] {
    var isKept = [Bool](repeating: false, count: after.organisations.count)
    for index in before.organisationIndices {
      let id = successions.successor(of: before.organisations.id(index))
      if let later = after.organisations.find(id) { isKept[later.index] = true }
    }
    for pair in kept { isKept[after.organisation(of: pair.after).index] = true }
    return after.organisationIndices.filter { isKept[$0.index] }
  }

  /// The state between the dates in which the answers named come from the later one.
  /// - Parameter chosen: the domains to hold; nil for all that both dates have.
  /// - Complexity: O(facts).
  func snapshot(_ later: Later, of chosen: [Pair]? = nil) -> Snapshot {
    var assembly = SpliceAssembly(self)
    assembly.list(keptOrganisations)
    for pair in chosen ?? kept { assembly.copy(pair, later) }
    assembly.copyHosts(
      order(later, by: kindOfHosts(\.hostAddresses.isEmpty)),
      aliases: order(later, by: kindOfHosts(\.aliases.isEmpty)))
    return assembly.finish()
  }

  // MARK: Hosts

  /// Addresses and CNAMEs of hosts answer no question of one domain. They change with the records
  /// where both dates have any, else they were newly asked for.
  private func kindOfHosts(_ isEmpty: KeyPath<Snapshot, Bool>) -> Later {
    before[keyPath: isEmpty] || after[keyPath: isEmpty] ? .coverage : .records
  }

  /// Which date is asked first about a host; where answers are mixed the other one fills gaps.
  private func order(_ later: Later, by kind: Later) -> [Snapshot] {
    let asked = later.isSuperset(of: kind) ? [after, before] : [before, after]
    return later == [] || later == .all ? [asked[0]] : asked
  }

  private func hosts(_ snapshot: Snapshot) -> [String: Set<String>] {
    Dictionary(
      uniqueKeysWithValues: snapshot.hostAddresses.map { host, addresses in
        (
          snapshot.names.string(host),
          Set(addresses.map { "\(snapshot.names.string($0.address)) \($0.asn ?? 0)" })
        )
      })
  }

  private func aliases(_ snapshot: Snapshot) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: snapshot.aliases.map {
        (snapshot.names.string($0), snapshot.names.string($1))
      })
  }

  private func differs(_ question: Question, _ pair: Pair) -> Bool {
    if before.status(of: question, for: pair.before)
      != after.status(of: question, for: pair.after)
    {
      return true
    }
    return answer(before, pair.before, question) != answer(after, pair.after, question)
  }

  private struct Answer: Equatable {
    var kind: RecordKind
    var value: String
    var preference: UInt16?
    var asn: UInt32?
  }

  private func answer(
    _ snapshot: Snapshot, _ domain: DomainIndex, _ question: Question
  ) -> [Answer] {
    snapshot.facts(of: domain).compactMap { number in
      guard snapshot.kind(ofFact: number).question == question else { return nil }
      let fact = snapshot.fact(number)
      return Answer(
        kind: fact.kind, value: snapshot.names.string(fact.value), preference: fact.preference,
        asn: fact.asn)
    }
  }
}

/// Puts one spliced snapshot together.
private struct SpliceAssembly {
  private let splice: Splice
  private var builder = SnapshotBuilder()
  /// The later date's files stand behind the earlier one's.
  private let offset: UInt16

  init(_ splice: Splice) {
    self.splice = splice
    for file in splice.before.files + splice.after.files { _ = builder.open(file) }
    offset = UInt16(splice.before.files.count)
    if let zone = splice.after.zone ?? splice.before.zone { builder.delegations(of: zone) }
  }

  mutating func list(_ organisations: [OrganisationIndex]) {
    let after = splice.after
    let listed = after.listing.domainsByOwner
    for index in organisations {
      builder.list(
        after.organisations[index], domains: listed[index] ?? [],
        at: Provenance(file: offset, line: 0))
    }
  }

  mutating func copy(_ pair: Splice.Pair, _ later: Splice.Later) {
    var name = pair.name
    let place = moved(splice.after.source(of: pair.after), from: splice.after)
    guard let domain = name.withUTF8({ builder.domain(Bytes($0), at: place) }) else { return }
    assign(domain, to: splice.after.organisation(of: pair.after))
    for question in Question.allCases {
      let isLater = later.isSuperset(of: splice.kind(of: question, pair))
      copy(
        question, from: isLater ? splice.after : splice.before, isLater ? pair.after : pair.before,
        to: domain)
    }
  }

  private mutating func assign(_ domain: DomainIndex, to owner: OrganisationIndex) {
    let organisation = splice.after.organisations[owner]
    let texts = [
      organisation.id, organisation.name, organisation.sector, organisation.country,
    ].map { Array($0.utf8) }
    texts[0].withUnsafeBytes { id in
      texts[1].withUnsafeBytes { name in
        texts[2].withUnsafeBytes { sector in
          texts[3].withUnsafeBytes { country in
            builder.assign(
              domain, organisation: id, name: name, sector: sector, country: country)
          }
        }
      }
    }
  }

  private mutating func copy(
    _ question: Question, from snapshot: Snapshot, _ source: DomainIndex, to domain: DomainIndex
  ) {
    builder.answer(question, of: domain, snapshot.status(of: question, for: source))
    if question == .mx, snapshot.nullExchangers.contains(source) {
      [UInt8(ascii: ".")].withUnsafeBytes {
        builder.observe(
          .mx, of: domain, name: $0, at: moved(snapshot.source(of: source), from: snapshot))
      }
    }
    for number in snapshot.facts(of: source)
    where snapshot.kind(ofFact: number).question == question {
      let fact = snapshot.fact(number)
      let place = moved(fact.source, from: snapshot)
      snapshot.names.withBytes(of: fact.value) { value in
        if fact.kind.valueIsName {
          builder.observe(
            fact.kind, of: domain, name: value, preference: fact.preference, asn: fact.asn,
            at: place)
        } else {
          builder.observe(fact.kind, of: domain, text: value, asn: fact.asn, at: place)
        }
      }
    }
  }

  /// Copies what is known of hosts, from the first snapshot that knows a host.
  mutating func copyHosts(_ addresses: [Snapshot], aliases: [Snapshot]) {
    var seen: Set<String> = []
    for snapshot in addresses {
      for host in snapshot.hostAddresses.keys.sorted()
      where seen.insert(snapshot.names.string(host)).inserted {
        for record in snapshot.hostAddresses[host] ?? [] {
          snapshot.names.withBytes(of: host) { host in
            snapshot.names.withBytes(of: record.address) { address in
              builder.address(
                address, asn: record.asn, ofHost: host, at: moved(record.source, from: snapshot))
            }
          }
        }
      }
    }
    seen = []
    for snapshot in aliases {
      for host in snapshot.aliases.keys.sorted()
      where seen.insert(snapshot.names.string(host)).inserted {
        guard let target = snapshot.aliases[host] else { continue }
        snapshot.names.withBytes(of: host) { host in
          snapshot.names.withBytes(of: target) { target in
            builder.alias(
              host, to: target, at: moved(Provenance(file: 0, line: 0), from: snapshot))
          }
        }
      }
    }
  }

  consuming func finish() -> Snapshot {
    // Suppliers are declared, not measured: both dates' states know all of them.
    for snapshot in [splice.before, splice.after] {
      builder.declare(
        snapshot.declarations, movedBy: snapshot === splice.after ? offset : 0)
    }
    return builder.freeze()
  }

  private func moved(_ source: Provenance, from snapshot: Snapshot) -> Provenance {
    snapshot === splice.after
      ? Provenance(file: source.file + offset, line: source.line) : source
  }
}
