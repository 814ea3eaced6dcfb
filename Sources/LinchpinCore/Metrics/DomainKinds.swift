/// Domains by the classes of their profiles: where a million domains differ in a few hundred ways
/// that matter to a question, the question is answered once for each way.
struct DomainKinds {
  /// By kind: the class of each family, in the order of the families.
  private(set) var kinds: ContiguousArray<Kind>
  private var column: ContiguousArray<UInt32>

  /// A class for each family.
  typealias Kind = SIMD8<UInt32>

  /// One family's classes: by profile, and of the domains that differ from their profile.
  struct Classes {
    var ofProfile: ContiguousArray<UInt32>
    var ofDomain: [DomainIndex: UInt32] = [:]
    /// One more than the largest class.
    var count: Int
  }

  /// Keys larger than this are renumbered before another family joins them.
  private static let largestKey: UInt64 = 1 << 44

  /// - Parameter classes: one for each family, in order.
  /// - Complexity: O(domains × families), front to back through memory.
  init(_ attribution: Attribution, classes: [Classes]) {
    let domains = attribution.snapshot.domainCount
    var keys = Keys(count: domains)
    for family in RecordFamily.allCases {
      let own = classes[family.rawValue]
      keys.join(
        own, attribution.profileColumn(family).numbers, largest: Self.largestKey)
    }
    keys.renumber()
    kinds = keys.kinds
    column = ContiguousArray(keys.numbers.map { UInt32($0) })
  }

  /// By domain: a number for all classes joined so far.
  private struct Keys {
    private(set) var numbers: ContiguousArray<UInt64>
    /// What the numbers stood for when they were last made small.
    private(set) var kinds: ContiguousArray<Kind> = [Kind()]
    /// How many families those are.
    private var families = 0
    /// Of the classes joined since.
    private var radices: [UInt64] = []

    init(count: Int) { numbers = ContiguousArray(repeating: 0, count: count) }

    mutating func join(_ own: Classes, _ profiles: ContiguousArray<UInt32>, largest: UInt64) {
      let radix = UInt64(own.count)
      if radices.reduce(UInt64(kinds.count), *) > largest / max(radix, 1) { renumber() }
      radices.append(radix)
      if radix == 1 { return }
      for index in numbers.indices {
        let profile = index < profiles.count ? Int(profiles[index]) : 0
        numbers[index] = numbers[index] &* radix &+ UInt64(own.ofProfile[profile])
      }
      for (domain, number) in own.ofDomain {
        let profile = domain.index < profiles.count ? Int(profiles[domain.index]) : 0
        numbers[domain.index] += UInt64(number)
        numbers[domain.index] -= UInt64(own.ofProfile[profile])
      }
    }

    /// Counts the distinct numbers from 0 and notes what each stands for.
    mutating func renumber() {
      var found: ContiguousArray<UInt64> = []
      var table = PlaceTable()
      for index in numbers.indices {
        let key = numbers[index]
        var hash = PlaceTable.Hash(0)
        hash.combine(key)
        if let known = table.find(hash.value, where: { found[$0] == key }) {
          numbers[index] = UInt64(known)
        } else {
          table.insert(found.count, hash: hash.value)
          numbers[index] = UInt64(found.count)
          found.append(key)
        }
      }
      var made = ContiguousArray<Kind>()
      made.reserveCapacity(found.count)
      for key in found {
        var rest = key
        var joined = Kind()
        for (place, radix) in radices.enumerated().reversed() {
          joined[families + place] = UInt32(rest % radix)
          rest /= radix
        }
        // Each has zeros where the other one's families are.
        made.append(kinds[Int(rest)] | joined)
      }
      kinds = made
      families += radices.count
      radices = []
    }
  }

  /// Tells domains of some kinds further apart.
  mutating func split(_ kinds: [Bool], by value: (DomainIndex) -> UInt32) -> [UInt32?] {
    var values = [UInt32?](repeating: nil, count: self.kinds.count)
    var numbers: [UInt64: UInt32] = [:]
    for index in column.indices where kinds[Int(column[index])] {
      let kind = column[index]
      let found = value(DomainIndex(index))
      let key = UInt64(kind) << 32 | UInt64(found)
      if let known = numbers[key] {
        column[index] = known
      } else {
        numbers[key] = UInt32(self.kinds.count)
        column[index] = UInt32(self.kinds.count)
        self.kinds.append(self.kinds[Int(kind)])
        values.append(found)
      }
    }
    return values
  }

  subscript(domain: DomainIndex) -> Int { Int(column[domain.index]) }

  /// By kind: how many domains of a population are of it.
  func count(in population: Population) -> [Int] {
    var counts = Array(repeating: 0, count: kinds.count)
    population.forEachDomain { counts[Int(column[$0.index])] += 1 }
    return counts
  }
}

/// Numbers values in order of first appearance.
struct Numbering<Value: Hashable> {
  private(set) var values: [Value] = []
  private var numbers: [Value: UInt32] = [:]

  mutating func number(of value: Value) -> UInt32 {
    if let known = numbers[value] { return known }
    numbers[value] = UInt32(values.count)
    values.append(value)
    return UInt32(values.count - 1)
  }
}
