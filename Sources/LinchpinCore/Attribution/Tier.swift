/// How directly an observation proves a binding, strongest first.
public enum Tier: UInt8, CaseIterable, Comparable, Sendable {
  /// Traffic goes there now.
  case routing
  /// Strong indirect proof.
  case inferred
  /// Authorised or verified once, perhaps stale.
  case trace

  public static func < (a: Tier, b: Tier) -> Bool { a.rawValue < b.rawValue }

  public var label: String { Self.labels[Int(rawValue)] }

  /// The names of the cases, made once: asking for one by reflection is slow.
  private static let labels = allCases.map { String(describing: $0) }
}

/// What is known of one role of one domain; never guessed.
public enum BindingStatus: UInt8, CaseIterable, Sendable {
  case attributed
  case selfHosted
  /// Seen, but whose it is cannot be told.
  case unattributed
  /// Behind a gateway or a CDN.
  case hidden
  /// Asked, and there is none.
  case absent
  /// Asked, no usable answer.
  case failed
  /// The input never asked.
  case notMeasured

  public var label: String { Self.labels[Int(rawValue)] }

  /// The names of the cases, made once: asking for one by reflection is slow.
  private static let labels = allCases.map { String(describing: $0) }

  /// Whether an operator, or the organisation itself, is known to stand behind the role.
  public var isKnown: Bool { self == .attributed || self == .selfHosted }

  /// Whether something is there of which the operator is not known.
  public var isUnknown: Bool {
    switch self {
    case .unattributed, .hidden, .failed, .notMeasured: true
    case .attributed, .selfHosted, .absent: false
    }
  }
}

/// Why a role has the status it has, where the status alone does not say.
public enum BindingReason: UInt8, CaseIterable, Sendable {
  case none
  /// The host bears the organisation's own name and neither address nor AS is known.
  case ownNameOnly
  /// The host is in a hosting network of which the catalogue names no operator.
  case unknownHostingNetwork
  /// The address is known, the network that announces it is not.
  case noNetwork
  /// The network is known but is in no catalogue entry.
  case networkNotInCatalogue
  /// The host is a bare public suffix.
  case noRegistrableDomain
  /// A gateway stands in front, and nothing else names the mailbox.
  case behindGateway
  /// A CDN stands in front of the origin.
  case behindEdge
  /// No MX, but an address: the domain itself is the mail host (RFC 5321 §5.1).
  case addressIsMailHost
  /// The policy names only addresses.
  case addressesOnly
  /// A service for names that nobody uses answers, and serves nothing of the organisation's.
  case parked
  /// The policy lets nobody send (`v=spf1 -all`).
  case nobodySends
  /// No CAA record: any authority may issue.
  case anyAuthority
  /// CAA lets no authority issue.
  case noAuthority
  /// Who issued the certificate is in no catalogue entry.
  case authorityNotInCatalogue

  public var label: String { self == .none ? "" : String(describing: self) }
}
