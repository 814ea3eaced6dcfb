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
}
