import CSimdJSON
import LinchpinCore

/// Hands what measurement tools answered, one name and question at a time, to the builder.
///
/// A name asked for MX, NS, TXT, SPF or SOA is a domain. One asked only for addresses or aliases may
/// be a host as well: the builder decides once everything has been read.
struct AnswerWriter {
  let place: InputPlace
  let measuredOn: CalendarDate?
  /// How the file's records name their questions.
  let naming: Naming
  private var values: ObservationWriter
  private var days: Set<Int64> = []
  private var records = 0
  /// The types that any record of the file answered.
  private var seen: UInt32 = 0
  private var unnamed = UnnamedQuestions()

  enum Naming {
    /// Every record says what was asked.
    case always
    /// A run asks the same questions of every name, and leaves out those without an answer.
    case byRun
    /// A file holds the answers to one question, which only its answers name.
    case byFile
  }

  init(place: InputPlace, measuredOn: CalendarDate?, naming: Naming) {
    self.place = place
    self.measuredOn = measuredOn
    self.naming = naming
    values = ObservationWriter(place: place, measuredOn: measuredOn)
  }

  /// - Parameter name: the name asked about, not empty.
  mutating func write(
    _ record: answer_record, line: UInt32, into builder: inout SnapshotBuilder
  ) {
    let name = Self.relative(Bytes(record.name))
    let source = place.at(line)
    records += 1
    var present: UInt32 = 0
    var domain: DomainIndex?
    var question = Asked(type: answer_other, status: UInt8(answer_failed.rawValue))
    for value in UnsafeBufferPointer(start: record.values, count: record.value_count) {
      let type = answer_type(UInt32(value.type))
      let isQuestion = value.place == UInt8(answer_asked.rawValue)
      if isQuestion {
        note(question, of: name, domain, at: source, &builder)
        question = Asked(type: type, status: value.status)
      }
      let isNamed = isQuestion && type != answer_unnamed
      let isTold =
        question.type == answer_unnamed && value.place == UInt8(answer_given.rawValue)
      if isNamed || isTold {
        present |= 1 << type.rawValue
        if Self.makesDomain(type), domain == nil {
          domain = self.domain(name, at: source, &builder)
        }
      }
      if !isQuestion { give(value, type, to: &question, of: name, domain, at: source, &builder) }
    }
    note(question, of: name, domain, at: source, &builder)
    seen |= present
    if let first = UnsafeBufferPointer(start: record.values, count: record.value_count).first,
      first.type == UInt8(answer_unnamed.rawValue)
    {
      unnamed.append(name, line: line, present: present, status: first.status)
    }
    if record.malformed != 0 {
      builder.find(
        .error, .ignoredValue, in: place, line: line,
        "a value of a kind or size it cannot have",
        hint: "see the description of the format; the good values are used")
    }
    if record.has_measured_at != 0, measuredOn == nil {
      let day = record.measured_at / 86_400
      if days.insert(day).inserted {
        builder.measured(on: CalendarDate(unixTime: record.measured_at))
      }
    }
  }

  /// Completes the questions that records left unnamed, and counts what was read.
  func finish(_ builder: inout SnapshotBuilder) {
    complete(&builder)
    builder.count(records: records, in: place.file)
    builder.findEmpty(place)
  }

  // MARK: Questions

  private static func makesDomain(_ type: answer_type) -> Bool {
    switch type {
    case answer_mx, answer_ns, answer_txt, answer_spf, answer_soa, answer_caa: true
    default: false
    }
  }

  /// The domain of a name asked what only domains are asked; names such as `_dmarc.example.org` are
  /// settings of one.
  private func domain(
    _ name: Bytes, at source: Provenance, _ builder: inout SnapshotBuilder
  ) -> DomainIndex? {
    isSetting(name) ? nil : builder.domain(name, at: source)
  }

  private func isSetting(_ name: Bytes) -> Bool {
    if name.first == UInt8(ascii: "_") { return true }
    return zip(name, name.dropFirst()).contains {
      $0 == UInt8(ascii: ".") && $1 == UInt8(ascii: "_")
    }
  }

  /// A question while its answers are read.
  private struct Asked {
    var type: answer_type
    var status: UInt8
    /// Whether a value of its kind was given, usable or not: then it is not absent.
    var isAnswered = false
    var hasPolicy = false
  }

