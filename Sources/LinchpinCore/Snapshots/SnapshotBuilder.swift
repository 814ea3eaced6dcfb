/// Takes what readers read and freezes it into a ``Snapshot``.
///
/// Readers hand over byte slices of their own buffers; names are checked, brought to their one
/// spelling and interned here, so that no reader can forget to.
public struct SnapshotBuilder: Sendable {
  private(set) var files: [SourceFile] = []
  private(set) var findings = FindingLog()
  var organisations = OrganisationTable()
  private(set) var listing = Listing()
  var names = NameTable()
  var domains = NameTable()
  private(set) var facts = FactColumns()
  var owners: ContiguousArray<UInt32> = []
  var statuses: ContiguousArray<AnswerStatuses> = []
  var sources: ContiguousArray<Provenance> = []
  var hostAddresses: [NameID: [HostAddress]] = [:]
  private var aliases: [NameID: NameID] = [:]
  private var measured: ClosedRange<CalendarDate>?
  var nullExchangers: Set<DomainIndex> = []
  /// The last record of domains that more than one file has.
  var later: [DomainIndex: Provenance] = [:]
  private var zone: String?
  /// Takes the records in place of `facts` where they are attributed as they pass.
  var patterns: AttributingPass?
  /// Kept of records where what is read is a part.
  var heads: RecordHeads?
  /// What waits until everything has been read.
  var lookups = LookupTable()
  var applications: [DeclaredApplication] = []
  var declarations = Declarations()
  /// SPF policies by name, for the policies that include them.
  var policies: [NameID: NamedPolicy] = [:]
  /// Domains that further organisations rely on, beside the one that is listed first.
  private var sharers: [Sharer] = []
  private var knownSharers: Set<Sharer> = []

  static let noOwner = UInt32.max

  public init() {}

  /// Attributes records while they are read and keeps none of them: a few bytes a domain.
  ///
  /// What such a builder is given has to hold every domain's records together; where one domain's
  /// records change what another's mean, ``freezeAttributed()`` gives nothing.
  public init(attributingUnder rules: Rules) { patterns = AttributingPass(rules) }

  // MARK: Files and findings

  /// Announces a file; what follows with this index came from it.
  public mutating func open(_ file: SourceFile) -> UInt16 {
    files.append(file)
    return UInt16(files.count - 1)
  }

  public mutating func report(_ finding: Finding, in file: UInt16) {
    files[Int(file)].findings += 1
    findings.append(finding)
  }

  /// Counts findings of which nothing is kept.
  mutating func count(further findings: Int, _ code: Finding.Code, in file: UInt16) {
    self.findings.count(further: findings, code)
    files[Int(file)].findings += findings
  }

  /// How many findings of a kind there are so far.
  public func count(of code: Finding.Code) -> Int { findings.count(code) }

  /// Counts good records of a file.
  public mutating func count(records: Int = 1, in file: UInt16) {
    files[Int(file)].records += records
  }

  /// Whether a file had a good record so far.
  public func hasRecords(in file: UInt16) -> Bool { files[Int(file)].records > 0 }

  /// Notes that something was measured on a day.
  public mutating func measured(on date: CalendarDate) {
    if domains.count > 0 { heads?.note(date, of: DomainIndex(domains.count - 1)) }
    if let known = measured {
      measured = min(known.lowerBound, date)...max(known.upperBound, date)
    } else {
      measured = date...date
    }
  }

  /// Notes that the input holds the delegations of a zone.
  public mutating func delegations(of zone: String) { self.zone = zone }

  // MARK: Organisations

