import LinchpinCore

/// Makes records of a zone's entries: completes names, passes over time to live and class.
struct ZoneRecordParser {
  /// The kinds of record that say something about delegations.
  enum Kind {
    case nameServer, address
    case start(serial: UInt32?)
  }

  /// Complete, without the last dot, as written; nil until a directive gives one.
  private(set) var origin: [UInt8]?
  /// Of the last record.
  private(set) var owner: [UInt8] = []
  private(set) var value: [UInt8] = []
  private var hasOwner = false

  /// The kind of a record, its owner and value in place; nil for records and directives that say
  /// nothing about delegations.
  mutating func parse(
    _ scanner: ZoneScanner, _ entry: ZoneScanner.Entry
  ) throws(ZoneProblem) -> Kind? {
    let words = scanner.words[...]
    let first = scanner.text(words[0])
    if !entry.omitsOwner, first.first == UInt8(ascii: "$") {
      try direct(scanner, words)
      return nil
    }
    var rest = words
    if !entry.omitsOwner {
      rest = rest.dropFirst()
      hasOwner = false
      try complete(first, into: \.owner)
      hasOwner = true
    }
    if !hasOwner {
      throw ZoneProblem("no owner name", hint: "start the first record with its name")
    }
    return try record(scanner, rest)
  }

  private mutating func record(
    _ scanner: ZoneScanner, _ words: ArraySlice<ZoneScanner.Word>
  ) throws(ZoneProblem) -> Kind? {
    var rest = words
    while let word = rest.first, !word.isQuoted {
      let type = scanner.text(word)
      rest = rest.dropFirst()
      switch ZoneWord(type) {
      case .class, .timeToLive: continue
      case .otherType: return nil
      case .unknown:
        throw ZoneProblem("no record type", hint: "write name, TTL, class, type and data")
      case .ns:
        try complete(try only(rest, scanner), into: \.value)
        return .nameServer
      case .a, .aaaa:
        let text = try only(rest, scanner)
        guard let key = AddressKey(text), key.isIPv4 == (ZoneWord(type) == .a) else {
          throw ZoneProblem("no address", hint: "write one such as 192.0.2.1 or 2001:db8::1")
        }
        value = Array(text)
        return .address
      case .soa:
        guard rest.count == 7 else {
          throw ZoneProblem("an SOA record of \(rest.count) fields", hint: "it has seven")
        }
        let serial = scanner.text(rest[rest.startIndex + 2])
        return .start(serial: UInt32(String(decoding: serial, as: UTF8.self)))
      }
    }
    throw ZoneProblem("a record that ends too early", hint: "complete it, or fetch the file again")
  }

  private func only(
    _ words: ArraySlice<ZoneScanner.Word>, _ scanner: ZoneScanner
  ) throws(ZoneProblem) -> Bytes {
    guard let word = words.first else {
      throw ZoneProblem(
        "a record that ends too early", hint: "complete it, or fetch the file again")
    }
    if words.count > 1 { throw ZoneProblem("data after the record's end", hint: "remove it") }
    return scanner.text(word)
  }

  private mutating func direct(
    _ scanner: ZoneScanner, _ words: ArraySlice<ZoneScanner.Word>
  ) throws(ZoneProblem) {
    switch String(decoding: scanner.text(words[0]), as: UTF8.self).uppercased() {
    case "$TTL": return
    case "$ORIGIN":
      try complete(try only(words.dropFirst(), scanner), into: \.value)
      origin = value
    case "$INCLUDE":
      throw ZoneProblem(
        "another file is included", hint: "give the included file as an input of its own")
    default:
      throw ZoneProblem("a directive that is not known", hint: "write the records themselves")
    }
  }

  // MARK: Names

  /// Writes a name in full: `@` is the origin, a name without a last dot continues with it.
  private mutating func complete(
    _ name: Bytes, into target: WritableKeyPath<Self, [UInt8]>
  ) throws(ZoneProblem) {
    let isOrigin = name.count == 1 && name[0] == UInt8(ascii: "@")
    var text: [UInt8] = []
    let isAbsolute = isOrigin ? false : try Self.unescape(name, into: &text)
    if !isAbsolute {
      guard let origin else {
        throw ZoneProblem("a relative name, but no origin", hint: "start the file with $ORIGIN")
      }
      if !text.isEmpty, !origin.isEmpty { text.append(UInt8(ascii: ".")) }
      text.append(contentsOf: origin)
    }
    self[keyPath: target] = text
  }

