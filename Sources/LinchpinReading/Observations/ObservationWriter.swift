import CSimdJSON
import LinchpinCore

/// Hands a parsed record to the builder as facts and answers.
struct ObservationWriter {
  let place: InputPlace
  let measuredOn: CalendarDate?
  private var days: Set<Int64> = []
  private var records = 0

  /// DNS text of one record set fits 64 KiB; names of people's organisations fit far less.
  private static let longestText = 65_535
  private static let longestName = 1_024

  private static let questions: [(field: observation_field, question: Question, label: String)] = [
    (observation_mx, .mx, "mx"), (observation_ns, .ns, "ns"), (observation_a, .address, "a"),
    (observation_aaaa, .address, "aaaa"), (observation_cname, .cname, "cname"),
    (observation_spf, .spf, "spf"), (observation_autodiscover, .autodiscover, "autodiscover"),
    (observation_dkim, .dkim, "dkim"), (observation_txt_verifications, .txt, "txt_verifications"),
    (observation_tenant, .tenant, "tenant"), (observation_application, .application, "application"),
    (observation_soa, .soa, "soa"), (observation_caa, .caa, "caa"),
    (observation_issuer, .certificate, "issuer"), (observation_wildcard, .wildcard, "wildcard"),
  ]

  init(place: InputPlace, measuredOn: CalendarDate?) {
    self.place = place
    self.measuredOn = measuredOn
  }

  mutating func write(
    _ record: observation_record, domain name: Bytes, line: UInt32,
    into builder: inout SnapshotBuilder
  ) {
    let source = place.at(line)
    guard let domain = builder.newDomain(name, at: source) else { return }
    records += 1
    assign(record, domain, line, &builder)
    let filled = observe(record, of: domain, at: source, &builder)
    if record.malformed != 0 { reportMalformed(record.malformed, line, &builder) }
    answer(record, filled: filled, of: domain, &builder)
    if record.has_measured_at != 0, measuredOn == nil {
      note(record.measured_at, line, &builder)
    }
  }

  /// Counts what was read.
  func finish(_ builder: inout SnapshotBuilder) {
    builder.count(records: records, in: place.file)
  }

  // MARK: Parts of a record

  /// Fields that are there and hold nothing are answers: none. A value that could not be used is
  /// none of those, whatever other values the record has.
  private func answer(
    _ record: observation_record, filled: UInt32, of domain: DomainIndex,
    _ builder: inout SnapshotBuilder
  ) {
    var filled = filled
    // Both families of addresses answer one question.
    let addresses = bit(observation_a) | bit(observation_aaaa)
    if filled & addresses != 0 { filled |= addresses }
    // Nearly every field that was asked about holds something.
    if record.asked & ~filled == 0, record.malformed | record.failed == 0 { return }
    for (field, question, _) in Self.questions where record.asked & bit(field) != 0 {
      if (record.malformed | record.failed) & bit(field) != 0 {
        builder.answer(question, of: domain, .failed)
      } else if filled & bit(field) == 0 {
        builder.answer(question, of: domain, .absent)
      }
    }
  }

  private func assign(
    _ record: observation_record, _ domain: DomainIndex, _ line: UInt32,
    _ builder: inout SnapshotBuilder
  ) {
    let id = Bytes(record.organisation)
    if id.isEmpty { return }
    let name = Bytes(record.organisation_name)
    let sector = Bytes(record.sector)
    if max(id.count, name.count, sector.count) > Self.longestName {
      builder.find(
        .error, .tooLong, in: place, line: line,
        "an organisation's id, name or sector of more than \(Self.longestName) bytes",
        hint: "the domain counts as an organisation of its own")
      return
    }
    let country = Bytes(record.country)
    let names = name.isEmpty ? id : name
    if country.isEmpty || CountryCode.isCanonical(country) {
      builder.assign(domain, organisation: id, name: names, sector: sector, country: country)
      return
    }
    var code = CountryCode.canonical(String(decoding: country, as: UTF8.self)) ?? ""
    if code.isEmpty {
      builder.find(
        .warning, .ignoredValue, in: place, line: line,
        "\(Finding.quoted(String(decoding: country.prefix(80), as: UTF8.self))) is no country code",
        hint: "write two letters of ISO 3166-1, such as NL")
    }
    code.withUTF8 {
      builder.assign(domain, organisation: id, name: names, sector: sector, country: Bytes($0))
    }
  }