  /// Notes how a question ended where its values do not say so themselves.
  private func note(
    _ asked: Asked, of name: Bytes, _ domain: DomainIndex?, at source: Provenance,
    _ builder: inout SnapshotBuilder
  ) {
    let isFailed = asked.status == UInt8(answer_failed.rawValue)
    let status: AnswerStatus = isFailed ? .failed : .absent
    switch asked.type {
    case answer_a, answer_aaaa:
      if !asked.isAnswered { builder.lookUp(.address, of: name, status, at: source) }
      // An answer shows every alias in front of it, so one without shows that there is none.
      builder.lookUp(.cname, of: name, status, at: source)
    case answer_cname:
      if !asked.isAnswered { builder.lookUp(.cname, of: name, status, at: source) }
    case answer_soa, answer_caa:
      guard let domain, !asked.isAnswered else { return }
      builder.answer(asked.type == answer_soa ? .soa : .caa, of: domain, status)
    case answer_mx, answer_ns, answer_spf, answer_txt:
      guard let domain else { return }
      if asked.type == answer_txt { builder.answer(.txt, of: domain, status) }
      let isPolicy = asked.type == answer_spf || asked.type == answer_txt
      if isPolicy ? asked.hasPolicy : asked.isAnswered { return }
      builder.answer(
        isPolicy ? .spf : asked.type == answer_mx ? .mx : .ns, of: domain, status)
    default: return
    }
  }

  /// What a name's records left unnamed is what the others of the file name.
  private func complete(_ builder: inout SnapshotBuilder) {
    if unnamed.count == 0 { return }
    var types = seen
    if naming == .byFile {
      let alias = UInt32(1) << answer_cname.rawValue
      if types & ~alias != 0 { types &= ~alias }
      if types.nonzeroBitCount != 1 {
        let empty = unnamed.count { $0 == 0 }
        if empty > 0 {
          builder.find(
            .warning, .ignoredValue, in: place,
            "\(empty) records do not say what was asked, and got no answer that tells",
            hint: "keep the answers to one question in one file, or use a newer zdns")
        }
        return
      }
    }
    unnamed.forEach { name, line, present, status in
      let source = place.at(line)
      for type in [answer_a, answer_aaaa, answer_cname, answer_mx, answer_ns, answer_txt]
      where types & ~present & (1 << type.rawValue) != 0 {
        let domain =
          Self.makesDomain(type) ? self.domain(name, at: source, &builder) : nil
        note(Asked(type: type, status: status), of: name, domain, at: source, &builder)
      }
    }
  }

  // MARK: Answers

  private func give(
    _ value: answer_value, _ type: answer_type, to asked: inout Asked, of name: Bytes,
    _ domain: DomainIndex?, at source: Provenance, _ builder: inout SnapshotBuilder
  ) {
    let text = Bytes(value.value)
    let owner = Self.relative(Bytes(value.owner))
    let asn = value.asn == UInt32(OBSERVATION_NO_AS) ? nil : value.asn
    let isOwn = owner.isEmpty || Self.isSame(owner, name)
    let isGiven = value.place == UInt8(answer_given.rawValue)
    if isGiven, Self.answers(type, asked.type) { asked.isAnswered = true }
    switch type {
    case answer_a, answer_aaaa:
      guard isAddress(text, type, at: source, &builder) else {
        if isGiven { builder.lookUp(.address, of: name, .failed, at: source) }
        return
      }
      if !isGiven {
        return builder.address(text, asn: asn, ofHost: owner, at: source)
      }
      // The addresses at the end of a chain of aliases are those of the name itself.
      builder.lookUp(type == answer_a ? .a : .aaaa, of: name, value: text, asn: asn, at: source)
      if !isOwn { builder.address(text, asn: asn, ofHost: owner, at: source) }
    case answer_cname:
      switch asked.type {
      case answer_a, answer_aaaa, answer_cname, answer_unnamed:
        if isOwn {
          builder.lookUp(.cname, of: name, value: Self.relative(text), at: source)
        } else {
          builder.alias(owner, to: Self.relative(text), at: source)
        }
      default: return
      }
    case answer_mx, answer_ns:
      guard let domain, isGiven else { return }
      let isExchanger = type == answer_mx
      let preference =
        value.preference == UInt16(OBSERVATION_NO_PREFERENCE) ? nil : value.preference
      builder.observe(
        isExchanger ? .mx : .ns, of: domain, name: Self.relative(text),
        preference: isExchanger ? preference : nil, asn: asn, at: source)
    case answer_soa:
      // The zone above answers for a name that is no zone: that says nothing of the name's own.
      guard let domain, isGiven, isOwn else { return }
      values.authority(Self.relative(text), of: domain, at: source, &builder)
    case answer_caa:
      guard let domain, isGiven else { return }
      values.authorisation(text, of: domain, at: source, &builder)
    case answer_txt, answer_spf:
      policy(text, of: name, at: source, &builder)
      if let domain, self.text(text, of: domain, at: source, &builder) { asked.hasPolicy = true }
    default: return
    }
  }

