/// The records of two dates as patterns of one table, so that every state between them is put
/// together out of numbers: of each domain and family the pattern of one date or the other.
///
/// Only where a domain answers some questions of one family as before and others as after is a
/// pattern made that neither date has.
struct JointPatterns {
  private var writer: PatternWriter
  private let before: [PatternColumn]
  private let after: [PatternColumn]
  /// What both dates have, without answers.
  private let kept: Snapshot
  private let surroundings: Surroundings
  let first: Attribution
  let last: Attribution

  /// nil where a record's meaning hangs on more than its pattern: on addresses and aliases of
  /// hosts, on zones inside zones, on declarations, on where other names of the domain lead.
  /// - Parameter known: the earlier date's attribution, where it was made before.
  /// - Complexity: O(facts of both).
  init?(_ splice: Splice, under rules: Rules, knownFirst known: Attribution?) {
    for snapshot in [splice.before, splice.after] {
      guard snapshot.hostAddresses.isEmpty, snapshot.aliases.isEmpty, snapshot.zone == nil,
        snapshot.declarations.isEmpty, snapshot.keepsRecords
      else { return nil }
    }
    if splice.kept.contains(where: splice.hasDoubtfulSettings) { return nil }
    var writer = PatternWriter(rules, zone: nil, keepsPlaces: true)
    for domain in splice.before.domainIndices { writer.write(domain, of: splice.before) }
    let before = writer.columns
    writer.columns = RecordFamily.allCases.map { _ in PatternColumn() }
    for domain in splice.after.domainIndices { writer.write(domain, of: splice.after) }
    let aroundLast = Surroundings(writer, of: splice.after)
    guard aroundLast.areClear else { return nil }
    last = Attribution(writer, aroundLast)
    after = writer.columns
    writer.columns = before
    let aroundFirst = Surroundings(writer, of: splice.before)
    guard aroundFirst.areClear else { return nil }
    first = known ?? Attribution(writer, aroundFirst)
    self.before = before
    var assembly = SpliceAssembly(splice, in: SnapshotBuilder(attributingUnder: rules))
    assembly.list(splice.keptOrganisations)
    for pair in splice.kept { assembly.add(pair) }
    kept = assembly.finish()
    surroundings = Surroundings(writer, of: kept)
    self.writer = writer
  }

  /// Who serves whom in the state in which the answers named come from the later date.
  /// - Complexity: O(domains), and O(records) of the distinct patterns.
  mutating func attribution(
    _ later: Splice.Later, _ splice: Splice, _ differences: RecordDifferences
  ) -> Attribution {
    var columns = before.map { column in
      var taken = PatternColumn()
      taken.reserve(splice.kept.count)
      for (place, pair) in splice.kept.enumerated() {
        taken[DomainIndex(place)] = column[pair.before]
      }
      return taken
    }
    var answers = ContiguousArray<AnswerStatuses>()
    answers.reserveCapacity(splice.kept.count)
    for pair in splice.kept { answers.append(splice.before.statuses(of: pair.before)) }
    for difference in differences.found {
      let taken = difference.taken(later)
      if taken.isEmpty { continue }
      let pair = splice.kept[difference.pair]
      for question in Question.allCases where taken.contains(question) {
        answers[difference.pair][question] = splice.after.status(of: question, for: pair.after)
      }
      for family in RecordFamily.allCases {
        let differing = difference.all.intersection(family.questionsUsed)
        let part = differing.intersection(taken)
        if part.isEmpty { continue }
        columns[family.rawValue][DomainIndex(difference.pair)] =
          part == differing ? after[family.rawValue][pair.after] : mixture(family, pair, part)
      }
    }
    writer.columns = columns
    var surroundings = surroundings
    surroundings.snapshot = kept.answering(answers)
    return Attribution(writer, surroundings)
  }

  /// The pattern of a domain that answers some questions as before and some as after.
  private mutating func mixture(
    _ family: RecordFamily, _ pair: Splice.Pair, _ taken: QuestionSet
  ) -> UInt32 {
    let table = writer.tables[family.rawValue]
    let numbers = (
      before: before[family.rawValue][pair.before], after: after[family.rawValue][pair.after]
    )
    func number(_ question: Question) -> UInt32 {
      taken.contains(question) ? numbers.after : numbers.before
    }
    var facts: [PatternFact] = []
    var head = PatternHead(statuses: AnswerStatuses())
    for question in family.questions {
      let side = number(question)
      facts += table.facts(of: side).filter { $0.kind.question == question }
      head.statuses[question] = table.head(of: side).statuses[question]
      if question == .mx { head.hasNullExchanger = table.head(of: side).hasNullExchanger }
    }
    if family == .mail, !facts.contains(where: { $0.kind == .mx }), hasAddress(pair, taken) {
      facts.append(PatternFact(.a))
    }
    if facts.isEmpty, head.word == 0 { return 0 }
    return writer.tables[family.rawValue].intern(facts, head)
  }

  private func hasAddress(_ pair: Splice.Pair, _ taken: QuestionSet) -> Bool {
    let web = RecordFamily.web.rawValue
    let number = taken.contains(.address) ? after[web][pair.after] : before[web][pair.before]
    return writer.tables[web].facts(of: number).contains { $0.kind.question == .address }
  }
}

extension Splice {
  /// Whether a mail setting of either date leads where an alias or a wildcard of either leads, so
  /// that what it proves hangs on which answers a state takes from which date.
  fileprivate func hasDoubtfulSettings(_ pair: Pair) -> Bool {
    var settings: Set<String> = []
    var answers: Set<String> = []
    for (snapshot, domain) in [(before, pair.before), (after, pair.after)] {
      for number in snapshot.facts(of: domain) {
        func target() -> String { snapshot.names.string(snapshot.fact(number).value) }
        switch snapshot.kind(ofFact: number) {
        case .dkim, .autodiscover: settings.insert(target())
        case .cname, .wildcard: answers.insert(target())
        default: continue
        }
      }
    }
    return !settings.isDisjoint(with: answers)
  }
}

extension Snapshot {
  /// The same domains with other answers, and still no records.
  fileprivate func answering(_ statuses: ContiguousArray<AnswerStatuses>) -> Snapshot {
    Snapshot(
      files: files, findings: findings, organisations: organisations, names: names,
      measured: measured, hostAddresses: hostAddresses, aliases: aliases,
      nullExchangers: nullExchangers, zone: zone, keepsRecords: keepsRecords, listing: listing,
      domains: domains, facts: facts, factStarts: factStarts, owners: owners, statuses: statuses,
      sources: sources, organisationDomains: organisationDomains,
      organisationStarts: organisationStarts, declarations: declarations)
  }
}
