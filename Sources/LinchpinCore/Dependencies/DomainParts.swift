import Graphs

/// The nodes on which a domain's functions hang: each function needs all of its parts.
///
/// Functions share parts, and domains alike share them all, so a graph has as many nodes as there
/// are distinct parts and not one for every function of every domain.
struct DomainParts: Equatable, Sendable {
  enum Part: Int, CaseIterable {
    case exchangers, mailbox, identity, sender, web, dns, neededDNS, application

    /// The family whose records decide it.
    var family: RecordFamily {
      switch self {
      case .exchangers, .mailbox: .mail
      case .identity: .identity
      case .sender: .senders
      case .web: .web
      case .dns, .neededDNS: .nameServers
      case .application: .applications
      }
    }
  }

  private(set) var nodes = SIMD8<NodeID>(repeating: DependencyGraph.noNode)

  subscript(part: Part) -> NodeID? {
    get {
      let node = nodes[part.rawValue]
      return node == DependencyGraph.noNode ? nil : node
    }
    set { nodes[part.rawValue] = newValue ?? DependencyGraph.noNode }
  }
}

extension Function {
  /// What the function needs first: a domain without it does not have the function.
  var mainPart: DomainParts.Part {
    switch self {
    case .receive: .exchangers
    case .read: .mailbox
    case .send: .sender
    case .dns: .dns
    case .web: .web
    case .identity: .identity
    case .application: .application
    }
  }

  /// What else it needs.
  var otherPart: DomainParts.Part? {
    switch self {
    case .receive, .web: .neededDNS
    case .read: .identity
    case .send, .dns, .identity, .application: nil
    }
  }
}

/// One part's node for every domain: by profile where domains with the same records need the same,
/// by domain where a host's own name or address matters.
struct PartColumn: Sendable {
  let family: RecordFamily
  private var ofProfile: ContiguousArray<NodeID?>
  private var ofDomain: [DomainIndex: NodeID?] = [:]

  init(_ family: RecordFamily, _ attribution: Attribution) {
    self.family = family
    ofProfile = ContiguousArray(repeating: nil, count: attribution.profileCount(family))
  }

  func node(_ domain: DomainIndex, _ attribution: Attribution) -> NodeID? {
    if !ofDomain.isEmpty, let own = ofDomain[domain] { return own }
    return ofProfile[Int(attribution.profileNumber(family, of: domain))]
  }

  func node(profile: UInt32) -> NodeID? { ofProfile[Int(profile)] }

  /// The domains that differ from their profile.
  var particularDomains: some Sequence<DomainIndex> { ofDomain.keys }

  mutating func set(_ node: NodeID?, profile: UInt32) { ofProfile[Int(profile)] = node }
  mutating func set(_ node: NodeID?, domain: DomainIndex) { ofDomain[domain] = .some(node) }
}

extension [PartColumn?] {
  /// The domains of which some part is not their profile's, in order.
  func particularDomains(_ parts: [DomainParts.Part]) -> [DomainIndex] {
    parts.reduce(into: Set()) { found, part in
      if let column = self[part.rawValue] { found.formUnion(column.particularDomains) }
    }.sorted()
  }
}
