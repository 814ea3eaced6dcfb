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

extension ServiceSet {
  /// The services of which a domain's bindings tell; applications and identity count as asked.
  static func asked(by bindings: ArraySlice<Binding>) -> ServiceSet {
    var asked: ServiceSet = [.application, .identity]
    for binding in bindings where binding.status != .notMeasured {
      // Traces and targets say nothing about who receives the mail.
      if binding.role.service == .mail, binding.role != .mailExchange { continue }
      asked.insert(binding.role.service)
    }
    return asked
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
