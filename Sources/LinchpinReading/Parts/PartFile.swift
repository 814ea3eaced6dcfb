import LinchpinCore

/// A part of an input as a file: what `linchpin classify` writes and `linchpin merge` reads.
///
/// `linchpin.part/1`, a line end, the length of the head (eight bytes, least first), the head, the
/// part packed with Zstandard, and 64 hexadecimal digits: the SHA-256 of everything before them.
struct PartFile {
  static let version = "1"
  private static let name = "linchpin.part/"
  private static let digits = 64

  /// Where a part comes from and under what it was made.
  struct Head: Equatable {
    var identity: PartIdentity
    /// As it was named when the part was made.
    var file: String
    var format: String
    /// Of the whole file, in bytes.
    var size: Int
    /// The records whose lines start at these bytes.
    var range: Range<Int>
    /// Of these bytes.
    var sha256: String
    /// What the lines are written in, as ``EncodingCensus`` counts.
    var encodings: [Int]
  }

  let path: String
  let head: Head
  private let payload: UnsafeRawBufferPointer
  private let contents: FileContents

  /// Opens a part and checks that it is whole; what it says is read later.
  init(path: String) throws(PartError) {
    let contents: FileContents
    do throws(ReadingError) {
      contents = try FileContents(path: path)
    } catch { throw .reading(error) }
    defer { withExtendedLifetime(contents) {} }
    let bytes = contents.bytes
    let first = bytes.prefix { $0 != 0x0A }
    guard first.starts(with: Self.name.utf8), first.count < 32 else { throw .notAPart(path: path) }
    let version = String(decoding: first.dropFirst(Self.name.utf8.count), as: UTF8.self)
    if version != Self.version { throw .otherVersion(path: path, version: version) }
    let body = bytes.dropFirst(first.count + 1).dropLast(Self.digits)
    let end = bytes.count - Self.digits
    guard body.count > 8, end > 0,
      bytes[end...].elementsEqual(
        Digest.sha256([UnsafeRawBufferPointer(rebasing: bytes[..<end])]).utf8)
    else {
      throw .damaged(path: path, why: "it was cut short or changed: its SHA-256 is another")
    }
    let length = body.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= body.count - 8 else { throw .damaged(path: path, why: "no head") }
    let start = body.startIndex + 8
    var reader = PartReader(
      UnsafeRawBufferPointer(rebasing: bytes[start..<(start + Int(length))]))
    do throws(PartProblem) {
      head = try Head(from: &reader)
    } catch { throw .damaged(path: path, why: "its head cannot be read") }
    payload = UnsafeRawBufferPointer(rebasing: bytes[(start + Int(length))..<end])
    self.path = path
    self.contents = contents
  }

  /// What the records came to.
  /// - Parameter rules: those that the head names.
  func part(under rules: Rules) throws(PartError) -> InputPart {
    defer { withExtendedLifetime(contents) {} }
    let (unpacked, ending) = Zstandard.decompress(payload, largest: Packing.largest)
    defer { withExtendedLifetime(unpacked) {} }
    guard ending == .complete else { throw .damaged(path: path, why: "it cannot be unpacked") }
    var reader = PartReader(unpacked.bytes)
    do throws(PartProblem) {
      let part = try InputPart(from: &reader, under: rules)
      if reader.isAtEnd { return part }
    } catch {
      if case .damaged(let why) = error { throw .damaged(path: path, why: why) }
    }
    throw .damaged(path: path, why: "more in it than a part")
  }

  /// A part as bytes of such a file.
  static func bytes(_ head: Head, _ part: InputPart) throws(PartError) -> [UInt8] {
    var body = PartBytes()
    part.encode(into: &body)
    guard let packed = Zstandard.compress(body.bytes) else {
      throw .damaged(path: head.file, why: "there is no memory to pack the part")
    }
    let encoded = head.encoded
    var bytes = Array((name + version + "\n").utf8)
    for place in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: encoded.count >> (8 * place))) }
    bytes.append(contentsOf: encoded)
    bytes.append(contentsOf: packed)
    let digest = bytes.withUnsafeBytes { Digest.sha256([$0]) }
    bytes.append(contentsOf: digest.utf8)
    return bytes
  }
}

extension PartFile.Head {
  fileprivate var encoded: [UInt8] {
    var bytes = PartBytes()
    for property in identity.properties { bytes.append(property.value) }
    bytes.append(file)
    bytes.append(format)
    for number in [size, range.lowerBound, range.upperBound] { bytes.append(number) }
    bytes.append(sha256)
    for number in encodings { bytes.append(number) }
    return bytes.bytes
  }

  fileprivate init(from bytes: inout PartReader) throws(PartProblem) {
    var values: [String] = []
    for _ in 0..<5 { values.append(try bytes.string()) }
    identity = PartIdentity(values: values)
    file = try bytes.string()
    format = try bytes.string()
    size = try bytes.integer()
    let (start, end) = (try bytes.integer(), try bytes.integer())
    guard start <= end, end <= size else { throw .damaged("a range that is none") }
    range = start..<end
    sha256 = try bytes.string()
    encodings = []
    for _ in 0..<3 { encodings.append(try bytes.integer()) }
  }
}