  /// Keeps a policy under its name too, since other policies may include it.
  private func policy(
    _ text: Bytes, of name: Bytes, at source: Provenance, _ builder: inout SnapshotBuilder
  ) {
    var plain = TextRecord.unquoted(text)
    guard plain.prefix(6).lowercased() == "v=spf1" else { return }
    plain.withUTF8 { builder.policy(of: name, text: Bytes($0), at: source) }
  }

  /// Whether a value of a type answers a question; IPv4 and IPv6 answer one.
  private static func answers(_ type: answer_type, _ asked: answer_type) -> Bool {
    type == asked || type == answer_a && asked == answer_aaaa
      || type == answer_aaaa && asked == answer_a
  }

  /// A policy, or the token of some service; other texts say nothing of anybody.
  /// - Returns: whether it is a policy.
  private func text(
    _ text: Bytes, of domain: DomainIndex, at source: Provenance, _ builder: inout SnapshotBuilder
  ) -> Bool {
    let plain = TextRecord.unquoted(text)
    if plain.prefix(6).lowercased() == "v=spf1" {
      var plain = plain
      plain.withUTF8 { values.policy(Bytes($0), of: domain, at: source, &builder) }
      return true
    }
    if var service = TextRecord.service(of: plain) {
      service.withUTF8 { builder.observe(.txtToken, of: domain, text: Bytes($0), at: source) }
    }
    return false
  }

  private func isAddress(
    _ text: Bytes, _ type: answer_type, at source: Provenance, _ builder: inout SnapshotBuilder
  ) -> Bool {
    if text.count <= 45, let key = AddressKey(text), key.isIPv4 == (type == answer_a) {
      return true
    }
    builder.find(
      .error, .badAddress, in: place, line: source.line,
      "\(Finding.quoted(String(decoding: text.prefix(80), as: UTF8.self))) is no "
        + (type == answer_a ? "IPv4 address" : "IPv6 address"),
      hint: type == answer_a ? "write one such as 192.0.2.1" : "write one such as 2001:db8::1")
    return false
  }

  /// A name without the dot of the root, which most tools write: with it every name would take the
  /// slow road to its one spelling. The root itself stays, for it is a null MX.
  private static func relative(_ name: Bytes) -> Bytes {
    name.count > 1 && name[name.count - 1] == UInt8(ascii: ".")
      ? Bytes(rebasing: name.dropLast()) : name
  }

  /// Whether two names differ at most in upper and lower case.
  private static func isSame(_ a: Bytes, _ b: Bytes) -> Bool {
    func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
    return a.count == b.count && a.elementsEqual(b) { lower($0) == lower($1) }
  }
}

/// Records whose question only the whole file names, in columns.
private struct UnnamedQuestions {
  private var names = NameTable()
  private var name: ContiguousArray<NameID> = []
  private var line: ContiguousArray<UInt32> = []
  private var present: ContiguousArray<UInt32> = []
  private var status: ContiguousArray<UInt8> = []

  var count: Int { name.count }

  func count(where isCounted: (UInt32) -> Bool) -> Int { present.count(where: isCounted) }

  mutating func append(_ name: Bytes, line: UInt32, present: UInt32, status: UInt8) {
    self.name.append(names.intern(name))
    self.line.append(line)
    self.present.append(present)
    self.status.append(status)
  }

  func forEach(_ body: (Bytes, UInt32, UInt32, UInt8) -> Void) {
    for index in name.indices {
      names.withBytes(of: name[index]) { body($0, line[index], present[index], status[index]) }
    }
  }
}
