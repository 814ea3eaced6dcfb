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

  var kind: RecordKind
  /// Place of an MX preference among the domain's distinct ones; nil where none was given.
  var rank: UInt8?
  /// The role that an alias's signature proves.
  var role: Role?
  var party = Party.nobody
  var number: UInt32 = 0
  /// The end of the host's name plus one, where the DNS of the name matters; 0 elsewhere.
  var tail: UInt32 = 0
  /// A list of ``NetworkLists``, where the operator hangs on it.
  var network: UInt32 = NetworkLists.none

  init(_ kind: RecordKind) { self.kind = kind }

  /// Everything, for hashing and comparing.
  var words: (UInt64, UInt64) {
    let low =
      UInt64(kind.rawValue) | UInt64(rank ?? .max) << 8
      | UInt64(role?.rawValue ?? .max) << 16 | UInt64(party.rawValue) << 24
    return (low | UInt64(number) << 32, UInt64(tail) | UInt64(network) << 32)
  }
}

/// What was said beside the records themselves.
struct PatternHead: Hashable, Sendable {
  var statuses: AnswerStatuses
  /// A null MX says that no mail is taken (RFC 7505).
  var hasNullExchanger = false

  var word: UInt64 { UInt64(statuses.bits) | (hasNullExchanger ? 1 << 32 : 0) }
}

/// The distinct patterns of one family, each stored once.
///
/// Pattern 0 is that of a domain of which nothing was asked.
/// - Complexity: one hash probe and a comparison per domain; 16 bytes a record of distinct patterns.
struct PatternTable: Sendable {
  private var facts: ContiguousArray<PatternFact> = []
  private var ends: ContiguousArray<UInt32> = []
  private var heads: ContiguousArray<PatternHead> = []
  private var table = PlaceTable()

  init() { _ = intern([], PatternHead(statuses: AnswerStatuses())) }

  var count: Int { ends.count }

  func facts(of pattern: UInt32) -> ArraySlice<PatternFact> {
    facts[range(of: Int(pattern))]
  }

  func head(of pattern: UInt32) -> PatternHead { heads[Int(pattern)] }

  mutating func intern(_ found: ContiguousArray<PatternFact>, _ head: PatternHead) -> UInt32 {
    var hash = PlaceTable.Hash(head.word)
    for fact in found {
      let words = fact.words
      hash.combine(words.0)
      hash.combine(words.1)
    }
    let known = table.find(hash.value) { place in
      let range = range(of: place)
      guard heads[place] == head, range.count == found.count else { return false }
      return zip(facts[range], found).allSatisfy { $0.words == $1.words }
    }
    if let known { return UInt32(known) }
    table.insert(ends.count, hash: hash.value)
    facts.append(contentsOf: found)
    ends.append(UInt32(facts.count))
    heads.append(head)
    return UInt32(ends.count - 1)
  }

  private func range(of pattern: Int) -> Range<Int> {
    Int(pattern == 0 ? 0 : ends[pattern - 1])..<Int(ends[pattern])
  }
}

/// A number for every domain, four bytes each; all zero until one is not.
struct PatternColumn: Sendable {
  /// The numbers of the first domains; those behind them have 0.
  private(set) var numbers: ContiguousArray<UInt32> = []

  subscript(domain: DomainIndex) -> UInt32 {
    get { domain.index < numbers.count ? numbers[domain.index] : 0 }
    set {
      if newValue == 0, domain.index >= numbers.count { return }
      while numbers.count <= domain.index { numbers.append(0) }
      numbers[domain.index] = newValue
    }
  }
}
