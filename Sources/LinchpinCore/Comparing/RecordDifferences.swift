/// Which questions the domains of both dates answer otherwise: found once for all that ask.
///
/// Order, preference and network of a record count here: each can change who serves.
struct RecordDifferences {
  /// One domain with its questions, told apart by whether both dates answered.
  struct Difference {
    /// The place of the pair.
    var pair: Int
    var records: QuestionSet
    var coverage: QuestionSet

    var all: QuestionSet { records.union(coverage) }

    /// Those that a state takes from the later date.
    func taken(_ later: Splice.Later) -> QuestionSet {
      (later.contains(.records) ? records : [])
        .union(later.contains(.coverage) ? coverage : [])
    }
  }

  /// In order of the pairs; most domains are not among them.
  let found: [Difference]

  /// What differs at all: where nothing does, no state of its own is needed.
  let kinds: Splice.Later

  /// - Complexity: O(facts of both); names are compared once where both dates use them again.
  init(_ splice: Splice) {
    var search = Search(splice)
    var found: [Difference] = []
    var kinds = splice.differencesOfHosts()
    for place in splice.kept.indices {
      guard let difference = search.difference(at: place) else { continue }
      if !difference.records.isEmpty { kinds.insert(.records) }
      if !difference.coverage.isEmpty { kinds.insert(.coverage) }
      found.append(difference)
    }
    self.found = found
    self.kinds = kinds
  }
}

/// Compares the records of pairs whose values are numbered otherwise at each date.
private struct Search {
  private let splice: Splice
  /// By name of the earlier date: the later date's number of the same name plus one, once known.
  private var same: ContiguousArray<UInt32>
  private let hasNullExchangers: Bool

  init(_ splice: Splice) {
    self.splice = splice
    same = ContiguousArray(repeating: 0, count: splice.before.names.count)
    hasNullExchangers =
      !splice.before.nullExchangers.isEmpty || !splice.after.nullExchangers.isEmpty
  }

  mutating func difference(at place: Int) -> RecordDifferences.Difference? {
    let pair = splice.kept[place]
    let (before, after) = (splice.before, splice.after)
    let (was, now) = (before.facts(of: pair.before), after.facts(of: pair.after))
    let isSameAnswer = before.statuses(of: pair.before) == after.statuses(of: pair.after)
    let isSameNull =
      !hasNullExchangers
      || before.nullExchangers.contains(pair.before) == after.nullExchangers.contains(pair.after)
    if isSameAnswer, isSameNull, was.count == now.count {
      var isSame = true
      for offset in 0..<was.count
      where !isEqual(before.fact(was.lowerBound + offset), after.fact(now.lowerBound + offset)) {
        isSame = false
        break
      }
      if isSame { return nil }
    }
    var difference = RecordDifferences.Difference(pair: place, records: [], coverage: [])
    for question in Question.allCases where differs(question, pair, was, now) {
      if splice.kind(of: question, pair) == .records {
        difference.records.insert(QuestionSet(question))
      } else {
        difference.coverage.insert(QuestionSet(question))
      }
    }
    return difference.all.isEmpty ? nil : difference
  }

  private mutating func differs(
    _ question: Question, _ pair: Splice.Pair, _ was: Range<Int>, _ now: Range<Int>
  ) -> Bool {
    let (before, after) = (splice.before, splice.after)
    if before.status(of: question, for: pair.before)
      != after.status(of: question, for: pair.after)
    {
      return true
    }
    if question == .mx, hasNullExchangers,
      before.nullExchangers.contains(pair.before) != after.nullExchangers.contains(pair.after)
    {
      return true
    }
    let old = was.filter { before.kind(ofFact: $0).question == question }
    let new = now.filter { after.kind(ofFact: $0).question == question }
    if old.count != new.count { return true }
    for (first, second) in zip(old, new)
    where !isEqual(before.fact(first), after.fact(second)) { return true }
    return false
  }

  private mutating func isEqual(_ first: Fact, _ second: Fact) -> Bool {
    guard first.kind == second.kind, first.preference == second.preference,
      first.asn == second.asn
    else { return false }
    let known = same[Int(first.value.rawValue)]
    if known == second.value.rawValue + 1 { return true }
    let isSame = splice.before.names.withBytes(of: first.value) { name in
      splice.after.names.withBytes(of: second.value) { $0.isEqual(name) }
    }
    if isSame { same[Int(first.value.rawValue)] = second.value.rawValue + 1 }
    return isSame
  }
}
