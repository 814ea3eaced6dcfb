import LinchpinCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lines of a text one after the other, without their line ends.
struct Lines: Sequence, IteratorProtocol {
  private let bytes: Bytes
  private var index = 0
  private let end: Int
  private var number: UInt32 = 0

  init(_ bytes: Bytes) { self.init(bytes, in: 0..<bytes.count) }

  /// The lines that start in a range, counted from its first, which starts with one.
  init(_ bytes: Bytes, in range: Range<Int>) {
    self.bytes = bytes
    index = range.lowerBound
    end = range.upperBound
  }

  /// A line, its number from 1, and where it starts in the text.
  mutating func next() -> (line: Bytes, number: UInt32, start: Int)? {
    guard index < end, let base = bytes.baseAddress else { return nil }
    let start = index
    let stop =
      memchr(base + start, 0x0A, bytes.count - start).map {
        $0 - UnsafeMutableRawPointer(mutating: base)
      }
      ?? bytes.count
    index = stop + 1
    number &+= 1
    let last = stop > start && bytes[stop - 1] == 0x0D ? stop - 1 : stop
    return (Bytes(rebasing: bytes[start..<last]), number, start)
  }
}
