/// A company and everybody above it, by ownership of every kind and status: what is, what was
/// announced, and what was prohibited.
public struct OwnershipChain: Sendable, Equatable {
  /// A company with its distance from the one asked about.
  public struct Member: Sendable, Equatable {
    public var id: String
    public var name: String
    public var seat: String
    public var level: Int
  }

  /// Everything the catalogue says of one owner and one owned company, in order of date.
  public struct Link: Sendable, Equatable {
    public var owner: String
    public var owned: String
    public var edges: [Ownership]
    /// Completed and in force on the day.
    public var isInForce: Bool
    public var givesControl: Bool

    /// The edge that tells how things stand: the one in force, else the latest.
    public var latest: Ownership? {
      edges.last
    }
  }

  /// The company asked about first, then by level and id.
  public var members: [Member]
  public var links: [Link]
  /// Companies above that did not fit.
  public var leftOut: Int
}

extension OwnershipChain {
  /// Walks up from a company; at most `limit` companies, the nearest first and of those the ones
  /// in control.
  /// - Complexity: O(ownerships) for each company of the chain.
  public init(_ company: Company, in catalogue: Catalogue, asOf: CalendarDate?, limit: Int) {
    let companies = Dictionary(
      catalogue.companies.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    members = [Member(id: company.id, name: company.name, seat: company.seat, level: 0)]
    links = []
    leftOut = 0
    var levels = [company.id: 0]
    var next = 0
    while next < members.count {
      let owned = members[next]
      next += 1
      for link in Self.links(of: owned.id, in: catalogue, asOf: asOf) {
        guard let owner = companies[link.owner] else { continue }
        if levels[owner.id] == nil {
          if members.count == limit {
            leftOut += 1
            continue
          }
          levels[owner.id] = owned.level + 1
          members.append(
            Member(id: owner.id, name: owner.name, seat: owner.seat, level: owned.level + 1))
        }
        // A cross-holding leads back down, which a chain cannot show.
        if levels[owner.id, default: 0] > owned.level { links.append(link) }
      }
    }
  }

  private static func links(
    of company: String, in catalogue: Catalogue, asOf: CalendarDate?
  ) -> [Link] {
    let edges = catalogue.ownerships.filter { $0.owned == company }
    return Dictionary(grouping: edges, by: \.owner).map { owner, edges in
      func isFirst(_ one: Ownership, _ other: Ownership) -> Bool {
        let ranks = [one, other].map { $0.isInForce(on: asOf) ? 1 : 0 }
        if ranks[0] != ranks[1] { return ranks[0] < ranks[1] }
        let dates = [one, other].map { $0.validFrom?.description ?? "" }
        return (dates[0], one.status.rawValue, one.kind.rawValue)
          < (dates[1], other.status.rawValue, other.kind.rawValue)
      }
      return Link(
        owner: owner, owned: company, edges: edges.sorted(by: isFirst),
        isInForce: edges.contains { $0.isInForce(on: asOf) },
        givesControl: edges.contains { $0.givesControl(on: asOf) })
    }.sorted {
      ($0.givesControl ? 0 : 1, $0.isInForce ? 0 : 1, $0.owner)
        < ($1.givesControl ? 0 : 1, $1.isInForce ? 0 : 1, $1.owner)
    }
  }
}
