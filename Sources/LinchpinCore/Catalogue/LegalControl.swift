/// How far a jurisdiction reaches through ownership when it cuts somebody off.
public enum CutoffScope: String, CaseIterable, Sendable {
  /// Companies with their seat there.
  case entity
  /// Also companies controlled from there.
  case group
  /// Also companies that run on technology licensed from there.
  case licences
}

/// Under which legal orders a company stands on a date: its seat, and those of its controllers.
///
/// Only completed edges in force on the date count; minority stakes never propagate.
public struct LegalControl: Sendable {
  public let asOf: CalendarDate?
  private let catalogue: Catalogue
  private let index: [String: Int]
  private let owners: [[Ownership]]

  public init(_ catalogue: Catalogue, asOf: CalendarDate?) {
    self.asOf = asOf
    self.catalogue = catalogue
    index = Dictionary(
      catalogue.companies.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    var owners = [[Ownership]](repeating: [], count: catalogue.companies.count)
    for edge in catalogue.ownerships where edge.isInForce(on: asOf) {
      if let owned = index[edge.owned] { owners[owned].append(edge) }
    }
    self.owners = owners
  }

  /// The edges by which others control (or, for licences, could disable) a company.
  public func controllers(of company: Int, scope: CutoffScope = .group) -> [Ownership] {
    owners[company].filter { edge in
      switch scope {
      case .entity: false
      case .group: edge.givesControl(on: asOf)
      case .licences: edge.givesControl(on: asOf) || edge.kind == .licensesTechnologyFrom
      }
    }
  }

  /// The legal orders over a company: its seat first, then those it is controlled from, sorted.
  /// - Complexity: O(owners above it).
  public func jurisdictions(of company: Int, scope: CutoffScope = .group) -> [String] {
    let found = Set(above(company, scope).map { catalogue.companies[$0].seat }).subtracting([""])
    let seat = catalogue.companies[company].seat
    return (seat.isEmpty ? [] : [seat]) + found.subtracting([seat]).sorted()
  }

  /// Whether the seats of a company and of everybody who controls it are all known.
  public func isWhollyKnown(_ company: Int) -> Bool {
    above(company, .group).allSatisfy { !catalogue.companies[$0].seat.isEmpty }
  }

  /// A company and all above it.
  private func above(_ company: Int, _ scope: CutoffScope) -> [Int] {
    var seen: Set<Int> = [company]
    var found = [company]
    var place = 0
    while place < found.count {
      for edge in controllers(of: found[place], scope: scope) {
        if let owner = index[edge.owner], seen.insert(owner).inserted { found.append(owner) }
      }
      place += 1
    }
    return found
  }

  /// A company and everybody above it by control, nearest first: the chain to print.
  public func chain(of company: Int) -> [Ownership] {
    var seen: Set<Int> = [company]
    var queue = [company]
    var edges: [Ownership] = []
    while !queue.isEmpty {
      for edge in controllers(of: queue.removeFirst()) {
        edges.append(edge)
        if let owner = index[edge.owner], seen.insert(owner).inserted { queue.append(owner) }
      }
    }
    return edges
  }
}
