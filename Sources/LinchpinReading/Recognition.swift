import LinchpinCore

/// Tells formats apart by content.
enum Recognition {
  /// What is wrong with the file as a file, whatever its format.
  static func problems(of input: InputText) -> [Finding] {
    var found: [Finding] = []
    let packing = input.packing?.rawValue ?? ""
    switch input.ending {
    case .complete: break
    case .truncated:
      found.append(
        Finding(
          .error, .truncated, file: input.path, "the \(packing) stream ends too early",
          hint: "fetch the file again; what could be unpacked is used"))
    case .damaged(let why):
      found.append(
        Finding(
          .error, .truncated, file: input.path, "the \(packing) stream is damaged: \(why)",
          hint: "fetch the file again; what could be unpacked is used"))
    case .tooLong:
      found.append(
        Finding(
          .error, .tooLong, file: input.path,
          "more than \(Packing.largest >> 30) GiB when unpacked; the rest is left out",
          hint: "split the file"))
    }
    switch input.kind {
    case .utf8: break
    case .converted(let encoding, let isAsked):
      found.append(
        Finding(
          .note, .encoding, file: input.path,
          "read as \(encoding.title), \(isAsked ? "as asked" : "as its byte order mark says")"))
    case .empty:
      found.append(
        Finding(.error, .emptyFile, file: input.path, "the file is empty", hint: "export it again"))
    case .unmarked(let encoding):
      found.append(
        Finding(
          .error, .encoding, file: input.path,
          "most likely \(encoding.title), but without a byte order mark that makes it certain",
          hint: "--encoding \(encoding.rawValue) reads it as UTF-16"))
    case .binary(let what):
      found.append(
        Finding(
          .error, .notText, file: input.path, "the file is \(what), not text",
          hint: "unpack it, or export it as CSV or JSON Lines"))
    }
    return found
  }

  /// The format of a text; nil when it looks like none.
  static func format(of input: InputText) -> InputFormat? {
    guard let first = input.bytes.firstIndex(where: { !InputText.isSpace($0) }) else { return nil }
    switch input.bytes[first] {
    case UInt8(ascii: "{"):
      return lineFormat(input.bytes) ?? object(Bytes(rebasing: input.bytes[first...]))
    case UInt8(ascii: "["): return array(Bytes(rebasing: input.bytes[first...]))
    default: return lines(input)
    }
  }

  // MARK: JSON

  private static let recordKeys = [
    "mx_cnames", "autodiscover", "dkim", "txt_verifications", "mx", "ns", "a", "aaaa",
    "application",
  ]

  /// Of JSON Lines, the first line that is an object whose keys tell: a damaged one may precede it.
  private static func lineFormat(_ text: Bytes) -> InputFormat? {
    for (line, _, _) in Lines(text).prefix(20) where line.first == UInt8(ascii: "{") {
      let keys = JSONKeys(line.count > 65_536 ? Bytes(rebasing: line.prefix(65_536)) : line).keys
      if keys.contains("municipalities") { return .mxmapSummary }
      if keys.contains("domain") { return .observations }
      if keys.isSuperset(of: ["query_name", "query_type"]) { return .openintel }
      if keys.contains("name"), !keys.isDisjoint(with: ["results", "data", "status"]) {
        return .zdns
      }
      if keys.contains("host"), !keys.isDisjoint(with: dnsxKeys) { return .dnsx }
    }
    return nil
  }

  private static let dnsxKeys = [
    "a", "aaaa", "cname", "mx", "ns", "txt", "soa", "resolver", "status_code",
  ]

  /// A cache maps domains to objects; a record maps field names to values.
  private static func object(_ text: Bytes) -> InputFormat {
    guard let open = text.dropFirst().firstIndex(where: { !InputText.isSpace($0) }),
      text[open] == UInt8(ascii: "\""),
      let close = text[(open + 1)...].firstIndex(of: UInt8(ascii: "\"")),
      let colon = text[(close + 1)...].firstIndex(where: { !InputText.isSpace($0) }),
      text[colon] == UInt8(ascii: ":"),
      let value = text[(colon + 1)...].firstIndex(where: { !InputText.isSpace($0) })
    else { return .observations }
    let key = String(decoding: text[(open + 1)..<close].prefix(300), as: UTF8.self)
    if key == "municipalities" || summaryKeys.contains(key), isSummary(text) {
      return .mxmapSummary
    }
    return text[value] == UInt8(ascii: "{") && !recordKeys.contains(key)
      ? .mxmapCache : .observations
  }

