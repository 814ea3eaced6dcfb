/// The organisations of a snapshot, in columns.
public struct OrganisationTable: Sendable {
  private(set) var ids = NameTable()
  private(set) var words = NameTable()
  /// Names that differ from the id; most have none.
  private(set) var name: [OrganisationIndex: NameID] = [:]
  private(set) var sector: ContiguousArray<NameID> = []
  private(set) var country: ContiguousArray<NameID> = []
  private var region: ContiguousArray<NameID> = []
  private var sharedServiceOf: ContiguousArray<NameID> = []
  public private(set) var weights: ContiguousArray<Double> = []
  /// Whether a list has described it: what records say on the way only fills what the list leaves.
  private var isDescribed: ContiguousArray<Bool> = []
  private let nothing: NameID

  public init() { nothing = words.intern("") }

  public var count: Int { ids.count }

  public subscript(index: OrganisationIndex) -> Organisation {
    Organisation(
      id: id(index), name: name[index].map { words.string($0) } ?? id(index),
      sector: words.string(sector[index.index]), country: words.string(country[index.index]),
      region: words.string(region[index.index]), weight: weights[index.index],
      sharedServiceOf: words.string(sharedServiceOf[index.index]))
  }

  public func id(_ index: OrganisationIndex) -> String {
    ids.string(NameID(rawValue: index.rawValue))
  }

  public func country(_ index: OrganisationIndex) -> String {
    words.string(country[index.index])
  }

  public func find(_ id: String) -> OrganisationIndex? {
    ids.find(id).map { OrganisationIndex(Int($0.rawValue)) }
  }

  /// The interned value of an attribute: equal words have equal ids, whatever the organisation.
  public func word(_ dimension: Dimension, _ index: OrganisationIndex) -> NameID {
    switch dimension {
    case .sector: sector[index.index]
    case .country: country[index.index]
    case .region: region[index.index]
    }
  }

  public func string(_ word: NameID) -> String { words.string(word) }

  /// Adds an organisation; nil when the id is taken.
  mutating func add(_ organisation: Organisation) -> OrganisationIndex? {
    let before = ids.count
    let id = ids.intern(organisation.id)
    if ids.count == before { return nil }
    let index = OrganisationIndex(Int(id.rawValue))
    if organisation.name != organisation.id { name[index] = words.intern(organisation.name) }
    sector.append(words.intern(organisation.sector))
    country.append(words.intern(organisation.country))
    region.append(words.intern(organisation.region))
    sharedServiceOf.append(words.intern(organisation.sharedServiceOf))
    weights.append(organisation.weight)
    isDescribed.append(!organisation.isBare)
    return index
  }

  /// Whether a list has said more of an organisation than its id.
  func isDescribed(_ index: OrganisationIndex) -> Bool { isDescribed[index.index] }

  /// Gives an organisation that only records have named what a list says of it; what the list
  /// leaves out stays.
  mutating func describe(_ index: OrganisationIndex, as organisation: Organisation) {
    if organisation.name != organisation.id { name[index] = words.intern(organisation.name) }
    let place = index.index
    sector[place] = intern(organisation.sector, unlessEmpty: sector[place])
    country[place] = intern(organisation.country, unlessEmpty: country[place])
    region[place] = intern(organisation.region, unlessEmpty: region[place])
    sharedServiceOf[place] = intern(
      organisation.sharedServiceOf, unlessEmpty: sharedServiceOf[place])
    weights[place] = organisation.weight
    isDescribed[place] = true
  }

  private mutating func intern(_ text: String, unlessEmpty known: NameID) -> NameID {
    text.isEmpty ? known : words.intern(text)
  }

  /// The organisation a record names inline, added when it is new; no string is made.
  mutating func open(id: Bytes, name: Bytes, sector: Bytes, country: Bytes) -> OrganisationIndex {
    let before = ids.count
    let index = OrganisationIndex(Int(ids.intern(id).rawValue))
    if ids.count > before {
      if !name.elementsEqual(id) { self.name[index] = words.intern(name) }
      self.sector.append(words.intern(sector))
      self.country.append(words.intern(country))
      region.append(nothing)
      sharedServiceOf.append(nothing)
      weights.append(1)
      isDescribed.append(false)
    } else if isDescribed[index.index] {
      if self.sector[index.index] == nothing { self.sector[index.index] = words.intern(sector) }
      if self.country[index.index] == nothing { self.country[index.index] = words.intern(country) }
      if self.name[index] == nil, !name.elementsEqual(id) { self.name[index] = words.intern(name) }
    }
    return index
  }
}

/// An attribute by which organisations are told apart in tables.
public enum Dimension: String, CaseIterable, Sendable {
  case sector, country, region
}
