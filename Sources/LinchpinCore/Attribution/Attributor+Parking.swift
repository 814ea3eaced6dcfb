/// Parked domains: names that somebody keeps and nobody uses.
extension Attributor {
  /// Where parked names lead there is nothing of their owner's: no mail is taken, no site is shown.
  ///
  /// Name servers stay what they are: somebody does serve the zone.
  static func setAsideParked(_ facts: inout [ProfileFact], _ providers: ProviderTable) {
    for place in facts.indices {
      guard let provider = facts[place].outcome?.provider, provider < providers.parking.count,
        providers.parking[provider]
      else { continue }
      switch facts[place].kind {
      case .mx, .cname, .a, .aaaa:
        facts[place].outcome = Outcome(status: .absent, reason: .parked)
      default: continue
      }
    }
  }
}
