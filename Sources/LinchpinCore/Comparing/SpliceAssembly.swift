/// Puts one spliced snapshot together.
struct SpliceAssembly {
  private let splice: Splice
  private var builder: SnapshotBuilder
  /// The later date's files stand behind the earlier one's.
  private let offset: UInt16
  /// What the organisations of the later date are here.
  private var owners: [OrganisationIndex: OrganisationIndex] = [:]

  /// - Parameter builder: one that attributes makes a snapshot that has no records.
  init(_ splice: Splice, in builder: SnapshotBuilder = SnapshotBuilder()) {
    self.splice = splice
    self.builder = builder
    for file in splice.before.files + splice.after.files { _ = self.builder.open(file) }
    offset = UInt16(splice.before.files.count)
    if let zone = splice.after.zone ?? splice.before.zone { self.builder.delegations(of: zone) }
  }

  mutating func list(_ organisations: [OrganisationIndex]) {
    let after = splice.after
    let listed = after.listing.domainsByOwner
    for index in organisations {
      // What several rely on is listed for the first of them.
      let shared =
        after.hasSharedDomains
        ? after.domains(of: index).filter { after.organisation(of: $0) != index }.map(after.name)
        : []
      builder.list(
        after.organisations[index], domains: (listed[index] ?? []) + shared, sharing: true,
        at: Provenance(file: offset, line: 0))
      owners[index] = builder.organisations.find(after.organisations.id(index))
    }
  }

  /// Adds a domain without its answers, owned as at the later date.
  @discardableResult
  mutating func add(_ pair: Splice.Pair) -> DomainIndex? {
    let place = moved(splice.after.source(of: pair.after), from: splice.after)
    let domain = splice.after.withName(of: pair.after) { builder.domain($0, at: place) }
    if let domain, let owner = owners[splice.after.organisation(of: pair.after)] {
      builder.own(domain, by: owner)
    }
    return domain
  }

  mutating func copy(_ pair: Splice.Pair, _ later: Splice.Later) {
    guard let domain = add(pair) else { return }
    for question in Question.allCases {
      let isLater = later.isSuperset(of: splice.kind(of: question, pair))
      copy(
        question, from: isLater ? splice.after : splice.before, isLater ? pair.after : pair.before,
        to: domain)
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
