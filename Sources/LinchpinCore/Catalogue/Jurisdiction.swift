/// A legal order that can compel or stop a company.
public struct Jurisdiction: Sendable, Equatable {
  /// ISO 3166-1 alpha-2.
  public var code: String
  /// Name and adjective by language (`en`, `nl`).
  public var names: [String: String]
  public var adjectives: [String: String]
  /// Unions it is a member of (`EU`).
  public var memberOf: [String]
  public var instruments: [Instrument]

  public init(
    code: String, names: [String: String], adjectives: [String: String] = [:],
    memberOf: [String] = [], instruments: [Instrument] = []
  ) {
    self.code = code
    self.names = names
    self.adjectives = adjectives
    self.memberOf = memberOf
    self.instruments = instruments
  }

  public func name(_ language: String) -> String { names[language] ?? names["en"] ?? code }
}

/// A law or order by which a jurisdiction reaches data or services.
public struct Instrument: Sendable, Equatable {
  public enum Kind: String, CaseIterable, Sendable {
    case disclosure, sanctions
  }

  public var id: String
  public var name: String
  public var reference: String
  public var kind: Kind
  /// Who is bound.
  public var binds: String
  /// Whose data, or what, it reaches.
  public var reaches: String
  public var validFrom: CalendarDate?
  public var validTo: CalendarDate?
  /// Whether it is in force could not be established.
  public var isUncertain: Bool
  public var note: String
  public var citation: Citation

  public init(
    id: String, name: String, reference: String = "", kind: Kind, binds: String = "",
    reaches: String = "", validFrom: CalendarDate? = nil, validTo: CalendarDate? = nil,
    isUncertain: Bool = false, note: String = "", citation: Citation
  ) {
    self.id = id
    self.name = name
    self.reference = reference
    self.kind = kind
    self.binds = binds
    self.reaches = reaches
    self.validFrom = validFrom
    self.validTo = validTo
    self.isUncertain = isUncertain
    self.note = note
    self.citation = citation
  }
}
