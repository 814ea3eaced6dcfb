/// Declared applications: a patient portal, an EHR, named by whoever supplied the input.
extension Attributor {
  mutating func attributeApplications() {
    for (position, fact) in records(.application) {
      let outcome =
        fact.outcome ?? Outcome(status: .unattributed, reason: .networkNotInCatalogue)
      bind(.application, to: outcome, tier: .routing, evidence: position, rank: 0)
    }
    if found.isEmpty { close(.application, .application, tier: .routing) }
  }
}
