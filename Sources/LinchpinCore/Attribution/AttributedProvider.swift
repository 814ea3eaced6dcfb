/// A provider as attribution found it: an entry of the catalogue, or an operator it does not know.
public struct AttributedProvider: Sendable {
  public enum Origin: Sendable, Hashable {
    /// Position in the catalogue.
    case catalogue(Int)
    /// An operator known only by its registrable domain: no company, law unknown.
    case domain
    /// A listed organisation that serves others, under its own country's law.
    case organisation(OrganisationIndex)
  }

  /// Unique: the catalogue's id, a registrable domain, or `organisation:` and the list's id.
  public let id: String
  public let name: String
  public let origin: Origin
  public let isGateway: Bool
  /// Position in the catalogue's companies.
  public let company: Int?
}