  /// Lists an organisation and the domains it relies on.
  ///
  /// A second organisation with the same id, or a domain listed twice, gives a finding; the first
  /// one stands.
  /// - Parameter sharing: whether several organisations may rely on one domain: then each counts
  ///   with it, and the domain itself counts once, for the first.
  public mutating func list(
    _ organisation: Organisation, domains: [String], sharing: Bool = false, at source: Provenance
  ) {
    let file = files[Int(source.file)].path
    let line = Int(source.line)
    var index = organisations.find(organisation.id)
    if let known = index {
      // An id alone contradicts nothing, and a list knows better than records on their way.
      let saysMore = !organisation.isBare
      if saysMore, !organisations.isDescribed(known) {
        organisations.describe(known, as: organisation)
      } else if saysMore, organisations[known].name != organisation.name {
        report(
          Finding(
            .error, .duplicateOrganisation, file: file, line: line,
            "the id \(Finding.quoted(organisation.id)) is taken by "
              + Finding.quoted(organisations[known].name),
            hint: "give every organisation an id of its own"), in: source.file)
        return
      }
    } else {
      index = organisations.add(organisation)
    }
    guard let index else { return }
    for text in domains {
      do throws(DomainNameProblem) {
        let domain = try DomainName(text)
        if RegistrableDomain.isPublicSuffix(domain.description) {
          report(
            Finding(
              .error, .badDomain, file: file, line: line,
              "\(Finding.quoted(text)) is a public suffix, under which anybody may register",
              hint: "write the organisation's own name below it"), in: source.file)
          continue
        }
        if let other = listing.add(domain.description, for: index), other != index {
          if sharing {
            share(domain.description, of: other, with: index, at: source)
            continue
          }
          report(
            Finding(
              .error, .domainInTwoOrganisations, file: file, line: line,
              "\(domain) is listed for \(Finding.quoted(organisations[other].name)) already",
              hint: "a domain belongs to one organisation; use sharedServiceOf for shared IT"),
            in: source.file)
        }
      } catch {
        report(
          Finding(
            .error, .badDomain, file: file, line: line,
            "\(Finding.quoted(text)): \(error.message)", hint: error.hint), in: source.file)
      }
    }
  }

  private struct Sharer: Hashable {
    var organisation: OrganisationIndex
    var domain: String
  }

  private mutating func share(
    _ domain: String, of first: OrganisationIndex, with organisation: OrganisationIndex,
    at source: Provenance
  ) {
    let sharer = Sharer(organisation: organisation, domain: domain)
    guard knownSharers.insert(sharer).inserted else { return }
    sharers.append(sharer)
    report(
      Finding(
        .note, .sharedDomain, file: files[Int(source.file)].path, line: Int(source.line),
        "\(domain) serves \(Finding.quoted(organisations[first].name)) as well",
        hint: "it counts for both; where domains are counted, once"), in: source.file)
  }

  // MARK: Domains and their facts

  /// Says about how many domains will come, so that tables need not grow on the way.
  public mutating func expect(domains count: Int) { domains.reserve(domains.count + count) }

  /// A domain by name, new or known; nil, with a finding, when the name is no domain name.
  public mutating func domain(_ name: Bytes, at source: Provenance) -> DomainIndex? {
    guard let id = canonicalID(name, in: .domains, at: source, .badDomain) else { return nil }
    if Int(id.rawValue) == statuses.count {
      statuses.append(AnswerStatuses())
      owners.append(Self.noOwner)
      sources.append(source)
    }
    return DomainIndex(Int(id.rawValue))
  }

  /// A domain whose whole record stands at `source`; a second record in the same file gives a
  /// finding and nil, so that the first one stands.
  public mutating func newDomain(_ name: Bytes, at source: Provenance) -> DomainIndex? {
    let before = domains.count
    endDomain()
    guard let index = domain(name, at: source) else { return nil }
    if domains.count > before {
      beginDomain(index)
      return index
    }
    let earlier = later[index] ?? sources[index.index]
    if earlier.file == source.file {
      report(
        .duplicate(
          domains.string(NameID(rawValue: index.rawValue)), file: files[Int(source.file)].path,
          line: source.line, first: earlier.line), in: source.file)
      return nil
    }
    later[index] = source
    patterns?.giveUp()
    return index
  }

