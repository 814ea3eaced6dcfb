import Graphs

/// The units of a study by what their domains need: units alike come once, with their number.
struct UnitSignatures {
  struct Entry {
    /// Where the signatures of its domains lie, each once, ascending.
    fileprivate var members: Range<Int32>
    /// Or another attribute the units are told apart by.
    var sector: NameID
    /// How many units are alike, and what they weigh together, in thousandths.
    var number = 0
    var weight = 0
  }

  /// Units without any domain are in none of them.
  private(set) var entries: ContiguousArray<Entry> = []
  private var members: ContiguousArray<Int32> = []
  /// By signature: the entry of single domains of it that was met last.
  private var ofSingle: ContiguousArray<Int32>
  private var table = PlaceTable()

  private static let none: Int32 = -1

  /// - Complexity: O(domains), front to back through memory.
  init(
    _ population: Population, _ signatures: DomainSignatures, by dimension: Dimension = .sector
  ) {
    ofSingle = ContiguousArray(repeating: Self.none, count: signatures.signatures.count)
    let organisations = population.snapshot.organisations
    population.forEachUnit { unit in
      guard let first = unit.domains.first else { return }
      let sector = organisations.word(dimension, unit.organisation)
      let weight = unit.thousandths
      if unit.domains.count == 1 {
        add(single: Int32(signatures.number(of: first)), sector, weight)
      } else {
        let all = Set(unit.domains.map { Int32(signatures.number(of: $0)) })
        _ = add(all.sorted(), sector, weight)
      }
    }
  }

  /// Units whatever their sector: those of one domain by its signature, others as they are.
  struct Alike {
    /// By signature: how many units are one domain of it.
    fileprivate(set) var single: ContiguousArray<Int>
    fileprivate(set) var several: ContiguousArray<Entry> = []
  }

  func bySignature() -> Alike {
    var alike = Alike(single: ContiguousArray(repeating: 0, count: ofSingle.count))
    for entry in entries {
      if entry.members.count == 1 {
        alike.single[Int(members[Int(entry.members.lowerBound)])] += entry.number
      } else {
        alike.several.append(entry)
      }
    }
    return alike
  }

  /// The signatures of an entry's domains.
  func domains(of entry: Entry) -> some Sequence<Int> {
    entry.members.lazy.map { Int(members[Int($0)]) }
  }

  private mutating func add(single signature: Int32, _ sector: NameID, _ weight: Int) {
    let known = ofSingle[Int(signature)]
    if known != Self.none, entries[Int(known)].sector == sector {
      entries[Int(known)].number += 1
      entries[Int(known)].weight += weight
    } else {
      ofSingle[Int(signature)] = Int32(
        add(CollectionOfOne(signature), sector, weight))
    }
  }

  private mutating func add(
    _ domains: some Collection<Int32>, _ sector: NameID, _ weight: Int
  ) -> Int {
    var hash = PlaceTable.Hash(UInt64(sector.rawValue))
    for signature in domains { hash.combine(UInt64(signature)) }
    let known = table.find(hash.value) { place in
      let range = entries[place].members
      return entries[place].sector == sector
        && members[Int(range.lowerBound)..<Int(range.upperBound)].elementsEqual(domains)
    }
    let place = known ?? entries.count
    if known == nil {
      table.insert(place, hash: hash.value)
      let start = Int32(members.count)
      members.append(contentsOf: domains)
      entries.append(Entry(members: start..<Int32(members.count), sector: sector))
    }
    entries[place].number += 1
    entries[place].weight += weight
    return place
  }
}

extension Population.Member {
  /// The weight in whole thousandths, so that sums do not hang on their order.
  var thousandths: Int { Int((weight * 1000).rounded()) }
}
