extension Catalogue {
  /// A mistake in the catalogue, with the entries concerned.
  public struct Problem: Sendable, Equatable {
    /// Where it stands: file and line.
    public var origin: String
    public var message: String
    public var hint: String
  }

  /// Everything wrong with the catalogue: duplicate or shadowed signatures, references to nothing,
  /// missing sources, unknown countries, ownership cycles, overlapping or impossible dates.
  public func problems() -> [Problem] {
    duplicates() + words() + references() + sources() + signatures() + contradictions()
  }

  /// What cannot be true whoever says it: dates that exclude each other, shares beyond the whole,
  /// and companies that own themselves; each names the entries concerned.
  public func contradictions() -> [Problem] { dates() + shares() + cycles() }

  private func duplicates() -> [Problem] {
    func repeated(_ what: String, _ ids: [(String, Citation)]) -> [Problem] {
      var seen: [String: String] = [:]
      return ids.compactMap { id, citation in
        defer { seen[id] = seen[id] ?? citation.origin }
        return seen[id].map {
          Problem(
            origin: citation.origin, message: "\(what) \(id) is defined at \($0) already",
            hint: "merge the two entries")
        }
      }
    }
    return repeated("provider", providers.map { ($0.id, $0.citation) })
      + repeated("company", companies.map { ($0.id, $0.citation) })
  }

  /// A word by which two companies' providers are called would count the one for the other.
  private func words() -> [Problem] {
    var meanings: [String: Provider] = [:]
    return providers.flatMap { provider in
      ([provider.id] + provider.alsoCalled).compactMap { word in
        guard let other = meanings[word] else {
          meanings[word] = provider
          return nil
        }
        guard let company = provider.company, let taken = other.company, company != taken else {
          return nil
        }
        return Problem(
          origin: provider.citation.origin,
          message: "\(word) means \(provider.id), and \(other.id) at \(other.citation.origin)",
          hint: "leave it with the provider that published lists mean")
      }
    }
  }

  private func references() -> [Problem] {
    let providerIDs = Set(providers.map(\.id))
    let companyIDs = Set(companies.map(\.id))
    let codes = Set(jurisdictions.map(\.code))
    var found: [Problem] = []
    func missing(_ what: String, _ id: String, _ citation: Citation) {
      found.append(
        Problem(
          origin: citation.origin, message: "there is no \(what) \(id)",
          hint: "define it, or correct the id"))
    }
    for provider in providers {
      if let company = provider.company, !companyIDs.contains(company) {
        missing("company", company, provider.citation)
      }
      for other in provider.dependsOn + provider.nameServers where !providerIDs.contains(other) {
        missing("provider", other, provider.citation)
      }
    }
    for company in companies where !codes.contains(company.seat) {
      missing("jurisdiction", company.seat, company.citation)
    }
    for edge in ownerships {
      for company in [edge.owner, edge.owned] where !companyIDs.contains(company) {
        missing("company", company, edge.citation)
      }
    }
    return found
  }

  private func sources() -> [Problem] {
    let citations =
      providers.map { ("provider \($0.id)", $0.citation) }
      + companies.map { ("company \($0.id)", $0.citation) }
      + ownerships.map { ("ownership \($0.owner) → \($0.owned)", $0.citation) }
      + jurisdictions.flatMap(\.instruments).map { ("instrument \($0.id)", $0.citation) }
    return citations.compactMap { what, citation in
      if citation.source.hasPrefix("https://") || citation.source.hasPrefix("http://") {
        return citation.checkedOn == nil
          ? Problem(
            origin: citation.origin, message: "\(what) does not say when it was checked",
            hint: "add checkedOn: YYYY-MM-DD") : nil
      }
      return Problem(
        origin: citation.origin, message: "\(what) has no source",
        hint: "add source: with the URL of a page that says so")
    }
  }

  private func signatures() -> [Problem] {
    var found: [Problem] = []
    var taken: [String: (provider: String, origin: String)] = [:]
    for provider in providers {
      for signature in provider.signatures {
        let key = "\(signature.kind.rawValue) \(signature.value)"
        if let other = taken[key] {
          found.append(
            Problem(
              origin: signature.citation.origin,
              message: "\(key) of \(provider.id) belongs to \(other.provider) already",
              hint: "the first one, at \(other.origin), wins; remove the other"))
        } else {
          taken[key] = (provider.id, signature.citation.origin)
        }
        if let wider = provider.signatures.first(where: { $0.covers(signature) }) {
          found.append(
            Problem(
              origin: signature.citation.origin,
              message:
                "\(key) of \(provider.id) is shadowed by \(wider.value) of the same provider",
              hint: "leave it out: whatever it matches, the shorter suffix matches too"))
        }
        if let problem = Catalogue.malformed(signature) {
          found.append(
            Problem(
              origin: signature.citation.origin, message: "\(key): \(problem)",
              hint: "see Documentation/Formats.md"))
        }
      }
    }
    return found
  }