  /// Gives a domain to an organisation that its own record names.
  public mutating func assign(
    _ domain: DomainIndex, organisation id: Bytes, name: Bytes, sector: Bytes, country: Bytes
  ) {
    let organisation = organisations.open(id: id, name: name, sector: sector, country: country)
    owners[domain.index] = organisation.rawValue
    if heads != nil,
      !organisations.has(organisation, name: name, sector: sector, country: country)
    {
      func text(_ bytes: Bytes) -> String { String(decoding: bytes, as: UTF8.self) }
      heads?.note(
        RecordHeads.Attributes(name: text(name), sector: text(sector), country: text(country)),
        of: domain)
    }
  }

  /// Gives a domain to an organisation that is known already.
  mutating func own(_ domain: DomainIndex, by organisation: OrganisationIndex) {
    owners[domain.index] = organisation.rawValue
  }

  /// Records how a question was answered; an answer outranks an absence, an absence a failure.
  public mutating func answer(
    _ question: Question, of domain: DomainIndex, _ status: AnswerStatus
  ) {
    statuses[domain.index].note(question, status)
  }

  /// Records one fact whose value is a DNS name (MX, NS, CNAME, include, DKIM or autodiscover
  /// target). A value that is no name gives a finding and counts as a failed answer.
  public mutating func observe(
    _ kind: RecordKind, of domain: DomainIndex, name: Bytes, preference: UInt16? = nil,
    asn: UInt32? = nil, at source: Provenance
  ) {
    if kind == .mx, name.count == 1, name[0] == UInt8(ascii: ".") {
      nullExchangers.insert(domain)
      answer(.mx, of: domain, .absent)
      return
    }
    if patterns != nil {
      attribute(kind, of: domain, name: name, preference, asn, at: source)
      return
    }
    guard let value = canonicalID(name, in: .names, at: source, .badHost) else {
      answer(kind.question, of: domain, .failed)
      return
    }
    append(kind, of: domain, value, preference, asn, source)
  }

  /// Records one fact whose value is any text (address, policy, token's service, tenant).
  public mutating func observe(
    _ kind: RecordKind, of domain: DomainIndex, text: Bytes, asn: UInt32? = nil,
    at source: Provenance
  ) {
    if patterns != nil {
      patterns?.add(kind, text: text, asn: asn, of: domain)
      answer(kind.question, of: domain, .answered)
      return
    }
    append(kind, of: domain, names.intern(text), nil, asn, source)
  }

  // MARK: Attributing

  private mutating func beginDomain(_ domain: DomainIndex) {
    guard patterns != nil else { return }
    domains.withBytes(of: NameID(rawValue: domain.rawValue)) { patterns?.begin(domain, $0) }
  }

  mutating func endDomain() {
    guard let domain = patterns?.current else { return }
    patterns?.end(
      statuses[domain.index],
      hasNullExchanger: !nullExchangers.isEmpty && nullExchangers.contains(domain))
  }

  private mutating func attribute(
    _ kind: RecordKind, of domain: DomainIndex, name: Bytes, _ preference: UInt16?,
    _ asn: UInt32?, at source: Provenance
  ) {
    let isGood = withCanonical(name, at: source, .badHost) { builder, name in
      builder.patterns?.add(kind, host: name, preference: preference, asn: asn, of: domain)
      return true
    }
    answer(kind.question, of: domain, isGood ?? false ? .answered : .failed)
  }

  /// Says that what is read next cannot be attributed as it passes.
  public mutating func needRecords() { patterns?.giveUp() }

  /// Whether records have to be kept after all, so that reading on is in vain.
  public var hasGivenUp: Bool { patterns?.hasGivenUp ?? false }

  /// The attribution of everything read; nil where records have to be kept to decide it, and the
  /// input must be read again by a builder that does.
  public consuming func freezeAttributed() -> Attribution? {
    endDomain()
    guard let pass = patterns, !pass.hasGivenUp else { return nil }
    let surroundings = Surroundings(pass.writer, of: freeze())
    return surroundings.areClear ? Attribution(pass.writer, surroundings) : nil
  }