  /// What stands before the municipalities in an mxmap classification.
  private static let summaryKeys = ["generated", "total", "counts", "schema", "version"]

  private static func isSummary(_ text: Bytes) -> Bool {
    String(decoding: text.prefix(16_384), as: UTF8.self).contains("\"municipalities\"")
  }

  /// An array of objects with providers is a classification, with ids a list; any other array is nothing we know.
  private static func array(_ text: Bytes) -> InputFormat? {
    let head = String(decoding: text.prefix(4096), as: UTF8.self)
    if head.contains("\"provider\"") { return .mxmapSummary }
    return head.contains("\"id\"") || head.contains("\"domain\"") ? .mxmapMunicipalities : nil
  }

  // MARK: Lines

  private static func lines(_ input: InputText) -> InputFormat? {
    let head = Lines(input.bytes).lazy.map { Bytes(rebasing: $0.line.prefix(4096)) }
      .filter { line in !line.allSatisfy { InputText.isSpace($0) } }.prefix(100)
    let texts = head.map { String(decoding: $0, as: UTF8.self) }
    if texts.contains(where: { $0.hasPrefix("schema:") && $0.contains("linchpin.catalogue") }) {
      return .catalogue
    }
    if let row = head.first(where: { $0.first != UInt8(ascii: "#") }),
      NetworkRangesReader.isRow(row)
    {
      return .networkRanges
    }
    if texts.prefix(60).contains(where: isZoneLine) { return .zoneFile }
    return table(input)
  }

  /// A directive, or a record whose type stands among the first words.
  private static func isZoneLine(_ line: String) -> Bool {
    if line.hasPrefix("$ORIGIN") || line.hasPrefix("$TTL") { return true }
    if line.hasPrefix(";") { return false }
    let words = line.prefix(1024).split { $0 == " " || $0 == "\t" }
    if words.contains(where: { $0.contains(",") }) && !line.contains("\"") { return false }
    let isIndented = line.first == " " || line.first == "\t"
    return words.dropFirst(isIndented ? 0 : 1).prefix(3).contains {
      ["SOA", "NS", "DS", "AAAA", "A"].contains($0.uppercased())
    }
  }

  private static func table(_ input: InputText) -> InputFormat? {
    var text = DelimitedText(input.bytes)
    guard let row = text.next(), row.fields.count > 1 else { return nil }
    let header = TableHeader(row.fields)
    if header.has("Domain name", "Organization name") { return .registrants }
    if header.has("query_type", "query_name") { return .openintel }
    if header.has("codice_ipa", "domain_used") { return .italianPublicBodies }
    if header.has("supplier", "dependsOn") { return .supplierDependencies }
    if header.has("organisation", "application") || header.has("organisation", "supplier") {
      return .applications
    }
    if header.has("domain", "role", "provider") || header.has("domain", "service", "provider") {
      return .bindings
    }
    if header.has("zone", "company") || header.has("zone", "jurisdiction") { return .providerTable }
    if header.has("domain"), ObservationColumns.observed.contains(where: { header.has($0) }) {
      return .observationTable
    }
    let known = [
      "id", "name", "domains", "domain", "sector", "country", "region", "weight",
      "sharedServiceOf",
    ]
    return known.filter { header.has($0) }.count > 1 ? .organisationList : nil
  }

  /// Says of a text that fits no format what it has, and what was expected.
  static func unrecognised(_ input: InputText) -> ReadingError {
    let first = input.bytes.prefix { $0 != 0x0A }.prefix(120)
    let start = Finding.quoted(String(decoding: first, as: UTF8.self))
    let isArray = input.bytes.first { !InputText.isSpace($0) } == UInt8(ascii: "[")
    return .unrecognised(
      path: input.path, why: "no known format; it starts \(start)",
      hint: !TextEncoding.isUTF8(Bytes(rebasing: input.bytes.prefix { $0 != 0x0A }))
        ? "it is not UTF-8: --encoding windows-1252 reads it as what most spreadsheets write"
        : isArray
          ? "write one JSON object per line: jq -c '.[]'"
          : "give JSON Lines with a domain each, a CSV list with the columns id, name and domains, "
            + "or a zone file; --format names one")
  }
}
