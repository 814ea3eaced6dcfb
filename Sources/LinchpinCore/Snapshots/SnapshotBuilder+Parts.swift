/// Parts of one file, read apart and brought together again.
extension SnapshotBuilder {
  /// Attributes the records of a part of a file while they are read.
  public init(partUnder rules: Rules) {
    self.init(attributingUnder: rules)
    heads = RecordHeads()
  }

  /// Whether what is read is a part, of which single records may have to be taken out again.
  public var isPart: Bool { heads != nil }

  /// Whether records are attributed as they pass and not kept.
  public var attributesInPassing: Bool { patterns != nil }

  /// A builder for a part of what this one reads; nil where this one keeps records.
  public func newPart() -> SnapshotBuilder? {
    (patterns?.writer.rules).map { SnapshotBuilder(partUnder: $0) }
  }

  /// Everything read as a part of `lines` lines; nil where records have to be kept to decide it.
  public consuming func part(lines: Int) -> InputPart? {
    endDomain()
    guard let pass = patterns, let heads, !pass.hasGivenUp else { return nil }
    return InputPart(
      lineCount: lines, domains: domains, lines: ContiguousArray(sources.map(\.line)),
      statuses: statuses, nullExchangers: nullExchangers, owners: owners,
      organisations: organisations, heads: heads, patterns: PatternPart(pass.writer),
      findings: findings)
  }

  /// Takes over the part of a file that follows what was read of it so far.
  ///
  /// A domain that has a record already gives the finding that it would have given, and nothing of
  /// its second record stays: neither what it says nor what was wrong with it.
  /// - Parameter lines: how many lines of the file stand before the part.
  /// - Throws: where the part alone cannot tell what to take out; then the file must be read whole.
  /// - Complexity: O(domains + names + findings of the part), a hash probe or two each.
  public mutating func absorb(
    _ part: InputPart, in file: UInt16, after lines: Int
  ) throws(PartProblem) {
    endDomain()
    guard var pass = patterns, !pass.hasGivenUp else { return }
    patterns = nil
    defer { patterns = pass }
    var translation = PatternTranslation(part.patterns, into: &pass.writer)
    var owners = PartOwners(part)
    var replay = FindingReplay(part.findings, file: file, after: lines)
    var good = 0
    for index in 0..<part.domains.count {
      let domain = DomainIndex(index)
      let source = Provenance(
        file: file, line: part.lines[index] &+ UInt32(truncatingIfNeeded: lines))
      replay.report(before: part.lines[index], in: &self)
      guard let known = take(domain, of: part, at: source) else {
        let target = DomainIndex(domains.count - 1)
        good += 1
        statuses[target.index] = part.statuses[index]
        if part.nullExchangers.contains(domain) { nullExchangers.insert(target) }
        if let owner = owners.owner(of: domain, in: &organisations) {
          self.owners[target.index] = owner
        }
        if let day = part.heads.day(of: domain) { measured(on: day) }
        translation.copy(domain, to: target, in: &pass.writer)
        continue
      }
      if known.file != file {
        pass.giveUp()
        return
      }
      try replay.skip(part.lines[index], first: known.line)
      report(duplicate(of: domain, in: part, at: source, first: known.line), in: file)
    }
    replay.report(before: .max, in: &self)
    replay.countFurther(in: &self)
    count(records: good, in: file)
  }

  /// Adds a domain; where it has a record already, adds nothing and says where that stands.
  private mutating func take(
    _ domain: DomainIndex, of part: InputPart, at source: Provenance
  ) -> Provenance? {
    let before = domains.count
    let id = part.domains.withBytes(of: NameID(rawValue: domain.rawValue)) { domains.intern($0) }
    if domains.count == before {
      let index = DomainIndex(Int(id.rawValue))
      return later[index] ?? sources[index.index]
    }
    statuses.append(AnswerStatuses())
    owners.append(Self.noOwner)
    sources.append(source)
    return nil
  }