  private mutating func append(
    _ kind: RecordKind, of domain: DomainIndex, _ value: NameID, _ preference: UInt16?,
    _ asn: UInt32?, _ source: Provenance
  ) {
    add(
      Fact(kind: kind, value: value, preference: preference, asn: asn, source: source), of: domain)
  }

  mutating func add(_ fact: Fact, of domain: DomainIndex) {
    facts.append(fact, of: domain)
    answer(fact.kind.question, of: domain, .answered)
  }

  // MARK: Hosts

  /// Records an address of a host.
  public mutating func address(
    _ address: Bytes, asn: UInt32? = nil, ofHost host: Bytes, at source: Provenance
  ) {
    guard let id = canonicalID(host, in: .names, at: source, .badHost) else { return }
    patterns?.giveUp()
    let record = HostAddress(address: names.intern(address), asn: asn, source: source)
    hostAddresses[id, default: []].append(record)
  }

  /// Records a CNAME from one host to another.
  public mutating func alias(_ host: Bytes, to target: Bytes, at source: Provenance) {
    guard let from = canonicalID(host, in: .names, at: source, .badHost),
      let to = canonicalID(target, in: .names, at: source, .badHost)
    else { return }
    alias(from, to: to, at: source)
  }

  mutating func alias(_ from: NameID, to: NameID, at source: Provenance) {
    patterns?.giveUp()
    var end = to
    var seen: Set<NameID> = [from]
    while seen.insert(end).inserted, let next = aliases[end] { end = next }
    if seen.contains(end), end == from {
      report(
        Finding(
          .warning, .aliasLoop, file: files[Int(source.file)].path, line: Int(source.line),
          "the CNAME of \(names.string(from)) leads back to itself",
          hint: "the alias is ignored; the name's operator stays unknown"), in: source.file)
      return
    }
    aliases[from] = to
  }

  // MARK: Names

  enum Table {
    case domains, names
  }

  /// Interns a name in its one spelling; a bad one gives a finding and nil.
  mutating func canonicalID(
    _ name: Bytes, in table: Table, at source: Provenance, _ code: Finding.Code
  ) -> NameID? {
    withCanonical(name, at: source, code) { $0.intern($1, in: table) }
  }

  /// Hands over a name in its one spelling; a bad one gives a finding and nil.
  private mutating func withCanonical<Result>(
    _ name: Bytes, at source: Provenance, _ code: Finding.Code,
    _ body: (inout SnapshotBuilder, Bytes) -> Result
  ) -> Result? {
    if DomainName.isCanonical(name) { return body(&self, name) }
    do throws(DomainNameProblem) {
      var text = try DomainName.canonical(name)
      return text.withUTF8 { body(&self, Bytes($0)) }
    } catch {
      reportBadName(name, error, code, at: source)
      return nil
    }
  }

  mutating func reportBadName(
    _ name: Bytes, _ problem: DomainNameProblem, _ code: Finding.Code, at source: Provenance
  ) {
    let found = Finding.quoted(String(decoding: name.prefix(80), as: UTF8.self))
    report(
      Finding(
        .error, code, file: files[Int(source.file)].path, line: Int(source.line),
        "\(found): \(problem.message)", hint: problem.hint), in: source.file)
  }

  private mutating func intern(_ name: Bytes, in table: Table) -> NameID {
    switch table {
    case .domains: domains.intern(name)
    case .names: names.intern(name)
    }
  }

  // MARK: Freezing

