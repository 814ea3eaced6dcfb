import CZlib

/// Whole-file decompression of gzip (RFC 1952), several members included.
enum Gzip {
  static func isGzip(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.count >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B
  }

  /// Everything up to the end or the first damage.
  static func decompress(
    _ bytes: UnsafeRawBufferPointer, largest: Int
  ) -> (contents: FileContents, ending: Packing.Ending) {
    var stream = z_stream()
    // 15 bits of window, 16 for the gzip header.
    let opened = inflateInit2_(
      &stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard opened == Z_OK else {
      return (FileContents(owning: GrowingBuffer().finish()), .damaged("zlib error \(opened)"))
    }
    defer { inflateEnd(&stream) }
    var output = GrowingBuffer()
    let ending = inflateAll(&stream, bytes, into: &output, largest: largest)
    return (FileContents(owning: output.finish()), ending)
  }

  private static func inflateAll(
    _ stream: inout z_stream, _ bytes: UnsafeRawBufferPointer, into output: inout GrowingBuffer,
    largest: Int
  ) -> Packing.Ending {
    var rest = UnsafeMutableRawBufferPointer(mutating: bytes)[...]
    while true {
      if stream.avail_in == 0 {
        if rest.isEmpty { return .truncated }
        let piece = UnsafeMutableRawBufferPointer(rebasing: rest.prefix(1 << 30))
        stream.next_in = piece.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.avail_in = UInt32(piece.count)
        rest = rest.dropFirst(piece.count)
      }
      guard let free = output.free(atLeast: 1 << 18) else { return .tooLong }
      let room = min(free.count, 1 << 30)
      stream.next_out = free.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.avail_out = UInt32(room)
      let code = inflate(&stream, Z_NO_FLUSH)
      output.used += room - Int(stream.avail_out)
      if output.used > largest { return .tooLong }
      switch code {
      case Z_OK: continue
      case Z_STREAM_END:
        if Int(stream.avail_in) + rest.count == 0 { return .complete }
        // What follows is another member, or padding that gzip itself ignores as well.
        let next = stream.next_in?.pointee ?? rest.first ?? 0
        if stream.avail_in > 0, next != 0x1F { return .complete }
        inflateReset(&stream)
      case Z_BUF_ERROR: return .truncated
      default: return .damaged(stream.msg.map { String(cString: $0) } ?? "zlib error \(code)")
      }
    }
  }
}
