extension Explanation {
  /// Explains a name: a measured domain, an organisation's id, a provider, a company, a country, or
  /// an organisation's name, in that order; nil when nothing bears it.
  public static func of(_ name: String, in assessment: Assessment) -> Explanation? {
    let explainer = Explainer(assessment)
    let snapshot = assessment.snapshot
    let domain = (try? DomainName(name))?.description ?? name.lowercased()
    if let index = snapshot.find(domain: domain) { return explainer.domain(index) }
    if let index = snapshot.organisations.find(name) { return explainer.organisation(index) }
    let wanted = name.lowercased()
    let catalogue = assessment.attribution.rules.catalogue
    let providers = assessment.attribution.providers
    if let index = providers.firstIndex(where: {
      $0.id.lowercased() == wanted || $0.name.lowercased() == wanted
    }) {
      return explainer.provider(index)
    }
    if let index = catalogue.companies.firstIndex(where: {
      $0.id == wanted || $0.name.lowercased() == wanted
    }) {
      return explainer.company(index)
    }
    if let law = catalogue.jurisdictions.first(where: {
      $0.code.lowercased() == wanted || $0.names.values.contains { $0.lowercased() == wanted }
    }) {
      return explainer.jurisdiction(law)
    }
    return snapshot.organisation(named: name).map { explainer.organisation($0) }
  }

  /// Names that `of` would find, to offer when one is not found.
  public static func candidates(in assessment: Assessment) -> [String] {
    let snapshot = assessment.snapshot
    return snapshot.domainIndices.map { snapshot.name(of: $0) }
      + snapshot.organisationIndices.map { snapshot.organisations[$0].name }
      + assessment.attribution.providers.map(\.id)
      + assessment.attribution.rules.catalogue.companies.map(\.id)
  }
}

/// Writes the sections of an explanation.
private struct Explainer {
  let assessment: Assessment
  let attribution: Attribution
  let catalogue: Catalogue
  let law: LegalControl

  init(_ assessment: Assessment) {
    self.assessment = assessment
    attribution = assessment.attribution
    catalogue = assessment.attribution.rules.catalogue
    law = LegalControl(catalogue, asOf: assessment.asOf)
  }

  func organisation(_ index: OrganisationIndex) -> Explanation {
    let snapshot = assessment.snapshot
    let entry = snapshot.organisations[index]
    let facts = [
      ("sector", entry.sector), ("country", entry.country), ("region", entry.region),
      ("shares the service of", entry.sharedServiceOf),
    ].filter { !$0.1.isEmpty }.map { Explanation.Step($0.0, $0.1) }
    let domains = Array(snapshot.domains(of: index))
    let sections = domains.flatMap { self.sections(of: $0) }
    let none = Explanation.Section(
      heading: "No domain of it was measured", steps: [Explanation.Step("status", "notMeasured")])
    return Explanation(
      subject: .organisation, id: entry.id, name: entry.name,
      sections: [.init(heading: "Organisation", steps: facts)]
        + (domains.isEmpty ? [none] : sections))
  }

  func domain(_ index: DomainIndex) -> Explanation {
    let snapshot = assessment.snapshot
    let name = snapshot.name(of: index)
    let owner = snapshot.organisations[snapshot.organisation(of: index)]
    return Explanation(
      subject: .domain, id: name, name: name,
      sections: [
        .init(
          heading: "Domain",
          steps: [
            .init("organisation", owner.name),
            .init("first named", name, source: snapshot.describe(snapshot.source(of: index))),
          ])
      ] + sections(of: index))
  }

  /// One section a role: what the record says, by which signature, who is behind it.
  private func sections(of domain: DomainIndex) -> [Explanation.Section] {
    let name = assessment.snapshot.name(of: domain)
    return Role.allCases.compactMap { role in
      let bindings = attribution.bindings(of: domain).filter { $0.role == role }
      if bindings.isEmpty { return nil }
      return Explanation.Section(
        heading: "\(name): \(role.label)",
        steps: bindings.flatMap { steps(of: $0, domain) }
          + (role == .mailbox ? wildcardHints(of: domain) : []))
    }
  }