  /// Joins domains and organisations, groups the facts and ends building.
  public consuming func freeze() -> Snapshot {
    placeLookups()
    placePolicies()
    placeApplications()
    join()
    let starts = facts.group(domains: domains.count)
    var memberStarts = ContiguousArray<UInt32>(repeating: 0, count: organisations.count + 1)
    let shared = sharers.compactMap { sharer in
      domains.find(sharer.domain).map { (sharer.organisation, DomainIndex(Int($0.rawValue))) }
    }
    for owner in owners { memberStarts[Int(owner) + 1] += 1 }
    for (organisation, _) in shared { memberStarts[organisation.index + 1] += 1 }
    for index in 1..<memberStarts.count { memberStarts[index] += memberStarts[index - 1] }
    var next = memberStarts
    var members = [DomainIndex](
      repeating: DomainIndex(0), count: owners.count + shared.count)
    for (domain, owner) in owners.enumerated() {
      members[Int(next[Int(owner)])] = DomainIndex(domain)
      next[Int(owner)] += 1
    }
    for (organisation, domain) in shared {
      members[Int(next[organisation.index])] = domain
      next[organisation.index] += 1
    }
    return Snapshot(
      files: files, findings: findings, organisations: organisations, names: names,
      measured: measured, hostAddresses: hostAddresses, aliases: aliases,
      nullExchangers: nullExchangers, zone: zone, keepsRecords: patterns == nil, listing: listing,
      domains: domains, facts: facts,
      factStarts: starts, owners: owners, statuses: statuses, sources: sources,
      organisationDomains: members, organisationStarts: memberStarts, declarations: declarations)
  }

  /// Gives every domain its organisation: by its name, else by its registrable domain, else its
  /// own.
  private mutating func join() {
    let isListed = organisations.count > 0
    for index in owners.indices where owners[index] == Self.noOwner {
      let name = domains.string(NameID(rawValue: UInt32(index)))
      let source = sources[index]
      let file = files[Int(source.file)].path
      switch listing.match(name) {
      case .exact(let owner): owners[index] = owner.rawValue
      case .registrable(let owner, let listed):
        owners[index] = owner.rawValue
        report(
          Finding(
            .note, .matchedByRegistrableDomain, file: file, line: Int(source.line),
            "\(name) counts for \(Finding.quoted(organisations[owner].name)), listed with \(listed)",
            hint: "list \(name) itself to make this certain"), in: source.file)
      case .none, .ambiguous:
        let own = Organisation(id: name)
        owners[index] = (organisations.find(name) ?? organisations.add(own))?.rawValue ?? 0
        if isListed {
          report(
            Finding(
              .note, .unlistedDomain, file: file, line: Int(source.line),
              "\(name) was measured but no organisation lists it",
              hint: "it counts as an organisation of its own; list it to join it to one"),
            in: source.file)
        }
      }
    }
    reportUnmeasured()
    reportUndelegated()
  }

  private mutating func reportUnmeasured() {
    var isMeasured = [Bool](repeating: false, count: organisations.count)
    for owner in owners { isMeasured[Int(owner)] = true }
    for sharer in sharers where domains.find(sharer.domain) != nil {
      isMeasured[sharer.organisation.index] = true
    }
    let names = isMeasured.allSatisfy(\.self) ? [:] : listing.domainsByOwner
    for (index, measured) in isMeasured.enumerated() where !measured {
      let organisation = organisations[OrganisationIndex(index)]
      let listed = (names[OrganisationIndex(index)] ?? []).joined(separator: ", ")
      findings.append(
        Finding(
          .note, .notMeasured, file: files.last?.path ?? "",
          "\(Finding.quoted(organisation.name)) is listed\(listed.isEmpty ? "" : " with \(listed)")"
            + " but none of its domains was measured",
          hint: "it stays in the population as not measured"))
    }
  }

  /// Names registered in a zone that does not delegate them, told apart from the delegated ones.
  private mutating func reportUndelegated() {
    guard let zone else { return }
    for domain in listing.domains where domains.find(domain) == nil {
      findings.append(
        Finding(
          .note, .undelegated, file: files.last?.path ?? "",
          "\(domain) is registered but \(zone) does not delegate it",
          hint: "it has no name servers, so nothing of it is counted"))
    }
  }
}
