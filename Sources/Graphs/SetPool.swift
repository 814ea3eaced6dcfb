/// Sorted node sets, each distinct one stored once.
///
/// Set 0 is the empty set. Equal sets get equal numbers, so comparing sets is comparing numbers.
struct SetPool: Sendable {
  static let empty: UInt32 = 0

  private var elements: ContiguousArray<NodeID> = []
  private var offsets: ContiguousArray<Int> = [0, 0]
  private var hashes: ContiguousArray<UInt32> = [SetPool.hash([])]
  private var slots: ContiguousArray<UInt32>

  private static let free = UInt32.max

  init() {
    slots = ContiguousArray(repeating: Self.free, count: 1024)
    slots[slot(of: [], hash: hashes[0])] = Self.empty
  }

  /// The number of distinct sets.
  var count: Int { offsets.count - 1 }

  /// The number of elements of all sets together.
  var elementCount: Int { elements.count }

  /// Where the elements of a set lie among those of all sets.
  func places(of set: UInt32) -> Range<Int> { offsets[Int(set)]..<offsets[Int(set) + 1] }

  /// The element at a place.
  func element(_ place: Int) -> NodeID { elements[place] }

  /// The elements of a set, ascending.
  subscript(set: UInt32) -> ArraySlice<NodeID> {
    elements[offsets[Int(set)]..<offsets[Int(set) + 1]]
  }

  /// The number of the set with these ascending elements; O(elements) expected.
  mutating func intern(_ set: ContiguousArray<NodeID>) -> UInt32 {
    if set.isEmpty { return Self.empty }
    let hash = Self.hash(set)
    let slot = slot(of: set, hash: hash)
    if slots[slot] != Self.free { return slots[slot] }
    let number = UInt32(count)
    slots[slot] = number
    hashes.append(hash)
    elements.append(contentsOf: set)
    offsets.append(elements.count)
    if count * 2 > slots.count { grow() }
    return number
  }

  /// Gives up the memory that only interning needs; interning nothing afterwards.
  mutating func seal() {
    slots = []
    hashes = []
  }

  private func slot(of set: ContiguousArray<NodeID>, hash: UInt32) -> Int {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != Self.free {
      let number = slots[slot]
      if hashes[Int(number)] == hash, self[number].elementsEqual(set) { break }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    slots = ContiguousArray(repeating: Self.free, count: slots.count * 2)
    for number in hashes.indices {
      var slot = Int(hashes[number]) & (slots.count - 1)
      while slots[slot] != Self.free { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number)
    }
  }

  /// A hash that is the same in every run; multiply and fold, finished by a xor-shift.
  private static func hash(_ set: ContiguousArray<NodeID>) -> UInt32 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for element in set {
      state = (state ^ UInt64(element)) &* 0xBF58_476D_1CE4_E5B9
      state ^= state >> 29
    }
    state = (state ^ (state >> 32)) &* 0x94D0_49BB_1331_11EB
    return UInt32(truncatingIfNeeded: state >> 32)
  }
}
