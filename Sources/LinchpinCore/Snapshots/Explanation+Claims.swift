extension Explanation {
  /// The same with what others claim of its domains: whether ours agrees and, where not, why.
  public func comparing(_ comparison: ClaimComparison, in assessment: Assessment) -> Explanation {
    let snapshot = assessment.snapshot
    var domains: [String] = []
    switch subject {
    case .domain: domains = [id]
    case .organisation:
      domains =
        snapshot.organisations.find(id).map { index in
          snapshot.domains(of: index).map { snapshot.name(of: $0) }
        } ?? []
    case .provider, .company, .jurisdiction: return self
    }
    var explained = self
    for domain in domains.sorted() {
      let steps = comparison.claims.claims(of: domain).flatMap { claim in
        Self.steps(of: claim, comparison)
      }
      explained.sections.append(
        Section(
          heading: "\(domain): what others claim",
          steps: steps.isEmpty ? [Step("none", "nobody claims anything of it")] : steps))
    }
    return explained
  }

  private static func steps(of claim: Claim, _ comparison: ClaimComparison) -> [Step] {
    let place = comparison.claims.describe(claim)
    var steps = [Step("they say", "\(claim.role.label): \(claim.provider)", source: place)]
    if !claim.reason.isEmpty { steps.append(Step("their reason", claim.reason)) }
    let differences = comparison.differences.filter {
      $0.domain == claim.domain && $0.role == claim.role && $0.claimSource == place
    }
    if differences.isEmpty { return steps + [Step("we say", "nothing that differs")] }
    for difference in differences {
      let purpose = difference.reason.isDeliberate ? ", by definition" : ""
      steps.append(
        Step(
          "we differ",
          "\(difference.side == .ours ? "only ours" : "only theirs") names \(difference.word): "
            + difference.reason.rawValue + purpose, source: difference.source))
      steps += difference.evidence.map { Step("record", $0) }
    }
    return steps
  }
}