  /// Resolves `\.` and `\DDD`; returns whether the name ended in a dot, which is left out.
  private static func unescape(
    _ name: Bytes, into text: inout [UInt8]
  ) throws(ZoneProblem) -> Bool {
    // A name of 255 bytes, every one written as \DDD.
    if name.count > 1_020 {
      throw ZoneProblem("a name of \(name.count) bytes", hint: "DNS allows 253")
    }
    var isAbsolute = false
    var index = 0
    while index < name.count {
      isAbsolute = name[index] == UInt8(ascii: ".")
      guard name[index] == UInt8(ascii: "\\"), index + 1 < name.count else {
        text.append(name[index])
        index += 1
        continue
      }
      let digits = name[(index + 1)...].prefix(3)
      if digits.count == 3, let code = UInt8(String(decoding: digits, as: UTF8.self)) {
        text.append(code)
        index += 4
      } else {
        // A dot inside a label must not look like one between labels.
        text.append(UInt8(ascii: "\\"))
        text.append(name[index + 1])
        index += 2
      }
    }
    if isAbsolute { text.removeLast() }
    return isAbsolute
  }
}

/// What a word between owner and data can be.
enum ZoneWord: Equatable {
  case `class`, timeToLive, ns, a, aaaa, soa, otherType, unknown

  init(_ text: Bytes) {
    switch text.count {
    case 1 where text[0] | 0x20 == UInt8(ascii: "a"): self = .a
    case 2 where text[0] | 0x20 == UInt8(ascii: "i") && text[1] | 0x20 == UInt8(ascii: "n"):
      self = .class
    case 2 where text[0] | 0x20 == UInt8(ascii: "n") && text[1] | 0x20 == UInt8(ascii: "s"):
      self = .ns
    case 0: self = .unknown
    default: self = ZoneWord.rare(text)
    }
  }

  private static func rare(_ text: Bytes) -> ZoneWord {
    if text.count > 20 { return .unknown }
    if text[0] >= UInt8(ascii: "0"), text[0] <= UInt8(ascii: "9") {
      return text.allSatisfy(isDurationCharacter) ? .timeToLive : .unknown
    }
    let word = String(decoding: text, as: UTF8.self).uppercased()
    switch word {
    case "AAAA": return .aaaa
    case "SOA": return .soa
    case "CH", "HS", "CS": return .class
    default:
      let isNumbered = word.hasPrefix("TYPE") && UInt16(word.dropFirst(4)) != nil
      return isNumbered || otherTypes.contains(word) ? .otherType : .unknown
    }
  }

  /// Seconds, or `1h30m` as most servers write it.
  private static func isDurationCharacter(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "s"), UInt8(ascii: "m"), UInt8(ascii: "h"), UInt8(ascii: "d"): true
    case UInt8(ascii: "w"): true
    default: false
    }
  }

  /// The types of IANA's registry that stand in zones.
  private static let otherTypes: Set<String> = [
    "DS", "TXT", "CNAME", "MX", "PTR", "SRV", "CAA", "RRSIG", "NSEC", "NSEC3", "NSEC3PARAM",
    "DNSKEY", "CDS", "CDNSKEY", "CSYNC", "ZONEMD", "TLSA", "SSHFP", "SPF", "HTTPS", "SVCB",
    "DNAME", "NAPTR", "LOC", "HINFO", "MINFO", "RP", "AFSDB", "X25", "ISDN", "RT", "NSAP",
    "NSAP-PTR", "SIG", "KEY", "PX", "GPOS", "NXT", "KX", "CERT", "A6", "SINK", "APL", "IPSECKEY",
    "DHCID", "SMIMEA", "HIP", "NINFO", "RKEY", "TALINK", "OPENPGPKEY", "URI", "AVC", "DOA",
    "AMTRELAY", "RESINFO", "WALLET", "NID", "L32", "L64", "LP", "EUI48", "EUI64", "WKS", "MB",
    "MG", "MR", "MD", "MF", "NULL", "DLV", "TA",
  ]
}
