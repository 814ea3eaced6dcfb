extension ClaimComparison {
  /// Why only one of two attributions names an operator, by our records.
  public enum Reason: String, CaseIterable, Sendable {
    // Only ours names it.

    /// An exchanger bears the operator's name.
    case exchangerName
    /// An exchanger lies in the operator's network.
    case exchangerNetwork
    /// A DKIM selector points to it.
    case dkimTarget
    /// Autodiscover points to it and nothing else does: we count that, on purpose.
    case autodiscoverAlone

    // Only theirs names it.

    /// Tokens, a tenant or SPF speak of it and nothing else does: to us a trace proves neither
    /// mailbox nor exchanger, on purpose.
    case traceAlone
    /// It runs an exchanger, but other records name the mailbox of somebody else.
    case exchangerOnly
    /// No record of ours names it; a gateway hides whose mailbox it is.
    case hiddenByGateway
    /// The question has no usable answer in our input.
    case notAnswered
    /// No record of ours names it.
    case noRecord

    /// Whether ours decides otherwise by definition, rather than by knowing less or more.
    public var isDeliberate: Bool { self == .autodiscoverAlone || self == .traceAlone }
  }
}

/// One domain's records, asked why a word is ours alone or theirs alone.
struct ClaimReasons {
  let attribution: Attribution
  let domain: DomainIndex
  let role: Role

  private var bindings: ArraySlice<Binding> { attribution.bindings(of: domain) }

  /// Why we name the operator whose binding this is.
  func ours(_ binding: Binding) -> ClaimComparison.Reason {
    guard let number = binding.evidence else { return .noRecord }
    switch attribution.snapshot.fact(number).kind {
    case .autodiscover: return .autodiscoverAlone
    case .dkim: return .dkimTarget
    default:
      return attribution.signature(of: binding)?.kind == .network
        ? .exchangerNetwork : .exchangerName
    }
  }

  /// Why we do not name an operator, and the records that speak of it all the same.
  func theirs(_ isNamed: (Binding) -> Bool) -> (reason: ClaimComparison.Reason, [String]) {
    let found = bindings.filter(isNamed)
    if let exchanger = found.first(where: { $0.role == .mailExchange }), role == .mailbox {
      return (.exchangerOnly, [attribution.evidence(of: exchanger)])
    }
    let traces = found.filter { $0.role == .outboundSender || $0.role == .identityTenant }
    if !traces.isEmpty { return (.traceAlone, traces.map { attribution.evidence(of: $0) }) }
    let own = bindings.filter { $0.role == role }
    if own.contains(where: { $0.status == .hidden }) { return (.hiddenByGateway, []) }
    if own.isEmpty || own.allSatisfy({ [.failed, .notMeasured].contains($0.status) }) {
      return (.notAnswered, [])
    }
    return (.noRecord, [])
  }
}
