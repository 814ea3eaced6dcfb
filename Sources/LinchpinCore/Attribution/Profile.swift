/// One record with its owner decided: what rules turn into bindings and failures into needs.
struct ProfileFact: Equatable, Sendable {
  var kind: RecordKind
  /// Place of an MX preference among the domain's distinct ones; nil where none was given.
  var rank: UInt8?
  /// The role that an alias's signature proves.
  var role: Role?
  /// Whose the name or the address is; nil where the record names nobody the rules ask about.
  var outcome: Outcome?
  /// Whether the zone's SOA, and not the host's own name, told whose it is.
  var isGrouped = false
  /// The measured zone whose DNS the host's name needs, if any.
  var zone: DomainIndex?

  /// Nearly everything, for hashing.
  fileprivate var word: UInt64 {
    let party = outcome.map {
      $0.provider ?? -1 - Int($0.status.rawValue << 5 | $0.reason.rawValue)
    }
    return UInt64(kind.rawValue) | UInt64(rank ?? .max) << 8
      | UInt64(zone.map { $0.rawValue & 0xFFFF } ?? 0) << 16
      | UInt64(truncatingIfNeeded: party ?? Int.min) << 32
  }
}

/// What one family's records say of a domain, and the bindings that follow from it.
///
/// Domains alike in that share one; nothing in it is the domain's own but the positions of records.
struct Profile: Equatable, Sendable {
  var facts: [ProfileFact]
  var head: PatternHead
}

/// The distinct profiles of one family with their bindings.
///
/// A binding's evidence is the position of its record among the family's records of the domain.
struct ProfileTable: Sendable {
  private(set) var profiles: [Profile] = []
  /// Those of all profiles in a row, and where each profile's end.
  private(set) var allBindings: ContiguousArray<Binding> = []
  private var ends: ContiguousArray<UInt32> = []
  private var table = PlaceTable()

  var count: Int { profiles.count }

  func bindings(of profile: Int) -> ArraySlice<Binding> {
    allBindings[Int(profile == 0 ? 0 : ends[profile - 1])..<Int(ends[profile])]
  }

  /// The number of a profile, whose bindings are made when it is new.
  mutating func intern(_ profile: Profile, bindings make: (Profile) -> [Binding]) -> UInt32 {
    var hash = PlaceTable.Hash(profile.head.word)
    for fact in profile.facts { hash.combine(fact.word) }
    if let known = table.find(hash.value, where: { profiles[$0] == profile }) {
      return UInt32(known)
    }
    table.insert(profiles.count, hash: hash.value)
    profiles.append(profile)
    allBindings.append(contentsOf: make(profile))
    ends.append(UInt32(allBindings.count))
    return UInt32(profiles.count - 1)
  }
}
