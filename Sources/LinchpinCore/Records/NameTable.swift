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
///   20 bytes per name.
public struct NameTable: Sendable {
  private var arena: ContiguousArray<UInt8> = []
  private var ends: ContiguousArray<UInt32> = []
  /// Open addressing with linear probing; 0 is an empty slot, otherwise the name's hash above its
  /// id plus one: a probe that fails reads nothing else.
  private var slots: ContiguousArray<UInt64>
  /// Keeps a hostile file from choosing names that collide; no result depends on it.
  private let seed = UInt64.random(in: .min ... .max)

  public init() { slots = ContiguousArray(repeating: 0, count: 1 << 10) }

  public var count: Int { ends.count }

  /// Makes room for this many names in all, so that filling it moves none.
  public mutating func reserve(_ count: Int) {
    ends.reserveCapacity(count)
    while count * 5 > slots.count * 3 { grow() }
  }

  /// The id of a name, adding the name when it is new.
  public mutating func intern(_ name: Bytes) -> NameID {
    let hash = hash(name)
    let slot = probe(name, hash)
    if let known = id(inSlot: slot) { return known }
    precondition(arena.count + name.count <= Int(UInt32.max), "more than 4 GiB of names")
    arena.append(contentsOf: name)
    ends.append(UInt32(arena.count))
    slots[slot] = UInt64(hash) << 32 | UInt64(ends.count)
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
    return id(inSlot: slot)
  }

  public func find(_ name: String) -> NameID? {
    var name = name
    return name.withUTF8 { find(Bytes($0)) }
  }

  public func withBytes<Result>(of id: NameID, _ body: (Bytes) throws -> Result) rethrows -> Result
  {
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
        if slots[slot] >> 32 == UInt64(hash),
          Bytes(rebasing: arena[range(of: place(inSlot: slot))]).isEqual(name)
        {
          break
        }
        slot = (slot + 1) & mask
      }
      return slot
    }
  }

  private func place(inSlot slot: Int) -> Int { Int(slots[slot] & 0xFFFF_FFFF) - 1 }

  private func id(inSlot slot: Int) -> NameID? {
    slots[slot] == 0 ? nil : NameID(rawValue: UInt32(place(inSlot: slot)))
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    var larger = ContiguousArray<UInt64>(repeating: 0, count: mask + 1)
    for entry in slots where entry != 0 {
      var slot = Int(entry >> 32) & mask
      while larger[slot] != 0 { slot = (slot + 1) & mask }
      larger[slot] = entry
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

extension Bytes {
  /// Compares eight bytes at a time.
  func isEqual(_ other: Bytes) -> Bool {
    if count != other.count { return false }
    var offset = 0
    while offset + 8 <= count {
      if loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        != other.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      {
        return false
      }
      offset += 8
    }
    while offset < count {
      if self[offset] != other[offset] { return false }
      offset += 1
    }
    return true
  }
}
