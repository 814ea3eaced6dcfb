/// The patterns of one part of an input, with the tables their numbers point into.
struct PatternPart: Sendable {
  /// Ends of host names, and the suffixes met on the way to them.
  private(set) var tails: [String] = []
  private(set) var registrables: [String] = []
  /// Lists of AS numbers; the first two are empty, as in ``NetworkLists``.
  private(set) var networks: [[UInt32]] = []
  private(set) var tables: [PatternTable]
  private(set) var columns: [PatternColumn]

  init(_ writer: PatternWriter) {
    tails = writer.tails.all
    registrables = (0..<writer.registrables.count).map {
      writer.registrables.string(NameID(rawValue: UInt32($0)))
    }
    networks = writer.networks.all
    tables = writer.tables
    columns = writer.columns
  }
}

/// The numbers of one part's patterns in the writer that takes it over.
///
/// Everything a fact points to by number is found anew by what it is, so that the order of parts
/// decides numbers and nothing else.
struct PatternTranslation {
  private let part: PatternPart
  /// By the part's number: ours plus one, as facts have it, 0 for a bare suffix.
  private var tails: [UInt32]
  private var registrables: [UInt32]
  private var networks: [UInt32]
  /// By family and the part's number: ours; pattern 0 is everybody's.
  private var patterns: [ContiguousArray<UInt32>]

  private static let unknown = UInt32.max

  /// - Complexity: O(names of the part).
  init(_ part: PatternPart, into writer: inout PatternWriter) {
    self.part = part
    tails = part.tails.map { writer.takeOver(tail: $0) }
    registrables = part.registrables.map { writer.registrables.intern($0).rawValue }
    networks = part.networks.enumerated().map { number, systems in
      number <= Int(NetworkLists.addressOnly)
        ? UInt32(number) : writer.networks.number(of: systems)
    }
    patterns = part.tables.map {
      ContiguousArray(repeating: Self.unknown, count: $0.count)
    }
  }

  /// Gives a domain of the writer the patterns that a domain of the part has.
  mutating func copy(
    _ domain: DomainIndex, to target: DomainIndex, in writer: inout PatternWriter
  ) {
    for family in RecordFamily.allCases {
      let number = part.columns[family.rawValue][domain]
      writer.columns[family.rawValue][target] = pattern(number, family, in: &writer)
    }
  }

  private mutating func pattern(
    _ number: UInt32, _ family: RecordFamily, in writer: inout PatternWriter
  ) -> UInt32 {
    if number == 0 { return 0 }
    let known = patterns[family.rawValue][Int(number)]
    if known != Self.unknown { return known }
    let table = part.tables[family.rawValue]
    let facts = table.facts(of: number).map { translated($0) }
    let ours = writer.tables[family.rawValue].intern(facts, table.head(of: number))
    patterns[family.rawValue][Int(number)] = ours
    return ours
  }

  private func translated(_ fact: PatternFact) -> PatternFact {
    var fact = fact
    if fact.tail > 0 { fact.tail = tails[Int(fact.tail) - 1] }
    if fact.party == .registrable { fact.number = registrables[Int(fact.number)] }
    fact.network = networks[Int(fact.network)]
    return fact
  }
}

extension PatternWriter {
  /// The number plus one of an end that another writer met; 0 for a bare suffix.
  fileprivate mutating func takeOver(tail: String) -> UInt32 {
    var tail = tail
    return tail.withUTF8 { tails.tail(of: Bytes($0)).map { $0.rawValue + 1 } ?? 0 }
  }
}

// MARK: In bytes

extension PatternPart {
  func encode(into bytes: inout PartBytes) {
    bytes.append(tails)
    bytes.append(registrables)
    bytes.append(networks.count)
    for systems in networks {
      bytes.append(systems.count)
      for system in systems { bytes.append(Int(system)) }
    }
    for family in RecordFamily.allCases {
      tables[family.rawValue].encode(into: &bytes)
      bytes.append(columns[family.rawValue].numbers)
    }
  }

  /// - Parameter domains: how many domains the part has, so that no number points past its end.
  init(from bytes: inout PartReader, domains: Int, providers: Int) throws(PartProblem) {
    tails = try bytes.strings()
    registrables = try bytes.strings()
    for _ in 0..<(try bytes.count()) {
      var systems: [UInt32] = []
      for _ in 0..<(try bytes.count()) { systems.append(try bytes.number()) }
      networks.append(systems)
    }
    tables = []
    columns = []
    for _ in RecordFamily.allCases {
      let table = try PatternTable(from: &bytes)
      let numbers = try bytes.numbers()
      guard numbers.count <= domains, numbers.allSatisfy({ $0 < table.count }) else {
        throw .damaged("a pattern that is not there")
      }
      tables.append(table)
      columns.append(PatternColumn(numbers))
    }
    let isWhole = tables.allSatisfy { table in
      (0..<UInt32(table.count)).allSatisfy { pattern in
        table.facts(of: pattern).allSatisfy { isGood($0, providers) }
      }
    }
    guard networks.count >= 2, isWhole else { throw .damaged("a record that points nowhere") }
  }

  private func isGood(_ fact: PatternFact, _ providers: Int) -> Bool {
    if fact.tail > tails.count || fact.network >= networks.count { return false }
    switch fact.party {
    case .registrable: return fact.number < registrables.count
    case .catalogued: return fact.number < providers
    case .nobody, .own, .suffix: return true
    }
  }
}

extension PatternTable {
  /// Pattern 0 is in every table and not written.
  func encode(into bytes: inout PartBytes) {
    bytes.append(count)
    for pattern in 1..<UInt32(max(1, count)) {
      bytes.append(head(of: pattern).word)
      let facts = facts(of: pattern)
      bytes.append(facts.count)
      for fact in facts {
        bytes.append(fact.low)
        bytes.append(fact.high)
      }
    }
  }

  init(from bytes: inout PartReader) throws(PartProblem) {
    self.init()
    let count = try bytes.count()
    for pattern in 1..<max(1, count) {
      let head = PatternHead(word: try bytes.word())
      var facts: [PatternFact] = []
      for _ in 0..<(try bytes.count()) {
        facts.append(PatternFact(low: try bytes.word(), high: try bytes.word()))
      }
      guard intern(facts, head) == pattern else { throw .damaged("a pattern twice") }
    }
  }
}
