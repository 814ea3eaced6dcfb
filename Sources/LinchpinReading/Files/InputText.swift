import LinchpinCore

/// An input after decompression, judged as text: what readers and recognition work on.
struct InputText {
  enum Encoding: Equatable {
    /// UTF-8, or something near it whose bad rows are found one by one.
    case utf8
    case utf16
    /// Bytes no text has: what it is, as far as its first bytes tell.
    case binary(String)
    case empty
  }

  let path: String
  /// Kept for the bytes' sake.
  private let file: FileContents
  private let decompressed: FileContents?
  let ending: Gzip.Ending
  let encoding: Encoding
  /// Without a byte order mark.
  let bytes: Bytes

  init(path: String) throws(ReadingError) {
    self.path = path
    file = try FileContents(path: path)
    if Gzip.isGzip(file.bytes) {
      let (contents, ending) = Gzip.decompress(file.bytes)
      decompressed = contents
      self.ending = ending
    } else {
      decompressed = nil
      ending = .complete
    }
    let all = decompressed?.bytes ?? file.bytes
    bytes = all.starts(with: [0xEF, 0xBB, 0xBF]) ? Bytes(rebasing: all.dropFirst(3)) : all
    encoding = InputText.judge(bytes)
  }

  /// Of the file as it is on disk, so that `sha256sum` agrees.
  var sha256: String { Digest.sha256([file.bytes]) }

  /// A sample decides: text has no NUL in its first line, UTF-16 is half NULs or has a mark.
  private static func judge(_ bytes: Bytes) -> Encoding {
    let head = bytes.prefix(4096)
    if head.allSatisfy({ isSpace($0) }), bytes.allSatisfy({ isSpace($0) }) { return .empty }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return .utf16 }
    for (magic, name) in signatures where head.starts(with: magic) { return .binary(name) }
    let even = head.enumerated().reduce(0) { $0 + ($1.offset % 2 == 0 && $1.element == 0 ? 1 : 0) }
    let zeros = head.reduce(0) { $0 + ($1 == 0 ? 1 : 0) }
    // A clean first line is a text's: what is wrong below it is wrong row by row.
    let firstLine = head.prefix { $0 != UInt8(ascii: "\n") }
    if firstLine.count < head.count, !firstLine.isEmpty, controls(firstLine) == 0 { return .utf8 }
    if zeros == 0 { return controls(head) * 10 > head.count ? .binary("binary data") : .utf8 }
    let odd = zeros - even
    return max(even, odd) * 3 > head.count && min(even, odd) * 10 < head.count
      ? .utf16 : .binary("binary data")
  }

  private static func controls(_ head: Slice<Bytes>) -> Int {
    head.reduce(0) { $0 + ($1 < 0x20 && !isSpace($1) ? 1 : 0) }
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0x0C
  }

  private static let signatures: [([UInt8], String)] = [
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or a spreadsheet"),
    ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard data"),
    ([0x42, 0x5A, 0x68], "bzip2 data"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz data"),
    (Array("PAR1".utf8), "a Parquet file"), (Array("SQLite format 3".utf8), "an SQLite database"),
    (Array("%PDF".utf8), "a PDF document"), ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel file"),
  ]
}
