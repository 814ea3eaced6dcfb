/// Answers about names that may be domains or hosts, placed once everything has been read.
extension SnapshotBuilder {
  /// Records an address or an alias of a name that may be a domain or a host.
  ///
  /// A name that is no name gives a finding; an alias to something that is none fails the question.
  public mutating func lookUp(
    _ kind: RecordKind, of name: Bytes, value: Bytes, asn: UInt32? = nil, at source: Provenance
  ) {
    guard let asked = askedName(name, at: source) else { return }
    if kind == .cname {
      guard let target = canonicalID(value, in: .names, at: source, .badHost) else {
        return lookups.answer(.cname, of: asked, .failed)
      }
      lookups.append(.cname, of: asked, target, asn: 0, at: source)
    } else {
      lookups.append(kind, of: asked, names.intern(value), asn: asn ?? 0, at: source)
    }
  }

  /// Notes how a question about such a name was answered.
  public mutating func lookUp(
    _ question: Question, of name: Bytes, _ status: AnswerStatus, at source: Provenance
  ) {
    if let asked = askedName(name, at: source) { lookups.answer(question, of: asked, status) }
  }

  private mutating func askedName(_ name: Bytes, at source: Provenance) -> Int? {
    if DomainName.isCanonical(name) { return lookups.asked(name, at: source) }
    do throws(DomainNameProblem) {
      var text = try DomainName.canonical(name)
      return text.withUTF8 { lookups.asked(Bytes($0), at: source) }
    } catch {
      reportBadName(name, error, .badDomain, at: source)
      return nil
    }
  }

  /// What a looked-up name turned out to be.
  private enum Place {
    /// The domain whose website its records are.
    case domain(DomainIndex)
    /// The domain of which it is a mail setting: the kind of its aliases.
    case setting(DomainIndex, RecordKind)
    case host
  }

  /// Gives every looked-up answer to its domain, its host, or both.
  mutating func placeLookups() {
    if lookups.statuses.isEmpty { return }
    let table = lookups
    lookups = LookupTable()
    var places: ContiguousArray<Place> = []
    places.reserveCapacity(table.statuses.count)
    for index in table.statuses.indices {
      let name = table.names.string(NameID(rawValue: UInt32(index)))
      let place = place(of: name, among: table.names, at: table.sources[index])
      places.append(place)
      note(table.statuses[index], at: place)
    }
    for row in table.owner.indices {
      let index = Int(table.owner[row])
      let id = NameID(rawValue: UInt32(index))
      let fact = Fact(
        kind: table.kind[row], value: table.value[row], preference: nil,
        asn: table.asn[row] == 0 ? nil : table.asn[row], source: table.source[row])
      if let host = table.names.withBytes(of: id, { names.find($0) }) { add(fact, ofHost: host) }
      switch places[index] {
      case .domain(let domain): add(fact, of: domain)
      case .setting(let domain, let kind) where fact.kind == .cname:
        var target = fact
        target.kind = kind
        add(target, of: domain)
      case .setting, .host: continue
      }
    }
  }

  private mutating func note(_ answers: AnswerStatuses, at place: Place) {
    switch place {
    case .domain(let domain):
      for question in [Question.address, .cname] {
        answer(question, of: domain, answers[question])
      }
    case .setting(let domain, let kind): answer(kind.question, of: domain, answers[.cname])
    case .host: return
    }
  }

  private mutating func add(_ fact: Fact, ofHost host: NameID) {
    if fact.kind == .cname {
      alias(host, to: fact.value, at: fact.source)
    } else {
      let address = HostAddress(address: fact.value, asn: fact.asn, source: fact.source)
      hostAddresses[host, default: []].append(address)
    }
  }

  /// What was asked more than a host is asked is a domain, and so is what nothing else explains.
  private mutating func place(
    of name: String, among asked: NameTable, at source: Provenance
  ) -> Place {
    if let domain = known(name) { return .domain(domain) }
    if isListed(name) || asked.find("www." + name) != nil { return newDomain(name, at: source) }
    if let mark = name.firstRange(of: "._domainkey.") {
      return setting(.dkim, of: name[mark.upperBound...], at: source)
    }
    if name.hasPrefix("autodiscover."), let domain = known(name.dropFirst(13)) {
      return .setting(domain, .autodiscover)
    }
    if name.hasPrefix("www.") {
      let parent = name.dropFirst(4)
      if let domain = known(parent) { return .domain(domain) }
      if asked.find(String(parent)) != nil { return newDomain(String(parent), at: source) }
    }
    return names.find(name) == nil ? newDomain(name, at: source) : .host
  }

  private mutating func setting(
    _ kind: RecordKind, of name: Substring, at source: Provenance
  ) -> Place {
    if let domain = known(name) { return .setting(domain, kind) }
    guard case .domain(let domain) = newDomain(String(name), at: source) else { return .host }
    return .setting(domain, kind)
  }

  private func known(_ name: some StringProtocol) -> DomainIndex? {
    domains.find(String(name)).map { DomainIndex(Int($0.rawValue)) }
  }

  private func isListed(_ name: String) -> Bool {
    if case .exact = listing.match(name) { true } else { false }
  }

  private mutating func newDomain(_ name: String, at source: Provenance) -> Place {
    var name = name
    return name.withUTF8 { domain(Bytes($0), at: source) }.map { .domain($0) } ?? .host
  }
}

extension StringProtocol {
  /// Where a text first stands in this one.
  fileprivate func firstRange(of text: String) -> Range<Index>? {
    var start = startIndex
    while let index = self[start...].firstIndex(of: text[text.startIndex]) {
      if self[index...].hasPrefix(text) { return index..<self.index(index, offsetBy: text.count) }
      start = self.index(after: index)
    }
    return nil
  }
}
