import CSimdJSON
import LinchpinCore

/// The columns of a table of observations, and how a row of them becomes the same record that a
/// line of JSON becomes.
struct ObservationColumns {
  /// A column that holds values of one kind, and those that run beside it.
  private struct Values {
    var field: observation_field
    var place: Int
    var systems: Int?
    var preferences: Int?
    var isPolicy = false
    /// The values are keys (the services of tokens), not targets.
    var areKeys = false
    /// The cell is one value, spaces and all.
    var isWhole = false
  }

  let domain: Int
  /// How many fields a row has.
  let count: Int
  private var values: [Values] = []
  private let organisation, organisationName, sector, country, time: Int?

  /// The names of columns by which a table of observations is told from a list.
  static let observed = [
    "mx", "ns", "a", "aaaa", "cname", "spf", "dkim", "autodiscover", "txt_verifications", "tenant",
    "soa", "caa", "issuer",
  ]

  init?(_ header: TableHeader) {
    guard let domain = header.place("domain") else { return nil }
    self.domain = domain
    count = header.columns.count
    organisation = header.place("org", "organisation")
    organisationName = header.place("organisationName")
    sector = header.place("sector")
    country = header.place("country")
    time = header.place("ts")
    func add(
      _ field: observation_field, _ name: String, _ change: (inout Values) -> Void = { _ in }
    ) {
      guard let place = header.place(name) else { return }
      var column = Values(field: field, place: place, systems: header.place(name + "_asn"))
      change(&column)
      values.append(column)
    }
    add(observation_mx, "mx") { $0.preferences = header.place("mx_preference") }
    add(observation_ns, "ns")
    add(observation_a, "a")
    add(observation_aaaa, "aaaa")
    add(observation_cname, "cname")
    add(observation_spf, "spf") { $0.isPolicy = true }
    add(observation_mx_asns, "mx_asns")
    add(observation_autodiscover, "autodiscover")
    add(observation_dkim, "dkim")
    add(observation_txt_verifications, "txt_verifications") { $0.areKeys = true }
    add(observation_tenant, "tenant") { $0.isWhole = true }
    add(observation_application, "application")
    add(observation_soa, "soa")
    add(observation_caa, "caa")
    add(observation_issuer, "issuer") { $0.isWhole = true }
    add(observation_wildcard, "wildcard")
  }

  /// The record of a row, without its values, which go to `list`.
  func record(
    of fields: [Bytes], values list: inout ContiguousArray<observation_value>
  ) -> observation_record {
    list.removeAll(keepingCapacity: true)
    var record = observation_record()
    record.organisation = text(fields, organisation)
    record.organisation_name = text(fields, organisationName)
    record.sector = text(fields, sector)
    record.country = text(fields, country)
    if let time, let seconds = Self.number(fields[time]) {
      record.measured_at = seconds
      record.has_measured_at = 1
    }
    for column in values { read(column, fields, into: &record, &list) }
    return record
  }

  private func text(_ fields: [Bytes], _ place: Int?) -> observation_text {
    guard let place else { return observation_text() }
    return observation_text(Self.trimmed(fields[place]))
  }

  private func read(
    _ column: Values, _ fields: [Bytes], into record: inout observation_record,
    _ list: inout ContiguousArray<observation_value>
  ) {
    let bit = UInt32(1) << column.field.rawValue
    record.asked |= bit
    let cell = Self.trimmed(fields[column.place])
    guard let first = cell.first else { return }
    if first == UInt8(ascii: "!") {
      record.failed |= bit
      return
    }
    let isPolicy = column.isPolicy && cell.count >= 2 && cell[1] == UInt8(ascii: "=")
    if isPolicy || column.isWhole {
      list.append(value(cell, column, isListed: false))
      return
    }
    let start = list.count
    for word in SpacedWords(cell) { list.append(value(word, column, isListed: column.isPolicy)) }
    var isAligned = true
    if let systems = column.systems {
      isAligned = align(fields[systems], list, from: start) { list[$0].asn = $1 }
    }
    if let preferences = column.preferences {
      isAligned =
        align(fields[preferences], list, from: start) {
          list[$0].preference = UInt16(truncatingIfNeeded: min($1, 0xFFFF))
        } && isAligned
    }
    if column.field == observation_mx_asns {
      for index in start..<list.count {
        list[index].asn = Self.number(Bytes(list[index].text)).flatMap { UInt32(exactly: $0) } ?? 0
        list[index].text = observation_text()
        if list[index].asn == 0 { isAligned = false }
      }
    }
    if !isAligned { record.malformed |= bit }
  }

  private func value(_ word: Bytes, _ column: Values, isListed: Bool) -> observation_value {
    var value = observation_value()
    if column.areKeys {
      value.key = observation_text(word)
    } else {
      value.text = observation_text(word)
    }
    value.preference = UInt16(OBSERVATION_NO_PREFERENCE)
    value.field = UInt8(column.field.rawValue)
    value.is_listed = isListed ? 1 : 0
    return value
  }

  /// Sets one number per value; `-` stands for “not known”, an empty cell for all of them.
  /// - Returns: whether there were as many numbers as values.
  private func align(
    _ cell: Bytes, _ list: ContiguousArray<observation_value>, from start: Int,
    _ set: (Int, UInt32) -> Void
  ) -> Bool {
    let words = SpacedWords(Self.trimmed(cell))
    var count = 0
    for _ in words { count += 1 }
    if count == 0 { return true }
    guard count == list.count - start else { return false }
    var isGood = true
    for (offset, word) in words.enumerated() where !word.elementsEqual([UInt8(ascii: "-")]) {
      guard let number = Self.number(word).flatMap({ UInt32(exactly: $0) }) else {
        isGood = false
        continue
      }
      set(start + offset, number)
    }
    return isGood
  }

  // MARK: Bytes

  static func trimmed(_ field: Bytes) -> Bytes {
    guard let first = field.firstIndex(where: { $0 > 0x20 }),
      let last = field.lastIndex(where: { $0 > 0x20 })
    else { return Bytes(start: field.baseAddress, count: 0) }
    return Bytes(rebasing: field[first...last])
  }

  /// Digits alone; nil for anything else, and for an empty text.
  static func number(_ text: Bytes) -> Int64? {
    if text.isEmpty || text.count > 18 { return nil }
    var number: Int64 = 0
    for byte in text {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      number = number * 10 + Int64(byte - 0x30)
    }
    return number
  }
}

/// The words of a cell, separated by spaces.
struct SpacedWords: Sequence, IteratorProtocol {
  private var rest: Bytes

  init(_ cell: Bytes) { rest = cell }

  mutating func next() -> Bytes? {
    while let first = rest.first, first <= 0x20 { rest = Bytes(rebasing: rest.dropFirst()) }
    if rest.isEmpty { return nil }
    let end = rest.firstIndex { $0 <= 0x20 } ?? rest.count
    defer { rest = Bytes(rebasing: rest[end...]) }
    return Bytes(rebasing: rest[..<end])
  }
}

extension observation_text {
  init(_ bytes: Bytes) {
    self.init(
      data: bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
      length: UInt32(truncatingIfNeeded: bytes.count))
  }
}
