/// How the bytes of a file are packed; told by the first of them, never by the file's name.
enum Packing: String, CaseIterable {
  case gzip, zstd

  /// How a packed stream ended; what could be unpacked until then is used.
  enum Ending: Equatable {
    case complete
    /// The file ends before its stream does.
    case truncated
    case damaged(String)
    case tooLong
  }

  /// Far beyond any survey, and short of what a small crafted file can expand to.
  static let largest = 8 << 30

  init?(of bytes: UnsafeRawBufferPointer) {
    guard let found = Self.allCases.first(where: { $0.isPacked(bytes) }) else { return nil }
    self = found
  }

  private func isPacked(_ bytes: UnsafeRawBufferPointer) -> Bool {
    switch self {
    case .gzip: Gzip.isGzip(bytes)
    case .zstd: Zstandard.isZstandard(bytes)
    }
  }

  /// Everything up to the end or the first damage.
  func unpack(
    _ bytes: UnsafeRawBufferPointer, largest: Int = largest
  ) -> (contents: FileContents, ending: Ending) {
    switch self {
    case .gzip: Gzip.decompress(bytes, largest: largest)
    case .zstd: Zstandard.decompress(bytes, largest: largest)
    }
  }
}
