/// The fictional firms of the sample: real in shape, invented in name.
enum NOSCompany: String, CaseIterable {
  case megasoft, nimbus, skyflare, gigglesearch, pointguard, kindling
  case polderhost, dijkpost, solventia, registra, kabelnet, nordrack

  var name: String {
    switch self {
    case .megasoft: "Megasoft Corporation (stand-in for Microsoft)"
    case .nimbus: "Nimbus, Inc. (stand-in for Amazon)"
    case .skyflare: "Skyflare, Inc. (stand-in for Cloudflare)"
    case .gigglesearch: "Gigglesearch LLC (stand-in for Google)"
    case .pointguard: "Pointguard, Inc. (stand-in for a mail gateway)"
    case .kindling: "Kindling Services, Inc. (stand-in for a buyer that was refused)"
    case .polderhost: "Polderhost B.V. (fictional)"
    case .dijkpost: "Dijkpost B.V. (fictional)"
    case .solventia: "Solventia N.V. (stand-in for Solvinity)"
    case .registra: "Registra B.V. (fictional)"
    case .kabelnet: "Kabelnet B.V. (fictional)"
    case .nordrack: "Nordrack SE (fictional)"
    }
  }

  /// ISO 3166-1 alpha-2: the jurisdictions are real, so that the law printed beside them is.
  var seat: String {
    switch self {
    case .megasoft, .nimbus, .skyflare, .gigglesearch, .pointguard, .kindling: "US"
    case .polderhost, .dijkpost, .solventia, .registra, .kabelnet: "NL"
    case .nordrack: "DE"
    }
  }

  var isAmerican: Bool { seat == "US" }
}

/// The service lines a domain can be tied to; the raw value is the id in the catalogue.
enum NOSBrand: String, CaseIterable {
  case megasoft365 = "megasoft-365"
  case megasoftCloud = "megasoft-cloud"
  case nimbus, skyflare
  case gigglemail, pointguard
  case polderhost, dijkpost, solventia, registra, kabelnet, nordrack

  var name: String {
    switch self {
    case .megasoft365: "Megasoft 365 (stand-in for Microsoft 365)"
    case .megasoftCloud: "Megasoft Cloud (stand-in for Azure)"
    case .nimbus: "Nimbus (stand-in for Amazon Web Services)"
    case .skyflare: "Skyflare (stand-in for Cloudflare)"
    case .gigglemail: "Gigglemail (stand-in for Google Workspace)"
    case .pointguard: "Pointguard (stand-in for a mail gateway)"
    case .polderhost: "Polderhost (fictional)"
    case .dijkpost: "Dijkpost (fictional)"
    case .solventia: "Solventia (stand-in for Solvinity)"
    case .registra: "Registra (fictional)"
    case .kabelnet: "Kabelnet (fictional)"
    case .nordrack: "Nordrack (fictional)"
    }
  }

  var company: NOSCompany {
    switch self {
    case .megasoft365, .megasoftCloud: .megasoft
    case .nimbus: .nimbus
    case .skyflare: .skyflare
    case .gigglemail: .gigglesearch
    case .pointguard: .pointguard
    case .polderhost: .polderhost
    case .dijkpost: .dijkpost
    case .solventia: .solventia
    case .registra: .registra
    case .kabelnet: .kabelnet
    case .nordrack: .nordrack
    }
  }

  /// Of the numbers kept for documentation (RFC 5398).
  var asn: Int {
    switch self {
    case .megasoft365, .megasoftCloud: 64500
    case .nimbus: 64501
    case .skyflare: 64502
    case .gigglemail: 64503
    case .pointguard: 64504
    case .polderhost: 64505
    case .dijkpost: 64506
    case .solventia: 64507
    case .registra: 64508
    case .kabelnet: 64509
    case .nordrack: 64510
    }
  }

  /// An AS of nobody in the catalogue.
  static let unlistedAS = 64511
}
