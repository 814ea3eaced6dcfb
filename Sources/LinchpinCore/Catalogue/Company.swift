/// A legal entity that runs providers, or owns those that do.
public struct Company: Sendable, Equatable {
  public var id: String
  public var name: String
  /// The jurisdiction of its seat: ISO 3166-1 alpha-2.
  public var seat: String
  public var note: String
  public var citation: Citation

  public init(
    id: String, name: String, seat: String, note: String = "", citation: Citation
  ) {
    self.id = id
    self.name = name
    self.seat = seat
    self.note = note
    self.citation = citation
  }
}
