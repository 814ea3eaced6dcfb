/// A named thing in the dependency graph: what can be failed, ranked and explained.
public enum Node: Hashable, Sendable {
  case jurisdiction(String)
  /// Position in the catalogue's companies.
  case company(Int)
  /// Number in the attribution's providers.
  case provider(Int)
  case network(UInt32)
  case host(NameID)
  /// Something is needed, but what is not known.
  case unknown(BindingStatus, BindingReason)
  /// An unstated legal order, owner or seat.
  case unknownLaw
  /// The organisation's own machine: nobody else's failure stops it.
  case own
  /// A set of which one or all are needed; it has no name of its own.
  case requirement

  /// The word of `--fail KIND:ID` and the machine formats; nil for what cannot be failed.
  public var kind: Kind? {
    switch self {
    case .jurisdiction: .jurisdiction
    case .company: .company
    case .provider: .provider
    case .network: .network
    case .host: .host
    case .unknown, .unknownLaw, .own, .requirement: nil
    }
  }

  public enum Kind: String, CaseIterable, Sendable {
    case provider, company, jurisdiction, host, network
  }

  var isUnknown: Bool {
    switch self {
    case .unknown, .unknownLaw: true
    default: false
    }
  }
}
