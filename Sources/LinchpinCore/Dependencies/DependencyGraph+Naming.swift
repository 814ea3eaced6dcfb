public import Graphs

extension DependencyGraph {
  /// A node's number, for those who do not look inside the graph.
  public typealias Number = NodeID

  /// How a way names the DNS of a zone it leads through; nil for other nodes.
  func zoneLabel(of node: NodeID) -> String? {
    zones[node].map { "\(attribution.snapshot.name(of: $0)) (DNS)" }
  }

  /// Names on the ways of losses that are more than reports on named bodies tell unless asked for
  /// detail: hosts, networks and zones.
  public var namesOfDetail: Set<String> {
    var found = Set(zones.keys.compactMap { zoneLabel(of: $0) })
    for node in nodes {
      switch node {
      case .host, .network: found.insert(describe(node).name)
      default: continue
      }
    }
    return found
  }

  /// How outputs name a node.
  public struct Description: Sendable, Equatable {
    /// The id of `--fail KIND:ID`.
    public var id: String
    public var name: String
    public var company: String
    /// Seat first, then those it is controlled from.
    public var jurisdictions: [String]
  }

  public func describe(_ node: Node) -> Description {
    let catalogue = attribution.rules.catalogue
    func plain(_ id: String, _ name: String) -> Description {
      Description(id: id, name: name, company: "", jurisdictions: [])
    }
    switch node {
    case .jurisdiction(let code):
      let known = catalogue.jurisdictions.first { $0.code == code }
      var described = plain(code, known?.name("en") ?? code)
      described.jurisdictions = [code]
      return described
    case .company(let index):
      let company = catalogue.companies[index]
      return Description(
        id: company.id, name: company.name, company: company.name,
        jurisdictions: law.jurisdictions(of: index))
    case .provider(let index):
      let provider = attribution.providers[index]
      var described = plain(provider.id, provider.name)
      if case .organisation(let organisation) = provider.origin {
        described.jurisdictions = [attribution.snapshot.organisations.country(organisation)]
          .filter { !$0.isEmpty }
      }
      if let company = provider.company {
        described.company = catalogue.companies[company].name
        described.jurisdictions = law.jurisdictions(of: company)
      }
      return described
    case .network(let asn):
      let known = attribution.rules.network(asn)
      return plain("AS\(asn)", known.map { "AS\(asn) (\($0.provider.name))" } ?? "AS\(asn)")
    case .host(let name):
      let text = attribution.snapshot.names.string(name)
      return plain(text, text)
    case .unknown(let status, let reason):
      let why = reason == .none ? status.label : "\(status.label): \(reason.label)"
      return plain("unknown", "unknown (\(why))")
    case .unknownLaw: return plain("unknown", "unknown company or law")
    case .own: return plain("own", "its own machine")
    case .requirement: return plain("", "")
    }
  }

  /// The node that `KIND:ID` names, or nil.
  public func find(_ kind: Node.Kind, _ id: String) -> NodeID? {
    switch kind {
    case .jurisdiction: number(of: .jurisdiction(id.uppercased()))
    case .company: attribution.rules.index.companies[id].flatMap { number(of: .company($0)) }
    case .provider:
      attribution.providers.firstIndex { $0.id == id }.flatMap { number(of: .provider($0)) }
    case .network: CatalogueIndex.asn(id.uppercased()).flatMap { number(of: .network($0)) }
    case .host:
      attribution.snapshot.names.find(id.lowercased()).flatMap { number(of: .host($0)) }
    }
  }

  /// Ids of a kind, to offer the nearest when one is not found.
  public func ids(of kind: Node.Kind) -> [String] {
    nodes.filter { $0.kind == kind }.map { describe($0).id }
  }
}