  /// The one AS of a pooled list, which then is every exchanger's.
  private func singleSystem(_ values: UnsafeBufferPointer<observation_value>) -> UInt32? {
    var found: UInt32?
    for value in values where Int(value.field) == Int(observation_mx_asns.rawValue) {
      if let found, found != value.asn { return nil }
      found = value.asn
    }
    return found
  }

  /// Hands over the values of a record.
  /// - Returns: the fields that hold something.
  private func observe(
    _ record: observation_record, of domain: DomainIndex, at source: Provenance,
    _ builder: inout SnapshotBuilder
  ) -> UInt32 {
    let values = UnsafeBufferPointer(start: record.values, count: record.value_count)
    let system = record.asked & bit(observation_mx_asns) == 0 ? nil : singleSystem(values)
    var filled = record.malformed | record.failed
    for value in values {
      if value.text.length > 0 || value.key.length > 0 { filled |= 1 << UInt32(value.field) }
      observe(value, of: domain, system: system, at: source, &builder)
    }
    return filled
  }

  private func observe(
    _ value: observation_value, of domain: DomainIndex, system: UInt32?, at source: Provenance,
    _ builder: inout SnapshotBuilder
  ) {
    let text = Bytes(value.text)
    let asn = value.asn == UInt32(OBSERVATION_NO_AS) ? nil : value.asn
    switch observation_field(rawValue: UInt32(value.field)) {
    case observation_mx:
      exchanger(text, value, of: domain, asn: asn ?? system, at: source, &builder)
    case observation_ns: builder.observe(.ns, of: domain, name: text, asn: asn, at: source)
    case observation_a: address(.a, text, of: domain, asn: asn, at: source, &builder)
    case observation_aaaa: address(.aaaa, text, of: domain, asn: asn, at: source, &builder)
    case observation_cname: builder.observe(.cname, of: domain, name: text, at: source)
    case observation_spf where value.is_listed != 0:
      builder.observe(.spfInclude, of: domain, name: text, at: source)
    case observation_spf: policy(text, of: domain, at: source, &builder)
    case observation_mx_cnames:
      builder.alias(Bytes(value.key), to: text, at: source)
    case observation_mx_asns:
      builder.observe(
        .mxNetwork, of: domain, text: Bytes(start: nil, count: 0), asn: asn, at: source)
    case observation_autodiscover:
      builder.observe(.autodiscover, of: domain, name: text, at: source)
    case observation_dkim: builder.observe(.dkim, of: domain, name: text, at: source)
    case observation_txt_verifications:
      // The token itself is somebody's secret-like value and proves nothing more.
      self.text(.txtToken, Bytes(value.key), of: domain, at: source, &builder)
    case observation_tenant: self.text(.tenant, text, of: domain, at: source, &builder)
    case observation_application: self.text(.application, text, of: domain, at: source, &builder)
    case observation_soa: authority(text, of: domain, at: source, &builder)
    case observation_caa: authorisation(text, of: domain, at: source, &builder)
    case observation_issuer: certificate(text, of: domain, at: source, &builder)
    case observation_wildcard: builder.observe(.wildcard, of: domain, name: text, at: source)
    case observation_spf_policies: builder.policy(of: Bytes(value.key), text: text, at: source)
    case observation_spf_resolved: resolved(text, of: domain, at: source, &builder)
    default: return
    }
  }