  private func duplicate(
    of domain: DomainIndex, in part: InputPart, at source: Provenance, first: UInt32
  ) -> Finding {
    .duplicate(
      part.domains.string(NameID(rawValue: domain.rawValue)), file: files[Int(source.file)].path,
      line: source.line, first: first)
  }
}

/// The organisations that a part's records name, in the table that takes them over.
private struct PartOwners {
  private let part: InputPart
  private var known: ContiguousArray<UInt32>

  init(_ part: InputPart) {
    self.part = part
    known = ContiguousArray(
      repeating: SnapshotBuilder.noOwner, count: part.organisations.count)
  }

  /// The organisation of a domain, opened as its record opens it: what further records of the same
  /// organisation say matters only where they say something else.
  mutating func owner(of domain: DomainIndex, in table: inout OrganisationTable) -> UInt32? {
    let number = part.owners[domain.index]
    if number == SnapshotBuilder.noOwner { return nil }
    let index = OrganisationIndex(Int(number))
    if let given = part.heads.attributes[domain] {
      return table.open(part.organisations.id(index), given)
    }
    if known[index.index] == SnapshotBuilder.noOwner {
      let named = part.organisations[index]
      known[index.index] = table.open(
        named.id,
        RecordHeads.Attributes(name: named.name, sector: named.sector, country: named.country))
    }
    return known[index.index]
  }
}

/// The findings of a part in their order, with the lines that they have in the whole file.
private struct FindingReplay {
  private let findings: FindingLog
  private let file: UInt16
  private let lines: Int
  private var next = 0
  /// First lines of records taken out, and the line of the record that stays.
  private var first: [Int: Int] = [:]

  init(_ findings: FindingLog, file: UInt16, after lines: Int) {
    self.findings = findings
    self.file = file
    self.lines = lines
  }

  /// Reports what was found above a line of the part.
  mutating func report(before line: UInt32, in builder: inout SnapshotBuilder) {
    while next < findings.kept.count, findings.kept[next].line < Int(line) {
      var finding = findings.kept[next].moved { first[$0] ?? $0 + lines }
      finding.file = builder.files[Int(file)].path
      builder.report(finding, in: file)
      next += 1
    }
  }

  /// Leaves out what was found on a line.
  mutating func skip(_ line: UInt32, first stays: UInt32) throws(PartProblem) {
    for code in Finding.Code.allCases where findings.countDropped(code) > 0 {
      throw .findingsNotKept(code)
    }
    first[Int(line)] = Int(stays)
    while next < findings.kept.count, findings.kept[next].line == Int(line) { next += 1 }
  }

  /// Counts the findings of which the part kept nothing.
  func countFurther(in builder: inout SnapshotBuilder) {
    for code in Finding.Code.allCases {
      builder.count(further: findings.countDropped(code), code, in: file)
    }
  }
}

// MARK: In bytes

extension InputPart {
  public func encode(into bytes: inout PartBytes) {
    bytes.append(lineCount)
    bytes.append(domains.count)
    var line: UInt32 = 0
    for index in 0..<domains.count {
      bytes.append(domains.string(NameID(rawValue: UInt32(index))))
      bytes.append(UInt64(lines[index] - line))
      line = lines[index]
      bytes.append(UInt64(statuses[index].bits))
      bytes.append(owners[index] == SnapshotBuilder.noOwner ? 0 : Int(owners[index]) + 1)
    }
    bytes.append(nullExchangers.map(\.rawValue).sorted())
    organisations.encode(into: &bytes)
    heads.encode(into: &bytes)
    patterns.encode(into: &bytes)
    findings.encode(into: &bytes)
  }

