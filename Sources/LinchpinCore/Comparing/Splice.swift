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
    var before: DomainIndex
    var after: DomainIndex
  }

  let before: Snapshot
  let after: Snapshot
  let successions: Successions
  /// In the order of the earlier date; in a spliced snapshot a pair's place is its domain's number.
  let kept: [Pair]

  /// - Complexity: O(domains); a hash probe for each one that does not follow the one before it at
  ///   both dates.
  init(_ before: Snapshot, _ after: Snapshot, successions: Successions = Successions()) {
    self.before = before
    self.after = after
    self.successions = successions
    var kept: [Pair] = []
    kept.reserveCapacity(min(before.domainCount, after.domainCount))
    var next = 0
    for index in before.domainIndices {
      let place = before.withName(of: index) { name -> Int? in
        if next < after.domainCount,
          after.withName(of: DomainIndex(next), { $0.isEqual(name) })
        {
          return next
        }
        return after.domains.find(name).map { Int($0.rawValue) }
      }
      guard let place else { continue }
      kept.append(Pair(before: index, after: DomainIndex(place)))
      next = place + 1
    }
    self.kept = kept
  }

  func name(of pair: Pair) -> String { after.name(of: pair.after) }

  /// Whether a question of a domain is one of records or of coverage.
  func kind(of question: Question, _ pair: Pair) -> Later {
    let isAnswered = [
      before.status(of: question, for: pair.before), after.status(of: question, for: pair.after),
    ].allSatisfy { $0 == .answered || $0 == .absent }
    return isAnswered ? .records : .coverage
  }

  /// What differs of hosts: of their addresses and CNAMEs.
  /// - Complexity: O(hosts of both).
  func differencesOfHosts() -> Later {
    var found: Later = []
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
  /// - Complexity: O(facts).
  func snapshot(_ later: Later) -> Snapshot {
    var assembly = SpliceAssembly(self)
    assembly.list(keptOrganisations)
    for pair in kept { assembly.copy(pair, later) }
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
}
