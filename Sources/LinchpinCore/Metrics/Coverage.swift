/// How much of the population each role's numbers rest on; always domain × role.
public struct Coverage: Sendable, Equatable {
  public var role: Role
  /// Measured domains by status. A domain whose bindings differ counts once, for the first of:
  /// attributed, selfHosted, unattributed, hidden, failed, absent.
  public var domains: [BindingStatus: Int]

  public subscript(status: BindingStatus) -> Int { domains[status, default: 0] }

  /// Coverage of the given roles over the domains of a population.
  /// - Complexity: O(bindings).
  public static func measure(
    _ attribution: Attribution, _ population: Population, roles: [Role]
  ) -> [Coverage] {
    let order: [BindingStatus] = [
      .attributed, .selfHosted, .unattributed, .hidden, .failed, .absent, .notMeasured,
    ]
    var precedence = [Int](repeating: 0, count: BindingStatus.allCases.count)
    for (place, status) in order.enumerated() { precedence[Int(status.rawValue)] = place }
    let roleCount = Role.allCases.count
    var counts = [Int](repeating: 0, count: roleCount * order.count)
    var best = [Int](repeating: 0, count: roleCount)
    for organisation in population.organisations {
      for domain in attribution.snapshot.domains(of: organisation) {
        for role in 0..<roleCount { best[role] = order.count - 1 }
        for binding in attribution.bindings(of: domain) {
          let role = Int(binding.role.rawValue)
          best[role] = min(best[role], precedence[Int(binding.status.rawValue)])
        }
        for role in 0..<roleCount { counts[role * order.count + best[role]] += 1 }
      }
    }
    return roles.map { role in
      var domains: [BindingStatus: Int] = [:]
      for (place, status) in order.enumerated() {
        domains[status] = counts[Int(role.rawValue) * order.count + place]
      }
      return Coverage(role: role, domains: domains)
    }
  }

  /// Whether the input asked about this role at all.
  public var isMeasured: Bool { domains.contains { $0.key != .notMeasured && $0.value > 0 } }
}