  private static func malformed(_ signature: Signature) -> String? {
    let value = signature.value
    if signature.kind.isName {
      if value.contains("#"), value.contains(where: \.isNumber) {
        return "a suffix with # cannot hold other digits"
      }
      let plain = value.replacing("#", with: "1")
      guard let name = try? DomainName(plain), name.description == plain else {
        return "not a DNS name in its one spelling"
      }
      if !value.contains("#"), RegistrableDomain.of(value) == nil, !value.contains(".") {
        return "a top-level domain matches everything below it"
      }
    } else if signature.kind == .network, CatalogueIndex.asn(value) == nil {
      return "not an AS number (AS64500)"
    }
    return nil
  }

  private func dates() -> [Problem] {
    var found: [Problem] = []
    for (number, edge) in ownerships.enumerated() {
      if let from = edge.validFrom, let to = edge.validTo, to < from {
        found.append(
          Problem(
            origin: edge.citation.origin,
            message: "\(edge.owner) → \(edge.owned) ends on \(to), before it begins on \(from)",
            hint: "correct the dates"))
      }
      if edge.status == .completed, let done = edge.validFrom,
        let said = ownerships.first(where: {
          $0.owner == edge.owner && $0.owned == edge.owned && $0.status == .announced
            && $0.share == edge.share && ($0.validFrom.map { $0 > done } ?? false)
        }), let day = said.validFrom
      {
        found.append(
          Problem(
            origin: edge.citation.origin,
            message:
              "\(edge.owner) → \(edge.owned) is completed on \(done), before it is announced "
              + "on \(day) at \(said.citation.origin)",
            hint: "correct the dates"))
      }
      for other in ownerships[..<number]
      where other.owner == edge.owner && other.owned == edge.owned && other.kind == edge.kind
        && other.status == edge.status && other.overlaps(edge)
      {
        found.append(
          Problem(
            origin: edge.citation.origin,
            message: "\(edge.owner) → \(edge.owned) overlaps the edge at \(other.citation.origin)",
            hint: "end the earlier edge with validTo"))
      }
    }
    return found
  }

  /// Owners who on one day hold more than all of a company.
  private func shares() -> [Problem] {
    let stakes = Dictionary(
      grouping: ownerships.filter {
        $0.kind == .owns && $0.status == .completed && $0.share != nil && !$0.isAssumption
      }, by: \.owned)
    return stakes.keys.sorted().compactMap { owned in
      let edges = stakes[owned] ?? []
      for edge in edges {
        let others = edges.filter { $0.owner != edge.owner && $0.isInForce(on: edge.validFrom) }
        let sum = others.reduce(edge.share ?? 0) { $0 + ($1.share ?? 0) }
        if edge.validFrom != nil || edge.validTo == nil, sum > 100.5, let other = others.first {
          return Problem(
            origin: edge.citation.origin,
            message: "\(owned) is owned to \(Int(sum.rounded())) %: by \(edge.owner), and by "
              + "\(other.owner) at \(other.citation.origin)",
            hint: "correct a share, or end an edge with validTo")
        }
      }
      return nil
    }
  }

  private func cycles() -> [Problem] {
    let edges = ownerships.filter { $0.givesControl(on: $0.validFrom) }
    let owners = Dictionary(grouping: edges, by: \.owned)
    var found: [Problem] = []
    for edge in edges {
      var seen: Set<String> = [edge.owner]
      var stack = [edge.owner]
      while let company = stack.popLast() {
        for above in owners[company] ?? [] where above.overlaps(edge) {
          if above.owner == edge.owned, edge.owned < edge.owner || edge.owner == edge.owned {
            found.append(
              Problem(
                origin: edge.citation.origin,
                message: "\(edge.owned) is owned by \(edge.owner), which it owns itself through "
                  + "the edge at \(above.citation.origin)",
                hint: "one of the two edges is wrong or has ended"))
          }
          if seen.insert(above.owner).inserted { stack.append(above.owner) }
        }
      }
    }
    return found
  }
}

extension Signature {
  /// Whether this one matches whatever the other does, to the same effect.
  fileprivate func covers(_ other: Signature) -> Bool {
    kind.isName && kind == other.kind && role == other.role && value != other.value
      && other.value.hasSuffix("." + value)
  }
}

extension Ownership {
  /// Whether both are valid on some day.
  func overlaps(_ other: Ownership) -> Bool {
    func startsBeforeEnd(_ a: Ownership, _ b: Ownership) -> Bool {
      guard let start = a.validFrom, let end = b.validTo else { return true }
      return start < end
    }
    return startsBeforeEnd(self, other) && startsBeforeEnd(other, self)
  }
}
