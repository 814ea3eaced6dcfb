/// A count by who owns the networks behind a domain's records, as a study of the Dutch broadcaster
/// NOS counted in 2026: our reconstruction from its description, not its code.
///
/// Unit domain. Addresses of the name, of its mail exchangers and of its name servers, CNAMEs
/// followed, lead to the network and so to its owner. Where no network is known the name of the
/// host says whose it is, which the study did not do; those are counted apart.
public struct NetworkProfile: Sendable, Equatable {
  /// Which records are asked; the last two bring types together.
  public enum Records: String, CaseIterable, Sendable {
    case address, mailExchangers, nameServers
    /// Any of the first two: without name servers.
    case withoutNameServers
    case all

    fileprivate var parts: [Records] {
      switch self {
      case .address, .mailExchangers, .nameServers: [self]
      case .withoutNameServers: [.address, .mailExchangers]
      case .all: [.address, .mailExchangers, .nameServers]
      }
    }
  }

  /// Domains of which some record leads to a legal order.
  public struct Row: Sendable, Equatable {
    public var jurisdiction: String
    public var records: Records
    public var number: Int
    /// Of these, those that only the name of a host ties, no network being known.
    public var byName: Int
    /// Domains not tied of which a network or its owner is not known.
    public var unknown: Int
    /// Domains that have such records, and those of the population.
    public var with: Int
    public var of: Int

    /// number / of, 0–1; nil below 30 domains.
    public var share: Double? {
      of < Share.smallestPopulation ? nil : Double(number) / Double(of)
    }
  }

  public static let name = "nos-2026"

  /// By legal order, the widest first, then by records.
  public var rows: [Row]

  /// - Complexity: O(records of the population); only where the records were kept.
  public init(_ attribution: Attribution, _ population: Population, asOf: CalendarDate?) {
    var reader = NetworkOwners(attribution, asOf: asOf)
    var counts: [String: [Records: Row]] = [:]
    var found: [[Records: NetworkOwners.Found]] = []
    for organisation in population.organisations {
      for domain in attribution.snapshot.domains(of: organisation) {
        found.append(reader.found(of: domain))
      }
    }
    let codes = Set(found.flatMap { $0.values.flatMap { $0.laws.union($0.lawsByName) } })
    for code in codes {
      for records in Records.allCases {
        var row = Row(
          jurisdiction: code, records: records, number: 0, byName: 0, unknown: 0, with: 0,
          of: found.count)
        for domain in found {
          let parts = records.parts.compactMap { domain[$0] }
          if parts.isEmpty { continue }
          row.with += 1
          if parts.contains(where: { $0.laws.contains(code) }) {
            row.number += 1
          } else if parts.contains(where: { $0.lawsByName.contains(code) }) {
            row.number += 1
            row.byName += 1
          } else if parts.contains(where: \.isUnknown) {
            row.unknown += 1
          }
        }
        counts[code, default: [:]][records] = row
      }
    }
    rows = counts.values.sorted {
      let (one, other) = ($0[.all]?.number ?? 0, $1[.all]?.number ?? 0)
      return (other, $0[.all]?.jurisdiction ?? "") < (one, $1[.all]?.jurisdiction ?? "")
    }.flatMap { rows in Records.allCases.compactMap { rows[$0] } }
  }
}

/// Leads from a domain's records to the owners of their networks.
private struct NetworkOwners {
  /// What one type of record says of a domain.
  struct Found {
    var laws: Set<String> = []
    var lawsByName: Set<String> = []
    var isUnknown = false
  }

  private let attribution: Attribution
  private let law: LegalControl
  private let grouping: Grouping
  private var lawsOfNetwork: [UInt32: Set<String>] = [:]

  init(_ attribution: Attribution, asOf: CalendarDate?) {
    self.attribution = attribution
    law = LegalControl(attribution.rules.catalogue, asOf: asOf)
    grouping = Grouping(.jurisdiction, attribution, law: law)
  }

  /// By type of record; a type that the domain does not have is left out.
  mutating func found(of domain: DomainIndex) -> [NetworkProfile.Records: Found] {
    let snapshot = attribution.snapshot
    var systems: [NetworkProfile.Records: [UInt32?]] = [:]
    var pooled: [UInt32] = []
    for number in snapshot.facts(of: domain) {
      let fact = snapshot.fact(number)
      switch fact.kind {
      case .a, .aaaa: systems[.address, default: []].append(system(ofAddress: fact))
      case .mx: systems[.mailExchangers, default: []] += self.systems(ofHost: fact)
      case .ns: systems[.nameServers, default: []] += self.systems(ofHost: fact)
      case .mxNetwork: pooled += fact.asn.map { [$0] } ?? []
      default: continue
      }
    }
    if let hosts = systems[.mailExchangers], hosts.allSatisfy({ $0 == nil }), !pooled.isEmpty {
      systems[.mailExchangers] = pooled
    }
    var found: [NetworkProfile.Records: Found] = [:]
    for (records, numbers) in systems {
      var entry = Found()
      for number in numbers {
        guard let number else { continue }
        let laws = self.laws(of: number)
        entry.laws.formUnion(laws)
        if laws.isEmpty { entry.isUnknown = true }
      }
      if numbers.contains(where: { $0 == nil }) { addNames(records, of: domain, to: &entry) }
      found[records] = entry
    }
    return found
  }

  /// Hosts without a network speak by their names, as everywhere else.
  private func addNames(
    _ records: NetworkProfile.Records, of domain: DomainIndex, to entry: inout Found
  ) {
    let roles: [Role]
    switch records {
    case .mailExchangers: roles = [.mailExchange]
    case .nameServers: roles = [.authoritativeDNS]
    default: roles = [.webEdge, .webOrigin]
    }
    let organisation = attribution.snapshot.organisation(of: domain)
    for binding in attribution.bindings(of: domain) where roles.contains(binding.role) {
      if binding.status == .absent || binding.status == .hidden { continue }
      let groups = grouping.groups(of: binding, organisation)
      if groups.isEmpty { entry.isUnknown = true }
      for group in groups { entry.lawsByName.insert(grouping.describe(group).id) }
    }
  }

  private func system(ofAddress fact: Fact) -> UInt32? {
    fact.asn
      ?? attribution.rules.networks?.asn(of: attribution.snapshot.names.string(fact.value))
  }

  private func systems(ofHost fact: Fact) -> [UInt32?] {
    if let asn = fact.asn { return [asn] }
    let snapshot = attribution.snapshot
    let host = snapshot.end(of: fact.value)
    guard let addresses = snapshot.hostAddresses[host] ?? snapshot.hostAddresses[fact.value],
      !addresses.isEmpty
    else { return [nil] }
    return addresses.map { address in
      address.asn
        ?? attribution.rules.networks?.asn(of: snapshot.names.string(address.address))
    }
  }

  private mutating func laws(of system: UInt32) -> Set<String> {
    if let known = lawsOfNetwork[system] { return known }
    let company = attribution.rules.network(system)?.provider.company
    let index = company.flatMap { attribution.rules.index.companies[$0] }
    let laws = Set(index.map { law.jurisdictions(of: $0) } ?? [])
    lawsOfNetwork[system] = laws
    return laws
  }
}
