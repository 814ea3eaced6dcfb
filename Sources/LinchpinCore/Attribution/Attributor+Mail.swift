/// Mail: who runs the exchangers, and who holds the mail behind them.
extension Attributor {
  mutating func attributeMail() {
    attributeExchangers()
    if found.isEmpty { return closeMail() }
    attributeMailbox(behind: found)
  }

  /// Every MX target's operator is a `mailExchange`, in order of preference.
  private mutating func attributeExchangers() {
    for (place, (position, fact)) in records(.mx).enumerated() {
      guard let outcome = fact.outcome else { continue }
      bind(
        .mailExchange, to: outcome, tier: .routing, evidence: position,
        rank: fact.rank.map(Int.init) ?? place)
    }
  }

  /// The mailbox is named by DKIM and autodiscover, else it is with the operator of an exchanger
  /// that is no gateway; behind a gateway alone it is hidden.
  private mutating func attributeMailbox(behind exchangers: [Binding]) {
    let named = namedMailboxes
    for exchanger in exchangers {
      let isNamed = named.contains { $0.outcome.provider == exchanger.provider }
      let isGateway = exchanger.provider.map { self.isGateway($0) } ?? false
      if isGateway || (!named.isEmpty && !(exchanger.provider != nil && isNamed)) { continue }
      bind(
        .mailbox, to: exchanger.outcome, tier: .inferred, evidence: exchanger.evidence,
        rank: exchanger.rank)
    }
    bindMailboxes(named)
    if !found.contains(where: { $0.role == .mailbox }) {
      bind(
        .mailbox, to: Outcome(status: .hidden, reason: .behindGateway), tier: .inferred,
        evidence: exchangers.first?.evidence, rank: 0)
    }
  }

  private mutating func bindMailboxes(_ named: [(outcome: Outcome, position: Int)]) {
    for mailbox in named {
      bind(
        .mailbox, to: mailbox.outcome, tier: .inferred, evidence: mailbox.position, rank: 0)
    }
  }

  /// The mailbox operators that DKIM and autodiscover targets name, DKIM first.
  private var namedMailboxes: [(outcome: Outcome, position: Int)] {
    var named: [(outcome: Outcome, position: Int)] = []
    for (position, fact) in records(.dkim) + records(.autodiscover) {
      guard let outcome = fact.outcome, !named.contains(where: { $0.outcome == outcome })
      else { continue }
      named.append((outcome, position))
    }
    return named
  }

  /// No exchanger seen: the mailbox may still be named; an address may still take mail, unless a
  /// null MX (RFC 7505) says that none is taken.
  private mutating func closeMail() {
    let address = records(.a).first
    if status(of: .mx) == .absent, let address, !profile.head.hasNullExchanger {
      let outcome = Outcome(status: .unattributed, reason: .addressIsMailHost)
      bind(.mailExchange, to: outcome, tier: .routing, evidence: address.position, rank: 0)
    } else if let marker = records(.mx).first {
      // Only marks of verification stand where exchangers should.
      bind(
        .mailExchange, to: Outcome(status: .absent), tier: .routing, evidence: marker.position,
        rank: 0)
    } else {
      close(.mailExchange, .mx, tier: .routing)
    }
    let named = namedMailboxes
    let exchange = found.last
    bindMailboxes(named)
    guard named.isEmpty, let exchange else { return }
    bind(
      .mailbox, to: exchange.outcome, tier: .inferred, evidence: exchange.evidence,
      rank: 0)
  }
}
