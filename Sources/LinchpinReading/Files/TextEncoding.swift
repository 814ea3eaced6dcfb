import LinchpinCore

/// How the characters of a text are written as bytes; everything is read as UTF-8 unless it is
/// certain, or somebody says, that it is something else.
public enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "utf-8"
  /// What spreadsheets in western Europe write; ISO 8859-1 is read as the same.
  case windows1252 = "windows-1252"
  /// By its byte order mark, else by where the zeros stand.
  case utf16 = "utf-16"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  /// Line by line: UTF-8 where a line is valid UTF-8, else Windows-1252.
  case mixed

  /// What a person calls it.
  var title: String {
    switch self {
    case .utf8: "UTF-8"
    case .windows1252: "Windows-1252"
    case .utf16: "UTF-16"
    case .utf16LittleEndian: "UTF-16 (little-endian)"
    case .utf16BigEndian: "UTF-16 (big-endian)"
    case .mixed: "a mixture of UTF-8 and Windows-1252"
    }
  }

  /// The encoding that a byte order mark makes certain; UTF-8's own mark changes nothing.
  static func marked(_ bytes: Bytes) -> TextEncoding? {
    // FF FE 00 00 is the mark of UTF-32, which no tool writes by itself.
    if bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFF, 0xFE, 0, 0]) {
      return .utf16LittleEndian
    }
    return bytes.starts(with: [0xFE, 0xFF]) ? .utf16BigEndian : nil
  }

  /// Whether text is half zeros, as UTF-16 of a western language is, and on which side they stand.
  static func unmarkedUTF16(_ head: some Sequence<UInt8>) -> TextEncoding? {
    var count = 0
    var zeros = (even: 0, odd: 0)
    for (index, byte) in head.enumerated() {
      count += 1
      guard byte == 0 else { continue }
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let (more, fewer) = (max(zeros.even, zeros.odd), min(zeros.even, zeros.odd))
    guard more * 3 > count, fewer * 10 < count else { return nil }
    return zeros.odd > zeros.even ? .utf16LittleEndian : .utf16BigEndian
  }
}

extension TextEncoding {
  /// Whether bytes are valid UTF-8.
  /// - Complexity: O(n); ASCII goes by eight bytes a step.
  static func isUTF8(_ bytes: Bytes) -> Bool {
    let start = ascii(bytes)
    return start == bytes.count
      || String(validating: Bytes(rebasing: bytes[start...]), as: UTF8.self) != nil
  }

  /// How many bytes at the beginning are ASCII.
  static func ascii(_ bytes: Bytes) -> Int {
    var index = 0
    while index + 8 <= bytes.count,
      bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      index += 8
    }
    while index < bytes.count, bytes[index] < 0x80 { index += 1 }
    return index
  }
}
