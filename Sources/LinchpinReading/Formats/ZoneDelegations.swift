import LinchpinCore

/// Sorts the records of a zone into delegations, glue, and the zone's own.
struct ZoneDelegations {
  let place: InputPlace
  private var apex: [UInt8]?
  /// Records before the SOA, which usually comes first: only it says what the zone's own name is.
  private var pending: [Record] = []
  private var serial: UInt32?
  private var servers = 0

  private struct Record {
    var isServer: Bool
    var owner: [UInt8]
    var value: [UInt8]
    var line: UInt32
  }

  init(place: InputPlace) { self.place = place }

  mutating func take(
    _ kind: ZoneRecordParser.Kind, owner: [UInt8], value: [UInt8], line: UInt32,
    _ builder: inout SnapshotBuilder
  ) {
    switch kind {
    case .start(let number):
      if apex != nil { return }
      serial = number
      start(at: owner, &builder)
    case .nameServer:
      keep(Record(isServer: true, owner: owner, value: value, line: line), &builder)
    case .address:
      keep(Record(isServer: false, owner: owner, value: value, line: line), &builder)
    }
  }

  /// Without a SOA record the last `$ORIGIN` stands for the zone.
  mutating func finish(origin: [UInt8]?, _ builder: inout SnapshotBuilder) {
    if apex == nil, !pending.isEmpty {
      let zone = start(at: origin ?? [], &builder)
      builder.find(
        .warning, .syntax, in: place, "no SOA record; the zone is taken to be \(zone)",
        hint: "export the whole zone, its SOA record first")
    }
    builder.count(records: servers, in: place.file)
    if servers == 0 {
      builder.find(
        .error, .emptyFile, in: place, "no delegation", hint: "give a zone that delegates names")
    }
  }

  /// The day in a serial number: `YYYYMMDDnn` (RFC 1912, 2.2) or Unix time.
  var serialDate: CalendarDate? {
    guard let serial else { return nil }
    let digits = String(serial / 100)
    if digits.count == 8, ("1990"..."2099").contains(String(digits.prefix(4))) {
      let year = digits.prefix(4)
      let month = digits.dropFirst(4).prefix(2)
      if let date = CalendarDate("\(year)-\(month)-\(digits.suffix(2))") { return date }
    }
    // From 1990: a smaller serial just counts changes.
    return serial > 631_152_000 ? CalendarDate(unixTime: Int64(serial)) : nil
  }

  @discardableResult
  private mutating func start(at name: [UInt8], _ builder: inout SnapshotBuilder) -> String {
    let text = String(decoding: name, as: UTF8.self).lowercased()
    let zone = text.isEmpty ? "." : text
    apex = Array(text.utf8)
    builder.delegations(of: zone)
    for record in pending { write(record, &builder) }
    pending = []
    return zone
  }

  private mutating func keep(_ record: Record, _ builder: inout SnapshotBuilder) {
    if apex == nil { pending.append(record) } else { write(record, &builder) }
  }

  private mutating func write(_ record: Record, _ builder: inout SnapshotBuilder) {
    if isApex(record.owner) { return }
    let source = place.at(record.line)
    record.owner.withUnsafeBytes { owner in
      record.value.withUnsafeBytes { value in
        if record.isServer {
          guard let domain = builder.domain(owner, at: source) else { return }
          builder.observe(.ns, of: domain, name: value, at: source)
          servers += 1
        } else {
          builder.address(value, ofHost: owner, at: source)
        }
      }
    }
  }

  private func isApex(_ owner: [UInt8]) -> Bool {
    guard let apex, owner.count == apex.count else { return false }
    return zip(owner, apex).allSatisfy { ($0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0) == $1 }
  }
}
