/// The numbers of the sample, all of the unit domain.
struct NOSTotals: Equatable {
  var domains = 0
  var american = 0
  var megasoft = 0
  var nimbus = 0
  var portals = 0
  var portalsExternal = 0
  var portalsMegasoft = 0
  var portalsSkyflare = 0

  /// What NOS published on 25 January 2026, its rounded percentages taken as exact.
  static let published = NOSTotals(
    domains: 16_500, american: 16_500 * 67 / 100, megasoft: 16_500 * 49 / 100,
    nimbus: 16_500 * 16 / 100, portals: 70, portalsExternal: 29, portalsMegasoft: 28,
    portalsSkyflare: 1)

  var portalsNotFoundExternal: Int { portals - portalsExternal }
}

extension NOSTotals {
  /// Counts what was generated; the quotas are not asked.
  init(counting domains: [NOSDomain]) {
    self.init()
    for domain in domains {
      let companies = domain.services.companies
      self.domains += 1
      if companies.contains(where: \.isAmerican) { american += 1 }
      if companies.contains(.megasoft) { megasoft += 1 }
      if companies.contains(.nimbus) { nimbus += 1 }
      guard let portal = domain.portal else { continue }
      portals += 1
      if portal.brand != nil { portalsExternal += 1 }
      if portal == .megasoftCloud { portalsMegasoft += 1 }
      if portal == .skyflare { portalsSkyflare += 1 }
    }
  }

  /// In words, every number that is not as published.
  func differences(from published: NOSTotals) -> [String] {
    let numbers: [(String, KeyPath<NOSTotals, Int>)] = [
      ("domains", \.domains), ("American", \.american), ("Megasoft", \.megasoft),
      ("Nimbus", \.nimbus), ("portals", \.portals), ("portals external", \.portalsExternal),
      ("portals at Megasoft", \.portalsMegasoft), ("portals at Skyflare", \.portalsSkyflare),
    ]
    return numbers.compactMap { name, path in
      self[keyPath: path] == published[keyPath: path]
        ? nil : "\(name) \(self[keyPath: path]), not \(published[keyPath: path])"
    }
  }
}
