import LinchpinCore

/// What the lines of a text that is not all UTF-8 are written in: counted only once a row turned
/// out unreadable, so that good files are not read twice.
struct EncodingCensus {
  /// Lines with characters beyond ASCII that are valid UTF-8.
  private(set) var utf8 = 0
  /// Lines that are not, and could be Windows-1252.
  private(set) var windows1252 = 0
  /// Lines that are neither.
  private(set) var neither = 0

  /// Nothing counted yet.
  init() {}

  init(_ bytes: Bytes) { self.init(bytes, in: 0..<bytes.count) }

  /// Of the lines that start in a range, which starts with one.
  init(_ bytes: Bytes, in range: Range<Int>) {
    for (line, _, _) in Lines(bytes, in: range) where TextEncoding.ascii(line) < line.count {
      if TextEncoding.isUTF8(line) {
        utf8 += 1
      } else if line.allSatisfy({ $0 < 0x80 || Transcoder.scalar(of: $0) != nil }) {
        windows1252 += 1
      } else {
        neither += 1
      }
    }
  }

  /// As three numbers, to be kept and added up.
  var counts: [Int] { [utf8, windows1252, neither] }

  mutating func add(_ counts: [Int]) {
    utf8 += counts[0]
    windows1252 += counts[1]
    neither += counts[2]
  }

  /// The finding about the whole file, when its lines say what it is.
  func finding(about path: String) -> Finding? {
    if windows1252 == 0 { return nil }
    let bad = "\(windows1252) lines that are most likely Windows-1252"
    let rest = neither == 0 ? "" : " and \(neither) that are neither"
    if utf8 == 0 {
      return Finding(
        .warning, .encoding, file: path, "not UTF-8: \(bad)\(rest)",
        hint: "--encoding windows-1252 reads it as that")
    }
    return Finding(
      .warning, .encoding, file: path, "mixed encodings: \(utf8) lines in UTF-8, \(bad)\(rest)",
      hint: "--encoding mixed reads each line as what it is")
  }
}
