/// The records of the domain at hand while they pass, as far as rules care.
struct DomainRecords: Sendable {
  /// In order of arrival, all families together.
  private(set) var facts = ReusableList<PatternFact>()
  /// One for each exchanger, in the order of their facts.
  private(set) var preferences = ReusableList<UInt16?>()
  /// AS numbers that the source pools over the exchangers.
  private(set) var pooled: [UInt32] = []
  private(set) var hasAddress = false
  /// The domain's name: its first `length` bytes.
  private var name = ContiguousArray<UInt8>(repeating: 0, count: DomainName.longest)
  private var length = 0
  /// The families that have a fact.
  private var families: UInt8 = 0

  mutating func begin(_ name: Bytes) {
    length = name.count
    self.name.withUnsafeMutableBytes { $0.copyMemory(from: name) }
    facts.removeAll()
    preferences.removeAll()
    if !pooled.isEmpty { pooled.removeAll(keepingCapacity: true) }
    hasAddress = false
    families = 0
  }

  // MARK: The domain's name

  /// Whether a name is the domain's own or lies below it.
  func isOwn(_ name: Bytes) -> Bool {
    self.name.withUnsafeBytes { name.isName(atOrBelow: Bytes(rebasing: $0[..<length])) }
  }

  // MARK: Records

  /// - Parameter isRepeat: whether a record that says what the last one said may be left out.
  mutating func append(_ fact: PatternFact, unlessRepeat isRepeat: Bool) {
    // Exchangers have a preference each, and mail settings a target that may say nothing.
    if isRepeat, fact.kind.family != .mail, facts.last == fact { return }
    facts.append(fact)
    families |= fact.kind.family.bit
  }

  mutating func append(preference: UInt16?) { preferences.append(preference) }

  mutating func append(pooled system: UInt32) { pooled.append(system) }

  mutating func noteAddress() { hasAddress = true }

  mutating func update(_ place: Int, _ change: (inout PatternFact) -> Void) {
    change(&facts[place])
  }

  func has(_ family: RecordFamily) -> Bool { families & family.bit != 0 }
}
