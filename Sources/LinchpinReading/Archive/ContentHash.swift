import CHashing
import LinchpinCore

/// SHA-256 of what a snapshot says, part by part, whatever tables it is kept in.
///
/// A part ends where it says, so that no two sequences of parts read the same.
final class ContentHash {
  private let context = EVP_MD_CTX_new()
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 8)
  private var used = 0

  init() { EVP_DigestInit_ex(context, EVP_sha256(), nil) }

  deinit {
    buffer.deallocate()
    EVP_MD_CTX_free(context)
  }

  func add(_ bytes: Bytes) { Self.write(bytes, to: append) }

  func add(_ text: String) {
    var text = text
    text.withUTF8 { add(Bytes($0)) }
  }

  func add(_ number: Int) { Self.write(number, to: append) }

  /// Adds parts that were written before with `write`.
  func add(parts: Bytes) { append(parts) }

  /// Writes a part as it is hashed.
  static func write(_ bytes: Bytes, to append: (Bytes) -> Void) {
    write(bytes.count, to: append)
    append(bytes)
  }

  static func write(_ number: Int, to append: (Bytes) -> Void) {
    withUnsafeBytes(of: Int64(number).littleEndian) { append($0) }
  }

  /// Lower-case hexadecimal; ends the hash.
  func finish() -> String {
    flush()
    var digest = [UInt8](repeating: 0, count: 32)
    EVP_DigestFinal_ex(context, &digest, nil)
    return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private func append(_ bytes: Bytes) {
    if used + bytes.count > buffer.count { flush() }
    if bytes.count > buffer.count {
      EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    } else if !bytes.isEmpty {
      UnsafeMutableRawBufferPointer(rebasing: buffer[used...]).copyMemory(from: bytes)
      used += bytes.count
    }
  }

  private func flush() {
    EVP_DigestUpdate(context, buffer.baseAddress, used)
    used = 0
  }
}
