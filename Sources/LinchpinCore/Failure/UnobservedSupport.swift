import Graphs

/// Things that hold each other up with nothing beneath that was seen, and the records that say so.
public struct UnobservedSupport: Sendable, Equatable {
  /// One record or entry by which a member needs another.
  public struct Record: Sendable, Equatable {
    public var from: String
    public var to: String
    /// `NS ns1.town.example`, or the word of the catalogue.
    public var record: String
    /// A `file:line` or a URL.
    public var source: String

    public init(from: String, to: String, record: String, source: String) {
      self.from = from
      self.to = to
      self.record = record
      self.source = source
    }
  }

  public var members: [String]
  public var records: [Record]

  public init(members: [String], records: [Record] = []) {
    self.members = members
    self.records = records
  }
}

extension DependencyGraph {
  /// What was seen working though nothing seen holds it up, by name, with the records that make it.
  public var unobservedSupport: [UnobservedSupport] {
    failure.unobservedSupport.map { support(NodeSet($0)) }
      .filter { !$0.members.isEmpty }
      .sorted { $0.members.lexicographicallyPrecedes($1.members) }
  }

  private func support(_ members: NodeSet) -> UnobservedSupport {
    let zones = Dictionary(
      members.compactMap { member in self.zones[member].map { ($0, member) } },
      uniquingKeysWith: { first, _ in first })
    let records =
      zones.keys.flatMap { delegations(of: $0, to: zones) }
      + members.flatMap { entries(of: $0, to: members) }
    return UnobservedSupport(
      members: members.map { name(ofMember: $0) }.filter { !$0.isEmpty }.sorted(),
      records: records.sorted { ($0.from, $0.to, $0.record) < ($1.from, $1.to, $1.record) })
  }

  private func name(ofMember node: NodeID) -> String {
    zones[node].map { attribution.snapshot.name(of: $0) } ?? describe(nodes[Int(node)]).name
  }

  /// The name server records of a zone whose hosts lie in another one of the circle.
  private func delegations(
    of zone: DomainIndex, to circle: [DomainIndex: NodeID]
  ) -> [UnobservedSupport.Record] {
    let snapshot = attribution.snapshot
    var records = snapshot.facts(of: zone).filter { snapshot.kind(ofFact: $0) == .ns }
      .compactMap { number -> UnobservedSupport.Record? in
        let fact = snapshot.fact(number)
        guard let other = snapshot.zone(of: fact.value), other != zone, circle[other] != nil
        else { return nil }
        return UnobservedSupport.Record(
          from: snapshot.name(of: zone), to: snapshot.name(of: other),
          record: "NS \(snapshot.names.string(fact.value))",
          source: snapshot.describe(fact.source))
      }
    if let parent = snapshot.parent(of: zone), circle[parent] != nil {
      records.append(
        UnobservedSupport.Record(
          from: snapshot.name(of: zone), to: snapshot.name(of: parent), record: "parent zone",
          source: snapshot.describe(snapshot.source(of: zone))))
    }
    return records
  }

  /// The entries of the catalogue by which a provider or company needs another of the circle.
  private func entries(of node: NodeID, to circle: NodeSet) -> [UnobservedSupport.Record] {
    let catalogue = attribution.rules.catalogue
    let name = describe(nodes[Int(node)]).name
    func record(_ other: Node, _ word: String, _ source: String) -> UnobservedSupport.Record? {
      guard let number = number(of: other), circle.contains(number) else { return nil }
      return UnobservedSupport.Record(
        from: name, to: describe(other).name, record: word, source: source)
    }
    switch nodes[Int(node)] {
    case .provider(let index):
      guard case .catalogue(let position) = attribution.providers[index].origin else { return [] }
      let entry = catalogue.providers[position]
      let source = entry.citation.origin.isEmpty ? entry.citation.source : entry.citation.origin
      func records(_ ids: [String], _ word: String) -> [UnobservedSupport.Record] {
        ids.compactMap { attribution.rules.index.providers[$0] }
          .compactMap { record(.provider($0), word, source) }
      }
      return records(entry.dependsOn, "dependsOn") + records(entry.nameServers, "nameServers")
    case .company(let company):
      return law.controllers(of: company, scope: options.scope).compactMap { edge in
        attribution.rules.index.companies[edge.owner].flatMap {
          record(.company($0), edge.kind.rawValue, edge.citation.source)
        }
      }
    default: return []
    }
  }
}