  /// `host`, or `10 host` as zone files and `dig` write it.
  private func exchanger(
    _ text: Bytes, _ value: observation_value, of domain: DomainIndex, asn: UInt32?,
    at source: Provenance, _ builder: inout SnapshotBuilder
  ) {
    var preference =
      value.preference == UInt16(OBSERVATION_NO_PREFERENCE) ? nil : value.preference
    var host = text
    if value.is_listed != 0, let space = text.firstIndex(of: UInt8(ascii: " ")),
      let number = UInt16(String(decoding: text[..<space], as: UTF8.self))
    {
      preference = number
      host = Bytes(rebasing: text[(space + 1)...])
    }
    builder.observe(
      .mx, of: domain, name: host, preference: preference, asn: asn, at: source)
  }

  private func address(
    _ kind: RecordKind, _ text: Bytes, of domain: DomainIndex, asn: UInt32?,
    at source: Provenance, _ builder: inout SnapshotBuilder
  ) {
    guard text.count <= 45, let key = AddressKey(text), key.isIPv4 == (kind == .a) else {
      builder.find(
        .error, .badAddress, in: place, line: source.line,
        "\(Finding.quoted(String(decoding: text.prefix(80), as: UTF8.self))) is no "
          + (kind == .a ? "IPv4 address" : "IPv6 address"),
        hint: kind == .a ? "write one such as 192.0.2.1" : "write one such as 2001:db8::1")
      builder.answer(.address, of: domain, .failed)
      return
    }
    builder.observe(kind, of: domain, text: text, asn: asn, at: source)
  }

  func policy(
    _ text: Bytes, of domain: DomainIndex, at source: Provenance,
    _ builder: inout SnapshotBuilder
  ) {
    guard text.count <= Self.longestText,
      let policy = SPFPolicy(String(decoding: text, as: UTF8.self))
    else {
      builder.find(
        .warning, .ignoredValue, in: place, line: source.line,
        "\(Finding.quoted(String(decoding: text.prefix(80), as: UTF8.self))) is no SPF policy",
        hint: "a policy starts with v=spf1")
      builder.answer(.spf, of: domain, .failed)
      return
    }
    builder.observe(.spf, of: domain, text: text, at: source)
    for delegate in policy.delegates {
      var delegate = delegate
      delegate.withUTF8 {
        builder.observe(.spfInclude, of: domain, name: Bytes($0), at: source)
      }
    }
  }

  private func text(
    _ kind: RecordKind, _ text: Bytes, of domain: DomainIndex, at source: Provenance,
    _ builder: inout SnapshotBuilder
  ) {
    if text.isEmpty { return }
    if text.count > Self.longestName {
      builder.find(
        .error, .tooLong, in: place, line: source.line,
        "a \(kind.label) value of \(text.count) bytes", hint: "the value is ignored")
      return
    }
    builder.observe(kind, of: domain, text: text, at: source)
  }

  private func reportMalformed(
    _ fields: UInt32, _ line: UInt32, _ builder: inout SnapshotBuilder
  ) {
    let pooled = [
      (field: observation_mx_asns, label: "mx_asns"), (observation_mx_cnames, "mx_cnames"),
      (observation_spf_policies, "spf_policies"), (observation_spf_resolved, "spf_resolved"),
    ]
    let labels = Self.questions.map { (field: $0.field, label: $0.label) } + pooled
    for (field, label) in labels where fields & bit(field) != 0 {
      builder.find(
        .error, .ignoredValue, in: place, line: line,
        "\(label) holds a value of a kind or size it cannot have",
        hint: "see the description of the format; the good values are used")
    }
  }

  /// Notes the day of a Unix time; days repeat, so each is noted once.
  private mutating func note(_ time: Int64, _ line: UInt32, _ builder: inout SnapshotBuilder) {
    // 1980 to 2100: outside it a value is milliseconds, or no time at all.
    guard (315_532_800..<4_102_444_800).contains(time) else {
      builder.find(
        .warning, .badDate, in: place, line: line, "the time \(time) is no Unix time in seconds",
        hint: "write seconds since 1970")
      return
    }
    if days.insert(time / 86_400).inserted || builder.isPart {
      builder.measured(on: CalendarDate(unixTime: time))
    }
  }

  private func bit(_ field: observation_field) -> UInt32 { 1 << field.rawValue }
}
