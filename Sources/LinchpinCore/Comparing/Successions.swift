/// Organisations that were renamed or merged between two dates, so that a merger is not two
/// disappearances.
public struct Successions: Sendable, Equatable {
  public struct Succession: Sendable, Equatable {
    public var from: String
    public var to: String
    public var date: CalendarDate

    public init(from: String, to: String, date: CalendarDate) {
      self.from = from
      self.to = to
      self.date = date
    }
  }

  private var successors: [String: String] = [:]

  public init() {}

  /// Those that took place after the first day and up to the second; a day that is not known does
  /// not exclude.
  public init(_ all: [Succession], after first: CalendarDate?, upTo last: CalendarDate?) {
    for succession in all.sorted(by: { $0.date < $1.date }) {
      if let first, succession.date <= first { continue }
      if let last, succession.date > last { continue }
      successors[succession.from] = succession.to
    }
  }

  public var isEmpty: Bool { successors.isEmpty }

  /// Who an organisation has become; itself where nobody says otherwise.
  public func successor(of id: String) -> String {
    var id = id
    var seen: Set<String> = [id]
    while let next = successors[id], seen.insert(next).inserted { id = next }
    return id
  }

  /// Who took over from whom, by successor; each list sorted.
  public var merged: [String: [String]] {
    Dictionary(grouping: successors.keys) { successor(of: $0) }.mapValues { $0.sorted() }
  }
}

extension Successions {
  /// With the domains that stand for themselves at one date, because no organisation lists them
  /// there, joined to the organisation that lists them at the other: a body that was measured
  /// before it was listed has neither gone nor come.
  ///
  /// Only where the organisation is not at both dates; else the domain joined one that was there.
  /// - Complexity: O(organisations of both).
  func joining(_ before: Snapshot, _ after: Snapshot) -> Successions {
    var joined = self
    for (placeholder, listed) in Self.listed(before, in: after)
    where before.organisations.find(listed) == nil && successors[placeholder] == nil {
      joined.successors[placeholder] = listed
    }
    for (placeholder, listed) in Self.listed(after, in: before)
    where after.organisations.find(listed) == nil && successors[listed] == nil {
      joined.successors[listed] = placeholder
    }
    return joined
  }

  /// Organisations that are nothing but a domain's name, and who lists that domain elsewhere.
  private static func listed(
    _ snapshot: Snapshot, in other: Snapshot
  ) -> [(placeholder: String, listed: String)] {
    snapshot.organisationIndices.compactMap { organisation in
      let id = snapshot.organisations.id(organisation)
      guard other.organisations.find(id) == nil, let domain = other.find(domain: id),
        snapshot.domains(of: organisation).map({ snapshot.name(of: $0) }) == [id]
      else { return nil }
      return (id, other.organisations.id(other.organisation(of: domain)))
    }
  }
}
