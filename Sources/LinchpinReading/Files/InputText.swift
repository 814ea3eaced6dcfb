import LinchpinCore

/// An input unpacked and brought to UTF-8: what readers and recognition work on.
///
/// Nothing changes its bytes, so that several threads may read them.
struct InputText: @unchecked Sendable {
  enum Kind: Equatable {
    /// UTF-8, or something near it whose bad rows are found one by one.
    case utf8
    /// Written anew from another encoding: because its mark makes that certain, or as asked.
    case converted(TextEncoding, isAsked: Bool)
    /// Most likely UTF-16, but without a mark that makes it certain.
    case unmarked(TextEncoding)
    /// Bytes no text has: what it is, as far as its first bytes tell.
    case binary(String)
    case empty
  }

  let path: String
  /// Told how many of the bytes have been read, by readers of many lines.
  var progress: ReadingProgress?
  let packing: Packing?
  let ending: Packing.Ending
  let kind: Kind
  /// Without a byte order mark.
  ///
  /// They go with the input, which Swift lets go after its last use: whoever reads bytes keeps the
  /// input alive with `defer { withExtendedLifetime(input) {} }`.
  let bytes: Bytes
  /// Kept for the bytes' sake: as it is on disk, unpacked, converted.
  private let layers: [FileContents]

  /// - Parameter encoding: what the user says the text is in; text that is valid UTF-8 stays.
  init(path: String, encoding: TextEncoding? = nil) throws(ReadingError) {
    self.path = path
    let file = try FileContents(path: path)
    var layers = [file]
    packing = Packing(of: file.bytes)
    if let packing {
      let (contents, ending) = packing.unpack(file.bytes)
      layers.append(contents)
      self.ending = ending
    } else {
      ending = .complete
    }
    if Parquet.isParquet(layers[layers.count - 1].bytes) {
      let isPlain = layers.count == 1 && path != "-"
      layers.append(
        try Parquet.jsonLines(
          layers[layers.count - 1].bytes, path: isPlain ? path : nil, named: path))
    }
    var text = layers[layers.count - 1].bytes
    var kind: Kind?
    if let (source, isAsked) = InputText.source(of: text, asked: encoding) {
      guard let converted = Transcoder.utf8(text, from: source) else {
        throw .cannotRead(path: path, why: "larger than the memory of this machine")
      }
      layers.append(converted)
      text = converted.bytes
      kind = .converted(source, isAsked: isAsked)
    }
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = Bytes(rebasing: text.dropFirst(3)) }
    bytes = text
    let judged = InputText.judge(text)
    self.kind = judged == .utf8 ? kind ?? .utf8 : judged
    self.layers = layers
  }

  /// Whether readers can make rows of it.
  var isReadable: Bool {
    switch kind {
    case .utf8, .converted: true
    case .unmarked, .binary, .empty: false
    }
  }

  /// Whether its first sign of life is an object of JSON.
  var startsWithObject: Bool {
    bytes.first { !Self.isSpace($0) } == UInt8(ascii: "{")
  }

  /// The file as it is on disk.
  var disk: Bytes { layers[0].bytes }

  /// Of the file as it is on disk, so that `sha256sum` agrees.
  var sha256: String { withExtendedLifetime(layers) { Digest.sha256([layers[0].bytes]) } }

  /// The encoding to convert from: a mark outranks what is asked, valid UTF-8 needs nothing.
  private static func source(
    of text: Bytes, asked: TextEncoding?
  ) -> (encoding: TextEncoding, isAsked: Bool)? {
    if let marked = TextEncoding.marked(text) { return (marked, false) }
    switch asked {
    case nil, .utf8: return nil
    case .windows1252, .mixed: return TextEncoding.isUTF8(text) ? nil : asked.map { ($0, true) }
    case .utf16: return (TextEncoding.unmarkedUTF16(text.prefix(4096)) ?? .utf16, true)
    case .utf16LittleEndian, .utf16BigEndian: return asked.map { ($0, true) }
    }
  }

  /// A sample decides: text has no NUL in its first line, UTF-16 is half NULs.
  private static func judge(_ bytes: Bytes) -> Kind {
    let head = bytes.prefix(4096)
    if head.allSatisfy({ isSpace($0) }), bytes.allSatisfy({ isSpace($0) }) { return .empty }
    for (magic, name) in signatures where head.starts(with: magic) { return .binary(name) }
    // A clean first line is a text's: what is wrong below it is wrong row by row.
    let firstLine = head.prefix { $0 != UInt8(ascii: "\n") }
    if firstLine.count < head.count, !firstLine.isEmpty, controls(firstLine) == 0 { return .utf8 }
    if !head.contains(0) {
      return controls(head) * 10 > head.count ? .binary("binary data") : .utf8
    }
    return TextEncoding.unmarkedUTF16(head).map { .unmarked($0) } ?? .binary("binary data")
  }

  private static func controls(_ head: Slice<Bytes>) -> Int {
    head.reduce(0) { $0 + ($1 < 0x20 && !isSpace($1) ? 1 : 0) }
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0x0C
  }

  private static let signatures: [([UInt8], String)] = [
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or a spreadsheet"),
    ([0x42, 0x5A, 0x68], "bzip2 data"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz data"),
    (Array("PAR1".utf8), "a Parquet file"), (Array("SQLite format 3".utf8), "an SQLite database"),
    (Array("%PDF".utf8), "a PDF document"), ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel file"),
    ([0xFF, 0xFE, 0, 0], "UTF-32"), ([0, 0, 0xFE, 0xFF], "UTF-32"),
  ]
}
