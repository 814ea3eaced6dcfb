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
  private var number: UInt32 = 0

  init(_ bytes: Bytes) { self.bytes = bytes }

  /// A line, its number from 1, and where it starts in the text.
  mutating func next() -> (line: Bytes, number: UInt32, start: Int)? {
    guard index < bytes.count, let base = bytes.baseAddress else { return nil }
    let start = index
    let end =
      memchr(base + start, 0x0A, bytes.count - start).map {
        $0 - UnsafeMutableRawPointer(mutating: base)
      }
      ?? bytes.count
    index = end + 1
    number &+= 1
    let last = end > start && bytes[end - 1] == 0x0D ? end - 1 : end
    return (Bytes(rebasing: bytes[start..<last]), number, start)
  }
}
