public import LinchpinCore

/// Reads tables of `first address, last address, AS`, as ip2asn publishes them.
///
/// Separated by tabs or commas; the AS with or without `AS`; further columns are not used. Rows of
/// AS 0 mean that nobody announces the range.
public enum NetworkRangesReader {
  public struct Result: Sendable {
    public let ranges: NetworkRanges
    /// In the order given.
    public let files: [SourceFile]
    public let findings: FindingLog
  }

  /// Reads one or several tables, IPv4 and IPv6, plain or packed, into one; bad rows are left out.
  public static func read(_ paths: [String]) throws(ReadingError) -> NetworkRanges {
    try load(paths).ranges
  }

  /// Reads tables and says what was read and what was wrong with it.
  public static func load(
    _ paths: [String], hash: Bool = false
  ) throws(ReadingError) -> Result {
    var ranges: [NetworkRanges.Range] = []
    var files: [SourceFile] = []
    var findings = FindingLog()
    for path in paths {
      let input = try InputText(path: path)
      defer { withExtendedLifetime(input) {} }
      var table = RangeTable(path: path)
      for finding in Recognition.problems(of: input) { table.findings.append(finding) }
      if input.isReadable {
        if Recognition.format(of: input) != .networkRanges {
          throw .unrecognised(
            path: path, why: "not a table of network ranges",
            hint: "rows of first address, last address and AS number, as ip2asn publishes them")
        }
        table.read(input.bytes, into: &ranges)
      }
      files.append(
        SourceFile(
          path: path, format: InputFormat.networkRanges.rawValue,
          sha256: hash ? input.sha256 : "", records: table.records,
          findings: table.findings.count))
      for finding in table.findings { findings.append(finding) }
    }
    return Result(ranges: NetworkRanges(ranges), files: files, findings: findings)
  }

  /// Whether a line is a row of such a table.
  static func isRow(_ line: Bytes) -> Bool { RangeTable.range(line) != nil }
}

/// One table of ranges while it is read.
private struct RangeTable {
  let path: String
  var findings: [Finding] = []
  var records = 0

  init(path: String) { self.path = path }

  mutating func read(_ bytes: Bytes, into ranges: inout [NetworkRanges.Range]) {
    for (line, number, _) in Lines(bytes) {
      if line.allSatisfy({ InputText.isSpace($0) }) || line.first == UInt8(ascii: "#") { continue }
      guard let range = Self.range(line) else {
        // The log keeps no more than this anyway.
        if findings.count < FindingLog.keptPerCode {
          findings.append(
            Finding(
              .error, .badAddress, file: path, line: Int(number),
              "\(Finding.quoted(String(decoding: line.prefix(80), as: UTF8.self))) is no range",
              hint: "first address, last address and AS number, separated by tabs"))
        }
        continue
      }
      records += 1
      ranges.append(range)
    }
  }

  /// nil when the line is no range: too few fields, no addresses, of two families, or backwards.
  static func range(_ line: Bytes) -> NetworkRanges.Range? {
    let delimiter: UInt8 = line.contains(0x09) ? 0x09 : UInt8(ascii: ",")
    guard let (first, afterFirst) = field(line, from: 0, delimiter),
      let (last, afterLast) = field(line, from: afterFirst, delimiter),
      let (system, _) = field(line, from: afterLast, delimiter),
      let from = AddressKey(first), let to = AddressKey(last), from <= to,
      from.isIPv4 == to.isIPv4, let asn = number(system)
    else { return nil }
    return NetworkRanges.Range(first: from, last: to, asn: asn)
  }

  private static func field(
    _ line: Bytes, from start: Int, _ delimiter: UInt8
  ) -> (Bytes, next: Int)? {
    guard start <= line.count else { return nil }
    var end = start
    while end < line.count, line[end] != delimiter { end += 1 }
    var field = Bytes(rebasing: line[start..<end])
    if field.count >= 2, field.first == 0x22, field.last == 0x22 {
      field = Bytes(rebasing: field[1..<(field.count - 1)])
    }
    return (field, end + 1)
  }

  private static func number(_ field: Bytes) -> UInt32? {
    var digits = field[...]
    if digits.starts(with: [0x41, 0x53]) { digits = digits.dropFirst(2) }
    if digits.isEmpty || digits.count > 10 { return nil }
    var value: UInt64 = 0
    for byte in digits {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + UInt64(byte - 0x30)
    }
    return UInt32(exactly: value)
  }
}
