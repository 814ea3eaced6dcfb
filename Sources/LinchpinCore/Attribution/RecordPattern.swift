/// One record as far as rules care: whose host it names, not which.
struct PatternFact: Hashable, Sendable {
  /// What is known of a name's owner without looking at other domains.
  enum Party: UInt8, Sendable {
    /// The kind of record names nobody, or nobody the rules ask about.
    case nobody
    /// `number` is a provider of the catalogue.
    case catalogued
    /// `number` is the registrable domain of a name the catalogue does not know.
    case registrable
    /// The name is the domain's own or lies below it.
    case own
    /// The name is a bare public suffix.
    case suffix
  }

  /// Kind, rank, role and party in a byte each, the number above them.
  private(set) var low: UInt64
  /// The tail, and the network above it.
  private(set) var high: UInt64 = 0

  private static let none = UInt8.max

  init(_ kind: RecordKind) {
    low = UInt64(kind.rawValue) | UInt64(Self.none) << 8 | UInt64(Self.none) << 16
  }

  /// As two words of a ``PatternTable``.
  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  var kind: RecordKind { RecordKind(rawValue: byte(0)) ?? .mx }

  /// Place of an MX preference among the domain's distinct ones; nil where none was given.
  var rank: UInt8? {
    get { byte(1) == Self.none ? nil : byte(1) }
    set { set(1, newValue ?? Self.none) }
  }

  /// The role that an alias's signature proves.
  var role: Role? {
    get { Role(rawValue: byte(2)) }
    set { set(2, newValue?.rawValue ?? Self.none) }
  }

  var party: Party {
    get { Party(rawValue: byte(3)) ?? .nobody }
    set { set(3, newValue.rawValue) }
  }

  /// What `party` says it is.
  var number: UInt32 {
    get { UInt32(truncatingIfNeeded: low >> 32) }
    set { low = low & 0xFFFF_FFFF | UInt64(newValue) << 32 }
  }

  /// The end of the host's name plus one, where the DNS of the name matters; 0 elsewhere.
  var tail: UInt32 {
    get { UInt32(truncatingIfNeeded: high) }
    set { high = high & ~0xFFFF_FFFF | UInt64(newValue) }
  }

  /// A list of ``NetworkLists``, where the operator hangs on it.
  var network: UInt32 {
    get { UInt32(truncatingIfNeeded: high >> 32) }
    set { high = high & 0xFFFF_FFFF | UInt64(newValue) << 32 }
  }

  private func byte(_ place: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: low >> (place * 8)) }

  private mutating func set(_ place: UInt64, _ value: UInt8) {
    low = low & ~(0xFF << (place * 8)) | UInt64(value) << (place * 8)
  }
}

/// What was said beside the records themselves.
struct PatternHead: Hashable, Sendable {
  var statuses: AnswerStatuses
  /// A null MX says that no mail is taken (RFC 7505).
  var hasNullExchanger = false
  /// An SPF policy says that nobody sends (`v=spf1 -all`).
  var authorisesNobody = false

  var word: UInt64 {
    UInt64(statuses.bits) | (hasNullExchanger ? 1 << 32 : 0) | (authorisesNobody ? 1 << 33 : 0)
  }

  init(statuses: AnswerStatuses, hasNullExchanger: Bool = false) {
    self.statuses = statuses
    self.hasNullExchanger = hasNullExchanger
  }

  init(word: UInt64) {
    statuses = AnswerStatuses(bits: UInt32(truncatingIfNeeded: word))
    hasNullExchanger = word >> 32 & 1 == 1
    authorisesNobody = word >> 33 & 1 == 1
  }
}

/// The distinct patterns of one family, each stored once.
///
/// Pattern 0 is that of a domain of which nothing was asked.
/// - Complexity: one hash probe and a comparison per domain; 16 bytes a record of distinct patterns.
struct PatternTable: Sendable {
  /// Of every pattern: its head, then two words a record.
  private var words: ContiguousArray<UInt64> = []
  private var ends: ContiguousArray<UInt32> = []
  private var table = PlaceTable()

  init() { _ = intern([], PatternHead(statuses: AnswerStatuses())) }

  var count: Int { ends.count }

  func facts(of pattern: UInt32) -> [PatternFact] {
    let range = range(of: Int(pattern)).dropFirst()
    return stride(from: range.lowerBound, to: range.upperBound, by: 2).map {
      PatternFact(low: words[$0], high: words[$0 + 1])
    }
  }

  func head(of pattern: UInt32) -> PatternHead {
    PatternHead(word: words[range(of: Int(pattern)).lowerBound])
  }

  /// The number of a pattern of some records.
  mutating func intern(_ facts: [PatternFact], _ head: PatternHead) -> UInt32 {
    intern(head) { body in for fact in facts { body(fact) } }
  }

  /// The number of the pattern of a domain's records of one family.
  /// - Parameter hasAddress: whether an address stands for the exchangers that are not there.
  mutating func intern(
    _ facts: ReusableList<PatternFact>, of family: RecordFamily, _ hasAddress: Bool,
    _ head: PatternHead
  ) -> UInt32 {
    intern(head) { body in
      for fact in facts where fact.kind.family == family { body(fact) }
      if hasAddress { body(PatternFact(.a)) }
    }
  }

  @inline(__always)
  private mutating func intern(
    _ head: PatternHead, _ forEachFact: ((PatternFact) -> Void) -> Void
  ) -> UInt32 {
    var hash = PlaceTable.Hash(head.word)
    var length = 1
    forEachFact { fact in
      hash.combine(fact.low)
      hash.combine(fact.high)
      length += 2
    }
    let known = table.find(hash.value) { place in
      let range = range(of: place)
      guard range.count == length, words[range.lowerBound] == head.word else { return false }
      var word = range.lowerBound + 1
      var isSame = true
      forEachFact { fact in
        if words[word] != fact.low || words[word + 1] != fact.high { isSame = false }
        word += 2
      }
      return isSame
    }
    if let known { return UInt32(known) }
    table.insert(ends.count, hash: hash.value)
    words.append(head.word)
    forEachFact { fact in
      words.append(fact.low)
      words.append(fact.high)
    }
    ends.append(UInt32(words.count))
    return UInt32(ends.count - 1)
  }

  private func range(of pattern: Int) -> Range<Int> {
    Int(pattern == 0 ? 0 : ends[pattern - 1])..<Int(ends[pattern])
  }
}

/// A number for every domain, four bytes each; all zero until one is not.
struct PatternColumn: Sendable {
  mutating func reserve(_ count: Int) { numbers.reserveCapacity(count) }

  /// The numbers of the first domains; those behind them have 0.
  private(set) var numbers: ContiguousArray<UInt32> = []

  init(_ numbers: ContiguousArray<UInt32> = []) { self.numbers = numbers }

  subscript(domain: DomainIndex) -> UInt32 {
    get { domain.index < numbers.count ? numbers[domain.index] : 0 }
    set {
      if newValue == 0, domain.index >= numbers.count { return }
      while numbers.count <= domain.index { numbers.append(0) }
      numbers[domain.index] = newValue
    }
  }
}
