import Graphs

/// How far one organisation is from mail that no single foreign failure stops: the fewest changes,
/// each an alternative of one's own country for one part of one domain.
public struct ExitDistance: Sendable, Equatable {
  /// What has to get a second provider, or another.
  public struct Change: Sendable, Equatable {
    public var domain: String
    /// `mailExchange`, `mailbox`, `identityTenant` or `authoritativeDNS`.
    public var role: Role
    /// The foreign legal orders any of which stops it alone, sorted.
    public var jurisdictions: [String]
    /// The names of the providers it hangs on alone, sorted; none where several share the law.
    public var providers: [String]
  }

  /// The country whose failures are not foreign.
  public var home: String
  public var changes: [Change]
  /// Parts of which it is not known whether something foreign stops them.
  public var unknown: [Change]
  /// Whether fewer changes might do, since one part hangs on another of the same body.
  public var isUpperBound: Bool

  /// The number of changes that are known to be needed.
  public var least: Int { changes.count }
  /// The number if everything unknown has to change as well.
  public var most: Int { changes.count + unknown.count }
}

extension ExitDistance {
  /// The distance of one organisation; nil where it has no mail that was measured, or no country.
  ///
  /// Receiving and reading need each of their parts, so each part that a foreign legal order stops
  /// alone has to change, and no other: that is the fewest. Only where the hosts of one part lie in
  /// a zone of the same body may one change do for two.
  /// - Parameter home: the reader's own country; empty takes the organisation's.
  static func of(
    _ organisation: OrganisationIndex, in graph: DependencyGraph, _ points: SinglePoints,
    home: String
  ) -> ExitDistance? {
    let snapshot = graph.attribution.snapshot
    let home = home.isEmpty ? snapshot.organisations.country(organisation) : home
    if home.isEmpty { return nil }
    let lostWithUnknowns = graph.failure.failed(by: graph.unknowns)
    var result = ExitDistance(home: home, changes: [], unknown: [], isUpperBound: false)
    var hasMail = false
    for domain in snapshot.domains(of: organisation) {
      let parts = graph.parts(of: domain)
      var needed: [Role: NodeID] = [:]
      for (function, roles) in [
        (Function.receive, [Role.mailExchange, .authoritativeDNS]),
        (.read, [.mailbox, .identityTenant]),
      ] {
        for (role, node) in zip(roles, graph.needs(of: function, parts)) { needed[role] = node }
      }
      if !needed.isEmpty { hasMail = true }
      for (role, node) in needed.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        let change = Change(graph, points, node, snapshot.name(of: domain), role, home: home)
        if !change.jurisdictions.isEmpty {
          result.changes.append(change)
          if graph.hangsOnOwnZone(domain, role) { result.isUpperBound = true }
        } else if lostWithUnknowns.contains(node) {
          result.unknown.append(change)
        }
      }
    }
    return hasMail ? result : nil
  }
}

extension ExitDistance.Change {
  fileprivate init(
    _ graph: DependencyGraph, _ points: SinglePoints, _ node: NodeID, _ domain: String,
    _ role: Role, home: String
  ) {
    self.init(domain: domain, role: role, jurisdictions: [], providers: [])
    for point in points.points(of: node) {
      switch graph.nodes[Int(point)] {
      case .jurisdiction(let code) where code != home: jurisdictions.append(code)
      case .provider: providers.append(graph.describe(graph.nodes[Int(point)]).name)
      default: continue
      }
    }
    jurisdictions.sort()
    providers.sort()
  }
}

extension DependencyGraph {
  /// Whether hosts of a part lie in another zone of the same body.
  fileprivate func hangsOnOwnZone(_ domain: DomainIndex, _ role: Role) -> Bool {
    let kind: RecordKind? =
      role == .mailExchange ? .mx : role == .authoritativeDNS ? .ns : nil
    guard let kind else { return false }
    let snapshot = attribution.snapshot
    return snapshot.facts(of: domain).contains { number in
      guard snapshot.kind(ofFact: number) == kind,
        let zone = snapshot.zone(of: snapshot.fact(number).value), zone != domain
      else { return false }
      return snapshot.organisation(of: zone) == snapshot.organisation(of: domain)
    }
  }
}
