import CHashing
import LinchpinCore

/// SHA-256 of what a snapshot says, part by part, whatever tables it is kept in.
final class ContentHash {
  private let context = EVP_MD_CTX_new()
  private var buffer: [UInt8] = []
  private static let size = 1 << 20

  init() {
    buffer.reserveCapacity(Self.size + 4096)
    EVP_DigestInit_ex(context, EVP_sha256(), nil)
  }

  deinit { EVP_MD_CTX_free(context) }

  /// A part ends where it says, so that no two sequences of parts read the same.
  func add(_ bytes: Bytes) {
    add(bytes.count)
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.size { flush() }
  }

  func add(_ text: String) {
    var text = text
    text.withUTF8 { add(Bytes($0)) }
  }

  func add(_ number: Int) {
    withUnsafeBytes(of: Int64(number).littleEndian) { buffer.append(contentsOf: $0) }
  }

  /// Lower-case hexadecimal; ends the hash.
  func finish() -> String {
    flush()
    var digest = [UInt8](repeating: 0, count: 32)
    EVP_DigestFinal_ex(context, &digest, nil)
    return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private func flush() {
    _ = buffer.withUnsafeBytes { EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
    buffer.removeAll(keepingCapacity: true)
  }
}
