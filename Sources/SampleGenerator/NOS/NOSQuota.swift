/// What a domain's ties must add up to; every domain of the sample fills one place of a quota.
enum NOSQuota: CaseIterable {
  case megasoft, megasoftAndNimbus
  case nimbus, otherAmerican, edge
  case solventia, noAmerican

  /// Places: 8,085 Megasoft + 2,970 other American + 5,445 without any = 16,500.
  var places: Int {
    switch self {
    case .megasoft: 6_845
    case .megasoftAndNimbus: 1_240
    case .nimbus: 1_400
    case .otherAmerican: 1_569
    case .edge: 1
    case .solventia: 132
    case .noAmerican: 5_313
    }
  }

  /// Whether a domain tied to exactly these companies may fill the place.
  func admits(_ companies: Set<NOSCompany>) -> Bool {
    let isAmerican = companies.contains(where: \.isAmerican)
    let megasoft = companies.contains(.megasoft)
    let nimbus = companies.contains(.nimbus)
    if companies.contains(.solventia) != (self == .solventia) { return false }
    switch self {
    case .megasoft: return megasoft && !nimbus
    case .megasoftAndNimbus: return megasoft && nimbus
    case .nimbus: return nimbus && !megasoft
    case .otherAmerican: return isAmerican && !megasoft && !nimbus
    case .edge: return companies.contains(.skyflare) && !megasoft && !nimbus
    case .solventia, .noAmerican: return !isAmerican
    }
  }

  /// Draws services until they fit.
  func services(_ random: inout SplitMix64) -> NOSServices {
    while true {
      let services = NOSServices(&random)
      if admits(services.companies) { return services }
    }
  }
}

/// The sectors of the sample; their sizes are invented, only their sum is real.
enum NOSSector: String, CaseIterable {
  case government, hospital, school, vital

  var domains: Int {
    switch self {
    case .government: 7_000
    case .hospital: 500
    case .school: 7_500
    case .vital: 1_500
    }
  }

  var title: String {
    switch self {
    case .government: "Government body"
    case .hospital: "Hospital"
    case .school: "School"
    case .vital: "Vital company"
    }
  }
}

/// Where a hospital's patient portal was found.
enum NOSPortal: CaseIterable {
  case megasoftCloud, skyflare
  /// Not found external, which is not safe: nobody knows whose network its address is in.
  case unknown

  var places: Int {
    switch self {
    case .megasoftCloud: 28
    case .skyflare: 1
    case .unknown: 41
    }
  }

  var brand: NOSBrand? {
    switch self {
    case .megasoftCloud: .megasoftCloud
    case .skyflare: .skyflare
    case .unknown: nil
    }
  }

  /// The quota its hospital's domain fills, so that the portal adds no tie that DNS does not show.
  var quota: NOSQuota? {
    switch self {
    case .megasoftCloud: .megasoft
    case .skyflare: .edge
    case .unknown: nil
    }
  }
}
