import CZlib
import CZstd
import Foundation
import LinchpinCore
import LinchpinReading

/// A folder of input files that goes away with the test.
final class Sample {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "linchpin-reading-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func file(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let url = folder.appending(path: name)
    try Data(bytes).write(to: url)
    return url.path
  }

  func file(_ name: String, _ text: String) throws -> String { try file(name, text.utf8) }

  /// A file of the repository's `samples/`.
  static func shipped(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "samples/\(name)").path
  }

  /// Reads texts as one input each.
  static func read(_ texts: String..., options: ReadingOptions = ReadingOptions()) throws
    -> Snapshot
  {
    try read(bytes: texts.map { Array($0.utf8) }, options: options)
  }

  static func read(
    bytes: [[UInt8]], options: ReadingOptions = ReadingOptions()
  ) throws -> Snapshot {
    let sample = try Sample()
    var paths: [String] = []
    for (number, bytes) in bytes.enumerated() {
      paths.append(try sample.file("input\(number)", bytes))
    }
    return try InputReader.snapshot(from: paths, organisations: [], options: options)
  }

  /// A gzip member of bytes, made by zlib.
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
      &stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: bytes.count + 1024)
    let count = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        deflate(&stream, Z_FINISH)
        return target.count - Int(stream.avail_out)
      }
    }
    return Array(output.prefix(count))
  }
}

extension Sample {
  /// A Zstandard frame of bytes, made by libzstd, with its checksum.
  static func zstd(_ bytes: [UInt8]) -> [UInt8] {
    let context = ZSTD_createCCtx()
    defer { ZSTD_freeCCtx(context) }
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
    var output = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
    let count = ZSTD_compress2(context, &output, output.count, bytes, bytes.count)
    return Array(output.prefix(count))
  }

  static func packed(_ bytes: [UInt8], _ packing: String) -> [UInt8] {
    packing == "zstd" ? zstd(bytes) : gzip(bytes)
  }
}

extension Snapshot {
  var domainNames: [String] { domainIndices.map { name(of: $0) }.sorted() }

  /// The values of one kind of fact, in order.
  func values(_ kind: RecordKind, of domain: String) -> [String] {
    guard let index = find(domain: domain) else { return [] }
    return facts(of: index).map { fact($0) }.filter { $0.kind == kind }
      .map { names.string($0.value) }
  }

  func status(_ question: Question, of domain: String) -> AnswerStatus? {
    find(domain: domain).map { status(of: question, for: $0) }
  }

  /// The finding of a code, when there is exactly one.
  func finding(_ code: Finding.Code) -> Finding? {
    let found = findings.kept.filter { $0.code == code }
    return found.count == 1 ? found.first : nil
  }

  func organisation(_ id: String) -> Organisation? {
    organisations.find(id).map { organisations[$0] }
  }

  func owner(of domain: String) -> String? {
    find(domain: domain).map { organisations.id(organisation(of: $0)) }
  }
}
