@testable import LinchpinCore

/// One domain as a test states it: its facts, and what was asked in vain.
struct Given {
  var domain: String
  var facts: [Stated]
  var file: UInt16 = 0

  init(_ domain: String, file: UInt16 = 0, _ facts: Stated...) {
    self.init(domain, file: file, facts)
  }

  init(_ domain: String, file: UInt16 = 0, _ facts: [Stated]) {
    self.domain = domain
    self.facts = facts
    self.file = file
  }
}

/// One thing stated of a domain.
enum Stated {
  case mx(String, UInt16? = nil, asn: UInt32? = nil)
  case ns(String, asn: UInt32? = nil)
  case a(String, asn: UInt32? = nil)
  case cname(String)
  case include(String)
  case policy(String)
  case dkim(String)
  case autodiscover(String)
  case token(String)
  case tenant(String)
  case pooled(UInt32)
  case application(String)
  case soa(String)
  case caa(String)
  case issuer(String)
  case wildcard(String)
  case answered(Question)
  case nullMX
  case absent(Question)
  case failed(Question)
}

/// One address of a host.
struct GivenAddress {
  var host: String
  var address: String
  var asn: UInt32?

  init(_ host: String, _ address: String, asn: UInt32? = nil) {
    self.host = host
    self.address = address
    self.asn = asn
  }
}

extension SnapshotBuilder {
  /// Calls `body` with the bytes of a text, as readers hand them over.
  private static func bytes<Result>(_ text: String, _ body: (Bytes) -> Result) -> Result {
    var text = text
    return text.withUTF8 { body(Bytes($0)) }
  }

  /// A builder with files `one.jsonl`, `two.jsonl` and `organisations.csv` open.
  static func withFiles() -> SnapshotBuilder {
    var builder = SnapshotBuilder()
    for path in ["one.jsonl", "two.jsonl", "organisations.csv"] {
      _ = builder.open(SourceFile(path: path, format: "test"))
    }
    return builder
  }

  @discardableResult
  mutating func add(_ given: Given, line: UInt32) -> DomainIndex? {
    let source = Provenance(file: given.file, line: line)
    guard let domain = Self.bytes(given.domain, { newDomain($0, at: source) }) else { return nil }
    for fact in given.facts { state(fact, of: domain, at: source) }
    count(in: given.file)
    return domain
  }

  private mutating func state(_ fact: Stated, of domain: DomainIndex, at source: Provenance) {
    func name(
      _ kind: RecordKind, _ text: String, _ preference: UInt16? = nil, _ asn: UInt32? = nil
    ) {
      Self.bytes(text) {
        observe(kind, of: domain, name: $0, preference: preference, asn: asn, at: source)
      }
    }
    func text(_ kind: RecordKind, _ text: String, _ asn: UInt32? = nil) {
      Self.bytes(text) { observe(kind, of: domain, text: $0, asn: asn, at: source) }
    }
    switch fact {
    case .mx(let host, let preference, let asn): name(.mx, host, preference, asn)
    case .ns(let host, let asn): name(.ns, host, nil, asn)
    case .a(let address, let asn): text(address.contains(":") ? .aaaa : .a, address, asn)
    case .cname(let target): name(.cname, target)
    case .include(let target): name(.spfInclude, target)
    case .policy(let policy): text(.spf, policy)
    case .dkim(let target): name(.dkim, target)
    case .autodiscover(let target): name(.autodiscover, target)
    case .token(let service): text(.txtToken, service)
    case .tenant(let id): text(.tenant, id)
    case .pooled(let asn): text(.mxNetwork, "AS\(asn)", asn)
    case .application(let name): text(.application, name)
    case .soa(let server): name(.soa, server)
    case .caa(let authority): name(.caa, authority)
    case .issuer(let organisation): text(.issuer, organisation)
    case .wildcard(let target): name(.wildcard, target)
    case .answered(let question): answer(question, of: domain, .answered)
    case .nullMX: name(.mx, ".")
    case .absent(let question): answer(question, of: domain, .absent)
    case .failed(let question): answer(question, of: domain, .failed)
    }
  }

  mutating func add(_ address: GivenAddress) {
    Self.bytes(address.address) { text in
      Self.bytes(address.host) { host in
        self.address(text, asn: address.asn, ofHost: host, at: Provenance(file: 0, line: 1))
      }
    }
  }

  mutating func alias(_ host: String, _ target: String, line: UInt32 = 1) {
    Self.bytes(host) { host in
      Self.bytes(target) { target in
        alias(host, to: target, at: Provenance(file: 0, line: line))
      }
    }
  }
}

extension Snapshot {
  /// Builds a snapshot from stated domains; listed organisations come first.
  static func stated(
    _ given: [Given], listed: [(Organisation, [String])] = [], hosts: [GivenAddress] = [],
    aliases: [(String, String)] = [], on date: String = "2026-04-28"
  ) -> Snapshot {
    var builder = SnapshotBuilder.withFiles()
    if let date = CalendarDate(date) { builder.measured(on: date) }
    for (number, entry) in listed.enumerated() {
      builder.list(
        entry.0, domains: entry.1, at: Provenance(file: 2, line: UInt32(number + 1)))
    }
    for (number, domain) in given.enumerated() { builder.add(domain, line: UInt32(number + 1)) }
    for host in hosts { builder.add(host) }
    for alias in aliases { builder.alias(alias.0, alias.1) }
    return builder.freeze()
  }
}
