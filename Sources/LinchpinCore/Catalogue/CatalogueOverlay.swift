/// Entries to lay over a catalogue: each is added, replaces the one of its id, or extends it.
public struct CatalogueOverlay: Sendable, Equatable {
  public var entries: Catalogue
  /// Entries that only add to those of the same id: `provider microsoft-365`.
  public var extensions: Set<String>

  public init(_ entries: Catalogue, extensions: Set<String> = []) {
    self.entries = entries
    self.extensions = extensions
  }

  /// What one entry of an overlay did.
  public struct Change: Sendable, Equatable {
    public enum Action: String, CaseIterable, Sendable {
      case added, replaced, extended
    }

    public var action: Action
    /// `provider microsoft-365`, `ownership a → b`.
    public var entry: String
    /// Where the overlay says it: file and line.
    public var origin: String
    /// Where the entry stood before; empty when there was none.
    public var former: String
  }
}

extension Catalogue {
  /// Lays an overlay over the catalogue and says what each of its entries did.
  ///
  /// An extension adds lists to lists and states what it states; it takes nothing away. An edge of
  /// ownership replaces those of the same pair, kind and status that it overlaps in time.
  public mutating func apply(_ overlay: CatalogueOverlay) -> [CatalogueOverlay.Change] {
    var changes: [CatalogueOverlay.Change] = []
    let given = overlay.entries
    func isExtension(_ entry: String) -> Bool { overlay.extensions.contains(entry) }
    changes += merge(&providers, given.providers, "provider", isExtension)
    changes += merge(&companies, given.companies, "company", isExtension)
    changes += merge(&jurisdictions, given.jurisdictions, "jurisdiction", isExtension)
    for edge in given.ownerships { changes.append(put(edge)) }
    if !given.version.isEmpty { version += "+" + given.version }
    return changes
  }

  private mutating func put(_ edge: Ownership) -> CatalogueOverlay.Change {
    let former = ownerships.filter {
      $0.owner == edge.owner && $0.owned == edge.owned && $0.kind == edge.kind
        && $0.status == edge.status && $0.overlaps(edge)
        && $0.citation.origin != edge.citation.origin
    }
    ownerships.removeAll { former.contains($0) }
    ownerships.append(edge)
    return CatalogueOverlay.Change(
      action: former.isEmpty ? .added : .replaced, entry: "ownership \(edge.owner) → \(edge.owned)",
      origin: edge.citation.origin,
      former: former.map(\.citation.origin).joined(separator: ", "))
  }

  private func merge<Entry: CatalogueEntity>(
    _ entries: inout [Entry], _ overlay: [Entry], _ kind: String,
    _ isExtension: (String) -> Bool
  ) -> [CatalogueOverlay.Change] {
    var places = Dictionary(
      entries.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    return overlay.map { entry in
      let name = "\(kind) \(entry.key)"
      var change = CatalogueOverlay.Change(
        action: .added, entry: name, origin: entry.origin, former: "")
      if let place = places[entry.key] {
        change.former = entries[place].origin
        change.action = isExtension(name) ? .extended : .replaced
        if isExtension(name) { entries[place].extend(with: entry) } else { entries[place] = entry }
      } else {
        places[entry.key] = entries.count
        entries.append(entry)
      }
      return change
    }
  }
}

/// An entry of the catalogue that has an id of its own.
private protocol CatalogueEntity {
  var key: String { get }
  var origin: String { get }
  mutating func extend(with other: Self)
}

extension Provider: CatalogueEntity {
  fileprivate var key: String { id }
  fileprivate var origin: String { citation.origin }

  fileprivate mutating func extend(with other: Provider) {
    if !other.name.isEmpty { name = other.name }
    company = other.company ?? company
    isGateway = isGateway || other.isGateway
    isParking = isParking || other.isParking
    alsoCalled.add(other.alsoCalled)
    dependsOn.add(other.dependsOn)
    nameServers.add(other.nameServers)
    signatures.add(other.signatures)
    note.add(other.note)
  }
}

extension Company: CatalogueEntity {
  fileprivate var key: String { id }
  fileprivate var origin: String { citation.origin }

  fileprivate mutating func extend(with other: Company) {
    if !other.name.isEmpty { name = other.name }
    if !other.seat.isEmpty { seat = other.seat }
    note.add(other.note)
  }
}

extension Jurisdiction: CatalogueEntity {
  fileprivate var key: String { code }
  fileprivate var origin: String { instruments.first?.citation.origin ?? "" }

  fileprivate mutating func extend(with other: Jurisdiction) {
    names.merge(other.names) { $1 }
    adjectives.merge(other.adjectives) { $1 }
    memberOf.add(other.memberOf)
    instruments.add(other.instruments)
  }
}

extension Array where Element: Equatable {
  fileprivate mutating func add(_ others: [Element]) {
    self += others.filter { !contains($0) }
  }
}

extension String {
  fileprivate mutating func add(_ note: String) {
    if !note.isEmpty { self = isEmpty ? note : self + "; " + note }
  }
}
