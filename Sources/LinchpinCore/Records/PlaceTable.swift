/// Finds places in somebody's list by hash: open addressing with linear probing.
///
/// The list keeps its own entries; the table holds eight bytes a slot, and at most half are taken.
struct PlaceTable: Sendable {
  /// 0 is an empty slot, otherwise the hash above the place plus one.
  private var slots = ContiguousArray<UInt64>(repeating: 0, count: 1 << 10)
  private var count = 0

  /// The place with this hash that `isSame` accepts.
  func find(_ hash: UInt32, where isSame: (Int) -> Bool) -> Int? {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let place = Int(UInt32(truncatingIfNeeded: slots[slot])) - 1
      if UInt32(slots[slot] >> 32) == hash, isSame(place) { return place }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Adds a place that `find` did not have.
  mutating func insert(_ place: Int, hash: UInt32) {
    count += 1
    if count * 2 > slots.count {
      let old = slots
      slots = ContiguousArray(repeating: 0, count: old.count * 2)
      for word in old where word != 0 { put(word) }
    }
    put(UInt64(hash) << 32 | UInt64(place + 1))
  }

  private mutating func put(_ word: UInt64) {
    let mask = slots.count - 1
    var slot = Int(word >> 32) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = word
  }
}

extension PlaceTable {
  /// A hash of whole numbers in order, by multiply and fold; no result depends on it.
  struct Hash {
    private var state: UInt64

    init(_ seed: UInt64) { state = 0x9E37_79B9_7F4A_7C15 ^ seed }

    mutating func combine(_ word: UInt64) {
      let wide = (state ^ word).multipliedFullWidth(by: 0xD1B5_4A32_D192_ED03)
      state = wide.high ^ wide.low
    }

    var value: UInt32 { UInt32(truncatingIfNeeded: state ^ state >> 32) }
  }
}