  /// - Parameter rules: those that the part was made under.
  public init(from bytes: inout PartReader, under rules: Rules) throws(PartProblem) {
    lineCount = Int(try bytes.number())
    var domains = NameTable()
    var lines: ContiguousArray<UInt32> = []
    var statuses: ContiguousArray<AnswerStatuses> = []
    var owners: ContiguousArray<UInt32> = []
    var line: UInt32 = 0
    for index in 0..<(try bytes.count()) {
      let id = domains.intern(try bytes.string())
      let (next, overflow) = line.addingReportingOverflow(try bytes.number())
      guard id.rawValue == index, !overflow, Int(next) <= lineCount else {
        throw .damaged("a domain twice, or behind the end")
      }
      line = next
      lines.append(line)
      statuses.append(AnswerStatuses(bits: try bytes.number()))
      let owner = try bytes.number()
      owners.append(owner == 0 ? SnapshotBuilder.noOwner : owner - 1)
    }
    nullExchangers = Set(try bytes.numbers().map { DomainIndex(Int($0)) })
    organisations = try OrganisationTable(from: &bytes)
    heads = try RecordHeads(from: &bytes)
    patterns = try PatternPart(
      from: &bytes, domains: domains.count, providers: rules.catalogue.providers.count)
    findings = try FindingLog(from: &bytes)
    let count = organisations.count
    guard owners.allSatisfy({ $0 == SnapshotBuilder.noOwner || $0 < count }) else {
      throw .damaged("an organisation that is not there")
    }
    self.domains = domains
    self.lines = lines
    self.statuses = statuses
    self.owners = owners
  }
}

extension OrganisationTable {
  /// Those that records name: id, name, sector and country.
  fileprivate func encode(into bytes: inout PartBytes) {
    bytes.append(count)
    for index in 0..<count {
      let organisation = self[OrganisationIndex(index)]
      bytes.append(organisation.id)
      bytes.append(organisation.name)
      bytes.append(organisation.sector)
      bytes.append(organisation.country)
    }
  }

  fileprivate init(from bytes: inout PartReader) throws(PartProblem) {
    self.init()
    for _ in 0..<(try bytes.count()) {
      let organisation = Organisation(
        id: try bytes.string(), name: try bytes.string(), sector: try bytes.string(),
        country: try bytes.string())
      guard add(organisation) != nil else { throw .damaged("an organisation twice") }
    }
  }

  /// The organisation that a record names, with what the record says of it.
  fileprivate mutating func open(_ id: String, _ given: RecordHeads.Attributes) -> UInt32 {
    var (id, given) = (id, given)
    return id.withUTF8 { id in
      given.name.withUTF8 { name in
        given.sector.withUTF8 { sector in
          given.country.withUTF8 { country in
            self.open(
              id: Bytes(id), name: Bytes(name), sector: Bytes(sector), country: Bytes(country)
            ).rawValue
          }
        }
      }
    }
  }

  /// Whether an organisation has just these attributes.
  func has(_ index: OrganisationIndex, name: Bytes, sector: Bytes, country: Bytes) -> Bool {
    func isSame(_ word: NameID, _ text: Bytes) -> Bool {
      words.withBytes(of: word) { $0.isEqual(text) }
    }
    let isNamed =
      self.name[index].map { isSame($0, name) }
      ?? ids.withBytes(of: NameID(rawValue: index.rawValue)) { $0.isEqual(name) }
    return isNamed && isSame(self.sector[index.index], sector)
      && isSame(self.country[index.index], country)
  }
}

extension FindingLog {
  fileprivate func encode(into bytes: inout PartBytes) {
    bytes.append(kept.count)
    for finding in kept {
      bytes.append(finding.severity.rawValue)
      bytes.append(finding.code.rawValue)
      bytes.append(finding.line)
      bytes.append(finding.column)
      bytes.append(finding.message)
      bytes.append(finding.hint)
      bytes.append(finding.earlierLine)
    }
    for code in Finding.Code.allCases { bytes.append(countDropped(code)) }
  }

  fileprivate init(from bytes: inout PartReader) throws(PartProblem) {
    self.init()
    for _ in 0..<(try bytes.count()) {
      guard let severity = Finding.Severity(rawValue: try bytes.string()),
        let code = Finding.Code(rawValue: try bytes.string())
      else { throw .damaged("a finding of no kind") }
      append(
        Finding(
          severity, code, line: try bytes.integer(), column: try bytes.integer(),
          try bytes.string(), hint: try bytes.string(), earlierLine: try bytes.integer()))
    }
    for code in Finding.Code.allCases { count(further: try bytes.integer(), code) }
  }
}
