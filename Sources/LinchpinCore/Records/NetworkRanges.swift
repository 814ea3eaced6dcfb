/// Which autonomous system announces which address, by ranges.
///
/// Where ranges overlap, the narrowest one that holds the address wins, as in routing.
/// - Complexity: O(log n) per look-up plus one step per range it lies in; 40 bytes per range.
public struct NetworkRanges: Sendable {
  /// IPv4 as its IPv4-mapped form (RFC 4291, 2.5.5.2), so that one order serves both.
  private let firsts: ContiguousArray<UInt128>
  private let lasts: ContiguousArray<UInt128>
  private let systems: ContiguousArray<UInt32>
  /// By range: the narrowest range around it, or none.
  private let around: ContiguousArray<UInt32>

  private static let none = UInt32.max

  public struct Range: Sendable, Equatable {
    public var first: AddressKey
    public var last: AddressKey
    public var asn: UInt32

    public init(first: AddressKey, last: AddressKey, asn: UInt32) {
      self.first = first
      self.last = last
      self.asn = asn
    }
  }

  /// Sorts the ranges; their order in the source does not matter.
  ///
  /// Ranges whose first address lies after the last, and AS 0 (not announced), are left out.
  public init(_ ranges: [Range] = []) {
    var ranges = ranges.filter { $0.asn != 0 && $0.first <= $0.last }
    // Sources are sorted already; a check is cheaper than sorting half a million again.
    let isAscending: (Range, Range) -> Bool = {
      ($0.first.rawValue, $1.last.rawValue, $0.asn) < ($1.first.rawValue, $0.last.rawValue, $1.asn)
    }
    if !zip(ranges, ranges.dropFirst()).allSatisfy({ isAscending($0, $1) }) {
      ranges.sort(by: isAscending)
    }
    firsts = ContiguousArray(ranges.map(\.first.rawValue))
    lasts = ContiguousArray(ranges.map(\.last.rawValue))
    systems = ContiguousArray(ranges.map(\.asn))
    around = Self.nesting(firsts, lasts)
  }

  public var count: Int { systems.count }

  /// The AS that announces an address; nil for none, and for text that is no address.
  public func asn(of address: String) -> UInt32? {
    AddressKey(address).flatMap { asn(of: $0) }
  }

  public func asn(of address: AddressKey) -> UInt32? {
    var low = 0
    var high = firsts.count
    while low < high {
      let middle = (low + high) / 2
      if firsts[middle] <= address.rawValue { low = middle + 1 } else { high = middle }
    }
    var candidate = low == 0 ? Self.none : UInt32(low - 1)
    while candidate != Self.none {
      if address.rawValue <= lasts[Int(candidate)] { return systems[Int(candidate)] }
      candidate = around[Int(candidate)]
    }
    return nil
  }

  /// The enclosing range of each, found with a stack over the sorted ranges.
  ///
  /// Ranges that cross without nesting stay on the stack by their start, so none is lost.
  private static func nesting(
    _ firsts: ContiguousArray<UInt128>, _ lasts: ContiguousArray<UInt128>
  ) -> ContiguousArray<UInt32> {
    var around = ContiguousArray<UInt32>(repeating: none, count: firsts.count)
    var open: [Int] = []
    for index in firsts.indices {
      while let last = open.last, lasts[last] < firsts[index] { open.removeLast() }
      if let last = open.last { around[index] = UInt32(last) }
      open.append(index)
    }
    return around
  }
}
