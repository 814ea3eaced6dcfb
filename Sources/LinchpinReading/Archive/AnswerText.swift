import Foundation
import LinchpinCore

/// One answer as text that people read and that reads back exactly: a line a fact, such as
/// `mx pref=10 as=8075 mail.example`.
enum AnswerText {
  /// Appends the line of a fact.
  static func append(_ fact: Fact, _ value: Bytes, to text: inout [UInt8]) {
    if !text.isEmpty { text.append(UInt8(ascii: "\n")) }
    text.append(contentsOf: fact.kind.word.utf8)
    text.append(UInt8(ascii: " "))
    if let preference = fact.preference { text.append(contentsOf: "pref=\(preference) ".utf8) }
    if let asn = fact.asn { text.append(contentsOf: "as=\(asn) ".utf8) }
    for byte in value {
      switch byte {
      case UInt8(ascii: "\n"): text.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "n")])
      case UInt8(ascii: "\\"): text.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "\\")])
      default: text.append(byte)
      }
    }
  }

  /// The line of a null MX (RFC 7505).
  static let nullExchanger = "mx ."

  /// One fact as it was stored.
  struct Line {
    var kind: RecordKind
    var preference: UInt16?
    var asn: UInt32?
    var value: Bytes
    var isEscaped: Bool
  }

  /// The facts of an answer, in their order.
  struct Lines {
    private var rest: Bytes

    init(_ text: Bytes) { rest = text }

    /// nil at the end, and at a line that is none.
    mutating func next() -> Line? {
      guard let start = rest.baseAddress, !rest.isEmpty else { return nil }
      let end = memchr(start, Int32(UInt8(ascii: "\n")), rest.count)
        .map { UnsafeRawPointer($0) - start }
      let text = Bytes(start: start, count: end ?? rest.count)
      rest =
        end.map { Bytes(rebasing: rest[($0 + 1)...]) } ?? Bytes(start: nil, count: 0)
      return AnswerText.line(text)
    }
  }

  private static func line(_ text: Bytes) -> Line? {
    guard let space = text.firstIndex(of: UInt8(ascii: " ")),
      let kind = RecordKind.words.find(Bytes(rebasing: text[..<space]))
    else { return nil }
    var line = Line(
      kind: kind, value: Bytes(rebasing: text[(space + 1)...]), isEscaped: false)
    if kind.carriesNumbers {
      line.preference = number("pref=", in: &line.value).flatMap { UInt16(exactly: $0) }
      line.asn = number("as=", in: &line.value).flatMap { UInt32(exactly: $0) }
    }
    if let start = line.value.baseAddress {
      line.isEscaped = memchr(start, Int32(UInt8(ascii: "\\")), line.value.count) != nil
    }
    return line
  }

  /// Takes `key=digits ` off the front.
  private static func number(_ key: StaticString, in text: inout Bytes) -> UInt64? {
    let key = UnsafeRawBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount)
    guard text.starts(with: key) else { return nil }
    var value: UInt64 = 0
    for index in key.count..<text.count {
      let byte = text[index]
      if byte == UInt8(ascii: " ") {
        text = Bytes(rebasing: text[(index + 1)...])
        return value
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value &* 10 &+ UInt64(byte - UInt8(ascii: "0"))
    }
    return nil
  }

  /// The value with its line ends back in it.
  static func unescaped(_ value: Bytes) -> [UInt8] {
    var result: [UInt8] = []
    var isEscape = false
    for byte in value {
      if isEscape {
        result.append(byte == UInt8(ascii: "n") ? UInt8(ascii: "\n") : byte)
        isEscape = false
      } else if byte == UInt8(ascii: "\\") {
        isEscape = true
      } else {
        result.append(byte)
      }
    }
    return result
  }
}

extension RecordKind {
  /// The word of an archive; unlike the label, one for each kind.
  var word: String {
    switch self {
    case .mx: "mx"
    case .ns: "ns"
    case .a: "a"
    case .aaaa: "aaaa"
    case .cname: "cname"
    case .spf: "spf"
    case .spfInclude: "include"
    case .dkim: "dkim"
    case .autodiscover: "autodiscover"
    case .txtToken: "token"
    case .tenant: "tenant"
    case .mxNetwork: "network"
    case .application: "application"
    case .soa: "soa"
    case .caa: "caa"
    case .issuer: "issuer"
    case .wildcard: "wildcard"
    }
  }

  static let words = WordList(allCases) { $0.word }

  /// Whether a value may stand behind a preference or an AS; free text never does.
  var carriesNumbers: Bool {
    switch self {
    case .mx, .ns, .a, .aaaa, .mxNetwork: true
    case .cname, .spf, .spfInclude, .dkim, .autodiscover, .txtToken, .tenant, .application, .soa,
      .caa, .issuer, .wildcard:
      false
    }
  }
}

extension Question {
  var word: String { String(describing: self) }

  static let words = WordList(allCases) { $0.word }

  init?(word: String) {
    guard let question = Question.allCases.first(where: { $0.word == word }) else { return nil }
    self = question
  }
}

extension AnswerStatus {
  var word: String { String(describing: self) }

  static let words = WordList(allCases) { $0.word }

  init?(word: String) {
    guard let status = AnswerStatus.allCases.first(where: { $0.word == word }) else { return nil }
    self = status
  }
}
