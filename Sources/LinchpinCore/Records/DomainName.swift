import CIDN
import CPublicSuffix

/// A DNS name in one spelling: lower case, A-labels, no trailing dot (RFC 1035, RFC 5891).
public struct DomainName: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let description: String

  /// Brings any usual spelling to the one spelling, or says why it is not a domain name.
  public init(_ text: String) throws(DomainNameProblem) {
    var text = text
    var problem: DomainNameProblem?
    var result = ""
    text.withUTF8 { buffer in
      let bytes = Bytes(buffer)
      if DomainName.isCanonical(bytes) {
        result = String(decoding: bytes, as: UTF8.self)
        return
      }
      do throws(DomainNameProblem) {
        result = try DomainName.canonical(bytes)
      } catch {
        problem = error
      }
    }
    if let problem { throw problem }
    description = result
  }

  public static func < (a: DomainName, b: DomainName) -> Bool { a.description < b.description }

  /// The registrable domain by the Public Suffix List, or nil when the name is itself a suffix.
  public var registrable: String? { RegistrableDomain.of(description) }
}

/// Why a text is not a domain name, in words that lead to a fix.
public enum DomainNameProblem: Error, Equatable, Sendable {
  case empty
  case tooLong(Int)
  case emptyLabel
  case longLabel(String)
  case badCharacter(String)
  case url(suggestion: String)
  case email(suggestion: String)
  case address
  case notEncodable(String)

  /// What was found.
  public var message: String {
    switch self {
    case .empty: "no domain name"
    case .tooLong(let count): "a name of \(count) bytes; DNS allows 253"
    case .emptyLabel: "two dots in a row, or a leading dot"
    case .longLabel(let label): "the label \(Finding.quoted(label, limit: 24)) is over 63 bytes"
    case .badCharacter(let c): "the character \(Finding.quoted(c)) cannot stand in a domain name"
    case .url: "a URL, not a domain name"
    case .email: "an e-mail address, not a domain name"
    case .address: "an IP address, not a domain name"
    case .notEncodable(let why): "no valid internationalised name (\(why))"
    }
  }

  /// What to do about it.
  public var hint: String {
    switch self {
    case .url(let suggestion), .email(let suggestion): "write \(suggestion)"
    case .address: "write the domain name whose records you want to study"
    default: "write a name such as example.org"
    }
  }
}

extension DomainName {
  /// Bytes of the longest name (RFC 1035, 2.3.4).
  static let longest = 253

