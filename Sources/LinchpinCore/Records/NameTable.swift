/// The number of an interned name in a ``NameTable``.
public struct NameID: Hashable, Comparable, Sendable {
  public let rawValue: UInt32

  public init(rawValue: UInt32) { self.rawValue = rawValue }

  public static func < (a: NameID, b: NameID) -> Bool { a.rawValue < b.rawValue }
}

/// A slice of somebody else's memory, valid only during the call that hands it over.
public typealias Bytes = UnsafeRawBufferPointer

/// Names stored once, as UTF-8 in one arena, and spoken of by number.
///
/// A million domains name some two million hosts; a `String` for each would cost more than the
/// records themselves. Ids count up from 0 in order of first appearance.
/// - Complexity: `intern` and `find` are O(length), amortised; memory is the bytes plus about
///   14 bytes per name.
public struct NameTable: Sendable {
  private var arena: ContiguousArray<UInt8> = []
  private var ends: ContiguousArray<UInt32> = []
  private var hashes: ContiguousArray<UInt32> = []
  /// Open addressing with linear probing; 0 is an empty slot, otherwise the id plus one.
  private var slots: ContiguousArray<UInt32>
  /// Keeps a hostile file from choosing names that collide; no result depends on it.
  private let seed = UInt64.random(in: .min ... .max)

  public init() { slots = ContiguousArray(repeating: 0, count: 1 << 10) }

  public var count: Int { ends.count }

  /// The id of a name, adding the name when it is new.
  public mutating func intern(_ name: Bytes) -> NameID {
    let hash = hash(name)
    let slot = probe(name, hash)
    if slots[slot] != 0 { return NameID(rawValue: slots[slot] - 1) }
    precondition(arena.count + name.count <= Int(UInt32.max), "more than 4 GiB of names")
    arena.append(contentsOf: name)
    ends.append(UInt32(arena.count))
    hashes.append(hash)
    slots[slot] = UInt32(ends.count)
    let id = NameID(rawValue: UInt32(ends.count - 1))
    if ends.count * 5 > slots.count * 3 { grow() }
    return id
  }

  public mutating func intern(_ name: String) -> NameID {
    var name = name
    return name.withUTF8 { intern(Bytes($0)) }
  }

  /// The id of a name, or nil when the table does not hold it.
  public func find(_ name: Bytes) -> NameID? {
    let slot = probe(name, hash(name))
    return slots[slot] == 0 ? nil : NameID(rawValue: slots[slot] - 1)
  }

  public func find(_ name: String) -> NameID? {
    var name = name
    return name.withUTF8 { find(Bytes($0)) }
  }

  public func withBytes<Result>(of id: NameID, _ body: (Bytes) throws -> Result) rethrows -> Result {
    let range = range(of: Int(id.rawValue))
    return try arena.withUnsafeBytes { try body(Bytes(rebasing: $0[range])) }
  }

  public func string(_ id: NameID) -> String {
    withBytes(of: id) { String(decoding: $0, as: UTF8.self) }
  }

  private func range(of index: Int) -> Range<Int> {
    Int(index == 0 ? 0 : ends[index - 1])..<Int(ends[index])
  }

  /// The slot that holds `name`, or the empty one where it belongs.
  private func probe(_ name: Bytes, _ hash: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    return arena.withUnsafeBytes { arena in
      while slots[slot] != 0 {
        let candidate = Int(slots[slot]) - 1
        if hashes[candidate] == hash, arena[range(of: candidate)].elementsEqual(name) { break }
        slot = (slot + 1) & mask
      }
      return slot
    }
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    var larger = ContiguousArray<UInt32>(repeating: 0, count: mask + 1)
    for (index, hash) in hashes.enumerated() {
      var slot = Int(hash) & mask
      while larger[slot] != 0 { slot = (slot + 1) & mask }
      larger[slot] = UInt32(index + 1)
    }
    slots = larger
  }

  /// Multiply-and-fold over eight bytes at a time.
  private func hash(_ name: Bytes) -> UInt32 {
    func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
      let wide = a.multipliedFullWidth(by: b)
      return wide.high ^ wide.low
    }
    var state = seed ^ UInt64(truncatingIfNeeded: name.count)
    var offset = 0
    while offset + 8 <= name.count {
      let word = name.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      state = fold(state ^ word, 0x9E37_79B9_7F4A_7C15)
      offset += 8
    }
    var tail: UInt64 = 0
    while offset < name.count {
      tail = tail << 8 | UInt64(name[offset])
      offset += 1
    }
    state = fold(state ^ tail, 0xD1B5_4A32_D192_ED03)
    return UInt32(truncatingIfNeeded: state ^ state >> 32)
  }
}
