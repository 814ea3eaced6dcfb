import LinchpinCore

/// Finds the entries of one big JSON object or array of objects without parsing them.
///
/// Entries found this way have a line of their own, and one bad entry does not spoil the rest.
struct JSONSplitter: Sequence, IteratorProtocol {
  struct Entry {
    /// The raw key; empty in an array.
    var key: Bytes
    /// The object, braces included; up to the end of the text where it is cut off.
    var object: Bytes
    /// Where the object starts in the text.
    var start: Int
    var line: UInt32
    var isComplete: Bool

    func isNamed(_ name: StaticString) -> Bool {
      key.elementsEqual(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }
  }

  private let bytes: Bytes
  private var index: Int
  private var line: UInt32
  private var ordinal: UInt32 = 0
  /// On one long line an entry's ordinal says more than “line 1”.
  private let isOneLine: Bool

  /// The entries of an object that is itself an entry.
  init(within entry: Entry) { self.init(entry.object, firstLine: entry.line) }

  /// - Parameter firstLine: the line on which the text begins.
  init(_ bytes: Bytes, firstLine: UInt32 = 1) {
    self.bytes = bytes
    line = firstLine
    let last = bytes.lastIndex { !InputText.isSpace($0) } ?? 0
    isOneLine = !bytes[...Swift.min(last, bytes.count - 1)].contains(0x0A)
    index = 0
    skipSpace()
    index += 1
  }

  mutating func next() -> Entry? {
    var key = Bytes(start: nil, count: 0)
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""): key = string()
      case UInt8(ascii: "{"): return object(key)
      case 0x0A:
        line &+= 1
        index += 1
      default: index += 1
      }
    }
    return nil
  }

  private mutating func skipSpace() {
    while index < bytes.count, InputText.isSpace(bytes[index]) {
      if bytes[index] == 0x0A { line &+= 1 }
      index += 1
    }
  }

  /// The string at the index, without its quotes; moves behind it.
  private mutating func string() -> Bytes {
    let start = index + 1
    index = start
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      if bytes[index] == 0x0A { line &+= 1 }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    let end = Swift.min(index, bytes.count)
    index = Swift.min(index + 1, bytes.count)
    return Bytes(rebasing: bytes[Swift.min(start, end)..<end])
  }

  private mutating func object(_ key: Bytes) -> Entry {
    let start = index
    ordinal &+= 1
    let number = isOneLine ? ordinal : line
    var depth = 0
    repeat {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        _ = string()
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case 0x0A: line &+= 1
      default: break
      }
      index += 1
    } while depth > 0 && index < bytes.count
    return Entry(
      key: key, object: Bytes(rebasing: bytes[start..<index]), start: start, line: number,
      isComplete: depth == 0)
  }
}
