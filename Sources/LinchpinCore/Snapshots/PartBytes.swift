/// What a part is as bytes: whole numbers in base 128, least digits first (LEB128), and text behind
/// its length. Small numbers, which most are, take one byte.
public struct PartBytes: Sendable {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  mutating func append(_ word: UInt64) {
    var rest = word
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  public mutating func append(_ number: Int) { append(UInt64(number)) }

  public mutating func append(_ text: String) {
    let utf8 = text.utf8
    append(utf8.count)
    bytes.append(contentsOf: utf8)
  }

  mutating func append(_ texts: [String]) {
    append(texts.count)
    for text in texts { append(text) }
  }

  mutating func append(_ numbers: some Collection<UInt32>) {
    append(numbers.count)
    for number in numbers { append(UInt64(number)) }
  }
}

/// Reads what ``PartBytes`` wrote; nothing in it is believed before it was looked at.
public struct PartReader {
  private let bytes: Bytes
  private var index = 0

  public init(_ bytes: Bytes) { self.bytes = bytes }

  public var isAtEnd: Bool { index == bytes.count }

  mutating func word() throws(PartProblem) -> UInt64 {
    var word: UInt64 = 0
    var shift: UInt64 = 0
    while index < bytes.count, shift < 64 {
      let byte = bytes[index]
      index += 1
      word |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return word }
      shift += 7
    }
    throw .damaged("it ends too early")
  }

  mutating func number() throws(PartProblem) -> UInt32 {
    guard let number = UInt32(exactly: try word()) else {
      throw .damaged("a number that is too large")
    }
    return number
  }

  public mutating func integer() throws(PartProblem) -> Int {
    guard let number = Int(exactly: try word()) else {
      throw .damaged("a number that is too large")
    }
    return number
  }

  /// How many things follow: never more than there are bytes.
  mutating func count() throws(PartProblem) -> Int {
    let count = try integer()
    guard count <= bytes.count - index else { throw .damaged("it ends too early") }
    return count
  }

  public mutating func string() throws(PartProblem) -> String {
    let count = try count()
    defer { index += count }
    return String(decoding: bytes[index..<(index + count)], as: UTF8.self)
  }

  mutating func strings() throws(PartProblem) -> [String] {
    var texts: [String] = []
    for _ in 0..<(try count()) { texts.append(try string()) }
    return texts
  }

  mutating func numbers() throws(PartProblem) -> ContiguousArray<UInt32> {
    var numbers: ContiguousArray<UInt32> = []
    for _ in 0..<(try count()) { numbers.append(try number()) }
    return numbers
  }
}

/// Why parts cannot be read or brought together.
public enum PartProblem: Error, Equatable, Sendable {
  /// The bytes are not what was written.
  case damaged(String)
  /// The part has more findings of a kind than are kept, and a record that has to be taken out.
  case findingsNotKept(Finding.Code)
}
