/// A pattern in the records by which a provider is recognised.
public struct Signature: Sendable, Equatable {
  public enum Kind: String, CaseIterable, Sendable {
    case mxSuffix, nsSuffix, cnameSuffix, spfInclude, dkimTarget, autodiscoverTarget, txtToken
    case network, certificateIssuer

    /// Whether the value is a DNS name matched as a suffix on label boundaries.
    public var isName: Bool {
      switch self {
      case .mxSuffix, .nsSuffix, .cnameSuffix, .spfInclude, .dkimTarget, .autodiscoverTarget: true
      case .txtToken, .network, .certificateIssuer: false
      }
    }

    /// The role that a match proves, unless the signature names another.
    public var usualRole: Role {
      switch self {
      case .mxSuffix: .mailExchange
      case .nsSuffix: .authoritativeDNS
      case .cnameSuffix: .webEdge
      case .spfInclude: .outboundSender
      case .dkimTarget, .autodiscoverTarget: .mailbox
      case .txtToken: .identityTenant
      case .network: .webOrigin
      case .certificateIssuer: .certificateAuthority
      }
    }
  }

  /// What an autonomous system is used for.
  public enum NetworkKind: String, Sendable {
    /// Customers rent servers or services there: an own name proves no own machine.
    case hosting
    /// Customers bring their own machines.
    case access
  }

  public var kind: Kind
  /// A name suffix (`#` stands for a run of digits), a token's service, an AS (`AS8075`), an issuer
  /// as CAA records name it (`letsencrypt.org`) or as certificates do (`Let's Encrypt`).
  public var value: String
  public var role: Role
  public var networkKind: NetworkKind?
  public var citation: Citation

  /// Whether an issuer is called by a domain, as in CAA records.
  var namesDomain: Bool { value.contains(".") && !value.contains(" ") }

  public init(
    _ kind: Kind, _ value: String, role: Role? = nil, networkKind: NetworkKind? = nil,
    citation: Citation
  ) {
    self.kind = kind
    self.value = value
    self.role = role ?? kind.usualRole
    self.networkKind = networkKind
    self.citation = citation
  }
}
