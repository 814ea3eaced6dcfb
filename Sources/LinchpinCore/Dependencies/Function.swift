/// What a domain's users lose when something stops.
public enum Function: UInt8, CaseIterable, Sendable {
  /// Mail arrives somewhere: an MX host, and the domain's DNS.
  case receive
  /// Mail can be opened: the mailbox.
  case read
  case send
  case dns
  case web
  case identity
  case application

  public var label: String { Self.labels[Int(rawValue)] }

  /// The names of the cases, made once: asking for one by reflection is slow.
  private static let labels = allCases.map { String(describing: $0) }

  public var service: Service {
    switch self {
    case .receive, .read, .send: .mail
    case .dns: .dns
    case .web: .web
    case .identity: .identity
    case .application: .application
    }
  }
}

/// Whether another MX may stand in when one stops.
public enum FailureMode: String, CaseIterable, Sendable {
  /// A machine or a line is down: any MX stands in.
  case outage
  /// The account is closed: only the most preferred group counts.
  case termination
}
