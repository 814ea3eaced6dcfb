/// A set of services in one byte.
public struct ServiceSet: Sendable, Equatable, ExpressibleByArrayLiteral {
  private var bits: UInt8 = 0

  public init(_ services: some Sequence<Service>) {
    for service in services { insert(service) }
  }

  public init(arrayLiteral services: Service...) { self.init(services) }

  public mutating func insert(_ service: Service) { bits |= 1 << service.rank }
  public func contains(_ service: Service) -> Bool { bits >> service.rank & 1 == 1 }
  public func isSubset(of other: ServiceSet) -> Bool { bits & ~other.bits == 0 }
}

extension Attribution {
  /// The services that the records of a domain tell of; applications and identity count as asked.
  func askedServices(of domain: DomainIndex) -> ServiceSet {
    var asked: ServiceSet = [.application, .identity]
    // Traces and targets say nothing about who receives the mail.
    if isAsked(.mailExchange, of: domain) { asked.insert(.mail) }
    if isAsked(.authoritativeDNS, of: domain) { asked.insert(.dns) }
    if isAsked(.webEdge, of: domain) || isAsked(.webOrigin, of: domain) { asked.insert(.web) }
    return asked
  }

  /// Whether the records of a profile tell who serves a role.
  func isAsked(_ role: Role, _ family: RecordFamily, _ profile: UInt32) -> Bool {
    bindings(family, ofProfile: profile).contains {
      $0.role == role && $0.status != .notMeasured
    }
  }

  /// Whether the records of a profile tell who serves the family's service, where one has to ask.
  func isAsked(_ family: RecordFamily, _ profile: UInt32) -> Bool {
    family.askedRoles.contains { isAsked($0, family, profile) }
  }

  /// Whether the input asked who serves a role of a domain.
  func isAsked(_ role: Role, of domain: DomainIndex) -> Bool {
    isAsked(role, role.family, profileNumber(role.family, of: domain))
  }
}

extension Service {
  fileprivate var rank: UInt8 {
    switch self {
    case .mail: 0
    case .web: 1
    case .dns: 2
    case .identity: 3
    case .application: 4
    }
  }
}
