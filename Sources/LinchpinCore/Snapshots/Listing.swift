/// Which organisation lists which domain, and how a measured domain finds its organisation.
struct Listing: Sendable {
  private var owners: [String: OrganisationIndex] = [:]
  /// By registrable domain: the organisation and the name it listed, or nil once two claim it.
  private var registrable: [String: (owner: OrganisationIndex, listed: String)?] = [:]

  enum Match {
    case exact(OrganisationIndex)
    case registrable(OrganisationIndex, listed: String)
    /// Two organisations list names under the same registrable domain.
    case ambiguous
    case none
  }

  /// Lists a domain; returns the organisation that has it already, if any.
  mutating func add(_ domain: String, for owner: OrganisationIndex) -> OrganisationIndex? {
    if let known = owners[domain] { return known }
    owners[domain] = owner
    let parent = RegistrableDomain.of(domain) ?? domain
    if let known = registrable[parent] {
      if let known, known.owner != owner { registrable[parent] = .some(nil) }
    } else {
      registrable[parent] = (owner, domain)
    }
    return nil
  }

  /// All names listed, sorted.
  var domains: [String] { owners.keys.sorted() }

  /// The names each organisation lists, sorted.
  var domainsByOwner: [OrganisationIndex: [String]] {
    Dictionary(grouping: domains) { owners[$0] ?? OrganisationIndex(0) }
  }

  func match(_ domain: String) -> Match {
    if let owner = owners[domain] { return .exact(owner) }
    if owners.isEmpty { return .none }
    guard let entry = registrable[RegistrableDomain.of(domain) ?? domain] else { return .none }
    guard let entry else { return .ambiguous }
    return .registrable(entry.owner, listed: entry.listed)
  }
}
