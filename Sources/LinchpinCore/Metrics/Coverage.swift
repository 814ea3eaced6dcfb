/// How much of the population each role's numbers rest on; always domain × role.
public struct Coverage: Sendable, Equatable {
  public var role: Role
  /// Measured domains by status. A domain whose bindings differ counts once, for the first of:
  /// attributed, selfHosted, unattributed, hidden, failed, absent.
  public var domains: [BindingStatus: Int]

  public subscript(status: BindingStatus) -> Int { domains[status, default: 0] }

  /// Coverage of the given roles over the domains of a population.
  /// - Complexity: O(domains + bindings of distinct profiles).
  public static func measure(
    _ attribution: Attribution, _ population: Population, roles: [Role]
  ) -> [Coverage] {
    let order: [BindingStatus] = [
      .attributed, .selfHosted, .unattributed, .hidden, .failed, .absent, .notMeasured,
    ]
    var precedence = [Int](repeating: 0, count: BindingStatus.allCases.count)
    for (place, status) in order.enumerated() { precedence[Int(status.rawValue)] = place }
    var used = RecordFamily.allCases.map {
      ContiguousArray(repeating: 0, count: attribution.profileCount($0))
    }
    population.forEachDomain { domain in
      for family in RecordFamily.allCases {
        used[family.rawValue][Int(attribution.profileNumber(family, of: domain))] += 1
      }
    }
    let last = UInt8(order.count - 1)
    var counts = [Int](repeating: 0, count: Role.allCases.count * order.count)
    for family in RecordFamily.allCases {
      let served = Role.allCases.filter { $0.family == family }
      for (profile, number) in used[family.rawValue].enumerated() where number > 0 {
        var first = SIMD16(repeating: last)
        for binding in attribution.bindings(family, ofProfile: UInt32(profile)) {
          let role = Int(binding.role.rawValue)
          first[role] = min(first[role], UInt8(precedence[Int(binding.status.rawValue)]))
        }
        for role in served {
          counts[Int(role.rawValue) * order.count + Int(first[Int(role.rawValue)])] += number
        }
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
