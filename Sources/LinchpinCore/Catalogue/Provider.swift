/// An operating brand or service line: what runs a service.
public struct Provider: Sendable, Equatable {
  public var id: String
  public var name: String
  /// Other words by which published lists call it (`cisco-ironport`).
  public var alsoCalled: [String]
  /// The legal entity behind it; nil when the catalogue does not know, and then its law is unknown.
  public var company: String?
  /// Whether it filters mail in front of somebody else's mailbox.
  public var isGateway: Bool
  /// Whether names that nobody uses lead there: nothing of their owner's is served.
  public var isParking: Bool
  /// Providers it runs on: all of them are needed.
  public var dependsOn: [String]
  /// Providers whose name servers serve its own zone: any one will do; empty when not stated.
  public var nameServers: [String]
  public var signatures: [Signature]
  public var note: String
  public var citation: Citation

  public init(
    id: String, name: String, alsoCalled: [String] = [], company: String? = nil,
    isGateway: Bool = false, isParking: Bool = false, dependsOn: [String] = [],
    nameServers: [String] = [],
    signatures: [Signature] = [],
    note: String = "", citation: Citation
  ) {
    self.id = id
    self.name = name
    self.alsoCalled = alsoCalled
    self.company = company
    self.isGateway = isGateway
    self.isParking = isParking
    self.dependsOn = dependsOn
    self.nameServers = nameServers
    self.signatures = signatures
    self.note = note
    self.citation = citation
  }
}

/// Where a fact of the catalogue comes from.
public struct Citation: Sendable, Equatable {
  /// A URL; empty only in a provider table, which is a whole catalogue of somebody's own.
  public var source: String
  public var checkedOn: CalendarDate?
  /// Where the catalogue itself says it: file and line.
  public var origin: String

  public init(source: String, checkedOn: CalendarDate? = nil, origin: String = "") {
    self.source = source
    self.checkedOn = checkedOn
    self.origin = origin
  }
}
