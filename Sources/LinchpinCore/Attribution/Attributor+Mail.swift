/// Mail: who runs the exchangers, and who holds the mail behind them.
extension Attributor {
  mutating func attributeMail(of domain: DomainIndex) {
    let start = found.count
    attributeExchangers(of: domain)
    if found.count == start { return closeMail(of: domain) }
    attributeMailbox(of: domain, exchangers: start..<found.count)
  }

  /// Every MX target's operator is a `mailExchange`, in order of preference.
  private mutating func attributeExchangers(of domain: DomainIndex) {
    let pooled = pooledSystems(of: domain)
    var position = 0
    for number in snapshot.facts(of: domain) {
      let fact = snapshot.fact(number)
      guard fact.kind == .mx else { continue }
      let host = resolver.resolve(fact.value, .mailExchanger, for: domain)
      let result = outcome(host, host: fact.value, asn: fact.asn, pooled: pooled)
      let rank = fact.preference.map { preferenceRank($0, of: domain) } ?? position
      outcomes[number] = result
      bind(.mailExchange, to: result, tier: .routing, evidence: number, rank: rank)
      position += 1
    }
  }

  /// The place of a preference among the domain's distinct preferences; equal ones are tried alike.
  private func preferenceRank(_ preference: UInt16, of domain: DomainIndex) -> Int {
    var lower: Set<UInt16> = []
    for number in snapshot.facts(of: domain) {
      let fact = snapshot.fact(number)
      if fact.kind == .mx, let other = fact.preference, other < preference { lower.insert(other) }
    }
    return lower.count
  }

  /// The AS numbers pooled over a domain's exchangers, less those its known operators explain.
  private func pooledSystems(of domain: DomainIndex) -> [UInt32] {
    var systems: [UInt32] = []
    for number in snapshot.facts(of: domain) {
      let fact = snapshot.fact(number)
      if fact.kind == .mxNetwork, let asn = fact.asn { systems.append(asn) }
    }
    if systems.count < 2 { return systems }
    var explained: Set<Int> = []
    for number in snapshot.facts(of: domain) {
      let fact = snapshot.fact(number)
      if fact.kind == .mx, let match = resolver.match(fact.value, in: \.mailExchangers),
        let company = resolver.providers[match.provider].company
      {
        explained.insert(company)
      }
    }
    let left = systems.filter { asn in
      guard let network = rules.index.networks[asn],
        let company = resolver.providers[network.provider].company
      else { return true }
      return !explained.contains(company)
    }
    return left.isEmpty ? systems : left
  }

  /// The mailbox is named by DKIM and autodiscover, else it is with the operator of an exchanger
  /// that is no gateway; behind a gateway alone it is hidden.
  private mutating func attributeMailbox(of domain: DomainIndex, exchangers: Range<Int>) {
    let named = namedMailboxes(of: domain)
    for index in exchangers {
      let exchanger = found[index]
      let isGateway = exchanger.provider.map { resolver.providers[$0].isGateway } ?? false
      let isNamed = exchanger.provider.map { p in named.contains { $0.provider == p } } ?? false
      if isGateway || (!named.isEmpty && !isNamed) { continue }
      bind(
        .mailbox,
        to: Outcome(
          status: exchanger.status, reason: exchanger.reason, provider: exchanger.provider),
        tier: .inferred, evidence: exchanger.evidence, rank: exchanger.rank)
    }
    bindMailboxes(named)
    if !found[exchangers.lowerBound...].contains(where: { $0.role == .mailbox }) {
      bind(
        .mailbox, to: Outcome(status: .hidden, reason: .behindGateway), tier: .inferred,
        evidence: found[exchangers.lowerBound].evidence, rank: 0)
    }
  }

  private mutating func bindMailboxes(_ named: [(provider: Int, evidence: Int)]) {
    for mailbox in named {
      bind(
        .mailbox, to: Outcome(status: .attributed, provider: mailbox.provider), tier: .inferred,
        evidence: mailbox.evidence, rank: 0)
    }
  }

  /// The mailbox operators that DKIM and autodiscover targets name, DKIM first.
  private func namedMailboxes(of domain: DomainIndex) -> [(provider: Int, evidence: Int)] {
    var named: [(provider: Int, evidence: Int)] = []
    for kind in [RecordKind.dkim, .autodiscover] {
      for number in snapshot.facts(of: domain) {
        let fact = snapshot.fact(number)
        guard fact.kind == kind,
          let match = resolver.match(
            fact.value, in: kind == .dkim ? \.dkimTargets : \.autodiscoverTargets),
          match.role == .mailbox, !named.contains(where: { $0.provider == match.provider })
        else { continue }
        named.append((match.provider, number))
      }
    }
    return named
  }

  /// No exchanger seen: the mailbox may still be named; an address may still take mail.
  private mutating func closeMail(of domain: DomainIndex) {
    let status = snapshot.status(of: .mx, for: domain)
    let address = snapshot.facts(of: domain).first {
      [.a, .aaaa].contains(snapshot.fact($0).kind)
    }
    if status == .absent, let address, !hasNullExchanger(domain) {
      let outcome = Outcome(status: .unattributed, reason: .addressIsMailHost)
      bind(.mailExchange, to: outcome, tier: .routing, evidence: address, rank: 0)
    } else {
      close(.mailExchange, .mx, of: domain, tier: .routing)
    }
    let named = namedMailboxes(of: domain)
    bindMailboxes(named)
    guard named.isEmpty, let exchange = found.last else { return }
    bind(
      .mailbox, to: Outcome(status: exchange.status, reason: exchange.reason), tier: .inferred,
      evidence: exchange.evidence, rank: 0)
  }

  /// A null MX (RFC 7505) says that no mail is taken, whatever address there is.
  private func hasNullExchanger(_ domain: DomainIndex) -> Bool {
    snapshot.nullExchangers.contains(domain)
  }
}
