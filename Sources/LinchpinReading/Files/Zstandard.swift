import CZstd

/// Whole-file decompression of Zstandard (RFC 8878), several frames included.
enum Zstandard {
  static func isZstandard(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) || isSkippable(bytes)
  }

  /// A frame of somebody's own data, which every reader passes over; seekable files begin with one.
  private static func isSkippable(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.count >= 4 && bytes[0] & 0xF0 == 0x50 && bytes[1] == 0x2A && bytes[2] == 0x4D
      && bytes[3] == 0x18
  }

  /// One frame that holds all of it; nil where there is no memory for it.
  static func compress(_ bytes: [UInt8]) -> [UInt8]? {
    var packed = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
    let size = ZSTD_compress(&packed, packed.count, bytes, bytes.count, 3)
    if ZSTD_isError(size) != 0 { return nil }
    packed.removeSubrange(size...)
    return packed
  }

  /// Everything up to the end or the first damage.
  static func decompress(
    _ bytes: UnsafeRawBufferPointer, largest: Int
  ) -> (contents: FileContents, ending: Packing.Ending) {
    var output = GrowingBuffer()
    guard let context = ZSTD_createDCtx() else {
      return (FileContents(owning: output.finish()), .damaged("no memory for zstd"))
    }
    defer { ZSTD_freeDCtx(context) }
    // `zstd --long=31` writes windows that are refused unless allowed.
    ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, 31)
    let ending = decompressAll(context, bytes, into: &output, largest: largest)
    return (FileContents(owning: output.finish()), ending)
  }

  private static func decompressAll(
    _ context: OpaquePointer, _ bytes: UnsafeRawBufferPointer, into output: inout GrowingBuffer,
    largest: Int
  ) -> Packing.Ending {
    var input = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: 0)
    while true {
      guard let free = output.free(atLeast: 1 << 18) else { return .tooLong }
      var target = ZSTD_outBuffer(dst: free.baseAddress, size: free.count, pos: 0)
      let code = ZSTD_decompressStream(context, &target, &input)
      output.used += target.pos
      if ZSTD_isError(code) != 0 { return .damaged(String(cString: ZSTD_getErrorName(code))) }
      if output.used > largest { return .tooLong }
      if input.pos < input.size || target.pos == target.size && code > 0 { continue }
      return code == 0 ? .complete : .truncated
    }
  }
}
