import CHashing

/// SHA-256 through the system's OpenSSL, which uses the processor's own instructions.
enum Digest {
  /// Lower-case hexadecimal of the parts in order; empty when OpenSSL has no SHA-256.
  static func sha256(_ parts: [UnsafeRawBufferPointer]) -> String {
    guard let context = EVP_MD_CTX_new() else { return "" }
    defer { EVP_MD_CTX_free(context) }
    guard EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else { return "" }
    for part in parts where EVP_DigestUpdate(context, part.baseAddress, part.count) != 1 {
      return ""
    }
    var digest = [UInt8](repeating: 0, count: 32)
    guard EVP_DigestFinal_ex(context, &digest, nil) == 1 else { return "" }
    return digest.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}

extension Digest {
  /// Of texts one after the other.
  static func sha256(of texts: [String]) -> String {
    Array(texts.joined().utf8).withUnsafeBytes { sha256([$0]) }
  }
}
