/// Counts, domain by domain, how claims and an attribution meet.
struct ClaimTally {
  private let claims: Claims
  private let attribution: Attribution
  /// By role: the words of the claims that name an operator, sorted, with the providers each means.
  private let words: [Role: [(word: String, providers: Set<Int>)]]
  private var cells: [Cell: Int] = [:]
  private var counts: [Subject: ClaimComparison.Agreement] = [:]
  private(set) var differences: [ClaimComparison.Difference] = []
  private(set) var compared = 0
  private(set) var setApart = 0
  private(set) var disagreeing = 0

  private struct Cell: Hashable {
    var role: Role
    var claimed, ours: String
  }

  private struct Subject: Hashable {
    var role: Role
    var word: String
  }

  init(_ claims: Claims, _ attribution: Attribution) {
    self.claims = claims
    self.attribution = attribution
    let vocabulary = OperatorVocabulary(attribution)
    words = Dictionary(grouping: claims.all, by: \.role).mapValues { claims in
      Set(claims.map(\.provider)).sorted().compactMap { word in
        let providers = vocabulary.providers(called: word)
        return providers.isEmpty ? nil : (word, providers)
      }
    }
  }

  /// Compares everything claimed of one domain; one nobody claims anything of is passed over.
  mutating func add(_ domain: DomainIndex, name: String) {
    let claimed = claims.claims(of: name)
    if claimed.isEmpty { return }
    compared += 1
    let before = differences.count
    for role in Role.allCases where claimed.contains(where: { $0.role == role }) {
      compare(domain, name, role, claims.claims(of: name, role))
    }
    let found = differences[before...]
    if found.contains(where: { !$0.reason.isDeliberate }) {
      disagreeing += 1
    } else if !found.isEmpty {
      setApart += 1
    }
  }

  private mutating func compare(
    _ domain: DomainIndex, _ name: String, _ role: Role, _ claimed: [Claim]
  ) {
    let bindings = attribution.bindings(of: domain).filter { $0.role == role }
    let named = words[role] ?? []
    let theirs = Set(claimed.map(\.provider))
    let ours = named.filter { word in
      bindings.contains { $0.provider.map(word.providers.contains) ?? false }
    }.map(\.word)
    let column = ours.isEmpty ? Self.column(of: bindings) : ours.joined(separator: "+")
    for word in theirs { cells[Cell(role: role, claimed: word, ours: column), default: 0] += 1 }
    // A claim lists the gateways it found; one that it leaves out it does not deny.
    let asked = role == .mailExchange ? named.filter { theirs.contains($0.word) } : named
    let reasons = ClaimReasons(attribution: attribution, domain: domain, role: role)
    for (word, providers) in asked {
      let isOurs = ours.contains(word)
      let isTheirs = theirs.contains(word)
      var difference: ClaimComparison.Difference?
      func isNamed(_ binding: Binding) -> Bool {
        guard let provider = binding.provider else { return false }
        return providers.contains(provider)
      }
      if isOurs != isTheirs, let claim = claimed.first(where: { $0.provider == word || isOurs }) {
        let mine = bindings.first(where: isNamed)
        let (reason, traces) = isOurs ? (.noRecord, []) : reasons.theirs(isNamed)
        difference = ClaimComparison.Difference(
          domain: name, organisation: claim.organisation, role: role, word: word,
          side: isOurs ? .ours : .theirs, reason: mine.map { reasons.ours($0) } ?? reason,
          claimed: theirs.sorted(), ours: column,
          evidence: mine.map { [attribution.evidence(of: $0)] } ?? traces,
          source: (mine ?? bindings.first).map { attribution.source(of: $0, domain: domain) } ?? "",
          claimSource: claims.describe(claim), claimReason: claim.reason)
      }
      count(Subject(role: role, word: word), isOurs, isTheirs, difference?.reason)
      if let difference { differences.append(difference) }
    }
  }

  private mutating func count(
    _ subject: Subject, _ isOurs: Bool, _ isTheirs: Bool, _ reason: ClaimComparison.Reason?
  ) {
    var agreement =
      counts[subject]
      ?? ClaimComparison.Agreement(
        role: subject.role, word: subject.word, both: 0, onlyOurs: 0, onlyTheirs: 0, neither: 0,
        setApart: 0)
    switch (isOurs, isTheirs) {
    case (true, true): agreement.both += 1
    case (true, false): agreement.onlyOurs += 1
    case (false, true): agreement.onlyTheirs += 1
    case (false, false): agreement.neither += 1
    }
    if reason?.isDeliberate == true { agreement.setApart += 1 }
    counts[subject] = agreement
  }

  /// What we say of a role in which none of the named operators is.
  private static func column(of bindings: [Binding]) -> String {
    if bindings.contains(where: { $0.status == .attributed }) { return "other" }
    return (bindings.first?.status ?? .notMeasured).label
  }

  // MARK: Results, in one order

  var matrix: [ClaimComparison.Cell] {
    cells.map {
      ClaimComparison.Cell(
        role: $0.key.role, claimed: $0.key.claimed, ours: $0.key.ours, number: $0.value)
    }.sorted {
      ($0.role.rawValue, $0.claimed, $0.ours) < ($1.role.rawValue, $1.claimed, $1.ours)
    }
  }

  var agreements: [ClaimComparison.Agreement] {
    counts.values.sorted { ($0.role.rawValue, $0.word) < ($1.role.rawValue, $1.word) }
  }
}

/// Whom a word of somebody else means: the catalogue's ids and the names it lists, and no guess.
private struct OperatorVocabulary {
  private var byWord: [String: Set<Int>] = [:]

  init(_ attribution: Attribution) {
    let catalogue = attribution.rules.catalogue
    for (number, provider) in attribution.providers.enumerated() {
      var names = [provider.id]
      if case .catalogue(let place) = provider.origin {
        names += catalogue.providers[place].alsoCalled
      }
      if let company = provider.company { names.append(catalogue.companies[company].id) }
      for name in names { byWord[name.lowercased(), default: []].insert(number) }
    }
  }

  func providers(called word: String) -> Set<Int> { byWord[word.lowercased()] ?? [] }
}