  /// Whether the bytes are a valid name in its one spelling already: the only check most need.
  /// - Complexity: O(n), no allocation.
  static func isCanonical(_ name: Bytes) -> Bool {
    guard name.count > 0, name.count <= longest else { return false }
    if isPlain(name) { return true }
    var labelStart = 0
    var labelIsNumeric = true
    for index in 0..<name.count {
      let byte = name[index]
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        labelIsNumeric = false
      case UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: "."):
        if index == labelStart || index - labelStart > 63 { return false }
        labelStart = index + 1
        labelIsNumeric = true
      default: return false
      }
    }
    // A numeric last label means an IPv4 address (or nonsense): the slow road says which.
    return labelStart < name.count && name.count - labelStart <= 63 && !labelIsNumeric
  }

  /// Whether a name is one of the usual kind: no label can be too long, and the last one is no
  /// number.
  ///
  /// Eight bytes at a time, as bits of one word; words overlap by one, so that two dots in a row
  /// are always seen together.
  private static func isPlain(_ name: Bytes) -> Bool {
    guard name.count >= 8, name.count <= 63, name[0] != UInt8(ascii: "."),
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(name[name.count - 1])
    else { return false }
    let end = name.count - 8
    var offset = 0
    while true {
      let word = EightBytes(name.loadUnaligned(fromByteOffset: min(offset, end), as: UInt64.self))
      let dots = word.equal(to: ".")
      let allowed =
        word.between("a", "z") | word.between("0", "9") | word.equal(to: "-")
        | word.equal(to: "_") | dots
      if allowed != EightBytes.all || dots & dots << 8 != 0 { return false }
      if offset >= end { return true }
      offset += 7
    }
  }

  /// The one spelling of any other text.
  static func canonical(_ bytes: Bytes) throws(DomainNameProblem) -> String {
    if bytes.count > 4096 { throw .tooLong(bytes.count) }
    var text = String(decoding: bytes, as: UTF8.self).trimmingSpaces()
    if text.isEmpty { throw .empty }
    if let scheme = text.range(of: "://") {
      throw .url(suggestion: hostPart(text[scheme.upperBound...]))
    }
    if text.contains("/") { throw .url(suggestion: hostPart(text[...])) }
    if let at = text.firstIndex(of: "@") {
      throw .email(suggestion: String(text[text.index(after: at)...]))
    }
    if text.hasSuffix(".") { text.removeLast() }
    if text.isEmpty { throw .empty }
    if isAddress(text) { throw .address }
    // The encoder reads up to a zero byte: what follows must not vanish.
    if text.unicodeScalars.contains("\0") { throw .badCharacter("\0") }
    text = text.allSatisfy(\.isASCII) ? text.lowercased() : try aLabels(text)
    if text.utf8.count > longest { throw .tooLong(text.utf8.count) }
    for label in text.split(separator: ".", omittingEmptySubsequences: false) {
      if label.isEmpty { throw .emptyLabel }
      if label.utf8.count > 63 { throw .longLabel(String(label)) }
      if let bad = label.first(where: { !isAllowed($0) }) { throw .badCharacter(String(bad)) }
    }
    return text
  }

  private static func isAllowed(_ c: Character) -> Bool {
    c.isASCII && (c.isLetter || c.isNumber || c == "-" || c == "_")
  }

  private static func isAddress(_ text: String) -> Bool {
    if text.contains(":") { return true }
    let last = text.split(separator: ".").last ?? ""
    return !last.isEmpty && last.allSatisfy { $0.isASCII && $0.isNumber }
  }

  private static func hostPart(_ text: Substring) -> String {
    String(text.prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != ":" })
  }

  private static func aLabels(_ text: String) throws(DomainNameProblem) -> String {
    let flags = Int32(IDN2_NFC_INPUT.rawValue | IDN2_NONTRANSITIONAL.rawValue)
    var output: UnsafeMutablePointer<UInt8>?
    let code = text.withCString(encodedAs: UTF8.self) { idn2_lookup_u8($0, &output, flags) }
    guard code == IDN2_OK.rawValue, let output else {
      throw .notEncodable(String(cString: idn2_strerror(code)))
    }
    defer { idn2_free(output) }
    return String(cString: output)
  }
}

/// Eight ASCII bytes in one word; answers have the highest bit of each byte that fits.
private struct EightBytes {
  private let word: UInt64
  private let isASCII: Bool

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  static let all: UInt64 = 0x8080_8080_8080_8080

  init(_ word: UInt64) {
    self.word = word
    isASCII = word & Self.all == 0
  }

  func equal(to character: Unicode.Scalar) -> UInt64 {
    let other = word ^ UInt64(character.value) &* Self.ones
    return isASCII ? ~(other &+ (0x7F &* Self.ones)) & Self.all : 0
  }

  func between(_ first: Unicode.Scalar, _ last: Unicode.Scalar) -> UInt64 {
    let atLeast = word &+ (0x80 - UInt64(first.value)) &* Self.ones
    let above = word &+ (0x7F - UInt64(last.value)) &* Self.ones
    return isASCII ? atLeast & ~above & Self.all : 0
  }
}

extension String {
  func trimmingSpaces() -> String {
    var scalars = Substring(self).unicodeScalars
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }

  fileprivate func range(of needle: String) -> Range<String.Index>? {
    guard let first = needle.first else { return nil }
    var start = startIndex
    while let index = self[start...].firstIndex(of: first) {
      if self[index...].hasPrefix(needle) {
        return index..<self.index(index, offsetBy: needle.count)
      }
      start = self.index(after: index)
    }
    return nil
  }
}
