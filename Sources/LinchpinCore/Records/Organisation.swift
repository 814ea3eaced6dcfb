/// A body under study, as a list names it.
public struct Organisation: Sendable, Equatable {
  public var id: String
  public var name: String
  public var sector: String
  /// ISO 3166-1 alpha-2, upper case; empty when the list does not say.
  public var country: String
  public var region: String
  /// 1 unless the list gives another (inhabitants, pupils, beds).
  public var weight: Double
  /// The organisation whose shared service decides for this one; empty when it decides itself.
  public var sharedServiceOf: String

  public init(
    id: String, name: String = "", sector: String = "", country: String = "", region: String = "",
    weight: Double = 1, sharedServiceOf: String = ""
  ) {
    self.id = id
    self.name = name.isEmpty ? id : name
    self.sector = sector
    self.country = country
    self.region = region
    self.weight = weight
    self.sharedServiceOf = sharedServiceOf
  }

  /// Whether nothing but its id is known.
  var isBare: Bool { self == Organisation(id: id) }
}

/// The number of an organisation in a snapshot.
public struct OrganisationIndex: Hashable, Comparable, Sendable {
  public let rawValue: UInt32

  public init(_ index: Int) { rawValue = UInt32(index) }

  public var index: Int { Int(rawValue) }

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// The number of a measured domain in a snapshot.
public struct DomainIndex: Hashable, Comparable, Sendable {
  public let rawValue: UInt32

  public init(_ index: Int) { rawValue = UInt32(index) }

  public var index: Int { Int(rawValue) }

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
