import LinchpinCore

/// Writes a text anew as UTF-8.
///
/// A unit that the encoding does not have becomes a byte that UTF-8 does not have either, so that
/// its row is found and reported like every other bad one.
struct Transcoder {
  private var output = GrowingBuffer()

  private static let invalid: UInt8 = 0xFF

  /// The text as UTF-8; nil when it does not fit the memory.
  static func utf8(_ bytes: Bytes, from encoding: TextEncoding) -> FileContents? {
    var transcoder = Transcoder()
    let isDone =
      switch encoding {
      case .utf8: transcoder.copy(bytes)
      case .windows1252: transcoder.windows1252(bytes)
      case .mixed: transcoder.mixed(bytes)
      case .utf16LittleEndian: transcoder.utf16(bytes, low: 0, high: 1)
      case .utf16BigEndian: transcoder.utf16(bytes, low: 1, high: 0)
      case .utf16:
        transcoder.utf16(
          bytes, isLittle: TextEncoding.unmarkedUTF16(bytes.prefix(4096)) != .utf16BigEndian)
      }
    let contents = FileContents(owning: transcoder.output.finish())
    return isDone ? contents : nil
  }

  private mutating func copy(_ bytes: Bytes) -> Bool {
    if bytes.isEmpty { return true }
    guard let free = output.free(atLeast: bytes.count) else { return false }
    free.copyMemory(from: bytes)
    output.used += bytes.count
    return true
  }

  // MARK: Windows-1252

  private mutating func windows1252(_ bytes: Bytes) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let plain = TextEncoding.ascii(Bytes(rebasing: rest))
      guard copy(Bytes(rebasing: rest.prefix(plain))) else { return false }
      rest = rest.dropFirst(plain)
      guard let byte = rest.popFirst() else { break }
      guard let free = output.free(atLeast: 4) else { return false }
      output.used += Self.put(Self.scalar(of: byte), into: free, at: 0)
    }
    return true
  }

  private mutating func mixed(_ bytes: Bytes) -> Bool {
    var start = 0
    while start < bytes.count {
      let newline = bytes[start...].firstIndex(of: 0x0A)
      let end = newline.map { $0 + 1 } ?? bytes.count
      let line = Bytes(rebasing: bytes[start..<end])
      guard TextEncoding.isUTF8(line) ? copy(line) : windows1252(line) else { return false }
      start = end
    }
    return true
  }

  /// The scalar of a byte from 0x80 up; nil for the five that mean nothing.
  static func scalar(of byte: UInt8) -> UInt32? {
    if byte >= 0xA0 { return UInt32(byte) }
    let scalar = high[Int(byte & 0x1F)]
    return scalar == 0 ? nil : UInt32(scalar)
  }

  /// 0x80 to 0x9F (https://encoding.spec.whatwg.org/index-windows-1252.txt, less the controls).
  private static let high: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  // MARK: UTF-16

  private mutating func utf16(_ bytes: Bytes, isLittle: Bool) -> Bool {
    utf16(bytes, low: isLittle ? 0 : 1, high: isLittle ? 1 : 0)
  }

  /// - Parameters: where the low and the high byte of a unit stand.
  private mutating func utf16(_ bytes: Bytes, low: Int, high: Int) -> Bool {
    let count = bytes.count & ~1
    func unit(_ index: Int) -> UInt32 {
      UInt32(bytes[index + high]) << 8 | UInt32(bytes[index + low])
    }
    var index = count > 0 && unit(0) == 0xFEFF ? 2 : 0
    while index < count {
      let end = min(count, index + 1 << 16)
      guard let free = output.free(atLeast: (end - index) * 2) else { return false }
      var written = 0
      while index < end {
        var scalar: UInt32? = unit(index)
        index += 2
        if let first = scalar, first & 0xF800 == 0xD800 {
          scalar = nil
          if first < 0xDC00, index < count, unit(index) & 0xFC00 == 0xDC00 {
            scalar = 0x10000 + (first & 0x3FF) << 10 + (unit(index) & 0x3FF)
            index += 2
          }
        }
        written += Self.put(scalar, into: free, at: written)
      }
      output.used += written
    }
    // Half a unit at the end is no character.
    return count == bytes.count || copyInvalid()
  }

  private mutating func copyInvalid() -> Bool {
    guard let free = output.free(atLeast: 1) else { return false }
    free[0] = Self.invalid
    output.used += 1
    return true
  }

  /// Writes one scalar and returns how many bytes it took.
  private static func put(
    _ scalar: UInt32?, into buffer: UnsafeMutableRawBufferPointer, at start: Int
  ) -> Int {
    guard let value = scalar, let scalar = Unicode.Scalar(value) else {
      buffer[start] = invalid
      return 1
    }
    var count = 0
    for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
      buffer[start + count] = unit
      count += 1
    }
    return count
  }
}