  /// Mail settings that lead where the website or any other name leads: they prove no mailbox.
  private func wildcardHints(of domain: DomainIndex) -> [Explanation.Step] {
    let snapshot = assessment.snapshot
    let facts = snapshot.facts(of: domain).map { snapshot.fact($0) }
    let answers = Set(facts.filter { $0.kind == .cname || $0.kind == .wildcard }.map(\.value))
    return facts.filter {
      ($0.kind == .dkim || $0.kind == .autodiscover) && answers.contains($0.value)
    }.map { fact in
      .init(
        "not counted",
        "\(fact.kind.label) \(snapshot.names.string(fact.value)): other names lead there as well, "
          + "as they do under a wildcard", source: snapshot.describe(fact.source))
    }
  }

  private func steps(of binding: Binding, _ domain: DomainIndex) -> [Explanation.Step] {
    var status = binding.status.label
    if binding.reason != .none { status += " (\(binding.reason.label))" }
    let provider = binding.provider.map { attribution.providers[$0] }
    if let provider { status = "\(provider.name), \(binding.tier.label)" }
    var steps = [
      Explanation.Step(
        provider == nil ? "status" : "provider", status,
        source: attribution.source(of: binding, domain: domain))
    ]
    let evidence = attribution.evidence(of: binding)
    if !evidence.isEmpty { steps.append(.init("record", evidence)) }
    if let signature = attribution.signature(of: binding) {
      steps.append(
        .init(
          "matched",
          "\(signature.kind.rawValue) \(signature.value)" + checked(signature.citation),
          source: signature.citation.source))
    }
    if let company = provider?.company { steps += ownership(of: company) }
    if let provider, provider.company == nil {
      steps.append(.init("company", "unknown: no company is known for it, so no law either"))
    }
    return steps
  }

  private func checked(_ citation: Citation) -> String {
    citation.checkedOn.map { ", source checked on \($0)" } ?? ""
  }

  /// A company, the chain of its controllers with dates, and the legal orders it stands under.
  private func ownership(of company: Int) -> [Explanation.Step] {
    let entry = catalogue.companies[company]
    var steps = [
      Explanation.Step(
        "company", "\(entry.name), seat \(entry.seat)" + checked(entry.citation),
        source: entry.citation.source)
    ]
    if !entry.note.isEmpty { steps.append(.init("note", entry.note)) }
    for edge in law.chain(of: company) { steps.append(step(of: edge)) }
    let codes = law.jurisdictions(of: company)
    let controlled = codes.dropFirst().joined(separator: ", ")
    steps.append(
      .init(
        "law",
        "seat in \(codes.first ?? "unknown")"
          + (controlled.isEmpty ? "" : "; controlled from \(controlled)")))
    return steps
  }

  private func step(of edge: Ownership) -> Explanation.Step {
    func name(_ id: String) -> String { catalogue.companies.first { $0.id == id }?.name ?? id }
    var text = "\(name(edge.owner)) \(edge.kind.rawValue) \(name(edge.owned))"
    if let share = edge.share { text += " (\(Int(share.rounded())) %)" }
    text += ", \(edge.isAssumption ? "supposed" : edge.status.rawValue)"
    if let from = edge.validFrom { text += ", from \(from)" }
    if let to = edge.validTo { text += " until \(to)" }
    if !edge.note.isEmpty { text += "; \(edge.note)" }
    return .init("ownership", text, source: edge.citation.source)
  }

