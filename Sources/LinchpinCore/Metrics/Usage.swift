/// Which units use one supplier in one role: every unit gets one answer.
public struct Usage: Sendable, Equatable {
  public enum Answer: String, CaseIterable, Sendable {
    /// At least one of its domains is bound to the supplier.
    case uses
    /// Others serve all of it, and all of them are known.
    case another
    /// Its own machines serve all of it.
    case own
    /// It is not known to use the supplier, and of a part nobody knows who serves it.
    case unknown
    /// Asked, and it has no such service.
    case absent
    case notMeasured
  }

  public struct Member: Sendable, Equatable {
    public var organisation: OrganisationIndex
    /// The organisation's id, or the name of a domain where domains are counted.
    public var id: String
    public var name: String
    /// Of the dimension by which the figure is cut.
    public var value: String
    public var answer: Answer
  }

  public var role: Role
  public var unit: Unit
  public var tier: Tier
  /// In order of their ids.
  public var members: [Member]

  public var of: Int { members.count }

  public func count(_ answer: Answer) -> Int { members.count { $0.answer == answer } }
}

extension Usage {
  /// Asks every unit of a population.
  /// - Parameter suppliers: numbers in the attribution's providers; any of them counts.
  /// - Complexity: O(bindings of the role), and sorting the units.
  public static func measure(
    _ attribution: Attribution, _ population: Population, role: Role, suppliers: Set<Int>,
    by dimension: Dimension, tier: Tier
  ) -> Usage {
    let snapshot = attribution.snapshot
    let table = snapshot.organisations
    var members: [Member] = []
    var parts: [Binding] = []
    population.forEachUnit { unit in
      var answers: Set<Answer> = []
      for domain in unit.domains {
        attribution.collect(&parts, role, domain, tier, primaryOnly: false)
        if parts.isEmpty {
          let isAsked = attribution.bindings(of: domain).contains { $0.role == role }
          answers.insert(isAsked ? .absent : .notMeasured)
        }
        for part in parts { answers.insert(answer(part, suppliers)) }
      }
      let organisation = table[unit.organisation]
      let domain = unit.isDomain ? unit.domains.first.map { snapshot.name(of: $0) } : nil
      members.append(
        Member(
          organisation: unit.organisation, id: domain ?? organisation.id,
          name: domain ?? organisation.name,
          value: table.string(table.word(dimension, unit.organisation)),
          answer: overall(answers)))
    }
    return Usage(
      role: role, unit: population.unit, tier: tier, members: members.sorted { $0.id < $1.id })
  }

  private static func answer(_ part: Binding, _ suppliers: Set<Int>) -> Answer {
    switch part.status {
    case .attributed: part.provider.map { suppliers.contains($0) } ?? false ? .uses : .another
    case .selfHosted: .own
    case .unattributed, .hidden, .failed, .absent, .notMeasured: .unknown
    }
  }

  /// A known use beats what is unknown; what is unknown beats every known other.
  private static func overall(_ answers: Set<Answer>) -> Answer {
    let order: [Answer] = [.uses, .unknown, .another, .own, .notMeasured, .absent]
    return order.first { answers.contains($0) } ?? .notMeasured
  }
}

extension Attribution {
  /// The providers a person means by an id: one provider, or all those of a company.
  public func providers(named id: String) -> Set<Int> {
    if let one = providers.firstIndex(where: { $0.id == id }) { return [one] }
    guard let company = rules.index.companies[id] else { return [] }
    return Set(providers.indices.filter { providers[$0].company == company })
  }
}
