/// What is known about providers, their owners and the law: the facts attribution rests on.
public struct Catalogue: Sendable, Equatable {
  public var version: String
  /// Of all its files, in order; lower-case hexadecimal.
  public var sha256: String
  public var providers: [Provider]
  public var companies: [Company]
  public var ownerships: [Ownership]
  public var jurisdictions: [Jurisdiction]

  public init(
    version: String = "", sha256: String = "", providers: [Provider] = [],
    companies: [Company] = [], ownerships: [Ownership] = [], jurisdictions: [Jurisdiction] = []
  ) {
    self.version = version
    self.sha256 = sha256
    self.providers = providers
    self.companies = companies
    self.ownerships = ownerships
    self.jurisdictions = jurisdictions
  }

  /// Adds the entries of an overlay; an entry with a known id replaces it. Returns the ids replaced.
  public mutating func apply(_ overlay: Catalogue) -> [String] {
    var replaced: [String] = []
    merge(&providers, overlay.providers, \.id, &replaced)
    merge(&companies, overlay.companies, \.id, &replaced)
    merge(&jurisdictions, overlay.jurisdictions, \.code, &replaced)
    ownerships += overlay.ownerships.filter { !ownerships.contains($0) }
    if !overlay.version.isEmpty { version += "+" + overlay.version }
    return replaced
  }

  private func merge<Entry>(
    _ entries: inout [Entry], _ overlay: [Entry], _ id: KeyPath<Entry, String>,
    _ replaced: inout [String]
  ) {
    var places = Dictionary(
      entries.enumerated().map { ($1[keyPath: id], $0) }, uniquingKeysWith: { first, _ in first })
    for entry in overlay {
      if let place = places[entry[keyPath: id]] {
        entries[place] = entry
        replaced.append(entry[keyPath: id])
      } else {
        places[entry[keyPath: id]] = entries.count
        entries.append(entry)
      }
    }
  }
}