  func provider(_ index: Int) -> Explanation {
    let provider = attribution.providers[index]
    var steps: [Explanation.Step] = []
    switch provider.origin {
    case .catalogue(let position):
      let entry = catalogue.providers[position]
      steps.append(.init("catalogue", entry.name, source: entry.citation.source))
      if !entry.alsoCalled.isEmpty {
        steps.append(.init("also called", entry.alsoCalled.joined(separator: ", ")))
      }
      if entry.isGateway { steps.append(.init("gateway", "filters mail in front of a mailbox")) }
      if entry.isParking { steps.append(.init("parking", "answers for names that nobody uses")) }
      if !entry.note.isEmpty { steps.append(.init("note", entry.note)) }
    case .domain:
      steps.append(.init("known only as", "\(provider.id): no company, law unknown"))
    case .organisation(let organisation):
      let entry = assessment.snapshot.organisations[organisation]
      steps.append(.init("listed organisation", "\(entry.name), law of \(entry.country)"))
    }
    if let company = provider.company { steps += ownership(of: company) }
    return Explanation(
      subject: .provider, id: provider.id, name: provider.name,
      sections: [
        .init(heading: "Provider", steps: steps), users(of: provider.id, .provider),
        signatures(of: provider),
      ].filter { !$0.steps.isEmpty })
  }

  /// By what records it is recognised, and who says so.
  private func signatures(of provider: AttributedProvider) -> Explanation.Section {
    var steps: [Explanation.Step] = []
    if case .catalogue(let position) = provider.origin {
      steps = catalogue.providers[position].signatures.map { signature in
        .init(
          signature.role.label,
          "\(signature.kind.rawValue) \(signature.value)" + checked(signature.citation),
          source: signature.citation.source)
      }
    }
    return .init(heading: "Recognised by", steps: steps)
  }

  /// How many units each role binds to a provider, company or legal order.
  private func users(of id: String, _ level: GroupLevel) -> Explanation.Section {
    let shares = assessment.shares.filter {
      $0.level == level && $0.group == id && $0.by == nil
    }
    let steps = shares.map { share in
      Explanation.Step(
        share.role.label,
        "\(Int(share.number.rounded())) of \(share.of) \(share.unit.rawValue)s at tier "
          + share.tier.label)
    }
    return .init(
      heading: "Who uses it",
      steps: steps.isEmpty ? [.init("none", "nobody in this input")] : steps)
  }

  func company(_ index: Int) -> Explanation {
    let entry = catalogue.companies[index]
    let edges = catalogue.ownerships.filter { $0.owner == entry.id || $0.owned == entry.id }
    let brands = catalogue.providers.filter { $0.company == entry.id }
      .map { Explanation.Step($0.id, $0.name, source: $0.citation.source) }
    return Explanation(
      subject: .company, id: entry.id, name: entry.name,
      sections: [
        .init(heading: "Company", steps: ownership(of: index)), users(of: entry.id, .company),
        .init(heading: "Ownership, whatever its status", steps: edges.map { step(of: $0) }),
        .init(heading: "Brands", steps: brands),
      ].filter { !$0.steps.isEmpty })
  }

  func jurisdiction(_ entry: Jurisdiction) -> Explanation {
    let laws = entry.instruments.map { law -> Explanation.Step in
      var text = "\(law.name) (\(law.reference)): binds \(law.binds); reaches \(law.reaches)"
      if let from = law.validFrom { text += "; from \(from)" }
      if let to = law.validTo { text += " until \(to)" }
      if law.isUncertain { text += "; uncertain whether in force" }
      if !law.note.isEmpty { text += "; \(law.note)" }
      return .init(law.kind.rawValue, text, source: law.citation.source)
    }
    let seats = catalogue.companies.filter { $0.seat == entry.code }
      .map { Explanation.Step($0.id, $0.name, source: $0.citation.source) }
    return Explanation(
      subject: .jurisdiction, id: entry.code, name: entry.name("en"),
      sections: [
        .init(heading: "Instruments", steps: laws), users(of: entry.code, .jurisdiction),
        .init(heading: "Companies with their seat there", steps: seats),
      ].filter { !$0.steps.isEmpty })
  }
}
