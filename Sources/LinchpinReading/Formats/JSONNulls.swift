#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Leaves the members that are null out of JSON.
///
/// A table has one set of columns for all of its rows, so that its nulls stand for “this row does
/// not say”. In JSON Lines a key that is null says “there is none”: as that they must not be read.
enum JSONNulls {
  /// The same JSON without members that are null; elements of lists stay.
  /// - Complexity: O(n), one copy.
  static func left(
    out contents: FileContents, named name: String
  ) throws(ReadingError) -> FileContents {
    let bytes = contents.bytes
    guard let start = malloc(max(bytes.count, 1)) else {
      throw .cannotRead(path: name, why: "larger than the memory of this machine")
    }
    let output = UnsafeMutableRawBufferPointer(start: start, count: max(bytes.count, 1))
    var writer = Writer(output: output)
    var index = 0
    while index < bytes.count { index = writer.copy(bytes, from: index) }
    return FileContents(
      owning: UnsafeMutableRawBufferPointer(rebasing: output[..<writer.count]))
  }

  private struct Writer {
    let output: UnsafeMutableRawBufferPointer
    var count = 0
    /// Where the last string began, and where the key of the member at hand does.
    private var lastString = 0
    private var key: Int?
    /// A member was left out behind a brace: the comma after it goes as well.
    private var skipsComma = false

    init(output: UnsafeMutableRawBufferPointer) { self.output = output }

    /// Copies one token or byte and returns where the next one begins.
    mutating func copy(_ bytes: UnsafeRawBufferPointer, from index: Int) -> Int {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""): return string(bytes, from: index)
      case UInt8(ascii: ":"):
        key = lastString
      case UInt8(ascii: "n") where key != nil && bytes[index...].starts(with: Array("null".utf8)):
        leaveOut()
        return index + 4
      case UInt8(ascii: ",") where skipsComma:
        skipsComma = false
        return index + 1
      case 0x20, 0x09: break
      default:
        key = nil
        skipsComma = false
      }
      put(byte)
      return index + 1
    }

    private mutating func string(_ bytes: UnsafeRawBufferPointer, from index: Int) -> Int {
      lastString = count
      skipsComma = false
      key = nil
      var end = index + 1
      while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
        end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
      }
      end = min(end + 1, bytes.count)
      for place in index..<end { put(bytes[place]) }
      return end
    }

    private mutating func leaveOut() {
      guard let start = key else { return }
      count = start
      key = nil
      var before = count
      while before > 0, output[before - 1] == 0x20 || output[before - 1] == 0x09 { before -= 1 }
      if before > 0, output[before - 1] == UInt8(ascii: ",") {
        count = before - 1
      } else {
        skipsComma = true
      }
    }

    private mutating func put(_ byte: UInt8) {
      output[count] = byte
      count += 1
    }
  }
}
