/// A set of roles in one word.
struct RoleSet: OptionSet, Sendable {
  let rawValue: UInt16

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(_ role: Role) { rawValue = 1 << role.rawValue }

  init(_ roles: some Sequence<Role>) {
    self = roles.reduce(into: []) { $0.insert(RoleSet($1)) }
  }

  func contains(_ role: Role) -> Bool { rawValue >> role.rawValue & 1 == 1 }

  /// Every role of a service.
  static func of(_ service: Service) -> RoleSet {
    RoleSet(Role.allCases.filter { $0.service == service })
  }
}
