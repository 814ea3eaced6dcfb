/// One function of a domain.
public enum Service: String, CaseIterable, Sendable {
  case mail, web, dns, identity, application
}

/// What a provider does for a service.
public enum Role: UInt8, CaseIterable, Sendable {
  /// Runs a mail exchanger.
  case mailExchange
  /// Holds the mail.
  case mailbox
  case outboundSender
  case identityTenant
  case authoritativeDNS
  /// Terminates the visitor's connection: CDN, load balancer.
  case webEdge
  case webOrigin
  case certificateAuthority
  case application

  public var service: Service {
    switch self {
    case .mailExchange, .mailbox, .outboundSender: .mail
    case .identityTenant: .identity
    case .authoritativeDNS: .dns
    case .webEdge, .webOrigin, .certificateAuthority: .web
    case .application: .application
    }
  }

  /// The word of the command line and the machine formats.
  public var label: String { Self.labels[Int(rawValue)] }

  /// The names of the cases, made once: asking for one by reflection is slow.
  private static let labels = allCases.map { String(describing: $0) }

  public init?(label: String) {
    guard let role = Role.allCases.first(where: { $0.label == label }) else { return nil }
    self = role
  }
}
